package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.availability.Elsewhere;
import io.evertill.availability.FrozenLot;
import io.evertill.availability.Promise;
import io.evertill.availability.Shown;
import io.evertill.db.CentreOn;
import io.evertill.db.Lots;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.feed.Pull;
import io.evertill.inventory.Books;
import io.evertill.inventory.StockFeed;
import io.evertill.ledger.EntryId;
import io.evertill.lot.Lot;
import io.evertill.outbox.Rehome;
import io.evertill.outbox.Shop;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.sale.Item;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.wire.StockRows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a till shows is what the centre told and what the till has recorded since, whatever has reached the centre meanwhile.
@Exempt(rule = "imports", reason = "a till and a centre with goods, from the till's sale to its screen", until = "2027-12-31")
class StockLookupTest {
    private static final ProductId MUG = ProductId.of(Sku.of("MUG1"));

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-01-05T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void aSaleIsShownAtOnceAndCountedOnceOnItsWayThroughTheCentre(CentreOn on) {
        try (Shop shop = shop(on)) {
            StockFeed stock = stock(shop);
            boolean wasUnknown = shown(shop).isEmpty();
            receive(shop, "MUG1", 10);
            tell(shop, stock);
            shop.sell("MUG1");
            Shown sold = shown(shop).orElseThrow();
            deliver(shop);
            Shown delivered = shown(shop).orElseThrow();
            shop.applyAll();
            Shown applied = shown(shop).orElseThrow();
            tell(shop, stock);
            Shown told = shown(shop).orElseThrow();

            assertEquals(true, wasUnknown);
            assertEquals(List.of("9/-1", "9/-1", "9/-1", "9/0"), texts(sold, delivered, applied, told));
            assertEquals(now, told.asOf());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTillThatMovedItsHistoryCountsNothingTwice(CentreOn on) {
        try (Shop shop = shop(on)) {
            StockFeed stock = stock(shop);
            receive(shop, "MUG1", 10);
            shop.sell("MUG1");
            deliver(shop);
            shop.applyAll();
            shop.sell("MUG1");
            new Rehome(shop.till, shop::id).move();
            shop.sell("MUG1");
            tell(shop, stock);
            Shown moved = shown(shop).orElseThrow();
            deliver(shop);
            shop.applyAll();
            Shown delivered = shown(shop).orElseThrow();
            tell(shop, stock);

            assertEquals(List.of("7/-2", "7/-2", "7/0"), texts(moved, delivered, shown(shop).orElseThrow()));
        }
    }

    /// Its fence makes it leave the stream before it sells.
    @ParameterizedTest
    @EnumSource
    void aTillThatWasPutBackShowsWhatTheCentreHasOfItsLostSales(CentreOn on) {
        try (Shop shop = shop(on)) {
            StockFeed stock = stock(shop);
            receive(shop, "MUG1", 10);
            tell(shop, stock);
            Path copy = shop.tillCopy(folder.resolve("copy.db"));
            shop.sell("MUG1");
            shop.sell("MUG1");
            deliver(shop);
            shop.applyAll();
            shop.putBack(copy);
            new Rehome(shop.till, shop::id).move();
            tell(shop, stock);
            Shown back = shown(shop).orElseThrow();
            shop.sell("MUG1");
            deliver(shop);
            shop.applyAll();
            Shown moved = shown(shop).orElseThrow();
            tell(shop, stock);

            assertEquals(List.of("8/0", "7/-1", "7/0"), texts(back, moved, shown(shop).orElseThrow()));
        }
    }

    /// The model knows what others moved as it was when the till was told last; the till's own are all there at any time.
    @ParameterizedTest
    @EnumSource
    void whateverHappensInWhateverOrderWhatIsShownIsWhatWasToldAndAllThatIsOwn(CentreOn on) {
        for (long seed = 1; seed <= 6; seed++) {
            Chance chance = new Chance(seed);
            Path own = folder.resolve("run" + seed);
            own.toFile().mkdir();
            try (Shop shop = shop(on, own)) {
                StockFeed stock = stock(shop);
                Map<ProductId, Long> others = new HashMap<>();
                Map<ProductId, Long> told = new HashMap<>();
                for (int step = 0; step < 60; step++) {
                    String sku = "MUG" + (1 + chance.below(3));
                    switch (chance.below(9)) {
                        case 0, 1, 2 -> shop.sell(sku);
                        case 3 -> {
                            receive(shop, sku, 1 + chance.below(5));
                        }
                        case 4 -> deliver(shop);
                        case 5 -> shop.apply.step();
                        case 6 -> {
                            look(stock);
                            others.clear();
                            others.putAll(ofOthers(shop));
                        }
                        case 7 -> {
                            if (chance.oneIn(4)) {
                                new Rehome(shop.till, shop::id).move();
                            }
                        }
                        default -> {
                            pull(shop, own);
                            told.clear();
                            told.putAll(others);
                        }
                    }
                    StockLookup lookup = new StockLookup(shop.till, "S1");
                    for (ProductId product : List.of(MUG, ProductId.of(Sku.of("MUG2")), ProductId.of(Sku.of("MUG3")))) {
                        Optional<Long> expected = Optional.ofNullable(told.get(product)).map(known -> known + ofOwn(shop, product));
                        assertEquals(expected, lookup.here(product).map(Shown::quantity), "seed " + seed + ", step " + step);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherBranchesHeldBackBatchesAndPromisesAreLookedUp(CentreOn on) {
        try (Shop shop = shop(on)) {
            StockFeed stock = stock(shop);
            receive(shop, "MUG1", 10);
            shop.centre.run(tx -> Books.record(tx, new EntryId(shop.id()), received("S2", "MUG1", 4)));
            shop.centre.run(tx -> Books.record(tx, new EntryId(shop.id()), received("S3", "MUG1", 5)));
            Promise promise = new Promise(new UUID(5, 5), MUG, "", 3 * Quantity.ONE, "Ann", "W-1", now.plusSeconds(3_600));
            Promise lapsed = new Promise(new UUID(6, 6), MUG, "", 2 * Quantity.ONE, "Bob", "W-2", now.minusSeconds(60));
            shop.centre.run(tx -> {
                tx.lots().put(new Lot(MUG, "L-1", Optional.empty(), "", Lot.State.ACTIVE), tx.now());
                tx.lots().decide(MUG, "L-1", new Lots.Decision(Lot.State.RECALLED, tx.now(), "Bea", "breaks"));
                shop.feed.put(tx, "reservation", "S1", promise.reservation().toString(), StockRows.reservation(promise));
                shop.feed.put(tx, "reservation", "S1", lapsed.reservation().toString(), StockRows.reservation(lapsed));
            });
            shop.feed.publish();
            tell(shop, stock);
            StockLookup lookup = new StockLookup(shop.till, "S1");
            StockTasks tasks = new StockTasks(shop.till);

            List<Elsewhere> first = lookup.elsewhere(MUG, "", 1);
            List<Elsewhere> next = lookup.elsewhere(MUG, "S2", 10);

            assertEquals(List.of(new Elsewhere(MUG, "S2", 4 * Quantity.ONE, now)), first);
            assertEquals(List.of(new Elsewhere(MUG, "S3", 5 * Quantity.ONE, now)), next);
            assertEquals(Optional.of(new FrozenLot(MUG, "L-1", Lot.State.RECALLED)), tasks.frozen(MUG, "L-1"));
            assertEquals(Optional.empty(), tasks.frozen(MUG, "L-2"));
            assertEquals(List.of(promise, lapsed), tasks.toCollect(new UUID(0, 0), 10));
            assertEquals(7 * Quantity.ONE, shown(shop).orElseThrow().sellable());
            assertEquals(List.of(), tasks.onTheWay("", 10));
            assertEquals(List.of(), tasks.toCount(new UUID(0, 0), 10));
        }
    }

    private static List<String> texts(Shown... shown) {
        return List.of(shown).stream()
                .map(each -> each.quantity() / Quantity.ONE + "/" + each.uncovered() / Quantity.ONE)
                .toList();
    }

    private Optional<Shown> shown(Shop shop) {
        return new StockLookup(shop.till, "S1").here(MUG);
    }

    private static long ofOwn(Shop shop, ProductId product) {
        return shop.till.read(tx -> tx.stock().level(new Move.Key(product, Place.shelf("S1"), ""))).quantity();
    }

    /// What others moved of each product that the centre has told of, as the centre knows it now.
    private static Map<ProductId, Long> ofOthers(Shop shop) {
        Map<ProductId, Long> others = new HashMap<>();
        shop.centre.read(tx -> {
            tx.stock().eachMovement(movement -> others.merge(movement.key().product(),
                    movement.type().equals("RECEIVE") ? movement.quantity() : 0, Long::sum));
            return 0;
        });
        return others;
    }

    private void receive(Shop shop, String sku, long count) {
        now = now.plusSeconds(1);
        shop.centre.run(tx -> Books.record(tx, new EntryId(shop.id()), received("S1", sku, count)));
    }

    private StockEntry.GoodsMoved received(String branch, String sku, long count) {
        Product product = Shop.product(sku, "Mug", "2.50");
        return new StockEntry.GoodsMoved(branch, now, new Person("bea", "Bea"), Move.Type.RECEIVE, "D-1", List.of(new StockEntry.Goods(
                1, Item.of(product, Shop.VAT), Quantity.of(count, Unit.EACH), Place.SUPPLIER, Place.shelf(branch),
                Tracking.NONE, Tracking.NONE, "")));
    }

    private StockFeed stock(Shop shop) {
        return new StockFeed(shop.centre, shop.feed, Duration.ZERO, Duration.ZERO);
    }

    private void look(StockFeed stock) {
        now = now.plusSeconds(1);
        for (int looks = 0; looks < 100 && stock.step() > 0; looks++) {
            // Until nothing is marked.
        }
    }

    private void tell(Shop shop, StockFeed stock) {
        look(stock);
        pull(shop, folder);
    }

    private static void pull(Shop shop, Path folder) {
        Pull pull = shop.pull(shop.link(), folder);
        while (!(pull.step() instanceof Pull.Step.UpToDate)) {
            shop.tick();
        }
    }

    private static void deliver(Shop shop) {
        var courier = shop.courier(shop.link());
        for (int round = 0; round < 10; round++) {
            courier.round();
        }
    }

    private Shop shop(CentreOn on) {
        return shop(on, folder);
    }

    private Shop shop(CentreOn on, Path own) {
        Shop shop = new Shop(own, on.open(own, () -> now));
        pull(shop, own);
        shop.openShift();
        return shop;
    }
}
