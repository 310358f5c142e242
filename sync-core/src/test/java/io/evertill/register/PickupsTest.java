package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.audit.Difference;
import io.evertill.audit.TillAudit;
import io.evertill.availability.Shown;
import io.evertill.db.CentreOn;
import io.evertill.db.Incidents;
import io.evertill.db.ServerClock;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.feed.Pull;
import io.evertill.inventory.Books;
import io.evertill.inventory.StockFeed;
import io.evertill.ledger.EntryId;
import io.evertill.outbox.Rehome;
import io.evertill.outbox.Shop;
import io.evertill.person.Person;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.reservation.Limits;
import io.evertill.reservation.Order;
import io.evertill.reservation.Reservation.State;
import io.evertill.reserving.Modes;
import io.evertill.reserving.Placing;
import io.evertill.reserving.Reservations;
import io.evertill.reserving.Reserving;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Claim;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is left to collect at a till, from the reservation at the centre to the sale and back, with and without a network.
@Exempt(rule = "imports", reason = "a till and a centre with reservations, from the promise to the sale", until = "2027-12-31")
class PickupsTest {
    private static final ProductId MUG = ProductId.of(Sku.of("MUG1"));

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private Optional<ServerClock> server = Optional.empty();

    @ParameterizedTest
    @EnumSource
    void whatIsReservedReachesTheTillIsCollectedWithoutANetworkAndConsumedOnce(CentreOn on) {
        try (Shop shop = shop(on)) {
            UUID reservation = reserve(shop, "WEB-4711", "Ann", "3");
            tell(shop);
            List<Pickups.Pickup> told = pickups(shop).find("4711");
            Shown before = shown(shop);

            sell(shop, told.getFirst().goods().getFirst(), 2, false);
            List<Pickups.Pickup> sold = pickups(shop).find("");
            Shown after = shown(shop);
            deliver(shop);
            Shown applied = shown(shop);
            tell(shop);
            Shown heard = shown(shop);
            List<Pickups.Pickup> known = pickups(shop).find("");
            shop.till.run(Recounting::run);
            List<Pickups.Pickup> recounted = pickups(shop).find("");
            List<Difference> audited = TillAudit.of(shop.till).differences();
            sell(shop, known.getFirst().goods().getFirst(), 1, false);
            List<Pickups.Pickup> none = pickups(shop).find("");
            deliver(shop);
            tell(shop);

            assertEquals(List.of("WEB-4711 Ann 3"), texts(told));
            assertEquals(List.of("WEB-4711 Ann 1"), texts(sold));
            assertEquals(List.of("WEB-4711 Ann 1"), texts(known));
            assertEquals(known, recounted);
            assertEquals(List.of(), texts(none));
            assertEquals(List.of("7", "7", "7", "7"), List.of(before, after, applied, heard).stream().map(PickupsTest::sellable).toList());
            assertEquals("7", sellable(shown(shop)));
            assertEquals(List.of(), audited);
            assertEquals(State.CONSUMED, reservations(shop).find(reservation).orElseThrow().state());
            assertEquals(2, reservations(shop).find(reservation).orElseThrow().held().reservation().sales().size());
            assertEquals(List.of(), shop.centre.read(tx -> tx.incidents().open()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTillThatMovedItsHistoryConsumesNothingTwice(CentreOn on) {
        try (Shop shop = shop(on)) {
            UUID reservation = reserve(shop, "WEB-4711", "Ann", "3");
            tell(shop);
            sell(shop, pickups(shop).find("").getFirst().goods().getFirst(), 2, true);
            List<Pickups.Pickup> givenUp = pickups(shop).find("");
            deliver(shop);
            new Rehome(shop.till, shop::id).move();
            deliver(shop);
            tell(shop);

            assertEquals(List.of(), texts(givenUp), "the rest was given up");
            assertEquals(State.CONSUMED, reservations(shop).find(reservation).orElseThrow().state());
            assertEquals(2 * Quantity.ONE,
                    reservations(shop).find(reservation).orElseThrow().held().reservation().consumed().tenThousandths());
            assertEquals(List.of("MOVED"), shop.centre.read(tx -> tx.incidents().open()).stream().map(Incidents.Incident::kind).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void ordersAreFoundByNumberOwnerAndGoodsAndTheOnesThatHaveEndedAreLast(CentreOn on) {
        try (Shop shop = shop(on)) {
            reserve(shop, "A-1", "Ann Able", "1");
            pass(shop, Duration.ofMinutes(1));
            reserve(shop, "B-2", "Bob", "1");
            tell(shop);
            pass(shop, Duration.ofMinutes(9));

            List<Pickups.Pickup> all = pickups(shop).find("");

            assertEquals(List.of("B-2 Bob 1", "A-1 Ann Able 1"), texts(all));
            assertEquals(List.of(false, true), all.stream().map(Pickups.Pickup::isExpired).toList());
            assertEquals(List.of("A-1 Ann Able 1"), texts(pickups(shop).find("able")));
            assertEquals(List.of("B-2 Bob 1"), texts(pickups(shop).find("b-2")));
            assertEquals(2, pickups(shop).find("mug no. 1").size());
            assertEquals(2, pickups(shop).find("MUG1").size());
            assertTrue(pickups(shop).find("MUG2").isEmpty());
            assertEquals(Optional.of(all.getLast()), pickups(shop).named("A-1"));
            assertEquals(Optional.empty(), pickups(shop).named("A"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCentreGaveBackOrStruckOffIsGone(CentreOn on) {
        try (Shop shop = shop(on)) {
            UUID released = reserve(shop, "A-1", "Ann", "1");
            reserve(shop, "B-2", "Bob", "1");
            tell(shop);
            reservations(shop).release(released, "web", "", Optional.empty());
            tell(shop);
            List<Pickups.Pickup> one = pickups(shop).find("");
            pass(shop, Duration.ofMinutes(10));
            reservations(shop).sweep();
            tell(shop);

            assertEquals(List.of("B-2 Bob 1"), texts(one));
            assertEquals(List.of(), texts(pickups(shop).find("")));
        }
    }

    private Shop shop(CentreOn on) {
        CentreOn.Clocked clocked = on.clocked(folder, () -> now);
        server = clocked.server();
        Shop shop = new Shop(folder, clocked.db());
        pull(shop);
        shop.openShift();
        shop.centre.run(tx -> Books.record(tx, new EntryId(shop.id()), new StockEntry.GoodsMoved("S1", shop.clock().instant(),
                new Person("bea", "Bea"), Move.Type.RECEIVE, "D-1", List.of(new StockEntry.Goods(1,
                        Item.of(Shop.product("MUG1", "Mug", "2.50"), Shop.VAT), Quantity.of(10, Unit.EACH), Place.SUPPLIER,
                        Place.shelf("S1"), Tracking.NONE, Tracking.NONE, "")))));
        return shop;
    }

    private void pass(Shop shop, Duration time) {
        now = now.plus(time);
        server.ifPresent(clock -> clock.set(now));
        shop.turnClock(now);
    }

    private static UUID reserve(Shop shop, String order, String owner, String amount) {
        Placing placing = new Reserving(shop.centre, Limits.USUAL, _ -> Modes.Mode.OPTIMISTIC, _ -> {}).reserve(
                new Order("S1", "web", order, owner, Duration.ofMinutes(10),
                        List.of(new Order.Line("1", MUG, Place.MAIN, "", Quantity.parse(amount, Unit.EACH)))));
        if (placing instanceof Placing.Placed(var lines)) {
            return lines.getFirst().reservation().id();
        }
        throw new AssertionError("nothing was reserved: " + placing);
    }

    private static Reservations reservations(Shop shop) {
        return new Reservations(shop.centre, Limits.USUAL);
    }

    private static Pickups pickups(Shop shop) {
        return new Pickups(shop.till, shop.lookup);
    }

    private static void sell(Shop shop, Pickups.Goods goods, long pieces, boolean isRestGivenUp) {
        shop.tick();
        Quantity promised = new Quantity(goods.promise().quantity(), Unit.EACH);
        Line line = Line.sold(1, goods.found().article().item(), Quantity.of(pieces, Unit.EACH), goods.found().article().price())
                .claiming(Optional.of(new Claim(goods.promise().reservation(), goods.promise().order(), promised, isRestGivenUp)));
        Basket basket = Basket.empty(Shop.GBP, TaxRule.USUAL).plus(line);
        shop.register.sell(new Register.Checkout(shop.register.entryId(), Shop.ANNA, Optional.empty(), basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())))));
    }

    private static Shown shown(Shop shop) {
        return new StockLookup(shop.till, "S1").here(MUG).orElseThrow();
    }

    private static String sellable(Shown shown) {
        return String.valueOf(shown.sellable() / Quantity.ONE);
    }

    private static List<String> texts(List<Pickups.Pickup> pickups) {
        List<String> texts = new ArrayList<>();
        pickups.forEach(pickup -> pickup.goods().forEach(goods -> texts.add(
                pickup.order() + " " + pickup.owner() + " " + goods.promise().quantity() / Quantity.ONE)));
        return texts;
    }

    private void tell(Shop shop) {
        StockFeed stock = new StockFeed(shop.centre, shop.feed, Duration.ZERO, Duration.ZERO);
        for (int looks = 0; looks < 100 && stock.step() > 0; looks++) {
            now = now.plusMillis(1);
        }
        pull(shop);
    }

    private void pull(Shop shop) {
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
        shop.applyAll();
    }
}
