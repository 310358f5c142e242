package io.evertill.central.command.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.inventory.Books;
import io.evertill.ledger.EntryId;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.wire.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A transfer as a person works it from the command line.
class TransferCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aTransferGoesFromTheRequestToTheEnd(CentreOn on) {
        Settings settings = stocked(on);

        List<String> said = List.of(
                ok(settings, "request", "--from", "S1", "--to", "S2", "--id", "T1", "--by", "Bea", "MUG1=10", "MUG2=2"),
                ok(settings, "approve", "T1", "--by", "Ira", "MUG1=8"),
                ok(settings, "pick", "T1", "--by", "Ira"),
                ok(settings, "dispatch", "T1", "--document", "DN1", "--by", "Ira", "MUG1=8"),
                ok(settings, "receive", "T1", "--document", "RN1", "--by", "Bea", "MUG1=5+1"),
                ok(settings, "receive", "T1", "--document", "RN1", "--by", "Bea", "MUG1=5+1"),
                ok(settings, "short", "T1", "--document", "RN2", "--by", "Bea", "--reason", "THEFT", "MUG1=2"),
                ok(settings, "close", "T1", "--by", "Bea"));

        assertEquals(List.of("Transfer T1 is REQUESTED.", "Transfer T1 is APPROVED.", "Transfer T1 is PICKING.",
                "Transfer T1 is IN_TRANSIT.", "Transfer T1 is PARTIALLY_RECEIVED.", "This was recorded before; nothing was done.",
                "Transfer T1 is RECEIVED.", "Transfer T1 is CLOSED."), said);
        JsonNode shown = transfer(settings, "show", "T1", "--json").json();
        assertEquals("CLOSED", shown.get("state").asText());
        assertEquals("{'corrected':'0','damaged':'1','dispatched':'8','gained':'0','good':'5','lost':'2','lot':'','returned':'0',"
                + "'serial':'','sku':'MUG1','transit':'0'}", sorted(shown.at("/goods/0")).replace('"', '\''));
        assertEquals(4, shown.get("steps").size());
        assertEquals(0, Ended.of(Shops.command(settings, "verify")).exitCode());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOnTheWayIsListedUntilItIsAccountedFor(CentreOn on) {
        Settings settings = stocked(on);
        ok(settings, "dispatch", "T1", "--from", "S1", "--to", "S2", "--document", "DN1", "--by", "Ira", "MUG1=3,lot=L1");
        ok(settings, "receive", "T2", "--from", "S1", "--to", "S2", "--document", "RN1", "--by", "Bea", "MUG2=1");

        Ended all = transfer(settings, "list");
        Ended aged = transfer(settings, "list", "--aged", "--slack", "0s");
        Ended young = transfer(settings, "list", "--aged");
        JsonNode early = transfer(settings, "list", "--out-of-order", "--json").json();
        ok(settings, "receive", "T1", "--document", "RN1", "--by", "Bea", "MUG1=3,was-lot=L1,lot=L2");
        Ended after = transfer(settings, "list", "--aged", "--slack", "0s");

        assertTrue(all.out().contains("T1  S1 to S2  IN_TRANSIT  on the way: 3 MUG1 lot L1, since "), all::said);
        assertTrue(all.out().contains("T2  S1 to S2  PARTIALLY_RECEIVED  on the way: -1 MUG2 ORDERING, since "), all::said);
        assertEquals("2 transfers.", aged.lines().getLast());
        assertEquals("0 transfers.", young.lines().getLast());
        assertEquals(List.of("T2", "ORDERING"),
                List.of(early.at("/transfers/0/id").asText(), early.at("/transfers/0/goods/0/flag").asText()));
        assertEquals("1 transfers.", after.lines().getLast());
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalSaysWhyAndChangesNothing(CentreOn on) {
        Settings settings = stocked(on);
        ok(settings, "request", "--from", "S1", "--to", "S2", "--id", "T1", "--by", "Bea", "MUG1=99");
        ok(settings, "dispatch", "T2", "--from", "S1", "--to", "S2", "--document", "DN1", "--by", "Ira", "MUG1=3");

        Ended tooMuch = transfer(settings, "approve", "T1", "--by", "Ira");
        Ended early = transfer(settings, "close", "T2", "--by", "Ira");
        Ended over = transfer(settings, "receive", "T2", "--document", "RN1", "--by", "Bea", "MUG1=4");
        ok(settings, "reverse", "T2", "--document", "DN1", "--by", "Ira");

        assertEquals(List.of(1, 1, 1), List.of(tooMuch.exitCode(), early.exitCode(), over.exitCode()));
        assertTrue(tooMuch.err().contains("has 17 of product"), tooMuch::said);
        assertTrue(early.err().contains("(STILL_IN_TRANSIT)"), early::said);
        assertTrue(over.err().startsWith("3 of MUG1 are on the way in transfer T2, not 4."), over::said);
        assertTrue(transfer(settings, "show", "T2").out().startsWith("T2  S1 to S2  DRAFT"), over::said);
        assertEquals(0, Ended.of(Shops.command(settings, "verify")).exitCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                                           | Name what to do with a transfer.
            show T9                                                        | Nothing is known of transfer T9.
            close T9 --by Bea                                              | Nothing is known of transfer T9.
            request --from S1 --to S1 --by Bea MUG1=3                      | Name two stores
            request --from S1 --to S2 --by Bea MUG1                        | Write goods as SKU=3
            request --from S1 --to S2 --by Bea MUG1=3,lot=L                | A request names each product once
            request --from S1 --to S2 --by Bea GHOST=3                     | There is no product GHOST. Import it first.
            request --from S1 --to S2 --by Bea MUG1=0.5                    | 0.5 of MUG1 is no quantity
            request --from S1 --to S2 --by Bea --expected soon MUG1=3      | Write the time as
            dispatch T9 --document D --by Bea MUG1=3                       | Nothing is known of transfer T9. Check the name
            dispatch T9 --from S1 --to S2 --document D --by Bea            | This cannot be recorded
            dispatch T9 --from S1 --to S2 --document D --by Bea MUG1=3,colour=red | Goods have lot, serial and was-lot
            short T9 --from S1 --to S2 --document D --by Bea MUG1=3        | This cannot be recorded
            gain T9 --from S1 --to S2 --document D --by Bea MUG1=3         | This cannot be recorded
            reverse T9 --from S1 --to S2 --document D --by Bea             | No dispatch of transfer T9 is recorded under document D.
            pick T9 --by Bea MUG1=3                                        | Only an approval names goods.
            """)
    void misuseIsToldInASentence(String line, String sentence) {
        Settings settings = CentreOn.SQLITE.settings(folder);
        Shops.start(settings).close();

        Ended ended = transfer(settings, line == null ? new String[0] : line.split(" +", -1));

        assertTrue(ended.exitCode() == 1 || ended.exitCode() == 2, ended::said);
        assertTrue(ended.err().startsWith(sentence), ended::err);
    }

    @Test
    void whatIsMissingIsSaid() {
        Settings settings = CentreOn.SQLITE.settings(folder);
        Shops.start(settings).close();

        Ended lost = transfer(settings, "short", "T9", "--from", "S1", "--to", "S2", "--document", "D", "--by", "Bea", "MUG1=3");
        Ended gain = transfer(settings, "gain", "T9", "--from", "S1", "--to", "S2", "--document", "D", "--by", "Bea", "MUG1=3");

        assertTrue(lost.err().contains("the reason is TRANSIT_LOSS or THEFT"), lost::said);
        assertTrue(gain.err().contains("Somebody has to agree to goods that nobody sent"), gain::said);
    }

    /// A centre where store S1 has twenty of the first mug.
    private Settings stocked(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            Sku sku = Sku.of("MUG1");
            Item mug = new Item(ProductId.of(sku), sku, "Mug no. 1", Unit.EACH, Product.Kind.GOODS,
                    new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE));
            centre.office().db().run(tx -> Books.record(tx, new EntryId(new UUID(1, 1)), new StockEntry.GoodsMoved("S1", tx.now(),
                    new Person("ira", "Ira"), Move.Type.RECEIVE, "D1", List.of(new StockEntry.Goods(1, mug, Quantity.of(20, Unit.EACH),
                            Place.SUPPLIER, Place.shelf("S1"), Tracking.NONE, Tracking.NONE, "")))));
        }
        return settings;
    }

    private static Ended transfer(Settings settings, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "transfer";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Ended.of(arguments.length == 0 ? all : Shops.command(settings, all));
    }

    private static String ok(Settings settings, String... arguments) {
        Ended ended = transfer(settings, arguments);
        assertEquals(0, ended.exitCode(), ended::said);
        return ended.out().strip();
    }

    private static String sorted(JsonNode node) {
        return Json.canonical(node).text();
    }
}
