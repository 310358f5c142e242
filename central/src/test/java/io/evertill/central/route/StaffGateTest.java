package io.evertill.central.route;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Answer;
import io.evertill.central.Asker;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import io.evertill.db.Staff;
import io.evertill.person.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A key may be for one store, and may end by itself.
class StaffGateTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aKeyThatIsBoundToAStoreActsThereOnly(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); Asker asker = new Asker(centre)) {
            Shops.receive(centre, "MUG1", "20");
            String[] ira = Shops.key(centre, "Ira", Role.MANAGER);
            String[] here = key(centre, new Staff.Grant(Role.MANAGER, Optional.of("S1"), Optional.empty()), "Bea");
            String[] there = key(centre, new Staff.Grant(Role.MANAGER, Optional.of("S3"), Optional.empty()), "Cal");
            String request = "{'id':'T1','source':'S1','target':'S2','goods':[{'sku':'MUG1','quantity':'1'}]}";
            String dispatch = "{'action':'DISPATCH','document':'D-1','goods':[{'sku':'MUG1','quantity':'1'}]}";
            String receive = dispatch.replace("DISPATCH", "RECEIVE");
            String decision = "{'state':'HOLD','note':'why'}";

            List<String> own = verdicts(
                    asker.send("/v1/stores/S1/counts/plan", "{}", here), asker.get("/v1/stores/S1/counts", here),
                    asker.get("/v1/stores/S1/unassigned", here), asker.send("/v1/transfers", request, here),
                    asker.send("/v1/transfers/T1/steps", "{'step':'APPROVE'}", here),
                    asker.send("/v1/transfers/T1/facts", dispatch, here), asker.get("/v1/products/MUG1/lots", here));
            List<String> others = verdicts(
                    asker.send("/v1/stores/S1/counts/plan", "{}", there), asker.get("/v1/stores/S2/counts", here),
                    asker.get("/v1/stores/S1/suggestion?sku=MUG1&quantity=1", there),
                    asker.send("/v1/transfers", request.replace("T1", "T2"), there),
                    asker.send("/v1/transfers/T1/steps", "{'step':'CANCEL'}", there),
                    asker.send("/v1/transfers/T1/facts", receive, here), asker.get("/v1/reports/consolidated", here),
                    asker.send("/v1/products/MUG1/lots/L-1/decisions", decision, here),
                    asker.get("/v1/products/MUG1/lots/L-1/recall", here));
            List<String> everywhere = verdicts(asker.get("/v1/reports/consolidated", ira),
                    asker.send("/v1/transfers/T1/facts", receive, ira));

            assertEquals(List.of("200", "200", "200", "201", "200", "200", "200"), own);
            assertEquals(List.of("403 STORE_ONLY"), others.stream().distinct().toList());
            assertEquals(List.of("200", "200"), everywhere);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBoundKeySeesAndHandlesTheCardsOfItsStore(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); Asker asker = new Asker(centre)) {
            String[] ira = Shops.key(centre, "Ira", Role.MANAGER);
            String[] here = key(centre, new Staff.Grant(Role.CLERK, Optional.of("S2"), Optional.empty()), "Bea");
            for (String store : List.of("S1", "S2", "S3")) {
                Ended.of(Shops.command(settings, "goods", "scrap", "--store", store, "--sku", "MUG1", "--qty", "1", "--reason", "fell",
                        "--by", "Bea"));
            }
            Ended.of(Shops.command(settings, "alerts"));

            JsonNode all = asker.get("/v1/alerts", ira).json().get("alerts");
            JsonNode own = asker.get("/v1/alerts", here).json().get("alerts");
            List<String> acted = verdicts(
                    asker.send("/v1/alerts/" + own.at("/0/id").asText() + "/acknowledge", "{}", here),
                    asker.send("/v1/alerts/" + all.at("/0/id").asText() + "/acknowledge", "{}", here));

            assertEquals(List.of("S1", "S2", "S3"), all.findValuesAsText("store"));
            assertEquals(List.of("S2"), own.findValuesAsText("store"));
            assertEquals(List.of("200", "403 STORE_ONLY"), acted);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyEndsByItself(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder)); Asker asker = new Asker(centre)) {
            String[] over = key(centre, new Staff.Grant(Role.CLERK, Optional.empty(), Optional.of(Duration.ofNanos(1_000))), "Bea");
            String[] good = key(centre, new Staff.Grant(Role.CLERK, Optional.empty(), Optional.of(Duration.ofHours(8))), "Cal");

            assertEquals(List.of("403 EXPIRED", "200"), verdicts(asker.get("/v1/transfers", over), asker.get("/v1/transfers", good)));
        }
    }

    private static String[] key(Centre centre, Staff.Grant grant, String name) {
        return Asker.bearer(centre.office().admission().key(name, grant));
    }

    private static List<String> verdicts(Answer... answers) {
        return Stream.of(answers).map(Answer::verdict).toList();
    }
}
