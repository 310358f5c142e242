package io.evertill.central.route.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Answer;
import io.evertill.central.Asker;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import io.evertill.db.Lots;
import io.evertill.person.Role;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Batches as people decide about them over HTTP.
class LotRoutesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aBatchIsHeldBackOnceAndFollowedBothWays(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); Asker asker = new Asker(centre)) {
            String[] bea = Shops.key(centre, "Bea", Role.CLERK);
            String[] ira = Shops.key(centre, "Ira", Role.MANAGER);
            goods(settings, "receive", "10", "--document", "D-7");
            goods(settings, "pick", "3", "--document", "SO-1");
            goods(settings, "ship", "3", "--document", "SO-1");
            nameless(settings, "receive", "SO-2");
            nameless(settings, "pick", "SO-2");
            nameless(settings, "ship", "SO-2");
            String recalled = "{'state':'RECALLED','note':'handles break','expiresOn':'2027-01-31','supplier':'Potter'}";

            List<String> verdicts = Stream.of(
                            asker.send("/v1/products/MUG1/lots/L-1/decisions", recalled, bea),
                            asker.send("/v1/products/MUG1/lots/L-1/decisions", recalled, ira),
                            asker.send("/v1/products/MUG1/lots/L-1/decisions", recalled, ira),
                            asker.send("/v1/products/MUG1/lots/L-1/decisions", "{'state':'LOST','note':'x'}", ira),
                            asker.send("/v1/products/CUP/lots/L-1/decisions", recalled, ira),
                            asker.get("/v1/products/CUP/lots", bea),
                            asker.get("/v1/products/CUP/lots/L-1/recall", bea))
                    .map(Answer::verdict)
                    .toList();
            JsonNode lots = asker.get("/v1/products/MUG1/lots", bea).json();
            JsonNode behind = asker.get("/v1/products/MUG1/lots?after=L-1", bea).json();
            JsonNode recall = asker.get("/v1/products/MUG1/lots/L-1/recall", bea).json();
            JsonNode moved = asker.get("/v1/products/MUG1/lots/L-1/movements", bea).json();
            JsonNode last = moved.get("movements").get(moved.get("movements").size() - 1);
            JsonNode beyond = asker.get("/v1/products/MUG1/lots/L-1/movements?afterStore=S1&afterEntry=" + last.get("entryId").asText()
                    + "&afterLine=" + last.get("line").asText(), bea).json();
            JsonNode exposed = asker.get("/v1/products/MUG1/lots/L-1/exposure", bea).json();
            Answer wrong = asker.get("/v1/products/MUG1/lots/L-1/movements?afterLine=x", bea);

            assertEquals(List.of("403 ROLE", "200", "200", "400 UNREADABLE", "404 PRODUCT", "404 PRODUCT", "404 PRODUCT"), verdicts);
            assertEquals("[{'expiresOn':'2027-01-31','lot':'L-1','state':'RECALLED','supplier':'Potter'}]",
                    lots.get("lots").toString().replace('"', '\''));
            assertEquals(0, behind.get("lots").size());
            assertEquals(List.of("Ira"), centre.office().db().read(tx ->
                    tx.lots().decisions(ProductId.of(Sku.of("MUG1")), "L-1")).stream().map(Lots.Decision::by).toList());
            assertEquals(List.of("7", "true"), List.of(recall.at("/left/0/qty").asText(), recall.get("addsUp").asText()));
            assertEquals(Set.of("RECEIVE SUPPLIER MAIN/AVAILABLE 10 D-7", "PICK MAIN/AVAILABLE MAIN/STAGED -3 SO-1",
                    "PICK MAIN/AVAILABLE MAIN/STAGED 3 SO-1", "SHIP MAIN/STAGED CUSTOMER -3 SO-1"), rows(moved));
            assertEquals(0, beyond.get("movements").size());
            assertEquals(Set.of("SHIP MAIN/STAGED CUSTOMER -1 SO-2"), rows(exposed));
            assertEquals("400 AFTER", wrong.verdict());
            JsonNode command = Ended.of(Shops.command(settings, "recall", "MUG1", "L-1", "--json")).json();
            assertEquals(List.of("10", "-3", "-1"), List.of(command.at("/came/0/qty").asText(), command.at("/sold/0/qty").asText(),
                    command.at("/exposed/0/qty").asText()));
        }
    }

    private static Set<String> rows(JsonNode page) {
        return StreamSupport.stream(page.get("movements").spliterator(), false)
                .map(row -> Stream.of("type", "from", "to", "qty", "document").map(field -> row.get(field).asText())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.toSet());
    }

    private static void nameless(Settings settings, String what, String document) {
        Ended ended = Ended.of(Shops.command(settings, "goods", what, "--store", "S1", "--sku", "MUG1", "--qty", "1", "--document",
                document, "--by", "Bea"));
        assertEquals(0, ended.exitCode(), ended::said);
    }

    private static void goods(Settings settings, String what, String quantity, String... more) {
        Ended ended = Ended.of(Shops.command(settings, Stream.concat(Stream.of("goods", what, "--store", "S1", "--sku", "MUG1", "--qty",
                quantity, "--lot", "L-1", "--by", "Bea"), Stream.of(more)).toArray(String[]::new)));
        assertEquals(0, ended.exitCode(), ended::said);
    }
}
