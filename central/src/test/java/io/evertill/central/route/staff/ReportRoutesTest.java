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
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Reports over all stores, by command and over HTTP.
class ReportRoutesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void allStoresTogetherAddUpToWhatEachHasAndWhatIsOnTheWay(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); Asker asker = new Asker(centre)) {
            String[] ira = Shops.key(centre, "Ira", Role.MANAGER);
            Instant before = Instant.now().minus(Duration.ofDays(1));
            ok(settings, "goods", "receive", "--store", "S1", "--sku", "MUG1", "--qty", "20", "--by", "Bea", "--cost", "1.25");
            ok(settings, "goods", "receive", "--store", "S2", "--sku", "MUG1", "--qty", "5", "--by", "Bea", "--cost", "1.50");
            ok(settings, "goods", "receive", "--store", "S2", "--sku", "MUG2", "--qty", "4", "--by", "Bea");
            ok(settings, "goods", "damage", "--store", "S2", "--sku", "MUG1", "--qty", "1", "--reason", "chipped", "--by", "Bea");
            ok(settings, "goods", "pick", "--store", "S2", "--sku", "MUG1", "--qty", "2", "--by", "Bea");
            ok(settings, "transfer", "dispatch", "T1", "--from", "S1", "--to", "S2", "--document", "DN1", "--by", "Ira", "MUG1=8");
            ok(settings, "transfer", "receive", "T1", "--document", "RN1", "--by", "Bea", "MUG1=3");
            ok(settings, "reserve", "--store", "S1", "--order", "O1", "--owner", "Cal", "--sku", "MUG1",
                    "--quantity", "6");

            JsonNode products = asker.get("/v1/reports/consolidated", ira).json().get("products");
            JsonNode behind = asker.get("/v1/reports/consolidated?afterSku=MUG1", ira).json().get("products");
            JsonNode past = asker.get("/v1/reports/consolidated?asOf=" + before, ira).json().get("products");
            JsonNode mug = products.get(0);
            List<String> csv = ok(settings, "report", "consolidated", "--format", "csv").lines();
            Ended text = ok(settings, "report", "consolidated");

            assertEquals("{'available':'11','currency':'GBP','inTransit':'5','name':'Mug no. 1','onHand':'20','quarantined':'1',"
                    + "'reserved':'6','shelf':'17','sku':'MUG1','staged':'2','total':'25','unit':'each','value':'26.25'}", text(mug));
            JsonNode stores = Ended.of(Shops.command(settings, "stock", "--sku", "MUG1", "--json")).json();
            assertEquals(sum(stores.get("stock"), "onHand"), new BigDecimal(mug.get("onHand").asText()));
            assertEquals(sum(stores.get("stock"), "value"), new BigDecimal(mug.get("value").asText()));
            assertEquals(sum(stores.get("onTheWay"), "quantity"), new BigDecimal(mug.get("inTransit").asText()));
            assertEquals(List.of("MUG2"), behind.findValuesAsText("sku"));
            assertEquals(0, past.size());
            assertEquals("MUG1,Mug no. 1,each,20,17,6,11,1,2,5,25,26.25,GBP", csv.get(1));
            assertEquals("MUG2,Mug no. 2,each,4,4,0,4,0,0,0,4,,", csv.get(2));
            assertEquals(3, csv.size());
            assertTrue(text.lines().get(3).matches("all together +each +24 +21 +6 +15 +1 +2 +5 +29 +unknown"), text::said);
            assertTrue(text.lines().get(1).endsWith(" 26.25 GBP"), text::said);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMomentInThePastHasNoPromises(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); Asker asker = new Asker(centre)) {
            String[] ira = Shops.key(centre, "Ira", Role.MANAGER);
            String[] bea = Shops.key(centre, "Bea", Role.CLERK);
            Shops.receive(centre, "MUG1", "20");
            ok(settings, "transfer", "dispatch", "T1", "--from", "S1", "--to", "S2", "--document", "DN1", "--by", "Ira", "MUG1=8");

            JsonNode then = asker.get("/v1/reports/consolidated?asOf=2999-01-01T00:00:00Z", ira).json().at("/products/0");
            List<String> verdicts = Stream.of(
                            asker.get("/v1/reports/consolidated?known=yesterday", ira),
                            asker.get("/v1/reports/consolidated", bea),
                            asker.get("/v1/reports/consolidated"))
                    .map(Answer::verdict)
                    .toList();

            assertEquals("{'inTransit':'8','name':'Mug no. 1','onHand':'12','quarantined':'0','shelf':'12','sku':'MUG1','staged':'0',"
                    + "'total':'20','unit':'each'}", text(then));
            assertEquals(List.of("400 TIME", "403 ROLE", "401 UNAUTHORIZED"), verdicts);
            assertEquals("MUG1,Mug no. 1,each,12,12,,,0,0,8,20,,",
                    ok(settings, "report", "consolidated", "--as-of", "2999-01-01T00:00:00Z", "--format", "csv").lines().get(1));
        }
    }

    private static Ended ok(Settings settings, String... arguments) {
        Ended ended = Ended.of(Shops.command(settings, arguments));
        assertEquals(0, ended.exitCode(), ended::said);
        return ended;
    }

    private static BigDecimal sum(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new BigDecimal(row.get(field).asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String text(JsonNode node) {
        return node.toString().replace('"', '\'');
    }
}
