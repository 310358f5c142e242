package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.audit.CentreAudit;
import io.evertill.audit.TillAudit;
import io.evertill.db.CentreOn;
import io.evertill.db.FeedDue;
import io.evertill.feed.HeadOffice;
import io.evertill.feed.Pull;
import io.evertill.inventory.BackDoor;
import io.evertill.inventory.StockFeed;
import io.evertill.lot.Lot;
import io.evertill.money.UnitPrice;
import io.evertill.outbox.Shop;
import io.evertill.product.Gtin;
import io.evertill.product.Guidance;
import io.evertill.product.Obstacle;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Basket;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.wire.FeedPage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A batch whose last day only the centre knows, from there to a scan at the till, over the feed that tills have.
class ToldLastDayTest {
    private static final Product LAMP = new Product(ProductId.of(Sku.of("LAMP")), Sku.of("LAMP"), "Lamp", Unit.EACH, Product.Kind.GOODS,
            "STD", UnitPrice.parse("12.00", Shop.GBP), List.of(Gtin.of("09506000134352")), Product.Track.LOT, Guidance.NONE);
    private static final String SYMBOL = "(01)09506000134352";
    private static final String BATCH = SYMBOL + "(10)L-7";

    @TempDir
    Path folder;

    private Shop shop(CentreOn on) {
        Shop shop = new Shop(folder, on.open(folder, () -> Instant.parse("2026-01-05T09:00:00Z")));
        shop.centre.run(tx -> new HeadOffice(shop.feed).define(tx, LAMP));
        pull(shop);
        return shop;
    }

