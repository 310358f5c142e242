package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.count.CountClass;
import io.evertill.count.Schedule;
import io.evertill.db.CentreOn;
import io.evertill.db.CountLines;
import io.evertill.db.Serials;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.ledger.EntryId;
import io.evertill.lot.PieceDifference;
import io.evertill.lot.Serial;
import io.evertill.person.Person;
import io.evertill.stock.Place;
import io.evertill.stock.Tracking;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A count of pieces with numbers compares sets (domain 2f), and the late rule holds for each piece.
class PieceCountTest {
    private static final Person CAL = new Person("cal", "Cal");
    private static final Move.Key KEY = new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, "");
    private static final Place OTHER = Place.shelf("S2");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aMissingPieceIsLostAnUnexpectedOneIsFoundAndTheRestIsWithoutNumbers(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, "A", "B");
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "2", Place.SUPPLIER, Warehouse.SHELF);
            house.tick(Duration.ofHours(1));

            UUID line = counted(house, "4", "B", "C", "D");
            force(house, line);

            assertEquals("4", house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals(Map.of("B", 1L, "C", 1L, "D", 1L), at(house));
            assertEquals(List.of(Optional.of(Place.LOSS), Optional.of(Warehouse.SHELF)), List.of(where(house, "A"), where(house, "C")));
            assertEquals(Optional.of(new PieceDifference(List.of("A"), List.of("C", "D"))), posted(house, line));
            assertEquals(List.of(), conflicts(house));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherPieceInItsPlaceIsOutsideEveryToleranceAndASecondPersonCounts(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, "A");
            house.tick(Duration.ofHours(1));
            UUID line = counted(house, "1", "B");

            CountPosting.Outcome first = settle(house, line);
            house.tick(Duration.ofHours(1));
            count(house, line, CAL, row(house, Optional.of(line), "1", "B"));
            CountPosting.Outcome second = settle(house, line);

            assertInstanceOf(CountPosting.Outcome.Recount.class, first);
            assertInstanceOf(CountPosting.Outcome.Review.class, second);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameSetsFoundTwiceAreNoDifferenceTheSecondTime(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, "A", "B");
            house.tick(Duration.ofHours(1));
            force(house, counted(house, "1", "C"));
            house.tick(Duration.ofHours(1));

            CountPosting.Outcome again = settle(house, counted(house, "1", "C"));

            assertEquals(0, assertInstanceOf(CountPosting.Outcome.Posted.class, again).finding().variance());
            assertEquals(1, house.db.read(tx -> tx.stock().sumUpTo(KEY, tx.now())) / 10_000);
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPieceThatWasMissingAndTurnsOutToBeSoldIsWithTheCustomer(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, "A", "B");
            house.tick(Duration.ofHours(1));
            Instant sold = house.now();
            house.tick(Duration.ofHours(1));
            UUID line = counted(house, "1", "B");
            force(house, line);

            told(house, Move.Type.SUPPLIER_RETURN, sold, Warehouse.SHELF, Place.SUPPLIER, "A");

            assertEquals("1", house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals(Optional.of(Place.SUPPLIER), where(house, "A"));
            assertEquals(List.of(), conflicts(house));
            assertEquals(0, house.db.read(tx -> tx.countLines().find("S1", line)).orElseThrow().posting().orElseThrow().restated());
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPieceThatWasFoundAndTurnsOutToHaveBeenDeliveredIsThereOnce(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, "A");
            house.tick(Duration.ofHours(1));
            Instant came = house.now();
            house.tick(Duration.ofHours(1));
            force(house, counted(house, "2", "A", "B"));

            told(house, Move.Type.RECEIVE, came, Place.SUPPLIER, Warehouse.SHELF, "B");

            assertEquals("2", house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals(Map.of("A", 1L, "B", 1L), at(house));
            assertEquals(Optional.of(Warehouse.SHELF), where(house, "B"));
            assertEquals(List.of(), conflicts(house));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPieceThatWasSeenCannotHaveLeftBefore(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, "A");
            house.tick(Duration.ofHours(1));
            Instant sold = house.now();
            house.tick(Duration.ofHours(1));
            force(house, counted(house, "1", "A"));

            told(house, Move.Type.SUPPLIER_RETURN, sold, Warehouse.SHELF, Place.SUPPLIER, "A");

            assertEquals("1", house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals(List.of("A WRONG_PLACE"), conflicts(house));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPieceThatIsFoundWhereItCannotBeIsAConflictAndIsCountedWhereItShouldBe(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, "A");
            record(house, new StockEntry.GoodsMoved("S2", house.now(), Warehouse.BEA, Move.Type.RECEIVE, "D-2", List.of(
                    new StockEntry.Goods(1,
                    Warehouse.item(Warehouse.TEA), Warehouse.of(Warehouse.TEA, "1"), Place.SUPPLIER, OTHER, new Tracking("", "B"),
                    new Tracking("", "B"), ""))));
            house.tick(Duration.ofHours(1));

            force(house, counted(house, "2", "A", "B"));

            assertEquals(List.of("B WRONG_PLACE"), conflicts(house));
            assertEquals(List.of("S2 SERIAL_CONFLICT"), queued(house));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCountOfPiecesNamesThem(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, "A", "B");
            house.tick(Duration.ofHours(1));
            Counts.Row number = new Counts.Row(Optional.empty(), KEY, Warehouse.of(Warehouse.TEA, "2"), house.now());

            List<Counts.Outcome> outcomes = List.of(submit(house, house.entryId(), number),
                    submit(house, house.entryId(), row(house, Optional.empty(), "1", "A", "B")),
                    submit(house, house.entryId(), row(house, Optional.empty(), "2", "A", "A")),
                    submit(house, house.entryId(), row(house, Optional.empty(), "2", "A", " ")));
            EntryId id = house.entryId();
            Counts.Row right = row(house, Optional.empty(), "2", "A", "B");
            Counts.Outcome done = submit(house, id, right);
            Counts.Outcome again = submit(house, id, right);
            Counts.Outcome other = submit(house, id, row(house, Optional.empty(), "2", "A", "C"));

            outcomes.forEach(outcome -> assertInstanceOf(Counts.Outcome.Refused.class, outcome));
            assertTrue(outcomes.getFirst().toString().contains("its pieces have numbers"), outcomes::toString);
            assertEquals(List.of(new Counts.Outcome.Done(), new Counts.Outcome.Done()), List.of(done, again));
            assertInstanceOf(Counts.Outcome.Refused.class, other);
        }
    }

    private static void receive(Warehouse house, String... numbers) {
        for (String number : numbers) {
            record(house, house.moved(Move.Type.RECEIVE, Warehouse.TEA, "1", Place.SUPPLIER, Warehouse.SHELF, new Tracking("", number)));
        }
    }

    private static void told(Warehouse house, Move.Type type, Instant at, Place from, Place to, String number) {
        record(house, new StockEntry.GoodsMoved("S1", at, Warehouse.BEA, type, "D-3", List.of(new StockEntry.Goods(1,
                Warehouse.item(Warehouse.TEA), Warehouse.of(Warehouse.TEA, "1"), from, to, new Tracking("", number),
                new Tracking("", number), "as told"))));
    }

    private static void record(Warehouse house, Entry entry) {
        EntryId id = house.entryId();
        house.db.write(tx -> Books.record(tx, id, entry));
        house.tick(Duration.ofMinutes(1));
    }

    private static Counts.Row row(Warehouse house, Optional<UUID> line, String amount, String... numbers) {
        return new Counts.Row(line, KEY, Warehouse.of(Warehouse.TEA, amount), house.now(), Optional.of(List.of(numbers)));
    }

    private static UUID counted(Warehouse house, String amount, String... numbers) {
        UUID line = house.id();
        house.db.run(tx -> tx.countLines().add(line, KEY, CountClass.A, Schedule.Reason.ASKED, tx.now()));
        count(house, line, Warehouse.BEA, row(house, Optional.of(line), amount, numbers));
        return line;
    }

    private static void count(Warehouse house, UUID line, Person counter, Counts.Row row) {
        EntryId id = house.entryId();
        Counts.Outcome outcome = house.db.write(tx -> {
            Counts.assign(tx, "S1", counter);
            Counts.sheet(tx, "S1", counter);
            return Counts.submit(tx, "S1", id, counter, List.of(row));
        });
        assertEquals(new Counts.Outcome.Done(), outcome, line::toString);
    }

    private static Counts.Outcome submit(Warehouse house, EntryId id, Counts.Row row) {
        return house.db.write(tx -> Counts.submit(tx, "S1", id, Warehouse.BEA, List.of(row)));
    }

    private static CountPosting.Outcome settle(Warehouse house, UUID line) {
        return house.db.write(tx -> CountPosting.settle(tx, "S1", line, Warehouse.BEA, Set.of()));
    }

    private static void force(Warehouse house, UUID line) {
        CountPosting.Outcome outcome = settle(house, line);
        if (!(outcome instanceof CountPosting.Outcome.Posted)) {
            house.db.run(tx -> tx.countLines().approve("S1", line, new CountLines.Approval(CAL, "UNKNOWN", "as counted")));
            outcome = settle(house, line);
        }
        assertInstanceOf(CountPosting.Outcome.Posted.class, outcome);
        house.tick(Duration.ofMinutes(1));
    }

    private static Map<String, Long> at(Warehouse house) {
        return house.db.read(tx -> tx.serials().at(KEY, tx.now()));
    }

    private static Optional<Place> where(Warehouse house, String number) {
        return Serial.of(house.db.read(tx -> tx.serials().history(Warehouse.TEA.id(), number)).stream()
                .map(Serials.Event::step).toList()).at();
    }

    private static Optional<PieceDifference> posted(Warehouse house, UUID line) {
        return house.db.read(tx -> tx.countLines().find("S1", line).flatMap(CountLines.Line::posting)
                .flatMap(posting -> CountPosting.posted(tx, "S1", posting)));
    }

    private static List<String> conflicts(Warehouse house) {
        return house.db.read(tx -> tx.serials().open(new UUID(0, 0), 100)).stream()
                .map(conflict -> conflict.serial() + " " + conflict.kind()).toList();
    }

    private static List<String> queued(Warehouse house) {
        return house.db.read(tx -> Stream.of("S1", "S2").flatMap(branch -> Counts.open(tx, branch).stream()).toList())
                .stream().map(line -> line.key().place().branch() + " " + line.reason()).toList();
    }
}
