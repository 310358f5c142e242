package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.alert.Finding;
import io.evertill.count.CountClass;
import io.evertill.count.Schedule;
import io.evertill.db.BatchStock;
import io.evertill.db.CentreOn;
import io.evertill.db.CountLines;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.lot.Lot;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.reservation.Order;
import io.evertill.reserving.Shop;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Goods that left or came without their batch are named by a person, never by a change of what was recorded (domain 2e, I22).
class LotResolutionTest {
    private static final Product TEA = Warehouse.TEA;
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatLeftWithoutItsBatchIsATaskUntilAllOfItIsNamed(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, TEA, "L-1", "10");
            leave(house, TEA, "3");
            leave(house, Warehouse.RICE, "1");
            EntryId first = house.entryId();

            List<BatchStock.Unassigned> before = tasks(house);
            List<Object> answers = List.of(
                    resolve(house, first, "L-1", "2"), resolve(house, first, "L-1", "2"), resolve(house, first, "L-1", "1"),
                    resolve(house, house.entryId(), "L-2", "1"), resolve(house, house.entryId(), "L-1", "2"));
            List<BatchStock.Unassigned> between = tasks(house);
            LotResolution.Outcome last = resolve(house, house.entryId(), "L-1", "1");

            assertEquals(List.of("-3 of 7"), before.stream().map(LotResolutionTest::text).toList());
            assertEquals(List.of("left -1", "left -1", "REQUEST_KNOWN", "UNKNOWN_LOT", "NOT_UNASSIGNED"),
                    answers.stream().map(LotResolutionTest::text).toList());
            assertEquals(List.of("-1 of 7"), between.stream().map(LotResolutionTest::text).toList());
            assertEquals("left 0", text(last));
            assertEquals(List.of(), tasks(house));
            assertEquals("7", level(house, "L-1"));
            assertEquals("0", level(house, ""));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCameWithoutItsBatchIsNamedTheOtherWay(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, TEA, "4", Place.SUPPLIER, Warehouse.SHELF);
            List<BatchStock.Unassigned> none = tasks(house);
            house.db.run(tx -> tx.lots().put(lot("L-1", Optional.empty()), tx.now()));

            List<BatchStock.Unassigned> before = tasks(house);
            LotResolution.Outcome outcome = resolve(house, house.entryId(), "L-1", "4");

            assertEquals(List.of(), none);
            assertEquals(List.of("4 of 4"), before.stream().map(LotResolutionTest::text).toList());
            assertEquals("left 0", text(outcome));
            assertEquals("4", level(house, "L-1"));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyNamesABatchWithoutAReason(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, TEA, "L-1", "10");
            leave(house, TEA, "3");
            LotResolution.Asking asking = new LotResolution.Asking(
                    TEA, Warehouse.SHELF, "L-1", Warehouse.of(TEA, "3"), Warehouse.BEA, "", Optional.empty());
            EntryId id = house.entryId();

