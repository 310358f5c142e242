package io.evertill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.audit.CentreAudit;
import io.evertill.central.Centre;
import io.evertill.central.office.Settings;
import io.evertill.db.Database;
import io.evertill.db.Tills;
import io.evertill.entry.Move;
import io.evertill.inventory.Finding;
import io.evertill.inventory.Reconciliation;
import io.evertill.pos.Machine;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real sales in three stores, with opening stock, transfers and counts of a seed between them: the ledger is whole in the
/// end, says what the file and the seed say, and notices what was changed behind its back (I3, I4, I26, I36).
///
/// An excerpt of the file; `-Devertill.sales=FILE` names the whole one, whose figures are then printed.
class StoresReplayTest {
    private static final List<String> STORES = List.of("S1", "S2", "S3");
    private static final LocalDate SPRING = LocalDate.parse("2011-03-31");
    private static final Instant OPENING = Instant.parse("2010-11-30T08:00:00Z");
    private static final Instant TRANSFERRED = Instant.parse("2011-02-01T06:00:00Z");
    private static final Instant DELIVERED = Instant.parse("2011-03-15T06:00:00Z");
    private static final Instant COUNTED = Instant.parse("2011-04-01T02:00:00Z");
    private static final Path SALES = Optional.ofNullable(System.getProperty("evertill.sales")).map(Path::of).orElse(Sample.EXCERPT);

    @TempDir
    Path folder;

    @Test
    void theLedgerOfThreeStoresIsWholeAndNoticesWhatIsChangedBehindItsBack() {
        try (Centre centre = Centre.start(new Settings(Optional.of(folder.resolve("centre")), Optional.empty(), "127.0.0.1", 0))) {
            Database db = centre.office().db();
            replay(centre, new Order.Part(Optional.empty(), Optional.empty(), Optional.of(SPRING)));
            StoreWork work = new StoreWork(db, 1);
            List<Move.Key> shelves = work.shelves();
            work.receive(shelves, OPENING);
            work.transfer(work.some(shelves, 3), TRANSFERRED, STORES);
            List<Move.Key> counted = work.count(work.some(shelves, 2), COUNTED);
            Report report = replay(centre, Order.Part.ALL);
            work.receiveLate(work.some(counted, 2), DELIVERED);

            assertTrue(report.isRight());
            assertEquals(expected(work, report), levels(db));
            assertTrue(work.transfers > 0 && work.adjusted > 0);
            assertEquals(List.of(), CentreAudit.of(db).differences());
            assertEquals(List.of(), findings(db));
            if (!SALES.equals(Sample.EXCERPT)) {
                System.out.println(figures(db, work, report));
            }
            assertDriftIsRepaired(db);
            assertDamageIsNot(db);
        }
    }

    private static String figures(Database db, StoreWork work, Report report) {
        return report.all().rows() + " rows, " + db.read(tx -> tx.stock().count()) + " movements, "
                + db.read(tx -> tx.stock().levelCount()) + " levels, " + work.transfers + " transfers, " + work.adjusted
                + " counts that found something, " + db.read(tx -> tx.stockExceptions().openCount()) + " shelves below zero";
    }

    private Report replay(Centre centre, Order.Part part) {
        List<String> codes = Files.exists(folder.resolve("tills"))
                ? List.of()
                : STORES.stream().map(store ->
                        centre.office().admission().code(new Tills.Seat(store, "T1"), Duration.ofMinutes(15))).toList();
        Order order = new Order(folder.resolve("tills"), SALES, STORES.size(), 300_000, 1, part,
                Optional.of(new Order.CentreCodes(centre.url(), codes)));
        Report report = assertInstanceOf(Replay.End.Done.class, new Replay(Machine.real(), Sample.NOBODY).run(order)).report();
        assertEquals(Optional.empty(), report.left());
        assertTrue(centre.settle(Duration.ofMinutes(5)));
        return report;
    }

    /// What the file says of each product in all stores together, and what the seed added.
    private static Map<ProductId, Long> expected(StoreWork work, Report report) {
        Set<Long> unsold = report.listed().stream().map(Listed::line).collect(Collectors.toSet());
        SalesFile file = assertInstanceOf(SalesFile.Reading.Understood.class, SalesFile.read(SALES)).file();
        Map<ProductId, Long> expected = new HashMap<>();
        for (Row row : file.rows()) {
            if (Goods.kind(row.sku()) == Product.Kind.GOODS && !unsold.contains(row.line())) {
                long sign = row.kind() == Row.Kind.WRITTEN_OFF ? 1 : -1;
                expected.merge(ProductId.of(row.sku()), sign * row.quantity().tenThousandths(), Long::sum);
            }
        }
        work.added.forEach((key, quantity) -> expected.merge(key.product(), quantity, Long::sum));
        return expected;
    }

    private static Map<ProductId, Long> levels(Database db) {
        Map<ProductId, Long> levels = new HashMap<>();
        new StoreWork(db, 1).shelves().forEach(key -> levels.merge(
                key.product(), db.read(tx -> tx.stock().level(key)).quantity(), Long::sum));
        return levels;
    }

    private static List<Finding> findings(Database db) {
        Reconciliation reconciliation = new Reconciliation(db);
        List<Finding> findings = new ArrayList<>();
        Optional<Move.Key> after = Optional.empty();
        do {
            Reconciliation.Page page = reconciliation.look(after);
            findings.addAll(page.findings());
            after = page.last();
        } while (after.isPresent());
        return findings;
    }

    private void assertDriftIsRepaired(Database db) {
        Move.Key key = new StoreWork(db, 1).shelves().getFirst();
        long before = db.read(tx -> tx.stock().level(key)).quantity();
        change("UPDATE level SET qty = qty + 10000" + where(key));

        List<Finding> found = findings(db);
        found.forEach(finding -> new Reconciliation(db).mend(finding.key(), "test"));

        assertEquals(List.of(key), found.stream().map(Finding::key).distinct().toList());
        assertTrue(found.stream().allMatch(Finding.Drift.class::isInstance), found.toString());
        assertEquals(before, db.read(tx -> tx.stock().level(key)).quantity());
        assertEquals(List.of(), findings(db));
    }

    private void assertDamageIsNot(Database db) {
        Move.Key key = new StoreWork(db, 1).shelves().getLast();
        change("UPDATE movement SET qty = qty + 10000" + where(key) + " AND key_seq = 1");

        List<Finding> found = findings(db);
        found.forEach(finding -> new Reconciliation(db).mend(finding.key(), "test"));

        assertEquals(List.of(key), found.stream().map(Finding::key).distinct().toList());
        boolean isFrozen = db.read(tx -> Reconciliation.isFrozen(tx, key));
        assertTrue(isFrozen);
        assertEquals(found, findings(db));
    }

    private void change(String statement) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("centre/centre.db"));
                var sql = connection.createStatement()) {
            sql.execute("PRAGMA busy_timeout = 10000");
            assertEquals(1, sql.executeUpdate(statement));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String where(Move.Key key) {
        return " WHERE branch = '" + key.place().branch() + "' AND product = x'"
                + key.product().value().toString().replace("-", "") + "' AND place = '" + Place.shelf(key.place().branch()).code()
                + "' AND lot = ''";
    }
}
