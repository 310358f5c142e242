package io.evertill.reserving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.db.CentreOn;
import io.evertill.db.LatePayments.Outcome;
import io.evertill.inventory.Warehouse;
import io.evertill.reservation.Basket;
import io.evertill.reservation.Order;
import io.evertill.reservation.Payment;
import io.evertill.reservation.Payment.Late;
import io.evertill.reservation.Reservation.State;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All that an order reserved is renewed, paid for and given back together, whole or in parts, or nothing of it is (I17).
class BasketsTest {
    private static final Place BACK = Place.shelf(Warehouse.STORE, "BACK");
    private static final Place STAGED = Place.at(Warehouse.STORE, Place.Kind.STAGED);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void anOrderIsReservedFromShelvesAndBatchesOrNotAtAll(CentreOn on) {
        try (Shop shop = filled(on)) {
            Placing refused = shop.reserving.reserve(Shop.order("A", line("1", "", Place.MAIN, "5"), line("2", "", "BACK", "7"),
                    line("3", "L1", Place.MAIN, "2"), Shop.line("4", Warehouse.RICE, "9.5")));
            Placing placed = reserve(shop, "B");

            assertEquals(new Placing.Insufficient(List.of(
                    new Placing.Missing("2", Shop.tea("6"), Optional.empty()),
                    new Placing.Missing("4", Warehouse.of(Warehouse.RICE, "9"), Optional.empty()))), refused);
            assertInstanceOf(Placing.Placed.class, placed);
            assertEquals(placed, reserve(shop, "B"));
            assertEquals(new Placing.Conflict("2"), shop.reserving.reserve(
                    Shop.order("B", line("1", "", Place.MAIN, "5"), line("2", "", Place.MAIN, "6"))));
            assertEquals("0", shop.available());
            assertEquals(List.of("1 ACTIVE 5", "2 ACTIVE 6", "3 ACTIVE 2", "4 ACTIVE 0.5"), stands(shop, "B"));
            assertEquals(List.of(), shop.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void allIsPaidForTogetherAndOnce(CentreOn on) {
        try (Shop shop = filled(on)) {
            reserve(shop, "A");

            Settling paid = shop.baskets.consume(all("A"), payment("p1", false));
            Settling again = shop.baskets.consume(all("A"), payment("p1", false));
            Settling other = shop.baskets.consume(all("A"), payment("p2", false));

            assertEquals(paid, again);
            assertEquals(4, assertInstanceOf(Settling.Done.class, paid).takings().size());
            assertEquals(State.CONSUMED, assertInstanceOf(Taking.Already.class,
                    assertInstanceOf(Settling.Refused.class, other).why()).state());
            assertEquals("0", shop.house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals("0", shop.house.level(Warehouse.TEA, BACK));
            assertEquals("11", shop.house.level(Warehouse.TEA, STAGED));
            assertEquals(List.of(), shop.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void partsAreTakenAndGivenBackLineByLine(CentreOn on) {
        try (Shop shop = filled(on)) {
            reserve(shop, "A");
            Basket some = parts("A", Map.of("1", "2", "2", "1"));
            Basket other = parts("A", Map.of("1", "1", "2", ""));

            Settling paid = shop.baskets.consume(some, payment("p1", true));
            Settling again = shop.baskets.consume(some, payment("p1", true));
            Settling back = shop.baskets.release(other, Shop.WEB, "r1");

            assertEquals(paid, again);
            assertEquals(back, shop.baskets.release(other, Shop.WEB, "r1"));
            assertEquals(List.of("1 ACTIVE 2", "2 RELEASED 0", "3 ACTIVE 2", "4 ACTIVE 0.5"), stands(shop, "A"));
            assertEquals(List.of("1 ACTIVE 2", "2 RELEASED 0", "3 ACTIVE 2", "4 RELEASED 0"),
                    standsAfter(shop, "A", shop.baskets.release(parts("A", Map.of("4", "")), Shop.WEB, "r2")));
            shop.baskets.release(all("A"), Shop.WEB, "");
            assertEquals(List.of("1 RELEASED 0", "2 RELEASED 0", "3 RELEASED 0", "4 RELEASED 0"), stands(shop, "A"));
            assertEquals("3", shop.available());
            assertEquals(List.of(), shop.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeDoneWithOneLineIsDoneWithNone(CentreOn on) {
        try (Shop shop = filled(on)) {
            reserve(shop, "A");
            shop.baskets.release(parts("A", Map.of("3", "")), Shop.WEB, "r1");
            List<String> before = stands(shop, "A");

            Settling ended = shop.baskets.consume(parts("A", Map.of("1", "", "3", "")), payment("p1", false));
            Settling tooMuch = shop.baskets.consume(parts("A", Map.of("1", "1", "2", "7")), payment("p2", false));
            Settling missing = shop.baskets.release(parts("A", Map.of("1", "", "9", "")), Shop.WEB, "r2");
            Settling nobody = shop.baskets.renew(new Basket(Warehouse.STORE, "other", "A", List.of()), "other", Shop.TEN_MINUTES);

            assertEquals("3", assertInstanceOf(Settling.Refused.class, ended).line());
            assertEquals(new Settling.Refused("2", new Taking.TooMuch(Shop.tea("6"))), tooMuch);
            assertEquals(new Settling.Unknown("9"), missing);
            assertEquals(new Settling.Unknown(""), nobody);
            assertEquals(before, stands(shop, "A"));
            assertEquals("5", shop.house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals(List.of(), shop.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void moneyThatComesLateHasAnOutcomeForEachLine(CentreOn on) {
        try (Shop shop = filled(on)) {
            reserve(shop, "A");
            shop.house.tick(Shop.TEN_MINUTES);
            shop.sell(Warehouse.TEA, "1");

            Settling paid = shop.baskets.consume(all("A"), payment("p1", false));

            assertEquals(paid, shop.baskets.consume(all("A"), payment("p1", false)));
            assertEquals(List.of(Outcome.REFUND, Outcome.TAKEN, Outcome.TAKEN, Outcome.TAKEN),
                    assertInstanceOf(Settling.Done.class, paid).takings().stream()
                            .map(taking -> assertInstanceOf(Taking.Late.class, taking).outcome())
                            .toList());
            assertEquals("4", shop.house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals("0", shop.house.level(Warehouse.TEA, BACK));
            assertEquals(List.of(), shop.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsActiveIsRenewedAndWhatHasEndedIsPassedOver(CentreOn on) {
        try (Shop shop = filled(on)) {
            reserve(shop, "A");
            shop.baskets.release(parts("A", Map.of("2", "")), Shop.WEB, "r1");
            shop.house.tick(Duration.ofMinutes(9));

            Settling renewed = shop.baskets.renew(all("A"), Shop.WEB, Shop.TEN_MINUTES);
            shop.house.tick(Duration.ofMinutes(9));

            assertInstanceOf(Settling.Done.class, renewed);
            assertEquals(List.of("1 ACTIVE 5", "2 RELEASED 0", "3 ACTIVE 2", "4 ACTIVE 0.5"), stands(shop, "A"));
        }
    }

    /// Five tea on the shelf, six in the back, two of a batch, nine kilograms of rice.
    private Shop filled(CentreOn on) {
        Shop shop = new Shop(on, folder);
        shop.receive(Warehouse.TEA, "5");
        shop.receive(Warehouse.TEA, BACK, "", "6");
        shop.receive(Warehouse.TEA, Warehouse.SHELF, "L1", "2");
        shop.receive(Warehouse.RICE, "9");
        return shop;
    }

    private static Placing reserve(Shop shop, String order) {
        return shop.reserving.reserve(Shop.order(order, line("1", "", Place.MAIN, "5"), line("2", "", "BACK", "6"),
                line("3", "L1", Place.MAIN, "2"), Shop.line("4", Warehouse.RICE, "0.5")));
    }

    private static Order.Line line(String id, String lot, String location, String amount) {
        return new Order.Line(id, Warehouse.TEA.id(), location, lot, Shop.tea(amount));
    }

    private static Basket all(String order) {
        return new Basket(Warehouse.STORE, Shop.WEB, order, List.of());
    }

    /// Lines with so much of each; an empty text is all of it.
    private static Basket parts(String order, Map<String, String> parts) {
        return new Basket(Warehouse.STORE, Shop.WEB, order, new TreeMap<>(parts).entrySet().stream()
                .map(part -> new Basket.Part(part.getKey(), part.getValue().isEmpty()
                        ? Optional.<Quantity>empty()
                        : Optional.of(Shop.tea(part.getValue()))))
                .toList());
    }

    private static Payment payment(String id, boolean isRestKept) {
        return new Payment(id, Shop.WEB, Optional.empty(), isRestKept, Late.REFUND);
    }

    private static List<String> stands(Shop shop, String order) {
        return shop.reservations.of(Warehouse.STORE, Shop.WEB, order).stream()
                .map(each -> each.held().line() + " " + each.state() + " " + each.held().reservation().reserved(each.at()).text())
                .toList();
    }

    private static List<String> standsAfter(Shop shop, String order, Settling settling) {
        assertInstanceOf(Settling.Done.class, settling);
        return stands(shop, order);
    }
}
