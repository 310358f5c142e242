package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.count.CountClass;
import io.evertill.count.History;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.db.CentreOn;
import io.evertill.db.CountLines;
import io.evertill.db.Tills;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Hash;
import io.evertill.ledger.StreamId;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a count does to the ledger, whenever it is posted and whatever comes late (domain 2d, I26 to I28, I30).
class CountPostingTest {
    private static final Person CAL = new Person("cal", "Cal");
    private static final Move.Key TEA = new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, "");
    private static final int HISTORIES = 75;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theLedgerEndsAtWhatIsOnTheShelfInEveryHistory(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Map<Product, History> histories = new HashMap<>();
            List<Step> steps = new ArrayList<>();
            for (int seed = 1; seed <= HISTORIES; seed++) {
                Product product = house.define("P" + seed);
                History history = History.of(new Chance(seed), 0);
                histories.put(product, history);
                steps.addAll(steps(house, product, history));
            }
            steps.stream().sorted(Comparator.comparing(Step::at)).forEach(step -> {
                if (step.at().isAfter(house.now())) {
                    house.tick(Duration.between(house.now(), step.at()));
                }
                step.run().run();
            });

            histories.forEach((product, history) -> {
                Move.Key key = new Move.Key(product.id(), Warehouse.SHELF, "");
                Instant last = house.db.read(tx -> tx.countLines().posted(key)).stream()
                        .map(line -> line.posting().orElseThrow().finding().countedAt())
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH);
                long truth = history.onShelf(History.end()) + history.lostAfter(last);
                assertEquals(String.valueOf(truth), house.level(product, Warehouse.SHELF), "history " + product.sku());
            });
            assertEquals(List.of(), house.differences());
        }
    }

    private record Step(Instant at, Runnable run) {}

    private static List<Step> steps(Warehouse house, Product product, History history) {
        List<Step> steps = new ArrayList<>();
        for (History.Told move : history.moves()) {
            steps.add(new Step(move.knownAt(), () -> told(house, product, move.at(), move.quantity())));
        }
        for (History.Seen seen : history.counts()) {
            UUID line = house.id();
            steps.add(new Step(seen.at(), () -> counted(house, product, line, String.valueOf(seen.quantity()))));
            steps.add(new Step(seen.postedAt().plusMillis(1), () -> force(house, line)));
        }
        return steps;
    }

    @ParameterizedTest
    @EnumSource
    void theDifferenceIsToWhatWasThereWhenItWasCounted(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "48", Place.SUPPLIER, Warehouse.SHELF);
            house.tick(Duration.ofHours(1));
            UUID line = house.id();
            counted(house, Warehouse.TEA, line, "46");
            house.tick(Duration.ofHours(1));
            house.move(Move.Type.SCRAP, Warehouse.TEA, "7", Warehouse.SHELF, Place.SCRAP);

            force(house, line);

            assertEquals("39", house.level(Warehouse.TEA, Warehouse.SHELF));
            CountLines.Posting posting = posting(house, line);
            assertEquals(List.of(46L, 48L, 41L, -2L, 39L), List.of(posting.finding().counted(), posting.finding().expected(),
                            posting.finding().before(), posting.finding().variance(), posting.finding().after()).stream()
                    .map(each -> each / Quantity.ONE).toList());
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatComesLateIsTakenBackOnceAtTheEarliestCountThatSawIt(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            house.tick(Duration.ofHours(1));
            Instant sold = house.now();
            UUID first = house.id();
            UUID second = house.id();
            house.tick(Duration.ofHours(1));
            counted(house, Warehouse.TEA, first, "7");
            house.tick(Duration.ofHours(1));
            counted(house, Warehouse.TEA, second, "7");
            force(house, second);
            force(house, first);

            EntryId late = told(house, Warehouse.TEA, sold, -3);
            house.db.write(tx -> Books.record(tx, late, moved(Warehouse.TEA, sold, -3)));

            assertEquals("7", house.level(Warehouse.TEA, Warehouse.SHELF));
            List<String> corrections = new ArrayList<>();
            house.db.read(tx -> {
                tx.stock().eachMovement(TEA, movement -> {
                    if (movement.type().equals("COUNT_CORRECTION")) {
                        corrections.add(movement.quantity() / Quantity.ONE + " for " + movement.reference().id());
                    }
                });
                return corrections;
            });
            assertEquals(List.of("3 for " + second, "3 for " + first), corrections);
            assertEquals(List.of(0L, 0L), List.of(posting(house, first).restated(), posting(house, second).restated()));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSecondCountThatSeesTheSameFindsNoDifference(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            house.tick(Duration.ofHours(1));
            UUID first = house.id();
            counted(house, Warehouse.TEA, first, "8");
            force(house, first);
            house.tick(Duration.ofHours(1));
            UUID second = house.id();
            counted(house, Warehouse.TEA, second, "8");

            CountPosting.Outcome outcome = settle(house, second);

            assertEquals(0, assertInstanceOf(CountPosting.Outcome.Posted.class, outcome).finding().variance());
            assertEquals("8", house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsThatTheLedgerNeverHadAreFound(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            UUID nothing = house.id();
            UUID some = house.id();
            counted(house, Warehouse.RICE, nothing, "0");
            counted(house, Warehouse.TEA, some, "2");

            force(house, nothing);
            force(house, some);

            assertEquals("2", house.level(Warehouse.TEA, Warehouse.SHELF));
            long levels = house.db.read(tx -> tx.stock().levelCount());
            assertEquals(1, levels);
            assertEquals(LineState.POSTED, state(house, nothing));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMovementAtTheSameTimeMakesTheCountWorthless(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            house.tick(Duration.ofSeconds(20));
            UUID line = house.id();
            counted(house, Warehouse.TEA, line, "10");

            CountPosting.Outcome outcome = settle(house, line);

            assertInstanceOf(CountPosting.Outcome.Ambiguous.class, outcome);
            assertEquals(LineState.CANCELLED, state(house, line));
            assertEquals(List.of(Schedule.Reason.AMBIGUOUS), house.db.read(tx -> Counts.open(tx, Warehouse.STORE)).stream()
                    .map(CountLines.Line::reason).toList());
            assertEquals("10", house.level(Warehouse.TEA, Warehouse.SHELF));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLineWaitsUntilEveryTillOfTheBranchWasHeardPastItOrASupervisorWaivesIt(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.db.run(tx -> tx.tills().enrol("t1", new Tills.Seat(Warehouse.STORE, "T1"), Bytes.of("k"), Hash.sha256(new byte[1]),
                    tx.now()));
            house.db.run(tx -> tx.tills().enrol("t2", new Tills.Seat("S2", "T2"), Bytes.of("k"), Hash.sha256(new byte[2]), tx.now()));
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            house.tick(Duration.ofHours(1));
            UUID line = house.id();
            UUID other = house.id();
            counted(house, Warehouse.TEA, line, "10");
            counted(house, Warehouse.RICE, other, "0");

            house.tick(Duration.ofMinutes(10));
            house.db.run(tx -> tx.tills().heard("t1", 0, 0, tx.now()));
            CountPosting.Outcome soon = settle(house, line);
            house.tick(Duration.ofMinutes(10));
            house.db.run(tx -> {
                tx.acceptedStreams().openAndLock(Warehouse.STORE,
                        new Genesis("t1", new StreamId(new UUID(1, 1)), Optional.empty()), tx.now());
                tx.tills().heard("t1", 5, 0, tx.now());
            });
            CountPosting.Outcome behind = settle(house, line);
            CountPosting.Outcome waived = house.db.write(tx ->
                    CountPosting.settle(tx, Warehouse.STORE, other, Warehouse.BEA, Set.of("T1")));
            house.db.run(tx -> tx.tills().heard("t1", 0, 0, tx.now()));
            CountPosting.Outcome heard = settle(house, line);

            assertEquals(new CountPosting.Outcome.NotHeard(List.of("T1")), soon);
            assertEquals(new CountPosting.Outcome.NotHeard(List.of("T1")), behind);
            assertInstanceOf(CountPosting.Outcome.Posted.class, waived);
            assertInstanceOf(CountPosting.Outcome.Posted.class, heard);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCountAndWhatComesLateAtTheSameTimeEndAtTheSame(CentreOn on) throws Exception {
        try (Warehouse house = new Warehouse(on, folder); ExecutorService workers = Executors.newFixedThreadPool(2)) {
            Map<Product, UUID> lines = new LinkedHashMap<>();
            Map<Product, EntryId> late = new HashMap<>();
            for (int number = 1; number <= 40; number++) {
                Product product = house.define("P" + number);
                house.move(Move.Type.RECEIVE, product, "1000", Place.SUPPLIER, Warehouse.SHELF);
                lines.put(product, house.id());
                late.put(product, house.entryId());
            }
            house.tick(Duration.ofHours(1));
            Instant sold = house.now();
            house.tick(Duration.ofHours(1));
            lines.forEach((product, line) -> counted(house, product, line, "999"));

            Future<?> telling = workers.submit(() -> late.forEach((product, id) ->
                    house.db.write(tx -> Books.record(tx, id, moved(product, sold, -1)))));
            Future<?> posting = workers.submit(() -> lines.values().forEach(line -> force(house, line)));
            telling.get();
            posting.get();

            lines.keySet().forEach(product -> assertEquals("999", house.level(product, Warehouse.SHELF)));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLongSheetIsPostedWhileTheSameGoodsMoveElsewhere(CentreOn on) throws Exception {
        try (Warehouse house = new Warehouse(on, folder); ExecutorService workers = Executors.newFixedThreadPool(2)) {
            List<Product> products = IntStream.rangeClosed(1, 230).mapToObj(number -> house.define("P" + number)).toList();
            products.forEach(product -> house.move(Move.Type.RECEIVE, product, "1000", Place.SUPPLIER, Warehouse.SHELF));
            house.tick(Duration.ofHours(1));
            List<UUID> lines = new ArrayList<>();
            products.forEach(product -> {
                lines.add(house.id());
                counted(house, product, lines.getLast(), "999");
            });
            house.tick(Duration.ofHours(1));
            Map<UUID, CountPosting.Outcome> told = new LinkedHashMap<>();

            Future<?> moving = workers.submit(() -> products.reversed().forEach(product ->
                    house.db.write(tx -> Books.record(tx, house.entryId(), moved(product, tx.now(), 1)))));
            Future<?> posting = workers.submit(() -> CountPosting.settleAll(
                    house.db, Warehouse.STORE, Warehouse.BEA, Set.of(), told::put));
            moving.get();
            posting.get();

            assertEquals(lines.stream().sorted().toList(), told.keySet().stream().sorted().toList());
            told.values().forEach(outcome -> assertInstanceOf(CountPosting.Outcome.Posted.class, outcome));
            products.forEach(product -> assertEquals("1000", house.level(product, Warehouse.SHELF)));
            assertEquals(List.of(), house.differences());
        }
    }

    /// Posts what is counted as if a person had approved it, however far off it is.
    private static void force(Warehouse house, UUID line) {
        CountPosting.Outcome outcome = settle(house, line);
        if (outcome instanceof CountPosting.Outcome.Recount || outcome instanceof CountPosting.Outcome.Review) {
            house.db.run(tx -> tx.countLines().approve(
                    Warehouse.STORE, line, new CountLines.Approval(CAL, "UNKNOWN", "as counted")));
            outcome = settle(house, line);
        }
        assertTrue(outcome instanceof CountPosting.Outcome.Posted || outcome instanceof CountPosting.Outcome.Ambiguous,
                outcome.toString());
    }

    private static CountPosting.Outcome settle(Warehouse house, UUID line) {
        return house.db.write(tx -> CountPosting.settle(tx, Warehouse.STORE, line, Warehouse.BEA, Set.of()));
    }

    private static void counted(Warehouse house, Product product, UUID line, String amount) {
        Move.Key key = new Move.Key(product.id(), Warehouse.SHELF, "");
        Counts.Outcome outcome = house.db.write(tx -> {
            tx.countLines().add(line, key, CountClass.A, Schedule.Reason.ASKED, tx.now());
            Counts.assign(tx, Warehouse.STORE, Warehouse.BEA);
            Counts.sheet(tx, Warehouse.STORE, Warehouse.BEA);
            return Counts.submit(tx, Warehouse.STORE, new EntryId(line), Warehouse.BEA, List.of(new Counts.Row(
                    Optional.of(line), key, Warehouse.of(product, amount), tx.now())));
        });
        assertEquals(new Counts.Outcome.Done(), outcome);
    }

    private static EntryId told(Warehouse house, Product product, Instant at, long quantity) {
        EntryId id = house.entryId();
        house.db.write(tx -> Books.record(tx, id, moved(product, at, quantity)));
        return id;
    }

    private static Entry moved(Product product, Instant at, long quantity) {
        boolean isIn = quantity > 0;
        return new StockEntry.GoodsMoved(Warehouse.STORE, at, Warehouse.BEA, isIn ? Move.Type.RECEIVE : Move.Type.SCRAP, "",
                List.of(new StockEntry.Goods(1, Warehouse.item(product), Quantity.of(Math.abs(quantity), product.unit()),
                        isIn ? Place.SUPPLIER : Warehouse.SHELF, isIn ? Warehouse.SHELF : Place.SCRAP, Tracking.NONE,
                        Tracking.NONE, "as told")));
    }

    private static CountLines.Posting posting(Warehouse house, UUID line) {
        return house.db.read(tx -> tx.countLines().find(Warehouse.STORE, line)).flatMap(CountLines.Line::posting).orElseThrow();
    }

    private static LineState state(Warehouse house, UUID line) {
        return house.db.read(tx -> tx.countLines().find(Warehouse.STORE, line)).orElseThrow().state();
    }
}
