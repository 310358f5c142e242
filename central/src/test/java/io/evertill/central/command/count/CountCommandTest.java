package io.evertill.central.command.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.Shops;
import io.evertill.central.office.Machine;
import io.evertill.central.office.Settings;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.Books;
import io.evertill.ledger.EntryId;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A shop counts, from the list of the day to the report, with commands and files alone.
class CountCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aShopCountsFromTheListToTheReport(CentreOn on) throws IOException {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            Instant now = Instant.now();
            receive(centre, now.minus(Duration.ofHours(3)));

            Ended list = run(settings, "count", "list", "--store", "S1");
            Ended sheet = run(settings, "count", "sheet", "--store", "S1", "--counter", "Bea");
            Ended submitted = submit(settings, "Bea", sheet, "46", now.minus(Duration.ofHours(2)));
            Ended first = run(settings, "count", "post", "--store", "S1", "--by", "Dot");
            Ended empty = run(settings, "count", "sheet", "--store", "S1", "--counter", "Bea");
            Ended again = run(settings, "count", "sheet", "--store", "S1", "--counter", "Cal");
            submit(settings, "Cal", again, "46", now.minus(Duration.ofHours(1)));
            Ended second = run(settings, "count", "post", "--store", "S1", "--by", "Dot");
            String line = again.lines().get(1).substring(0, 36);
            Ended approved = run(settings, "count", "approve", line, "--store", "S1", "--by", "Dot", "--cause", "DAMAGE",
                    "--note", "crushed");
            Ended third = run(settings, "count", "post", "--store", "S1", "--by", "Dot");
            Ended show = run(settings, "count", "show", line, "--store", "S1");
            Ended report = run(settings, "report", "shrinkage", "--store", "S1");

            assertTrue(list.out().contains("MUG1  MAIN/AVAILABLE  PLANNED  class B, DUE"), list.said());
            assertFalse(sheet.out().contains(",48"), sheet.said());
            assertEquals(0, submitted.exitCode(), submitted.said());
            assertTrue(first.out().contains("must be counted again by another person"), first.said());
            assertEquals(1, empty.lines().size(), empty.said());
            assertTrue(second.out().contains("waits for a decision, variance -2"), second.said());
            assertEquals(0, approved.exitCode(), approved.said());
            assertTrue(third.out().contains("posted, variance -2"), third.said());
            assertTrue(show.out().contains("expected 48, variance -2, before 48, after 46, restated -2"), show.said());
            assertTrue(report.out().contains("MUG1  DAMAGE  Cal  1 counts  -2 each  -5.00 GBP"), report.said());
            assertEquals(0, run(settings, "verify").exitCode());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotCountedIsNotZero(CentreOn on) throws IOException {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            Instant now = Instant.now();
            receive(centre, now.minus(Duration.ofHours(3)));
            run(settings, "count", "list", "--store", "S1");
            Ended sheet = run(settings, "count", "sheet", "--store", "S1", "--counter", "Bea");

            Ended blank = submit(settings, "Bea", sheet, "", now.minus(Duration.ofHours(2)));
            Ended zero = submit(settings, "Bea", sheet, "0", now.minus(Duration.ofHours(2)));

            assertEquals(2, blank.exitCode());
            assertTrue(blank.err().contains("Nothing was counted."), blank.said());
            assertEquals(0, zero.exitCode(), zero.said());
        }
    }

    @ParameterizedTest
    @EnumSource
    void piecesWithNumbersAreWrittenIntoTheSheet(CentreOn on) throws IOException {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            Instant now = Instant.now();
            run(settings, "goods", "receive", "--store", "S1", "--sku", "MUG1", "--qty", "1", "--serial", "SN-1", "--by", "Bea", "--at",
                    now.minus(Duration.ofHours(3)).toString());
            run(settings, "count", "list", "--store", "S1");
            Ended sheet = run(settings, "count", "sheet", "--store", "S1", "--counter", "Bea");
            String row = sheet.lines().get(1);

            Ended number = submit(settings, "Bea", sheet, "1", now.minus(Duration.ofHours(2)));
            Path file = Files.writeString(folder.resolve("pieces.csv"), sheet.lines().getFirst() + "\n"
                    + row.replaceAll(",,,$", ",SN-1;SN-2,," + now.minus(Duration.ofHours(2))) + "\n");
            Ended pieces = run(settings, "count", "submit", file.toString(), "--store", "S1", "--counter", "Bea");
            Ended posted = run(settings, "count", "post", "--store", "S1", "--by", "Dot");

            assertTrue(row.endsWith(",yes,,,"), row);
            assertTrue(number.err().contains("its pieces have numbers"), number.said());
            assertEquals(0, pieces.exitCode(), pieces.said());
            assertTrue(posted.out().contains("must be counted again by another person"), posted.said());
            assertTrue(centre.settle(Shops.PATIENCE));
        }
    }

    private Ended submit(Settings settings, String counter, Ended sheet, String counted, Instant at) throws IOException {
        List<String> lines = sheet.lines();
        String filled = lines.getFirst() + "\n" + lines.get(1).replaceAll(",,$", "," + counted + "," + at) + "\n";
        Path file = Files.writeString(folder.resolve(counter + counted + ".csv"), filled);
        return run(settings, "count", "submit", file.toString(), "--store", "S1", "--counter", counter);
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }

    private static void receive(Centre centre, Instant at) {
        centre.office().db().run(tx -> {
            Assortment assortment = new Assortment(tx);
            Product mug = assortment.require(ProductId.of(Sku.of("MUG1")));
            Books.record(tx, new EntryId(Machine.real().ids().get()), new StockEntry.GoodsMoved("S1", at, new Person("bea", "Bea"),
                    Move.Type.RECEIVE, "D-1", List.of(new StockEntry.Goods(1, assortment.item(mug), Quantity.of(48, mug.unit()),
                            Place.SUPPLIER, Place.shelf("S1"), Tracking.NONE, Tracking.NONE, ""))));
        });
    }
}