    @ParameterizedTest
    @EnumSource
    void aBatchThatTheCentreKnowsIsNotSoldBehindItsLastDayAndAnUnknownOneIs(CentreOn on) {
        try (Shop shop = shop(on)) {
            Optional<Obstacle> unknown = judged(shop, BATCH);
            told(shop, "L-7", Optional.of("2026-01-04"));

            assertEquals(Optional.empty(), unknown);
            assertEquals(expired("2026-01-04"), judged(shop, BATCH));
            assertEquals(Optional.empty(), judged(shop, SYMBOL + "(10)L-8"));
            assertEquals(Optional.empty(), judged(shop, SYMBOL));
            assertEquals(List.of(), CentreAudit.of(shop.centre).differences());
            assertEquals(List.of(), TillAudit.of(shop.till).differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatWasPutOffOrTakenBackLetsItBeSold(CentreOn on) {
        try (Shop shop = shop(on)) {
            told(shop, "L-7", Optional.of("2026-01-04"));
            told(shop, "L-8", Optional.of("2026-01-04"));
            told(shop, "L-7", Optional.of("2026-01-05"));
            told(shop, "L-8", Optional.empty());

            assertEquals(Optional.empty(), judged(shop, BATCH));
            assertEquals(Optional.empty(), judged(shop, SYMBOL + "(10)L-8"));
            assertEquals(List.of(LAMP.id() + "@L-7"), shop.till.read(tx -> tx.fed().after(FeedDue.LOT_DATE, "", 10)).stream()
                    .map(row -> row.id()).toList());
        }
    }

    /// Its day ends where the store is: there it is fourteen hours later than where the centre is.
    @ParameterizedTest
    @EnumSource
    void theLastDayEndsWithTheDayOfTheStore(CentreOn on) {
        try (Shop shop = shop(on)) {
            shop.centre.run(tx -> new HeadOffice(shop.feed).define(tx, "", "zone", "Pacific/Kiritimati"));
            told(shop, "L-7", Optional.of("2026-01-05"));
            shop.turnClock(Instant.parse("2026-01-05T09:59:59Z"));
            Optional<Obstacle> before = judged(shop, BATCH);
            shop.turnClock(Instant.parse("2026-01-05T10:00:00Z"));

            assertEquals(Optional.empty(), before);
            assertEquals(expired("2026-01-05"), judged(shop, BATCH));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereTheSymbolAndTheCentreDifferTheEarlierDayCounts(CentreOn on) {
        try (Shop shop = shop(on)) {
            told(shop, "L-7", Optional.of("2026-01-03"));
            Optional<Obstacle> centreIsEarlier = judged(shop, SYMBOL + "(17)260202(10)L-7");
            told(shop, "L-7", Optional.of("2026-02-02"));
            Optional<Obstacle> symbolIsEarlier = judged(shop, SYMBOL + "(17)260104(10)L-7");
            Optional<LocalDate> kept = found(shop, SYMBOL + "(17)260203(10)L-7").marks().expires();

            assertEquals(expired("2026-01-03"), centreIsEarlier);
            assertEquals(expired("2026-01-04"), symbolIsEarlier);
            assertEquals(Optional.of(LocalDate.parse("2026-02-03")), kept, "a sale says what the symbol said");
            assertEquals(Optional.empty(), found(shop, BATCH).marks().expires());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBatchIsJudgedWhereItIsTypedReservedOrWaited(CentreOn on) {
        try (Shop shop = shop(on)) {
            Lookup.Article article = found(shop, BATCH).article();
            Basket basket = Basket.empty(Shop.GBP, TaxRule.USUAL)
                    .ring(article.item(), Quantity.of(1, Unit.EACH), article.price(), Tracking.lot("L-7"));
            told(shop, "L-7", Optional.of("2026-01-04"));

            assertEquals(expired("2026-01-04"), ((Lookup.Meaning.Found) shop.lookup.mark(LAMP.id(), "L-7", false)).obstacle());
            assertEquals(expired("2026-01-04"), shop.lookup.article(LAMP.id(), "L-7").orElseThrow().obstacle());
            assertEquals(expired("2026-01-04"),
                    new Reviews(shop.till, shop.lookup).of(basket.lines()).findings().getFirst().obstacle());
        }
    }

    /// A till of an earlier version takes any row about a held back batch for one that must not be sold, and passes the new table over.
    @ParameterizedTest
    @EnumSource
    void aBatchThatIsOnlyDatedIsNotAmongThoseHeldBack(CentreOn on) {
        try (Shop shop = shop(on)) {
            told(shop, "L-7", Optional.of("2027-01-31"));

            assertEquals(List.of(), shop.till.read(tx -> tx.fed().after(FeedDue.LOT, "", 10)));
            assertEquals(1, shop.till.read(tx -> tx.fed().after(FeedDue.LOT_DATE, "", 10)).size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheTillWasToldLastCountsWhileItIsAlone(CentreOn on) {
        try (Shop shop = shop(on)) {
            told(shop, "L-7", Optional.of("2026-01-04"));
            put(shop, "L-7", Optional.of("2026-01-31"));

            assertEquals(expired("2026-01-04"), judged(shop, BATCH));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatTheTillLostOrPassedOverIsLoadedAgainAndNothingElse(CentreOn on) {
        try (Shop shop = shop(on)) {
            told(shop, "L-7", Optional.of("2026-01-04"));
            shop.till.run(tx -> {
                tx.fed().clear(FeedDue.LOT_DATE);
                tx.feedState().put(FeedDue.LOT_DATE, FeedPage.Sum.NONE);
            });
            Pull pull = shop.pull(shop.link(), folder);
            Pull.Step first = pull.step();
            Pull.Step last = pull.step();
            while (last instanceof Pull.Step.Downloaded) {
                last = pull.step();
            }

            assertEquals(new Pull.Step.Mismatched(List.of(FeedDue.LOT_DATE)), first);
            assertEquals(new Pull.Step.Repaired(List.of(FeedDue.LOT_DATE), 1), last);
            assertEquals(expired("2026-01-04"), judged(shop, BATCH));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayThatNobodyIsAboutToTellIsFoundByTheAudit(CentreOn on) {
        try (Shop shop = shop(on)) {
            put(shop, "L-7", Optional.of("2026-01-04"));
            put(shop, "L-8", Optional.empty());
            List<?> marked = CentreAudit.of(shop.centre).differences();
            BackDoor.of(on, folder).change("DELETE FROM feed_due");

            assertEquals(List.of(), marked);
            assertEquals(
                    List.of("The last day of batch L-7 of " + LAMP.id() + " is not in the feed, and is not marked to be told."),
                    CentreAudit.of(shop.centre).differences().stream().map(difference -> difference.sentence()).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidAgainIsNoNews(CentreOn on) {
        try (Shop shop = shop(on)) {
            told(shop, "L-7", Optional.of("2026-01-04"));
            Map<String, FeedPage.Sum> before = shop.till.read(tx -> tx.feedState().sums());
            Long head = shop.centre.read(tx -> tx.centre().state().feedHead());
            told(shop, "L-7", Optional.of("2026-01-04"));
            Long after = shop.centre.read(tx -> tx.centre().state().feedHead());

            assertEquals(head, after);
            assertEquals(before, shop.till.read(tx -> tx.feedState().sums()));
        }
    }

    private static Optional<Obstacle> expired(String day) {
        return Optional.of(new Obstacle.Expired(LocalDate.parse(day)));
    }

    private static Optional<Obstacle> judged(Shop shop, String code) {
        return found(shop, code).obstacle();
    }

    private static Lookup.Meaning.Found found(Shop shop, String code) {
        return (Lookup.Meaning.Found) shop.lookup.find(code);
    }

    private static void put(Shop shop, String lot, Optional<String> lastDay) {
        shop.centre.run(tx -> tx.lots().put(
                new Lot(LAMP.id(), lot, lastDay.map(LocalDate::parse), "", Lot.State.ACTIVE), tx.now()));
    }

    private void told(Shop shop, String lot, Optional<String> lastDay) {
        put(shop, lot, lastDay);
        pull(shop);
    }

    private void pull(Shop shop) {
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
