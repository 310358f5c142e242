package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.availability.Consignment;
import io.evertill.availability.Promise;
import io.evertill.db.CentreOn;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.feed.Pull;
import io.evertill.inventory.Books;
import io.evertill.inventory.StockFeed;
import io.evertill.journal.JournalLine;
import io.evertill.journal.StockReckoning;
import io.evertill.journal.StockReckoning.Own;
import io.evertill.ledger.EntryId;
import io.evertill.outbox.Courier;
import io.evertill.outbox.Rehome;
import io.evertill.outbox.Shop;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Claim;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.sale.Sale;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.transfer.Route;
import io.evertill.transfer.State;
import io.evertill.transfer.TransferId;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import io.evertill.wire.StockRows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Why a till shows as much as it does: what was told and all that is listed is what is shown, whatever happened.
@Exempt(rule = "size", reason = "one shop, and everything that can stand behind a figure in it", until = "2027-12-31")
@Exempt(rule = "imports", reason = "a till and a centre with goods, from the till's sale to its screen", until = "2028-12-31")
class StockWhyTest {
    private static final List<String> SKUS = List.of("MUG1", "MUG2");

    @TempDir
    Path folder;

    private Shop shop;
    private StockFeed stock;
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");

    @BeforeEach
    void open() {
        shop = new Shop(folder, CentreOn.SQLITE.open(folder, () -> now));
        stock = new StockFeed(shop.centre, shop.feed, Duration.ZERO, Duration.ZERO);
        pull();
        shop.openShift();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /// What a till moved, as the test remembers it.
    private record Moved(String receipt, long pieces) {}

    /// How much others moved, and how many of the till's own movements were applied, when the centre looked.
    private record Looked(long others, int own) {}

    /// The model needs neither streams nor positions: of the till's own movements the first so many were applied when the figure was made.
    @RandomTest(seeds = 12)
    void whatIsToldAndAllThatIsListedIsWhatIsShown(Chance chance) {
        Map<String, List<Moved>> own = new HashMap<>();
        Map<String, Long> received = new HashMap<>();
        Map<String, Looked> looked = new HashMap<>();
        Map<String, Looked> told = new HashMap<>();
        List<Returnable> sold = new ArrayList<>();
        SKUS.forEach(sku -> own.put(sku, new ArrayList<>()));
        for (int step = 0; step < 90; step++) {
            String sku = chance.pick(SKUS);
            switch (chance.below(10)) {
                case 0, 1, 2 -> {
                    Sale sale = sell(sku, 1L + chance.below(3), chance.pick("", "", "L-1", "L-2"));
                    own.get(sku).add(new Moved(sale.receipt().text(), -sale.lines().getFirst().quantity().tenThousandths()));
                    sold.addAll(shop.register.find(sale.receipt()).orElseThrow());
                }
                case 3, 4 -> {
                    if (!sold.isEmpty()) {
                        Returnable line = sold.remove(chance.below(sold.size()));
                        Sale back = takeBack(line, chance.pick("", "VOID_LAST CUSTOMER_LEFT"));
                        own.get(line.line().item().sku().code())
                                .add(new Moved(back.receipt().text(), line.left().tenThousandths()));
                    }
                }
                case 5 -> {
                    long count = 1L + chance.below(5);
                    receive(sku, count);
                    received.merge(sku, count * Quantity.ONE, Math::addExact);
                }
                case 6 -> assertInstanceOf(Courier.Round.Delivered.class, shop.courier(shop.link()).round());
                case 7 -> shop.apply.step();
                case 8 -> {
                    look();
                    SKUS.forEach(each -> applied(each).ifPresent(count ->
                            looked.put(each, new Looked(received.getOrDefault(each, 0L), count))));
                }
                default -> {
                    if (chance.oneIn(4)) {
                        new Rehome(shop.till, shop::id).move();
                    } else {
                        pull();
                        told.putAll(looked);
                    }
                }
            }
            for (String each : SKUS) {
                holds(each, own.get(each), Optional.ofNullable(told.get(each)));
            }
        }
    }

    private void holds(String sku, List<Moved> own, Optional<Looked> told) {
        StockReckoning why = why(sku);
        List<Moved> expected = own.subList(told.map(Looked::own).orElse(0), own.size());
        long covered = own.stream().limit(told.map(Looked::own).orElse(0)).mapToLong(Moved::pieces).sum();

        assertEquals(told.map(figure -> figure.others() + covered), why.told().map(StockReckoning.Told::quantity));
        assertEquals(expected.reversed(),
                why.recorded().rows().stream().map(row -> new Moved(row.receipt(), row.quantity())).toList());
        long listed = why.recorded().rows().stream().mapToLong(Own::quantity).sum();
        assertEquals(listed + why.recorded().othersQuantity(), why.recorded().quantity());
        assertEquals(new StockLookup(shop.till, "S1").here(product(sku)), why.shown());
        assertEquals(why.told().map(figure -> figure.quantity() + listed), why.shown().map(shown -> shown.quantity()));
    }

    @Test
    void howFarEachHasComeIsSaidUntilTheFigureHasIt() {
        receive("MUG1", 10);
        tell();
        Sale sale = sell("MUG1", 2);
        String saved = texts(why("MUG1").recorded());
        deliver();
        String accepted = texts(why("MUG1").recorded());
        shop.applyAll();
        deliver();
        String applied = texts(why("MUG1").recorded());
        tell();

        assertEquals("-2 SALE " + sale.receipt() + " Anna SAVED", saved);
        assertEquals(saved.replace("SAVED", "ACCEPTED"), accepted);
        assertEquals(saved.replace("SAVED", "APPLIED"), applied);
        assertEquals("", texts(why("MUG1").recorded()));
        assertEquals(8 * Quantity.ONE, why("MUG1").told().orElseThrow().quantity());
        assertEquals(now, why("MUG1").told().orElseThrow().asOf());
    }

    @Test
    void everyNumberIsFoundByTheJournalAndSaysWhatHappened() {
        receive("MUG1", 10);
        tell();
        Sale sale = sell("MUG1", 3);
        Sale back = takeBack(line(sale), "");
        Sale other = sell("MUG1", 1);
        Sale undone = takeBack(line(other), "VOID_LAST MISTAKE");
        Sale collected = collect("MUG1", 2);
        Sale marked = sell(new Tracking("L-7", "SN-1"));

        assertEquals(List.of("-1 SALE " + marked.receipt() + " Anna SAVED L-7 SN-1", "-2 COLLECTED " + collected.receipt() + " Anna SAVED",
                "+1 VOID " + undone.receipt() + " Anna SAVED", "-1 SALE " + other.receipt() + " Anna SAVED",
                "+3 RETURN " + back.receipt() + " Anna SAVED", "-3 SALE " + sale.receipt() + " Anna SAVED"),
                List.of(texts(why("MUG1").recorded()).split(", ", -1)));
        SalesJournal journal = new SalesJournal(shop.till, shop.lookup);
        why("MUG1").recorded().rows().forEach(row -> assertEquals(List.of(row.entry()),
                journal.page(row.receipt(), Optional.empty(), 9).lines().stream().map(JournalLine::entry).toList()));
    }

    @Test
    void whatIsNotListedIsInTheSum() {
        receive("MUG1", 500);
        tell();
        for (int sale = 0; sale < StockReckoning.ROWS_MAX + 3; sale++) {
            sell("MUG1", 1);
        }

        StockReckoning why = why("MUG1");

        assertEquals(StockReckoning.ROWS_MAX, why.recorded().rows().size());
        assertEquals(3, why.recorded().others());
        assertEquals(-3 * Quantity.ONE, why.recorded().othersQuantity());
        assertEquals((500 - 103) * Quantity.ONE, why.shown().orElseThrow().quantity());
        assertEquals(new StockLookup(shop.till, "S1").here(product("MUG1")), why.shown());
    }

    @Test
    void ofWhatTheCentreNeverToldOnlyWhatTheTillRecordedIsKnown() {
        Sale sale = sell("MUG1", 2);

        StockReckoning why = why("MUG1");

        assertEquals(Optional.empty(), why.told());
        assertEquals(Optional.empty(), why.shown());
        assertEquals("-2 SALE " + sale.receipt() + " Anna SAVED", texts(why.recorded()));
        assertEquals(-2 * Quantity.ONE, why.recorded().quantity());
    }

    /// The newest of all batches; the others are in the sum.
    @Test
    void withoutAFigureTheNewestAreListedAndAllAreInTheSum() {
        List<String> numbers = new ArrayList<>();
        for (int sale = 0; sale < StockReckoning.ROWS_MAX + 30; sale++) {
            numbers.add(sell("MUG1", 1 + sale % 2, List.of("", "L-1", "L-2").get(sale % 3)).receipt().text());
        }

        StockReckoning why = why("MUG1");

        assertEquals(Optional.empty(), why.told());
        assertEquals(numbers.reversed().subList(0, StockReckoning.ROWS_MAX), why.recorded().rows().stream().map(Own::receipt).toList());
        assertEquals(30, why.recorded().others());
        assertEquals(-45 * Quantity.ONE, why.recorded().othersQuantity());
        assertEquals(-195 * Quantity.ONE, why.recorded().quantity());
    }

    /// As an older program took a sale back: it names the sale by its id.
    @Test
    void aSaleThatAnOlderProgramTookBackIsNamedByItsReceipt() {
        Sale sale = sell("MUG1", 2);
        EntryId sold = why("MUG1").recorded().rows().getFirst().entry();
        shop.tick();
        assertInstanceOf(Outcome.Saved.class, shop.register.record(shop.register.entryId(), (tx, branch) -> new TillEntry.Voided(
                branch, tx.now(), Shop.ANNA, sale.shift(), Optional.of(sold.value()), sale.lines(), sale.total(), sale.total(), "wrong")));

        StockReckoning why = why("MUG1");

        assertEquals("+2 VOID " + sale.receipt() + " Anna SAVED, -2 SALE " + sale.receipt() + " Anna SAVED", texts(why.recorded()));
        assertEquals(0, why.recorded().quantity());
    }

    @Test
    void whatTheCentreHasSetAsideIsInNoFigureAndIsNamed() {
        receive("MUG1", 10);
        tell();
        Basket basket = Basket.empty(Shop.GBP, TaxRule.USUAL)
                .ring(Checkouts.item("MUG1"), Quantity.of(1, Unit.EACH), Checkouts.price())
                .ring(Checkouts.item("GHOST"), Quantity.of(1, Unit.EACH), Checkouts.price());
        Sale sale = checkout(basket);
        StockReckoning before = why("MUG1");
        deliver();
        shop.applyAll();
        deliver();
        receive("MUG1", 1);
        tell();

        StockReckoning after = why("MUG1");

        assertEquals(9 * Quantity.ONE, before.shown().orElseThrow().quantity());
        assertEquals(0, before.aside().rows().size());
        assertEquals(11 * Quantity.ONE, after.shown().orElseThrow().quantity());
        assertEquals("", texts(after.recorded()));
        assertEquals("-1 SALE " + sale.receipt() + " Anna SET_ASIDE", texts(after.aside()));
    }

    /// The centre holds it under its first place; the till finds it under the one in its new ledger, and in the one after that.
    @ParameterizedTest
    @EnumSource
    void whatIsSetAsideStaysSoWhenTheTillMovesIntoANewLedger(CentreOn on, @TempDir Path other) {
        close();
        shop = new Shop(other, on.open(other, () -> now));
        stock = new StockFeed(shop.centre, shop.feed, Duration.ZERO, Duration.ZERO);
        pull();
        shop.openShift();
        receive("MUG1", 10);
        Sale sale = checkout(Basket.empty(Shop.GBP, TaxRule.USUAL)
                .ring(Checkouts.item("MUG1"), Quantity.of(1, Unit.EACH), Checkouts.price())
                .ring(Checkouts.item("GHOST"), Quantity.of(1, Unit.EACH), Checkouts.price()));
        deliver();
        shop.applyAll();
        for (int move = 0; move < 2; move++) {
            new Rehome(shop.till, shop::id).move();
            sell("MUG2", 1);
            deliver();
            shop.applyAll();
            deliver();
            tell();

            StockReckoning moved = why("MUG1");
            assertEquals(10 * Quantity.ONE, moved.shown().orElseThrow().quantity());
            assertEquals("", texts(moved.recorded()));
            assertEquals("-1 SALE " + sale.receipt() + " Anna SET_ASIDE", texts(moved.aside()));
            assertEquals(List.of(sale.receipt().text()), new SalesJournal(shop.till, shop.lookup).aside().stream()
                    .map(story -> story.line().number()).toList());
        }

        shop.centre.run(tx -> {
            Product ghost = Shop.product("GHOST", "Ghost", "1.00");
            tx.definitions().putProduct(ghost.id(), ghost.sku(), Json.canonical(Rows.product(ghost)), tx.now());
            shop.feed.put(tx, "product", "", ghost.id().toString(), Rows.product(ghost));
        });
        shop.feed.publish();
        shop.applyAll();
        deliver();
        tell();

        assertEquals(9 * Quantity.ONE, why("MUG1").shown().orElseThrow().quantity());
        assertEquals("", texts(why("MUG1").aside()));
        assertEquals(List.of(), new SalesJournal(shop.till, shop.lookup).aside());
    }

    @Test
    void whatIsPromisedAndWhatIsOnItsWayIsListed() {
        receive("MUG1", 10);
        Instant later = now.plusSeconds(3_600);
        ProductId mug = product("MUG1");
        Promise ann = new Promise(new UUID(5, 5), mug, "L-7", 3 * Quantity.ONE, "Ann", "W-2", later.plusSeconds(60));
        Promise bob = new Promise(new UUID(6, 6), mug, "", 2 * Quantity.ONE, "Bob", "W-1", later);
        Promise over = new Promise(new UUID(7, 7), mug, "", Quantity.ONE, "Cy", "W-3", now.minusSeconds(60));
        shop.centre.run(tx -> {
            List.of(ann, bob, over).forEach(promise ->
                    shop.feed.put(tx, "reservation", "S1", promise.reservation().toString(), StockRows.reservation(promise)));
            List.of(consignment("T-1", "S2", "S1", State.IN_TRANSIT, mug, 6), consignment("T-2", "S1", "S3", State.RETURNING, mug, 1),
                    consignment("T-3", "S1", "S3", State.IN_TRANSIT, mug, 9),
                    consignment("T-4", "S2", "S1", State.IN_TRANSIT, product("MUG2"), 4)).forEach(each ->
                    shop.feed.put(tx, "transfer", "S1", each.transfer().text(), StockRows.transfer(each)));
        });
        shop.feed.publish();
        tell();

        StockReckoning why = why("MUG1");

        assertEquals(List.of(new StockReckoning.Promised("W-1", "Bob", 2 * Quantity.ONE, later, ""),
                new StockReckoning.Promised("W-2", "Ann", 3 * Quantity.ONE, later.plusSeconds(60), "L-7")), why.promised().rows());
        assertEquals(5 * Quantity.ONE, why.promised().quantity());
        assertEquals(5 * Quantity.ONE, why.shown().orElseThrow().sellable());
        assertEquals(List.of(new StockReckoning.Coming("T-1", "S2", 6 * Quantity.ONE, Optional.of(later)),
                new StockReckoning.Coming("T-2", "S3", Quantity.ONE, Optional.of(later))), why.coming().rows());
    }

    /// The promise becomes a movement: what can be sold stays the same.
    @Test
    void whatIsCollectedIsAMovementAndNoPromiseAnyMore() {
        receive("MUG1", 10);
        Promise promise = new Promise(new UUID(8, 8), product("MUG1"), "", 3 * Quantity.ONE, "Ann", "WEB-4711", now.plusSeconds(3_600));
        shop.centre.run(tx -> shop.feed.put(
                tx, "reservation", "S1", promise.reservation().toString(), StockRows.reservation(promise)));
        shop.feed.publish();
        tell();
        StockReckoning before = why("MUG1");
        Sale part = collect("MUG1", 2);
        StockReckoning partly = why("MUG1");
        collect("MUG1", 1);
        StockReckoning wholly = why("MUG1");

        assertEquals(List.of(3L, 1L, 0L), List.of(before, partly, wholly).stream()
                .map(each -> each.promised().quantity() / Quantity.ONE).toList());
        assertEquals("-2 COLLECTED " + part.receipt() + " Anna SAVED", texts(partly.recorded()));
        assertEquals(List.of(), wholly.promised().rows());
        assertEquals(List.of(7L, 7L, 7L), List.of(before, partly, wholly).stream()
                .map(each -> each.shown().orElseThrow().sellable() / Quantity.ONE).toList());
    }

    private Consignment consignment(String name, String from, String to, State state, ProductId product, long pieces) {
        return new Consignment(new TransferId(name), new Route(from, to), state, Optional.of(now.plusSeconds(3_600)),
                new TreeMap<>(Map.of(product, pieces * Quantity.ONE)));
    }

    private static String texts(StockReckoning.Sum<Own> sum) {
        return String.join(", ", sum.rows().stream().map(row -> (row.quantity() > 0 ? "+" : "") + row.quantity() / Quantity.ONE + " "
                + row.kind() + " " + row.receipt() + " " + row.by() + " " + row.stage()
                + (row.tracking().lot().isEmpty() ? "" : " " + row.tracking().lot())
                + (row.tracking().serial().isEmpty() ? "" : " " + row.tracking().serial())).toList());
    }

    private StockReckoning why(String sku) {
        return new StockLookup(shop.till, "S1").why(product(sku));
    }

    private static ProductId product(String sku) {
        return ProductId.of(Sku.of(sku));
    }

    private Sale sell(String sku, long pieces) {
        return checkout(Basket.empty(Shop.GBP, TaxRule.USUAL)
                .ring(Checkouts.item(sku), Quantity.of(pieces, Unit.EACH), Checkouts.price()));
    }

    private Sale sell(String sku, long pieces, String lot) {
        return checkout(Basket.empty(Shop.GBP, TaxRule.USUAL).plus(
                Line.sold(1, Checkouts.item(sku), Quantity.of(pieces, Unit.EACH), Checkouts.price()).tracked(Tracking.lot(lot))));
    }

    private Sale sell(Tracking tracking) {
        return checkout(Basket.empty(Shop.GBP, TaxRule.USUAL).plus(
                Line.sold(1, Checkouts.item("MUG1"), Quantity.of(1, Unit.EACH), Checkouts.price()).tracked(tracking)));
    }

    private Sale collect(String sku, long pieces) {
        Quantity quantity = Quantity.of(pieces, Unit.EACH);
        return checkout(Basket.empty(Shop.GBP, TaxRule.USUAL).plus(Line.sold(1, Checkouts.item(sku), quantity, Checkouts.price())
                .claiming(Optional.of(new Claim(new UUID(8, 8), "WEB-4711", quantity, false)))));
    }

    private Returnable line(Sale sale) {
        return shop.register.find(sale.receipt()).orElseThrow().getFirst();
    }

    private Sale takeBack(Returnable line, String reason) {
        return checkout(Basket.empty(Shop.GBP, TaxRule.USUAL)
                .plus(line.take(1, line.left(), ReturnOf.Condition.RESALABLE, reason)));
    }

    private Sale checkout(Basket basket) {
        shop.tick();
        return Checkouts.sold(shop.register.sell(new Register.Checkout(
                shop.register.entryId(), Shop.ANNA, Optional.empty(), basket, Checkouts.paid(basket))));
    }

    private void receive(String sku, long count) {
        now = now.plusSeconds(1);
        Item item = Item.of(Shop.product(sku, "Mug", "2.50"), Shop.VAT);
        shop.centre.run(tx -> Books.record(tx, new EntryId(shop.id()), new StockEntry.GoodsMoved(
                "S1", now, new Person("bea", "Bea"), Move.Type.RECEIVE, "D-1", List.of(new StockEntry.Goods(1, item,
                        Quantity.of(count, Unit.EACH), Place.SUPPLIER, Place.shelf("S1"), Tracking.NONE, Tracking.NONE, "")))));
    }

    /// How many of the till's own movements the centre has; empty as long as it has nothing at all of the product.
    private Optional<Integer> applied(String sku) {
        List<String> types = new ArrayList<>();
        shop.centre.read(tx -> {
            tx.stock().eachMovement(movement -> {
                if (movement.key().product().equals(product(sku))) {
                    types.add(movement.type());
                }
            });
            return 0;
        });
        return types.isEmpty() ? Optional.empty() : Optional.of((int) types.stream().filter(type -> !type.equals("RECEIVE")).count());
    }

    private void look() {
        now = now.plusSeconds(1);
        for (int looks = 0; looks < 100 && stock.step() > 0; looks++) {
            // Until nothing is marked.
        }
    }

    private void tell() {
        look();
        pull();
    }

    private void pull() {
        Pull pull = shop.pull(shop.link(), folder);
        while (!(pull.step() instanceof Pull.Step.UpToDate)) {
            shop.tick();
        }
    }

    private void deliver() {
        Courier courier = shop.courier(shop.link());
        for (int round = 0; round < 10; round++) {
            courier.round();
        }
    }
}