            assertThrows(IllegalArgumentException.class, () -> house.db.write(tx -> LotResolution.resolve(tx, id, asking)));
            assertEquals("10", level(house, "L-1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCountOfTheBatchThatSawTheGoodsGoneIsCorrectedWhenTheyAreNamed(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, TEA, "L-1", "10");
            house.tick(Duration.ofHours(1));
            leave(house, TEA, "3");
            house.tick(Duration.ofHours(1));
            UUID line = house.id();
            count(house, line, "L-1", "7");
            house.tick(Duration.ofHours(1));
            String counted = level(house, "L-1");

            resolve(house, house.entryId(), "L-1", "3");

            assertEquals("7", counted);
            assertEquals("7", level(house, "L-1"));
            assertEquals("0", level(house, ""));
            assertEquals(0, house.db.read(tx -> tx.countLines().find("S1", line)).orElseThrow().posting().orElseThrow().restated());
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMinusThatBatchesCoverIsACardAboutTheBatchAndNoCount(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, TEA, "L-1", "3");
            leave(house, TEA, "3");

            List<Finding.Kind> covered = cards(house);
            CountPlanning.Plan plan = house.db.write(tx -> CountPlanning.plan(tx, "S1", Optional.of(9), house::id));
            leave(house, TEA, "1");
            List<Finding.Kind> short1 = cards(house);
            CountPlanning.Plan more = house.db.write(tx -> CountPlanning.plan(tx, "S1", Optional.of(9), house::id));
            receive(house, TEA, "L-1", "1");
            resolve(house, house.entryId(), "L-1", "4");

            assertEquals(List.of(Finding.Kind.LOT_UNASSIGNED), covered);
            assertEquals(Set.of(Finding.Kind.LOT_UNASSIGNED, Finding.Kind.OVERSOLD), Set.copyOf(short1));
            assertEquals(List.of(1, 1), List.of(plan.listed(), more.listed()));
            assertEquals(List.of(), cards(house));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tasksComePageByPage(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Product mug = house.define("MUG");
            receive(house, TEA, "L-1", "10");
            receive(house, mug, "L-1", "10");
            leave(house, TEA, "1");
            leave(house, mug, "2");
            BatchStock.Unassigned first = house.db.read(tx -> tx.batchStock().unassigned("", nil(), "", 1)).getFirst();

            List<BatchStock.Unassigned> behind = house.db.read(tx ->
                    tx.batchStock().unassigned("S1", first.key().product(), first.key().place().code(), 9));
            List<BatchStock.Unassigned> ofStore = house.db.read(tx ->
                    tx.batchStock().unassignedOf("S1", first.key().product(), first.key().place().code(), 9));

            assertEquals(1, behind.size());
            assertEquals(behind, ofStore);
            assertEquals(Set.of(TEA.id(), mug.id()), Set.of(first.key().product(), behind.getFirst().key().product()));
            assertEquals(List.of(), house.db.read(tx -> tx.batchStock().unassignedOf("S2", nil(), "", 9)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBatchThatExpiresFirstIsSuggestedFirstAndWhatNoneHasIsSaid(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.db.run(tx -> {
                tx.lots().put(lot("LATE", Optional.of("2026-09-01")), tx.now());
                tx.lots().put(lot("SOON", Optional.of("2026-04-01")), tx.now());
                tx.lots().put(lot("OVER", Optional.of("2026-03-01")), tx.now());
            });
            receive(house, TEA, "LATE", "5");
            receive(house, TEA, "SOON", "2");
            receive(house, TEA, "OVER", "9");
            receive(house, TEA, "KEPT", "1");

            assertEquals("SOON 2, LATE 1, missing 0", suggested(house, "3", 0));
            assertEquals("SOON 2, LATE 5, KEPT 1, missing 2", suggested(house, "10", 0));
            assertEquals("LATE 3, missing 0", suggested(house, "3", 31));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPromisedOfABatchIsNotSuggested(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            receive(shop.house, TEA, "L-1", "5");
            receive(shop.house, TEA, "L-2", "5");
            shop.house.tick(Duration.ofSeconds(1));
            Shop.held(shop.reserving.reserve(Shop.order("web-1",
                    new Order.Line("1", TEA.id(), Place.MAIN, "L-1", Warehouse.of(TEA, "4")))));

            assertEquals("L-1 1, L-2 2, missing 0", suggested(shop.house, "3", 0));
        }
    }

    private static String suggested(Warehouse house, String amount, int shelfDays) {
        var suggestion = house.db.read(tx ->
                LotResolution.suggest(tx, TEA, Warehouse.SHELF, Warehouse.of(TEA, amount), DAY, shelfDays));
        StringBuilder text = new StringBuilder();
        suggestion.picks().forEach(pick -> text.append(pick.lot().number()).append(' ').append(pick.quantity().text()).append(", "));
        return text + "missing " + suggestion.missing().text();
    }

    private static Lot lot(String number, Optional<String> expires) {
        return new Lot(TEA.id(), number, expires.map(LocalDate::parse), "", Lot.State.ACTIVE);
    }

    private static void receive(Warehouse house, Product product, String lot, String amount) {
        record(house, house.moved(Move.Type.RECEIVE, product, amount, Place.SUPPLIER, Warehouse.SHELF, Tracking.lot(lot)));
    }

    private static void leave(Warehouse house, Product product, String amount) {
        record(house, house.moved(Move.Type.SCRAP, product, amount, Warehouse.SHELF, Place.SCRAP, Tracking.NONE));
    }

    private static void record(Warehouse house, Entry entry) {
        EntryId id = house.entryId();
        house.db.write(tx -> Books.record(tx, id, entry));
        house.tick(Duration.ofSeconds(1));
    }

    private static void count(Warehouse house, UUID line, String lot, String amount) {
        Move.Key key = new Move.Key(TEA.id(), Warehouse.SHELF, lot);
        house.db.run(tx -> {
            tx.countLines().add(line, key, CountClass.A, Schedule.Reason.ASKED, tx.now());
            Counts.assign(tx, "S1", Warehouse.BEA);
            Counts.sheet(tx, "S1", Warehouse.BEA);
            Counts.submit(tx, "S1", new EntryId(line), Warehouse.BEA, List.of(new Counts.Row(
                    Optional.of(line), key, Warehouse.of(TEA, amount), tx.now())));
            CountPosting.settle(tx, "S1", line, Warehouse.BEA, Set.of());
            tx.countLines().approve("S1", line, new CountLines.Approval(Warehouse.BEA, "UNKNOWN", "as counted"));
            CountPosting.settle(tx, "S1", line, Warehouse.BEA, Set.of());
        });
    }

    private static LotResolution.Outcome resolve(Warehouse house, EntryId id, String lot, String amount) {
        LotResolution.Asking asking = new LotResolution.Asking(TEA, Warehouse.SHELF, lot, Warehouse.of(TEA, amount), Warehouse.BEA,
                "the box says so", Optional.<Instant>empty());
        return house.db.write(tx -> LotResolution.resolve(tx, id, asking));
    }

    private static List<BatchStock.Unassigned> tasks(Warehouse house) {
        return house.db.read(tx -> tx.batchStock().unassigned("", nil(), "", 100));
    }

    private static ProductId nil() {
        return new ProductId(new UUID(0, 0));
    }

    private static List<Finding.Kind> cards(Warehouse house) {
        return house.db.write(tx -> {
            Review.run(tx);
            return tx.alerts().open("", new UUID(0, 0), 100);
        }).stream().map(card -> card.finding().kind()).toList();
    }

    private static String level(Warehouse house, String lot) {
        return new Quantity(house.db.read(tx -> tx.stock().level(new Move.Key(TEA.id(), Warehouse.SHELF, lot))).quantity(), TEA.unit())
                .text();
    }

    private static String text(Object outcome) {
        return switch (outcome) {
            case LotResolution.Outcome.Resolved(long left) -> "left " + new Quantity(left, TEA.unit()).text();
            case LotResolution.Outcome.Refused(String code, _) -> code;
            case BatchStock.Unassigned task ->
                    new Quantity(task.quantity(), TEA.unit()).text() + " of " + new Quantity(task.whole(), TEA.unit()).text();
            default -> outcome.toString();
        };
    }
}
