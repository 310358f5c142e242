package io.evertill.central.command.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.ShopTill;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What people ask about stock, and what they do when a figure is wrong.
class StockCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatThereIsAndWhyIsThereForAPersonAndForAMachine(CentreOn on) {
        Settings settings = sold(on);

        JsonNode stock = Ended.of(Shops.command(settings, "stock", "--json")).json();
        Ended printed = Ended.of(Shops.command(settings, "stock", "--sku", "MUG1"));
        Ended before = Ended.of(Shops.command(settings, "stock", "--known", "2020-01-01T00:00:00Z"));
        JsonNode row = Ended.of(Shops.command(settings, "history", "--sku", "MUG1", "--json")).json().at("/movements/1");
        Ended history = Ended.of(Shops.command(settings, "history", "--sku", "MUG1", "--store", "S1"));

        assertEquals("[{\"available\":\"-2\",\"heldBack\":\"0\",\"inbound\":\"0\",\"onHand\":\"-2\",\"reserved\":\"0\",\"sku\":\"MUG1\","
                + "\"staged\":\"0\",\"store\":\"S1\"},"
                + "{\"available\":\"-1\",\"heldBack\":\"0\",\"inbound\":\"0\",\"onHand\":\"-1\",\"reserved\":\"0\",\"sku\":\"MUG2\","
                + "\"staged\":\"0\",\"store\":\"S1\"}]",
                stock.get("stock").toString());
        assertEquals(List.of("S1 MUG1 -2 0 0 0 -2 0 unknown"), words(printed.lines().subList(1, printed.lines().size())));
        assertEquals(1, before.lines().size(), before::said);
        assertEquals(List.of("S1", "MAIN/AVAILABLE", "2", "SALE", "-1", "-2", "receipt", "anna"), List.of(
                row.get("store").asText(), row.get("place").asText(), row.get("number").asText(), row.get("type").asText(),
                row.get("quantity").asText(), row.get("balance").asText(), row.get("documentType").asText(),
                row.get("actor").asText()));
        assertTrue(history.lines().get(2).contains("SALE receipt " + row.get("document").asText() + " line 1 by anna"), history::said);
    }

    @ParameterizedTest
    @EnumSource
    void goodsAreWorthWhatTheyCostOnAverage(CentreOn on) {
        Settings settings = on.settings(folder);
        Shops.start(settings).close();

        receive(settings, "--cost", "1.00");
        receive(settings, "--cost", "2.0001");
        Ended negative = receive(settings, "--cost", "-1");
        Ended elsewhere = receive(settings, "--to", "BACK/AVAILABLE");
        Ended defined = Ended.of(Shops.command(settings, "location", "BACK", "--store", "S1", "--aisle", "3"));
        Ended back = receive(settings, "--to", "BACK/AVAILABLE");
        JsonNode stock = Ended.of(Shops.command(settings, "stock", "--json")).json().at("/stock/0");

        assertEquals(2, negative.exitCode());
        assertEquals(2, elsewhere.exitCode());
        assertTrue(elsewhere.err().startsWith("Store S1 has no location BACK. Define it: evertill-central location BACK"), elsewhere::said);
        assertEquals("Store S1 BACK, aisle 3\n", defined.out());
        assertEquals(0, back.exitCode(), back::said);
        assertEquals(List.of("6", "1.5001", "9.00", "GBP"), List.of(stock.get("onHand").asText(), stock.get("unitCost").asText(),
                stock.get("value").asText(), stock.get("currency").asText()));
        assertEquals(0, Ended.of(Shops.command(settings, "verify")).exitCode());
    }

    private static Ended receive(Settings settings, String... more) {
        return Ended.of(Shops.command(settings, Stream.concat(
                Stream.of("goods", "receive", "--store", "S1", "--sku", "MUG1", "--qty", "2", "--by", "Bea"), Stream.of(more))
                .toArray(String[]::new)));
    }

    @ParameterizedTest
    @EnumSource
    void driftIsNamedThenRepairedAndThenGone(CentreOn on) {
        Settings settings = sold(on);
        CentreOn.change(settings, "UPDATE level SET qty = 70000 WHERE key_seq = 2");

        Ended snapshot = Ended.of(Shops.command(settings, "snapshot"));
        Ended looked = Ended.of(Shops.command(settings, "reconcile"));
        Ended repaired = Ended.of(Shops.command(settings, "reconcile", "--repair", "--by", "bea"));
        Ended after = Ended.of(Shops.command(settings, "reconcile", "--json"));

        String sentence = "[drift] Product MUG1 at S1 MAIN/AVAILABLE: the level is 7 after 2 movements; the movements are 2 and sum"
                + " to -2. What was kept was right up to movement 0.";
        assertEquals(List.of(1, 1, 1, 0), List.of(
                snapshot.exitCode(), looked.exitCode(), repaired.exitCode(), after.exitCode()), snapshot::said);
        assertEquals(List.of(sentence, "Looked at: 2 balances. Found: 1.",
                "Nothing was changed. --repair repairs drift and freezes what is damaged."), looked.lines());
        assertEquals(sentence, repaired.lines().getFirst());
        assertEquals("{\"balances\":2,\"findings\":[]}\n", after.out());
        assertEquals(0, Ended.of(Shops.command(settings, "snapshot")).exitCode());
        assertEquals(0, Ended.of(Shops.command(settings, "verify")).exitCode());
    }

    @ParameterizedTest
    @EnumSource
    void damageStaysAndIsAnIncident(CentreOn on) {
        Settings settings = sold(on);
        CentreOn.change(settings, "UPDATE movement SET qty = 70000 WHERE key_seq = 2");

        Ended repaired = Ended.of(Shops.command(settings, "reconcile", "--repair"));
        Ended again = Ended.of(Shops.command(settings, "reconcile"));
        Ended incidents = Ended.of(Shops.command(settings, "incidents"));

        String sentence = "[damage] Product MUG1 at S1 MAIN/AVAILABLE: movement 2 is not what its entry says.";
        assertEquals(sentence, repaired.lines().getFirst());
        assertEquals(sentence, again.lines().getFirst());
        assertTrue(incidents.out().contains("LEDGER_DAMAGED"), incidents::said);
    }

    @ParameterizedTest
    @EnumSource
    void levelsAreComputedAnewFromTheMovements(CentreOn on) {
        Settings settings = sold(on);
        CentreOn.change(settings, "DELETE FROM level");

        Ended one = Ended.of(Shops.command(settings, "rebuild", "--sku", "MUG2"));
        Ended all = Ended.of(Shops.command(settings, "rebuild"));

        assertEquals("Levels rebuilt: 1, of which 1 were wrong.\n", one.out());
        assertEquals("Levels rebuilt: 2, of which 1 were wrong.\n", all.out());
        assertEquals(0, Ended.of(Shops.command(settings, "verify")).exitCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            history --sku NONE          | There is no product NONE.
            history                     | Missing required option: '--sku=SKU'
            rebuild --sku NONE          | There is no product NONE.
            stock --as-of yesterday     | Write a time like 2026-12-01T00:00:00Z, not 'yesterday'.
            """)
    void misuseIsToldInASentence(String line, String sentence) {
        Settings settings = CentreOn.SQLITE.settings(folder);
        Shops.start(settings).close();

        Ended ended = Ended.of(Shops.command(settings, line.split(" +")));

        assertEquals(2, ended.exitCode(), ended::said);
        assertTrue(ended.err().startsWith(sentence), ended::err);
    }

    /// A centre, closed again, whose store sold MUG1 twice and MUG2 once.
    private Settings sold(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill till = Shops.till(centre, folder, "T1")) {
            till.pull();
            till.openShift();
            till.sell("MUG1");
            till.sell("MUG1");
            till.sell("MUG2");
            till.deliver();
            assertTrue(centre.settle(Shops.PATIENCE));
        }
        return settings;
    }

    private static List<String> words(List<String> lines) {
        return lines.stream().map(line -> line.strip().replaceAll(" +", " ")).toList();
    }
}
