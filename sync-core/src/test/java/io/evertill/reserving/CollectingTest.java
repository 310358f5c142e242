package io.evertill.reserving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.CentreOn;
import io.evertill.db.Incidents;
import io.evertill.inventory.Warehouse;
import io.evertill.ledger.EntryId;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.reservation.Reservation;
import io.evertill.reservation.Reservation.State;
import io.evertill.sale.Basket;
import io.evertill.sale.Claim;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Sale;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What tills sold of reserved goods is a fact, and a reservation ends once (R55, I17).
class CollectingTest {
    @TempDir
    Path folder;

    private int receipts;

    @ParameterizedTest
    @EnumSource
    void whatIsCollectedIsConsumedAndNothingIsSaid(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "5");
            UUID id = shop.reserved("W-1", "3");

            EntryId sale = collect(shop, "T1", line(1, id, "3", false));

            assertEquals(State.CONSUMED, state(shop, id));
            assertEquals(List.of(sale.value()), reservation(shop, id).sales());
            assertEquals("5", shop.available(), "the movement is posted by whoever applies the sale");
            assertEquals(List.of(), told(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRestStaysReservedUnlessItIsGivenUp(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "9");
            UUID kept = shop.reserved("W-1", "3");
            UUID given = shop.reserved("W-2", "3");

            collect(shop, "T1", line(1, kept, "1", false), line(2, given, "1", true));

            assertEquals(State.ACTIVE, state(shop, kept));
            assertEquals(2 * Quantity.ONE, reservation(shop, kept).open());
            assertEquals(State.CONSUMED, state(shop, given));
            assertEquals("7", shop.available());
            assertEquals(List.of(), told(shop));

            collect(shop, "T2", line(1, kept, "1", false), line(2, kept, "1", false));

            assertEquals(State.CONSUMED, state(shop, kept), "by two lines of one sale together");
            assertEquals(List.of(), told(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoTillsThatCollectTheSameConsumeItOnceAndAPersonIsTold(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "5");
            UUID whole = shop.reserved("W-1", "2");
            UUID part = shop.reserved("W-2", "3");

            EntryId first = collect(shop, "T1", line(1, whole, "2", false), line(2, part, "2", false));
            EntryId second = collect(shop, "T2", line(1, whole, "2", false), line(2, part, "2", false));

            assertEquals(State.CONSUMED, state(shop, whole));
            assertEquals(List.of(first.value()), reservation(shop, whole).sales());
            assertEquals(State.CONSUMED, state(shop, part));
            assertEquals(List.of(first.value(), second.value()), reservation(shop, part).sales());
            List<String> told = told(shop);
            assertEquals(2, told.size());
            assertTrue(told.stream().anyMatch(each -> each.contains("collected or paid for already")), told::toString);
            assertTrue(told.stream().anyMatch(each -> each.contains("of which only 1 was left")), told::toString);
            assertTrue(told.stream().allMatch(each -> each.startsWith("Sale S1-T2-abcd-2 collected 2 each of A TEA for order W-1.")),
                    told::toString);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatHasEndedIsNotConsumedAndAPersonIsTold(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "9");
            UUID released = shop.reserved("W-1", "2");
            UUID expired = shop.reserved("W-2", "2");
            shop.reservations.release(released, Shop.WEB, "", Optional.empty());
            shop.house.tick(Shop.TEN_MINUTES);

            collect(shop, "T1", line(1, released, "2", false), line(2, expired, "1", true), line(3, new UUID(7, 7), "1", false));

            assertEquals(State.RELEASED, state(shop, released));
            assertEquals(State.EXPIRED, state(shop, expired));
            assertEquals(2 * Quantity.ONE, reservation(shop, expired).lapsed(shop.house.now()).tenThousandths());
            assertEquals(0, shop.reservations.sweep(), "its end was written down");
            List<String> told = told(shop);
            assertEquals(3, told.size());
            assertTrue(told.stream().anyMatch(each -> each.contains("given back at")), told::toString);
            assertTrue(told.stream().anyMatch(each -> each.contains("that ended at")), told::toString);
            assertTrue(told.stream().anyMatch(each -> each.contains("this store does not have")), told::toString);
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherGoodsOrAnotherStoreTakeNothingOfIt(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            shop.receive(Warehouse.TEA, "9");
            UUID id = shop.reserved("W-1", "2");

            collect(shop, "T1", line(1, Warehouse.RICE, id, "1", false));
            shop.house.db.run(tx -> Collecting.settle(tx, "S9", "t-9", List.of(new Collecting.Taken(
                    shop.house.entryId(), sale(shop, "S9", "T9", line(1, id, "1", false))))));

            assertEquals(State.ACTIVE, state(shop, id));
            assertEquals(2 * Quantity.ONE, reservation(shop, id).open());
            assertEquals(2, told(shop).size());
        }
    }

    private EntryId collect(Shop shop, String till, Line... lines) {
        EntryId id = shop.house.entryId();
        Sale sale = sale(shop, Warehouse.STORE, till, lines);
        shop.house.db.run(tx -> Collecting.settle(tx, Warehouse.STORE, "S1-" + till, List.of(new Collecting.Taken(id, sale))));
        return id;
    }

    private Sale sale(Shop shop, String branch, String till, Line... lines) {
        receipts++;
        Basket basket = Basket.empty(Warehouse.GBP, TaxRule.USUAL);
        for (Line line : lines) {
            basket = basket.plus(line);
        }
        Sale.Occasion occasion = new Sale.Occasion(
                branch, new UUID(5, 5), LocalDate.of(2026, 3, 2), shop.house.now(), Warehouse.BEA, Optional.empty());
        return Sale.of(ReceiptNumber.of(branch, till, "abcd", receipts), occasion, basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(basket.total()))));
    }

    private static Line line(int number, UUID reservation, String amount, boolean isRestGivenUp) {
        return line(number, Warehouse.TEA, reservation, amount, isRestGivenUp);
    }

    private static Line line(int number, Product product, UUID reservation, String amount, boolean isRestGivenUp) {
        return Line.sold(number, Warehouse.item(product), Warehouse.of(product, amount),
                        new Price(product.basePrice(), new Price.Source.Base()))
                .claiming(Optional.of(new Claim(reservation, "W-1", Warehouse.of(product, amount), isRestGivenUp)));
    }

    private static Reservation reservation(Shop shop, UUID id) {
        return shop.reservations.find(id).orElseThrow().held().reservation();
    }

    private static State state(Shop shop, UUID id) {
        return shop.reservations.find(id).orElseThrow().state();
    }

    private static List<String> told(Shop shop) {
        return shop.house.db.read(tx -> tx.incidents().open()).stream().map(Incidents.Incident::sentence).toList();
    }
}
