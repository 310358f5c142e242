package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.CentreOn;
import io.evertill.db.Lots;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.ledger.EntryId;
import io.evertill.lot.Lot;
import io.evertill.outbox.Shop;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.sale.Basket;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A batch is followed to the customers and back to its deliveries (domain 2e, R72, I24).
class RecallTest {
    private static final Product MUG = Shop.product("MUG1", "Mug no. 1", "2.51");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aRecallNamesTheCustomersWhatIsLeftAndTheDelivery(CentreOn on) {
        try (Shop shop = shop(on)) {
            receive(shop, "L-1", 10);
            Register.Checkout sold = sell(shop, Optional.of("L-1"), Optional.of("customer 12"), 3);
            move(shop, Move.Type.SCRAP, 2, Place.SCRAP);
            deliver(shop);

            Recall recall = recall(shop);

            assertEquals(List.of(new Lots.Held(Place.shelf("S1"), 5 * Quantity.ONE)), recall.held());
            assertEquals(List.of("D-7"), recall.came().stream().map(Lots.Traced::document).toList());
            Lots.Traced movement = recall.sold().getFirst().movement();
            assertEquals(sold.id(), movement.entry());
            assertEquals("customer 12", movement.customer());
            assertTrue(movement.receipt().startsWith("S1-T1-"), movement::receipt);
            assertEquals(-3 * Quantity.ONE, movement.quantity());
            assertTrue(recall.addsUp());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSaleAfterTheRecallIsToldFromThoseBefore(CentreOn on) {
        try (Shop shop = shop(on)) {
            receive(shop, "L-1", 10);
            sell(shop, Optional.of("L-1"), Optional.empty(), 1);
            shop.tick();
            shop.centre.run(tx -> {
                tx.lots().put(new Lot(MUG.id(), "L-1", Optional.of(LocalDate.parse("2027-01-01")), "Potter", Lot.State.ACTIVE), tx.now());
                tx.lots().decide(MUG.id(), "L-1", new Lots.Decision(Lot.State.RECALLED, tx.now(), "Bea", "handles break"));
            });
            sell(shop, Optional.of("L-1"), Optional.empty(), 1);
            deliver(shop);

            assertEquals(List.of(false, true), recall(shop).sold().stream()
                    .sorted((one, other) -> one.movement().occurredAt().compareTo(other.movement().occurredAt()))
                    .map(Recall.Sold::isAfterRecall).toList());
            assertEquals(Lot.State.RECALLED, shop.centre.read(tx -> tx.lots().find(MUG.id(), "L-1")).orElseThrow().state());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSoldWithoutABatchWhileItWasThereMayBeOfIt(CentreOn on) {
        try (Shop shop = shop(on)) {
            sell(shop, Optional.empty(), Optional.empty(), 1);
            shop.tick();
            receive(shop, "L-1", 10);
            Register.Checkout exposed = sell(shop, Optional.empty(), Optional.empty(), 2);
            deliver(shop);

            List<Lots.Traced> found = new ArrayList<>();
            shop.centre.read(tx -> {
                Recall.of(tx, MUG.id(), "L-1").eachExposed(tx, found::add);
                return tx.now();
            });

            assertEquals(List.of(exposed.id()), found.stream().map(Lots.Traced::entry).toList());
        }
    }

    private Shop shop(CentreOn on) {
        Shop[] shop = new Shop[1];
        shop[0] = new Shop(folder, on.open(folder, () -> shop[0] == null ? Clock.systemUTC().instant() : shop[0].clock().instant()));
        shop[0].openShift();
        return shop[0];
    }

    private static Recall recall(Shop shop) {
        return shop.centre.read(tx -> Recall.of(tx, MUG.id(), "L-1"));
    }

    private static void receive(Shop shop, String lot, int pieces) {
        record(shop, Move.Type.RECEIVE, pieces, Place.SUPPLIER, Place.shelf("S1"), lot);
    }

    private static void move(Shop shop, Move.Type type, int pieces, Place to) {
        record(shop, type, pieces, Place.shelf("S1"), to, "L-1");
    }

    private static void record(Shop shop, Move.Type type, int pieces, Place from, Place to, String lot) {
        Tracking tracking = Tracking.lot(lot);
        EntryId id = new EntryId(shop.id());
        Entry moved = new StockEntry.GoodsMoved("S1", shop.clock().instant(), Shop.ANNA, type, "D-7", List.of(new StockEntry.Goods(
                1, Item.of(MUG, Shop.VAT), Quantity.of(pieces, Unit.EACH), from, to, tracking, tracking, "as told")));
        shop.centre.write(tx -> Books.record(tx, id, moved));
    }

    private static Register.Checkout sell(Shop shop, Optional<String> lot, Optional<String> customer, int pieces) {
        shop.tick();
        Line whole = Basket.empty(Shop.GBP, TaxRule.USUAL)
                .ring(Item.of(MUG, Shop.VAT), Quantity.of(pieces, Unit.EACH), new Price(MUG.basePrice(), new Price.Source.Base()))
                .lines().getFirst();
        Basket basket = Basket.empty(Shop.GBP, TaxRule.USUAL).plus(new Line(whole.number(), whole.item(), whole.quantity(),
                whole.price(), whole.total(), Optional.empty(), lot, Optional.empty()));
        Register.Checkout checkout = new Register.Checkout(shop.register.entryId(), Shop.ANNA, customer, basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(basket.total()))));
        assertInstanceOf(Outcome.Saved.class, shop.register.sell(checkout));
        return checkout;
    }

    private static void deliver(Shop shop) {
        shop.courier(shop.link()).round();
        shop.applyAll();
    }
}
