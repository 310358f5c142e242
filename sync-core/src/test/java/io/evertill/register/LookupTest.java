package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.CentreOn;
import io.evertill.db.Lots;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.entry.TillEntry;
import io.evertill.feed.HeadOffice;
import io.evertill.feed.Pull;
import io.evertill.inventory.StockFeed;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.StreamId;
import io.evertill.lot.Lot;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.outbox.Rehome;
import io.evertill.outbox.Shop;
import io.evertill.price.Price;
import io.evertill.price.PriceRule;
import io.evertill.product.Gtin;
import io.evertill.product.Guidance;
import io.evertill.product.Marks;
import io.evertill.product.Obstacle;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.ReturnOf;
import io.evertill.sale.Returnable;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a symbol that says more than the article means at a till.
@Exempt(rule = "imports", reason = "a till and a centre with goods, from the symbol to the sale", until = "2027-12-31")
class LookupTest {
    private static final Currency GBP = Currency.getInstance("GBP");
    private static final String LAMP = "(01)09506000134352";
    private static final String CHEESE = "(01)04006381333931";

    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder, CentreOn.SQLITE.open(folder, () -> Instant.parse("2026-01-05T09:00:00Z")));
        shop.centre.run(tx -> {
            HeadOffice office = new HeadOffice(shop.feed);
            office.define(tx, product("LAMP", "09506000134352", Unit.EACH));
            office.define(tx, product("CHEESE", "04006381333931", Unit.KILOGRAM));
            office.define(tx, product("PHONE", "04012345678901", Unit.EACH, Product.Track.SERIAL));
            office.define(tx, product("FISH", "05000112637922", Unit.KILOGRAM, Product.Track.LOT));
        });
        pull();
        shop.openShift();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void batchPieceWeightAndPriceAreTaken() {
        Lookup.Meaning.Found lamp = found(LAMP + "(10)L-7(21)SN-1(15)260201(3103)001500");
        Lookup.Meaning.Found cheese = found(CHEESE + "(3103)000350(3922)419(10)C-1");

        assertEquals(new Marks(Optional.of("L-7"), Optional.of("SN-1"), Optional.empty(),
                Optional.of(LocalDate.parse("2026-02-01")), Optional.empty()), lamp.marks());
        assertEquals(Optional.empty(), lamp.weight());
        assertEquals(Optional.empty(), lamp.obstacle());
        assertEquals(Optional.of(Quantity.parse("0.350", Unit.KILOGRAM)), cheese.weight());
        assertEquals(Optional.of(Money.parse("4.19", GBP)), cheese.total());
    }

    @Test
    void aStoreSaysHowItsScannersSeparateAndItsOwnWordGoesFirst() {
        shop.centre.run(tx -> {
            HeadOffice office = new HeadOffice(shop.feed);
            office.define(tx, "", "barcode.separator", "~");
            office.define(tx, "S1", "barcode.separator", "|");
        });
        pull();

        assertEquals(Optional.of("L-7"), found("]C1010950600013435210L-7|21SN-1").marks().lot());
        assertEquals(Optional.of("L-7~21SN-1"), found("]C1010950600013435210L-7~21SN-1").marks().lot());
    }

    @Test
    void goodsMayBeSoldOnTheirLastDayAndNotBehindIt() {
        assertEquals(Optional.empty(), found(LAMP + "(17)260105").obstacle());
        assertEquals(Optional.of(new Obstacle.Expired(LocalDate.parse("2026-01-04"))), found(LAMP + "(17)260104").obstacle());
        assertEquals(Optional.of(new Obstacle.Expired(LocalDate.parse("2025-12-31"))), found(LAMP + "(17)251200").obstacle());
    }

    @Test
    void aBatchThatWasCalledBackIsNotSold() {
        shop.centre.run(tx -> {
            ProductId lamp = ProductId.of(Sku.of("LAMP"));
            tx.lots().put(new Lot(lamp, "L-7", Optional.empty(), "", Lot.State.ACTIVE), tx.now());
            tx.lots().decide(lamp, "L-7", new Lots.Decision(Lot.State.RECALLED, tx.now(), "Bea", "breaks"));
        });
        pull();

        assertEquals(Optional.of(new Obstacle.HeldBack("L-7")), found(LAMP + "(10)L-7").obstacle());
        assertEquals(Optional.empty(), found(LAMP + "(10)L-8").obstacle());
    }

    @Test
    void aPieceThatWasSoldIsNotSoldAgainUntilItComesBack() {
        TillEntry.Sold sold = sell(basket(found(LAMP + "(21)SN-1")));
        Optional<Obstacle> again = found(LAMP + "(21)SN-1").obstacle();
        Optional<Obstacle> other = found(LAMP + "(21)SN-2").obstacle();
        takeBack(sold);

        assertEquals(Optional.of(new Obstacle.SoldBefore("SN-1")), again);
        assertEquals(Optional.empty(), other);
        assertEquals(Optional.empty(), found(LAMP + "(21)SN-1").obstacle());
    }

    @Test
    void whetherAPieceIsBackDoesNotDependOnTheTillsClock() {
        TillEntry.Sold sold = sell(basket(found(LAMP + "(21)SN-1")));
        shop.setBack(Duration.ofDays(1));
        takeBack(sold);
        Optional<Obstacle> back = found(LAMP + "(21)SN-1").obstacle();
        boolean isBackHere = shop.lookup.isBackHere(ProductId.of(Sku.of("LAMP")), "SN-1");
        shop.setBack(Duration.ofDays(1));
        sell(basket(found(LAMP + "(21)SN-1")));

        assertEquals(Optional.empty(), back);
        assertTrue(isBackHere);
        assertEquals(Optional.of(new Obstacle.SoldBefore("SN-1")), found(LAMP + "(21)SN-1").obstacle());
    }

    @Test
    void whatHappenedInALaterStreamIsLaterWhateverItsNumber() {
        for (int number = 0; number < 5; number++) {
            sell(basket(found("LAMP")));
        }
        TillEntry.Sold sold = sell(basket(found(LAMP + "(21)SN-1")));
        shop.till.run(tx -> {
            Streams.Own open = tx.streams().open().orElseThrow();
            StreamId next = new StreamId(shop.id());
            tx.streams().add(new Genesis(open.genesis().terminal(), next, Optional.of(open.genesis().position())),
                    Streams.State.NEXT, tx.now());
            tx.streams().turn(open.id(), next);
        });
        shop.setBack(Duration.ofDays(1));

        takeBack(sold);

        assertEquals(Optional.empty(), found(LAMP + "(21)SN-1").obstacle());
    }

    /// The number in the stream that was left says nothing about the one that the centre applies now.
    @Test
    void whatTheCentreHasAppliedItKnowsAlsoAfterTheTillMoved() {
        ProductId lamp = ProductId.of(Sku.of("LAMP"));
        TillEntry.Sold sold = sell(basket(found(LAMP + "(21)SN-1")));
        boolean isSoldHere = shop.lookup.isSoldHere(lamp, "SN-1");
        takeBack(sold);
        boolean isBackHere = shop.lookup.isBackHere(lamp, "SN-1");
        new Rehome(shop.till, shop::id).move();
        boolean isBackHereMoved = shop.lookup.isBackHere(lamp, "SN-1");
        shop.till.run(tx -> applied(tx, 3));

        assertTrue(isSoldHere);
        assertTrue(isBackHere);
        assertTrue(isBackHereMoved);
        assertFalse(shop.lookup.isBackHere(lamp, "SN-1"));
        sell(basket(found(LAMP + "(21)SN-1")));
        assertTrue(shop.lookup.isSoldHere(lamp, "SN-1"));
        shop.till.run(tx -> applied(tx, 4));
        assertFalse(shop.lookup.isSoldHere(lamp, "SN-1"));
    }

    private static void applied(Tx tx, long seq) {
        Terminals.Heard heard = tx.terminal().heard().orElseThrow();
        tx.terminal().heard(new Terminals.Heard(heard.incarnation(), seq, heard.parked(), heard.repliedAt(), heard.offsetMs(),
                heard.isRevoked(), heard.lost(), heard.runsTwice()));
    }

    private void takeBack(TillEntry.Sold sold) {
        Returnable back = shop.register.find(sold.sale().receipt()).orElseThrow().getFirst();
        sell(Basket.empty(GBP, TaxRule.USUAL)
                .plus(back.take(1, Quantity.of(1, Unit.EACH), ReturnOf.Condition.RESALABLE, "unused")));
    }

    @Test
    void goodsWithoutAReceiptAreWorthTheLowestPriceOfThirtyDaysAndNothingSpeaksAgainstThem() {
        ProductId lamp = ProductId.of(Sku.of("LAMP"));
        Instant now = shop.clock().instant();
        shop.till.run(tx -> {
            tx.terms().put(new PriceRule("week", lamp, "", PriceRule.Level.PROMOTION, 0, UnitPrice.parse("1.50", GBP),
                    now.minus(Duration.ofDays(40)), Optional.of(now.minus(Duration.ofDays(29)))), Optional.empty());
            tx.terms().put(new PriceRule("long ago", lamp, "", PriceRule.Level.PROMOTION, 0, UnitPrice.parse("0.50", GBP),
                    now.minus(Duration.ofDays(60)), Optional.of(now.minus(Duration.ofDays(31)))), Optional.empty());
        });

        Lookup.Meaning.Found back = assertInstanceOf(Lookup.Meaning.Found.class, shop.lookup.findBack(LAMP + "(17)200101"));

        assertEquals(new Price(UnitPrice.parse("1.50", GBP), new Price.Source.Rule("week")), back.article().price());
        assertEquals(Optional.empty(), back.obstacle());
        Lookup.Meaning named = shop.lookup.findBack(back.article().product().id());
        assertEquals(back.article(), assertInstanceOf(Lookup.Meaning.Found.class, named).article(), "chosen by its name");
    }

    @Test
    void whatMustBeKnownOfGoodsIsFed() {
        assertEquals(Product.Track.SERIAL, found("4012345678901").article().product().track());
        assertEquals(Product.Track.LOT, found("FISH").article().product().track());
        assertEquals(Product.Track.NONE, found("LAMP").article().product().track());
    }

    @Test
    void aScannedLabelNamesAPieceUnlessItIsAnArticle() {
        Marks piece = new Marks(Optional.empty(), Optional.of("SN-7"), Optional.empty(), Optional.empty(), Optional.empty());

        assertEquals(piece, marks("PHONE", "SN-7", true));
        assertEquals(piece, marks("PHONE", "]C0SN-7", true));
        assertEquals(piece, marks("PHONE", "]C121SN-7", true));
        assertEquals(piece, marks("PHONE", "(21)SN-7", true));
        assertEquals(piece, marks("PHONE", "(01)04012345678901(21)SN-7", true));
        assertEquals("4006381333932", marks("PHONE", "4006381333932", true).serial().orElseThrow());
        assertEquals("L 1", marks("FISH", "L 1", true).lot().orElseThrow());
        for (String other : List.of("4012345678901", "4006381333931", "LAMP", LAMP + "(21)SN-7", "(01)07622210449283(21)SN-7", "(10)L-1",
                "]C110L-1")) {
            assertInstanceOf(Lookup.Meaning.Unknown.class, mark("PHONE", other, true), other);
        }
    }

    @Test
    void whatIsTypedNamesAPieceEvenIfItIsAnArticle() {
        assertEquals("4006381333931", marks("PHONE", "4006381333931", false).serial().orElseThrow());
        assertEquals("LAMP", marks("FISH", "LAMP", false).lot().orElseThrow());
        assertInstanceOf(Lookup.Meaning.Unknown.class, mark("LAMP", "SN-7", false), "nothing is wanted of it");
        assertInstanceOf(Lookup.Meaning.Unknown.class, mark("PHONE", "7".repeat(65), false), "too long");
    }

    @Test
    void aNamedPieceThatWasSoldIsAnObstacle() {
        Lookup.Meaning.Found phone = assertInstanceOf(Lookup.Meaning.Found.class, mark("PHONE", "SN-9", false));
        assertEquals(Optional.empty(), phone.obstacle());
        sell(basket(phone));

        assertEquals(Optional.of(new Obstacle.SoldBefore("SN-9")),
                assertInstanceOf(Lookup.Meaning.Found.class, mark("PHONE", "SN-9", true)).obstacle());
    }

    private Lookup.Meaning mark(String sku, String text, boolean isScanned) {
        return shop.lookup.mark(ProductId.of(Sku.of(sku)), text, isScanned);
    }

    private Marks marks(String sku, String text, boolean isScanned) {
        return assertInstanceOf(Lookup.Meaning.Found.class, mark(sku, text, isScanned), text).marks();
    }

    private static Basket basket(Lookup.Meaning.Found found) {
        return Basket.empty(GBP, TaxRule.USUAL).ring(found.article().item(), Quantity.of(1, Unit.EACH), found.article().price(),
                found.marks().tracking());
    }

    private TillEntry.Sold sell(Basket basket) {
        shop.tick();
        Settlement settlement = new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())));
        Outcome outcome = shop.register.sell(
                new Register.Checkout(shop.register.entryId(), Shop.ANNA, Optional.empty(), basket, settlement));
        return assertInstanceOf(TillEntry.Sold.class, assertInstanceOf(Outcome.Saved.class, outcome).entry());
    }

    private Lookup.Meaning.Found found(String code) {
        return assertInstanceOf(Lookup.Meaning.Found.class, shop.lookup.find(code));
    }

    private void pull() {
        StockFeed stock = new StockFeed(shop.centre, shop.feed, Duration.ZERO, Duration.ZERO);
        for (int looks = 0; looks < 100 && stock.step() > 0; looks++) {
            // Until nothing is marked.
        }
        while (shop.feed.publish() > 0) {
            shop.tick();
        }
        Pull pull = shop.pull(shop.link(), folder);
        while (!(pull.step() instanceof Pull.Step.UpToDate)) {
            shop.tick();
        }
    }

    private static Product product(String sku, String gtin, Unit unit) {
        return product(sku, gtin, unit, Product.Track.NONE);
    }

    private static Product product(String sku, String gtin, Unit unit, Product.Track track) {
        return new Product(ProductId.of(Sku.of(sku)), Sku.of(sku), sku, unit, Product.Kind.GOODS, "STD",
                UnitPrice.parse("12.00", GBP), List.of(Gtin.of(gtin)), track, Guidance.NONE);
    }
}
