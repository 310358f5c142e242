package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.count.CountClass;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.count.Shrinkage;
import io.evertill.db.CentreOn;
import io.evertill.db.CountLines;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.ledger.EntryId;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.stock.Location;
import io.evertill.stock.Place;
import io.evertill.stock.Tracking;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who counts what, who decides about it, and what the list of a day is made of (domain 2d, R75 to R82).
class CountsTest {
    private static final Person CAL = new Person("cal", "Cal");
    private static final Person DOT = new Person("dot", "Dot");
    private static final Move.Key TEA = new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, "");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsFarOffIsCountedByAnotherPersonAndThenDecided(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            UUID line = stocked(house, "48");
            count(house, line, Warehouse.BEA, "40");
            CountPosting.Outcome first = settle(house, line);
            Counts.Outcome same = count(house, line, Warehouse.BEA, "40");
            count(house, line, CAL, "40");
            CountPosting.Outcome second = settle(house, line);

            Counts.Outcome approved = house.db.write(tx ->
                    Counts.approve(tx, Warehouse.STORE, line, new CountLines.Approval(CAL, "DAMAGE", "crushed")));
            CountPosting.Outcome third = settle(house, line);

            assertInstanceOf(CountPosting.Outcome.Recount.class, first);
            assertInstanceOf(Counts.Outcome.Refused.class, same);
            assertInstanceOf(CountPosting.Outcome.Review.class, second);
            assertEquals(new Counts.Outcome.Done(), approved);
            assertInstanceOf(CountPosting.Outcome.Posted.class, third);
            assertEquals("40", house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyApprovesAGreatLossThatHeCountedHimself(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            UUID line = stocked(house, "100");
            count(house, line, Warehouse.BEA, "50");
            settle(house, line);
            count(house, line, CAL, "50");
            settle(house, line);

            Counts.Outcome own = house.db.write(tx ->
                    Counts.approve(tx, Warehouse.STORE, line, new CountLines.Approval(CAL, "THEFT", "gone")));
            Counts.Outcome other = house.db.write(tx ->
                    Counts.approve(tx, Warehouse.STORE, line, new CountLines.Approval(DOT, "THEFT", "gone")));

            assertInstanceOf(Counts.Outcome.Refused.class, own);
            assertEquals(new Counts.Outcome.Done(), other);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCountOfMoreThanOneEntryHoldsIsStillAllOrNothing(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            List<Counts.Row> rows = new ArrayList<>();
            for (int shelf = 1; shelf <= Entry.LINES_MAX + 1; shelf++) {
                Place place = new Place(Warehouse.STORE, "R" + shelf, Place.Kind.AVAILABLE);
                house.db.run(tx -> tx.branches().put(new Location(Warehouse.STORE, place.location(), "", ""), tx.now()));
                rows.add(new Counts.Row(Optional.empty(), new Move.Key(Warehouse.TEA.id(), place, ""),
                        Warehouse.of(Warehouse.TEA, "0"), house.now()));
            }
            List<Counts.Row> wrong = new ArrayList<>(rows);
            wrong.add(rows.getFirst());

            Counts.Outcome refused = house.db.write(tx -> Counts.submit(
                    tx, Warehouse.STORE, house.entryId(), Warehouse.BEA, wrong));
            Counts.Outcome taken = house.db.write(tx -> Counts.submit(
                    tx, Warehouse.STORE, house.entryId(), Warehouse.BEA, rows));

            assertEquals(new Counts.Outcome.Refused(List.of("Row 502: the goods are there twice.")), refused);
            assertEquals(new Counts.Outcome.Done(), taken);
            assertEquals(rows.size(), house.db.read(tx -> Counts.open(tx, Warehouse.STORE)).stream()
                    .filter(line -> line.state() == LineState.COUNTED).count());
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedIsRefusedAsAWholeAndLeavesNoLine(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            stocked(house, "48");
            Counts.Row found = new Counts.Row(Optional.empty(), new Move.Key(Warehouse.RICE.id(), Warehouse.SHELF, ""),
                    Warehouse.of(Warehouse.RICE, "1.5"), house.now());
            Counts.Row future = new Counts.Row(Optional.empty(), TEA, Warehouse.of(Warehouse.TEA, "1"),
                    house.now().plusSeconds(1));

            Counts.Outcome refused = house.db.write(tx -> Counts.submit(
                    tx, Warehouse.STORE, house.entryId(), Warehouse.BEA, List.of(found, future)));
            int open = house.db.read(tx -> Counts.open(tx, Warehouse.STORE)).size();
            Counts.Outcome taken = house.db.write(tx -> Counts.submit(
                    tx, Warehouse.STORE, house.entryId(), Warehouse.BEA, List.of(found)));

            assertTrue(assertInstanceOf(Counts.Outcome.Refused.class, refused).sentences().getFirst().startsWith("Row 2: "));
            assertEquals(1, open);
            assertEquals(new Counts.Outcome.Done(), taken);
            assertEquals(List.of(LineState.COUNTED), house.db.read(tx -> Counts.open(tx, Warehouse.STORE)).stream()
                    .filter(line -> line.reason() == Schedule.Reason.ASKED && line.key().product().equals(Warehouse.RICE.id()))
                    .map(CountLines.Line::state).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theListHasWhatIsBelowZeroFirstAndNothingTwice(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            house.move(Move.Type.SCRAP, Warehouse.RICE, "2", Warehouse.SHELF, Place.SCRAP);
            house.tick(Duration.ofDays(40));

            CountPlanning.Plan one = house.db.write(tx -> CountPlanning.plan(tx, Warehouse.STORE, Optional.of(1), house::id));
            CountPlanning.Plan again = house.db.write(tx -> CountPlanning.plan(tx, Warehouse.STORE, Optional.of(2), house::id));
            CountPlanning.Plan none = house.db.write(tx -> CountPlanning.plan(tx, Warehouse.STORE, Optional.of(2), house::id));

            List<CountLines.Line> lines = house.db.read(tx -> Counts.open(tx, Warehouse.STORE));
            assertEquals(List.of(1, 1, 0), List.of(one.listed(), again.listed(), none.listed()));
            assertEquals(List.of(Schedule.Reason.OVERSOLD, Schedule.Reason.DUE),
                    lines.stream().map(CountLines.Line::reason).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaceThatBreaksTheQuarterIsAnIncident(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            house.move(Move.Type.RECEIVE, Warehouse.RICE, "2", Place.SUPPLIER, Warehouse.SHELF);
            house.tick(Duration.ofDays(60));

            CountPlanning.Plan enough = house.db.write(tx -> CountPlanning.plan(tx, Warehouse.STORE, Optional.empty(), house::id));
            CountPlanning.Plan nothing = house.db.write(tx -> CountPlanning.plan(tx, Warehouse.STORE, Optional.of(0), house::id));

            assertEquals(Optional.empty(), enough.breachDay());
            assertEquals(Optional.of(32), nothing.breachDay());
            assertEquals(List.of("COUNT_OVERDUE"),
                    house.db.read(tx -> tx.incidents().open()).stream().map(incident -> incident.kind()).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void classesFollowFromWhatLeftTheStoreWithinAYear(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            for (int box = 0; box < 20; box++) {
                house.move(Move.Type.RECEIVE, Warehouse.RICE, "1", Place.SUPPLIER, Warehouse.SHELF);
            }
            house.tick(Duration.ofDays(60));

            house.db.run(tx -> CountPlanning.classify(tx, Warehouse.STORE));

            Map<String, CountClass> classes = Map.of(
                    "TEA", current(house, Warehouse.TEA), "RICE", current(house, Warehouse.RICE));
            assertEquals(Map.of("TEA", CountClass.C, "RICE", CountClass.A), classes);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReportSumsRestatedDifferencesAndPointsAtItemsThatKeepLosing(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            UUID line = stocked(house, "1000");
            Instant sold = house.now().minus(Duration.ofMinutes(30));
            for (int time = 1; time <= 5; time++) {
                count(house, line, Warehouse.BEA, String.valueOf(1_000 - time));
                assertInstanceOf(CountPosting.Outcome.Posted.class, settle(house, line));
                line = house.id();
                UUID next = line;
                house.db.run(tx -> tx.countLines().add(next, TEA, CountClass.A, Schedule.Reason.DUE, tx.now()));
                house.tick(Duration.ofDays(14));
            }
            Entry late = new StockEntry.GoodsMoved(Warehouse.STORE, sold, Warehouse.BEA, Move.Type.SCRAP, "", List.of(new StockEntry.Goods(
                    1, Warehouse.item(Warehouse.TEA), Warehouse.of(Warehouse.TEA, "1"), Warehouse.SHELF, Place.SCRAP,
                    Tracking.NONE, Tracking.NONE, "late")));
            ShrinkageReport.Report before = report(house);
            house.db.write(tx -> Books.record(tx, house.entryId(), late));
            ShrinkageReport.Report after = report(house);

            assertEquals(-5, before.rows().getFirst().quantity() / 10_000);
            assertEquals("-12.50", before.rows().getFirst().value().text());
            assertEquals(Set.of(Shrinkage.Sign.LAST_FIVE, Shrinkage.Sign.SIGN_TEST), before.signs().get(Warehouse.TEA));
            assertEquals(-4, after.rows().getFirst().quantity() / 10_000);
            assertEquals(Set.of(Shrinkage.Sign.LAST_FIVE), after.signs().get(Warehouse.TEA));
            assertEquals(List.of(), house.differences());
        }
    }

    private static ShrinkageReport.Report report(Warehouse house) {
        return house.db.read(tx -> ShrinkageReport.of(tx, Warehouse.STORE, Instant.EPOCH, tx.now()));
    }

    private static CountClass current(Warehouse house, Product product) {
        return Optional.ofNullable(house.db.read(tx -> tx.countClasses().of(Warehouse.STORE)).get(product.id()))
                .orElseThrow().standing().current();
    }

    /// So much tea came an hour ago, and a line for it is on the list.
    private static UUID stocked(Warehouse house, String amount) {
        house.move(Move.Type.RECEIVE, Warehouse.TEA, amount, Place.SUPPLIER, Warehouse.SHELF);
        house.tick(Duration.ofHours(1));
        UUID line = house.id();
        house.db.run(tx -> tx.countLines().add(line, TEA, CountClass.A, Schedule.Reason.DUE, tx.now()));
        return line;
    }

    private static Counts.Outcome count(Warehouse house, UUID line, Person counter, String amount) {
        EntryId id = house.entryId();
        return house.db.write(tx -> {
            Counts.assign(tx, Warehouse.STORE, counter);
            Counts.sheet(tx, Warehouse.STORE, counter);
            return Counts.submit(tx, Warehouse.STORE, id, counter, List.of(
                    new Counts.Row(Optional.of(line), TEA, Warehouse.of(Warehouse.TEA, amount), tx.now())));
        });
    }

    private static CountPosting.Outcome settle(Warehouse house, UUID line) {
        return house.db.write(tx -> CountPosting.settle(tx, Warehouse.STORE, line, DOT, Set.of()));
    }
}
