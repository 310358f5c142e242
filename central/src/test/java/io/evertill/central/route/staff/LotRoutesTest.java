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
import java.util.stream.Stream;
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

            assertEquals(List.of("403 ROLE", "200", "200", "400 UNREADABLE", "404 PRODUCT", "404 PRODUCT", "404 PRODUCT"), verdicts);
            assertEquals("[{'expiresOn':'2027-01-31','lot':'L-1','state':'RECALLED','supplier':'Potter'}]",
                    lots.get("lots").toString().replace('"', '\''));
            assertEquals(0, behind.get("lots").size());
            assertEquals(List.of("Ira"), centre.office().db().read(tx ->
                    tx.lots().decisions(ProductId.of(Sku.of("MUG1")), "L-1")).stream().map(Lots.Decision::by).toList());
            assertEquals(List.of("7", "10", "D-7", "-3", "SO-1", "true"), List.of(recall.at("/left/0/qty").asText(),
                    recall.at("/came/0/qty").asText(), recall.at("/came/0/document").asText(), recall.at("/sold/0/qty").asText(),
                    recall.at("/sold/0/document").asText(), recall.get("addsUp").asText()));
            JsonNode command = Ended.of(Shops.command(settings, "recall", "MUG1", "L-1", "--json")).json();
            assertEquals(command, recall);
        }
    }

    private static void goods(Settings settings, String what, String quantity, String... more) {
        Ended ended = Ended.of(Shops.command(settings, Stream.concat(Stream.of("goods", what, "--store", "S1", "--sku", "MUG1", "--qty",
                quantity, "--lot", "L-1", "--by", "Bea"), Stream.of(more)).toArray(String[]::new)));
        assertEquals(0, ended.exitCode(), ended::said);
    }
}
