package io.evertill.central.route.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Answer;
import io.evertill.central.Asker;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import io.evertill.person.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Goods whose batch nobody said, over HTTP and by command.
class UnassignedRoutesTest {
    private static final String RESOLVED =
            "{'request':'r-1','sku':'MUG1','place':'MAIN/AVAILABLE','lot':'L-2','quantity':'1','reason':'the box says so'}";

    private static final String TAKEN = "[{'expiresOn':'2099-01-31','lot':'L-2','qty':'2'},{'lot':'L-1','qty':'1'}]";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatLeftWithoutItsBatchIsListedAndNamedOnce(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); Asker asker = new Asker(centre)) {
            String[] bea = Shops.key(centre, "Bea", Role.CLERK);
            stock(settings);
            run(settings, "goods", "scrap", "--store", "S1", "--sku", "MUG1", "--qty", "3", "--reason", "fell", "--by", "Bea");
            String resolutions = "/v1/stores/S1/unassigned/resolutions";

            JsonNode before = asker.get("/v1/stores/S1/unassigned", bea).json();
            JsonNode behind = asker.get("/v1/stores/S1/unassigned?afterSku=MUG1&afterPlace=MAIN/AVAILABLE", bea).json();
            List<String> answers = Stream.of(
                            asker.send(resolutions, RESOLVED, bea),
                            asker.send(resolutions, RESOLVED, bea),
                            asker.send(resolutions, RESOLVED.replace("'1'", "'2'"), bea),
                            asker.send(resolutions, RESOLVED.replace("r-1", "r-2").replace("L-2", "L-9"), bea),
                            asker.send(resolutions, RESOLVED.replace("r-1", "r-2").replace("'1'", "'9'"), bea),
                            asker.send(resolutions, RESOLVED.replace("r-1", "r-2").replace("the box says so", " "), bea),
                            asker.send(resolutions, RESOLVED.replace("MUG1", "CUP"), bea),
                            asker.get("/v1/stores/S1/unassigned?afterSku=MUG1&afterPlace=NOWHERE", bea))
                    .map(Answer::verdict)
                    .toList();
            JsonNode after = asker.get("/v1/stores/S1/unassigned", bea).json();

            assertEquals(TAKEN, text(before.at("/goods/0/take")));
            assertEquals(List.of("-3", "-2"), List.of(before.at("/goods/0/qty").asText(), after.at("/goods/0/qty").asText()));
            assertEquals(0, behind.get("goods").size());
            assertEquals(List.of("200", "200", "409 REQUEST_KNOWN", "409 UNKNOWN_LOT", "409 NOT_UNASSIGNED", "400 GOODS",
                    "400 NOT_UNDERSTOOD", "400 AFTER"), answers);
            assertEquals(0, run(settings, "verify").exitCode());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameIsDoneByCommand(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            stock(settings);
            run(settings, "goods", "scrap", "--store", "S1", "--sku", "MUG1", "--qty", "3", "--reason", "fell", "--by", "Bea");

            Ended listed = run(settings, "lot", "unassigned", "--store", "S1");
            Ended nameless = run(settings, "lot", "resolve", "MUG1", "L-2", "3", "--store", "S1", "--note", "the box says so");
            Ended refused = run(settings, "lot", "resolve", "MUG1", "L-9", "3", "--store", "S1", "--by", "Bea", "--note", "why");
            Ended resolved = run(settings, "lot", "resolve", "MUG1", "L-2", "3", "--store", "S1", "--by", "Bea", "--note", "why");
            Ended none = run(settings, "lot", "unassigned");
            Ended nothing = run(settings, "lot");

            assertTrue(listed.out().startsWith("S1  MUG1  MAIN/AVAILABLE  -3  last moved "), listed.said());
            assertTrue(listed.lines().getFirst().endsWith("  take 2 of lot L-2 (expires 2099-01-31), 1 of lot L-1"), listed.said());
            assertEquals(2, nameless.exitCode());
            assertTrue(refused.err().contains("(UNKNOWN_LOT)"), refused.said());
            assertEquals("The batch is recorded. Nothing is left there of no known batch.", resolved.out().strip(), resolved.said());
            assertEquals("0 goods of no known batch.", none.out().strip());
            assertEquals(2, nothing.exitCode());
            assertTrue(centre.settle(Shops.PATIENCE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void batchesAreSuggestedBeforeGoodsAreTakenAndBehindADispatchWithoutThem(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); Asker asker = new Asker(centre)) {
            String[] ira = Shops.key(centre, "Ira", Role.MANAGER);
            stock(settings);
            String request = "{'id':'T7','source':'S1','target':'S2',"
                    + "'goods':[{'sku':'MUG1','quantity':'3'},{'sku':'MUG2','quantity':'1'}]}";
            run(settings, "goods", "receive", "--store", "S1", "--sku", "MUG2", "--qty", "9", "--by", "Bea");

            JsonNode suggested = asker.get("/v1/stores/S1/suggestion?sku=MUG1&quantity=9", ira).json();
            Answer wrong = asker.get("/v1/stores/S1/suggestion?sku=MUG1&quantity=much", ira);
            Ended told = run(settings, "lot", "suggest", "MUG1", "9", "--store", "S1", "--shelf-days", "1");
            JsonNode requested = asker.send("/v1/transfers", request, ira).json();
            asker.send("/v1/transfers/T7/steps", "{'step':'APPROVE'}", ira);
            JsonNode picked = asker.send("/v1/transfers/T7/steps", "{'step':'PICK'}", ira).json();
            Ended dispatched = run(settings, "transfer", "dispatch", "T7", "MUG1=3", "MUG2=1", "--document", "D-1", "--by", "Bea");

            assertEquals(List.of("1", "400 GOODS", "1"),
                    List.of(suggested.get("missing").asText(), wrong.verdict(), String.valueOf(told.exitCode())));
            assertEquals("take 2 of lot L-2 (expires 2099-01-31), 6 of lot L-1, 1 of no batch that may be sold", told.out().strip());
            assertEquals("[]", text(requested.get("take")));
            assertEquals("[{'missing':'0','sku':'MUG1','take':" + TAKEN + "}]", text(picked.get("take")));
            assertEquals(List.of("Transfer T7 is IN_TRANSIT.", "    MUG1: take 2 of lot L-2 (expires 2099-01-31), 1 of lot L-1"),
                    dispatched.lines(), dispatched.said());
        }
    }

    /// Two batches, the one that expires arrived later.
    private static void stock(Settings settings) {
        for (String[] batch : List.of(new String[] {"L-1", "6"}, new String[] {"L-2", "2"})) {
            run(settings, "goods", "receive", "--store", "S1", "--sku", "MUG1", "--qty", batch[1], "--lot", batch[0], "--by", "Bea");
        }
        run(settings, "lot", "MUG1", "L-2", "--expires", "2099-01-31");
    }

    private static String text(JsonNode node) {
        return node.toString().replace('"', '\'');
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }
}
