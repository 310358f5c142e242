package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.db.Lots;
import io.evertill.feed.HeadOffice;
import io.evertill.feed.Pull;
import io.evertill.inventory.StockFeed;
import io.evertill.lot.Lot;
import io.evertill.money.UnitPrice;
import io.evertill.outbox.Shop;
import io.evertill.price.Deal;
import io.evertill.price.Promotion;
import io.evertill.product.Obstacle;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Basket;
import io.evertill.sale.Review;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import io.evertill.wire.KeptBasket;
import io.evertill.wire.PromotionRows;
import io.evertill.wire.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a till that heard of the centre meanwhile says of a basket that waited.
class ReviewsTest {
    @TempDir
    Path folder;

    private Shop shop;
    private Basket basket;

    @BeforeEach
    void open() {
        shop = new Shop(folder, CentreOn.SQLITE.open(folder, () -> Instant.parse("2026-01-05T09:00:00Z")));
        define("MUG", "2.50");
        define("JUG", "9.00");
        define("CUP", "1.00");
        pull();
        basket = Basket.empty(Shop.GBP, TaxRule.USUAL);
        ring("MUG", "L-7");
        ring("JUG", "");
        ring("CUP", "");
        shop.register.keep(new KeptBasket(basket, List.of(), Optional.empty()));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void nothingSpeaksAgainstWhatIsAsItWas() {
        Review review = review();

        assertEquals(Map.of(1, Optional.empty(), 2, Optional.empty(), 3, Optional.empty()), obstacles(review));
        assertEquals(basket.lines(), basket.reviewed(review).lines());
    }

    @Test
    void whatWasHeldBackOrWithdrawnMeanwhileIsNotSold() {
        shop.centre.run(tx -> {
            tx.lots().put(new Lot(id("MUG"), "L-7", Optional.empty(), "", Lot.State.ACTIVE), tx.now());
            tx.lots().decide(id("MUG"), "L-7", new Lots.Decision(Lot.State.RECALLED, tx.now(), "Bea", "breaks"));
            shop.feed.remove(tx, "product", "", id("JUG").toString());
        });
        pull();

        assertEquals(Map.of(1, Optional.of(new Obstacle.HeldBack("L-7")), 2, Optional.of(new Obstacle.Withdrawn()), 3, Optional.empty()),
                obstacles(review()));
    }

    @Test
    void pricesTaxesAndPromotionsAreThoseOfNow() {
        define("CUP", "1.20");
        shop.centre.run(tx -> {
            shop.feed.put(tx, "tax", "", "STD", Rows.tax(new TaxRate("STD", "VAT", 210_000, TaxRate.Kind.INCLUSIVE)));
            shop.feed.put(tx, "promotion", "", "P", PromotionRows.write(new Promotion("P", "Jugs", "", Set.of(id("JUG")),
                    new Deal.PercentOff(1_000), 0, false, Instant.EPOCH, Optional.empty(), Optional.empty())));
        });
        pull();

        Basket after = basket.reviewed(review());

        assertEquals(List.of("2.50", "8.10", "1.20"), after.lines().stream().map(line -> line.total().text()).toList());
        assertEquals(Set.of(210_000), after.lines().stream().map(line -> line.item().tax().partsPerMillion()).collect(Collectors.toSet()));
        assertEquals(after, after.reviewed(review()));
    }

    @Test
    void aStoreMayLetABasketKeepItsPricesForAWhile() {
        define("CUP", "1.20");
        shop.centre.run(tx -> shop.feed.put(tx, "setting", "", "price.wait.minutes", Rows.setting("price.wait.minutes", "10")));
        pull();
        shop.register.keep(new KeptBasket(basket, List.of(), Optional.empty()));
        Instant kept = shop.till.read(tx -> tx.counter().keptAt()).orElseThrow();

        Review young = review();
        shop.till.run(tx -> tx.counter().keep(new KeptBasket(basket, List.of(), Optional.empty()).write(),
                kept.minus(Duration.ofMinutes(10))));
        Review old = review();

        assertEquals(Optional.empty(), young.promotions());
        assertEquals(basket, basket.reviewed(young));
        assertEquals("12.70", basket.reviewed(old).total().text());
    }

    private Review review() {
        return new Reviews(shop.till, shop.lookup).of(basket.lines());
    }

    private static Map<Integer, Optional<Obstacle>> obstacles(Review review) {
        return review.findings().stream().collect(Collectors.toMap(Review.Finding::line, Review.Finding::obstacle));
    }

    private void ring(String sku, String lot) {
        Lookup.Article article = ((Lookup.Meaning.Found) shop.lookup.find(sku)).article();
        basket = basket.ring(article.item(), Quantity.of(1, Unit.EACH), article.price(), Tracking.lot(lot));
    }

    private void define(String sku, String price) {
        shop.centre.run(tx -> new HeadOffice(shop.feed).define(tx, new Product(id(sku), Sku.of(sku), sku, Unit.EACH, Product.Kind.GOODS,
                "STD", UnitPrice.parse(price, Shop.GBP), List.of())));
    }

    private static ProductId id(String sku) {
        return ProductId.of(Sku.of(sku));
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
}
