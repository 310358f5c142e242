package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.alert.Facts;
import io.evertill.alert.RedCard;
import io.evertill.alert.RedCards;
import io.evertill.audit.CentreAudit;
import io.evertill.audit.TillAudit;
import io.evertill.db.Alerts;
import io.evertill.db.CentreOn;
import io.evertill.db.FeedDue;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.feed.Pull;
import io.evertill.inventory.Review;
import io.evertill.inventory.StockFeed;
import io.evertill.outbox.Shop;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Json;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import io.evertill.wire.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A red card from the centre to a till, over the feed that tills have.
class ToldCardsTest {
    private static final ProductId MUG = ProductId.of(Sku.of("MUG1"));
    private static final ProductId OTHER = ProductId.of(Sku.of("MUG2"));

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-01-05T09:00:00Z");

    /// A network that is cut.
    private static final class CutLink implements Link {
        @Override
        public PushReply push(Push push) {
            return new PushReply.Unreachable("the network is cut.");
        }

        @Override
        public PullReply pull(Optional<FeedPage.Cursor> cursor) {
            return new PullReply.Unreachable("the network is cut.");
        }

        @Override
        public PullReply snapshot(Optional<String> tag, long offset) {
            return new PullReply.Unreachable("the network is cut.");
        }
    }

    /// A shop and the clock of its centre, wherever that is read.
    private final class Place implements AutoCloseable {
        private final CentreOn.Clocked clocked;
        private final Shop shop;

        Place(CentreOn on) {
            clocked = on.clocked(folder, () -> now);
            shop = new Shop(folder, clocked.db());
            pull();
        }

        void wants(ProductId product, long pieces) {
            shop.centre.run(tx -> tx.minimums().put("S1", product, pieces * Quantity.ONE, tx.now()));
        }

        void at(Duration later) {
            now = now.plus(later);
            clocked.server().ifPresent(server -> server.set(now));
        }

        void review() {
            shop.centre.run(tx -> Review.run(tx));
        }

        void pull() {
            publish();
            Pull pull = shop.pull(shop.link(), folder);
            while (!(pull.step() instanceof Pull.Step.UpToDate)) {
                shop.tick();
            }
        }

        void publish() {
            StockFeed stock = new StockFeed(shop.centre, shop.feed, Duration.ZERO, Duration.ZERO);
            for (int looks = 0; looks < 1_000 && stock.step() > 0; looks++) {
                // Until nothing is marked.
            }
            while (shop.feed.publish() > 0) {
                shop.tick();
            }
        }

        void tell() {
            review();
            pull();
        }

        List<Facts> shown() {
            return cards().worst().stream().map(RedCard::facts).toList();
        }

        RedCards cards() {
            return new ToldCards(shop.till).worst(10);
        }

        @Override
        public void close() {
            shop.close();
            clocked.server().ifPresent(server -> server.close());
        }
    }

    private static Facts low(String number, long wanted) {
        return new Facts.LowStock(new Facts.Goods("MUG" + number, "Mug no. " + number, Unit.EACH), 0, 0, 0, wanted * Quantity.ONE, "");
    }

    @ParameterizedTest
    @EnumSource
    void aCardThatOpensIsShownAndOneThatClosesIsGone(CentreOn on) {
        try (Place place = new Place(on)) {
            place.wants(MUG, 3);
            place.tell();
            List<Facts> open = place.shown();
            place.wants(OTHER, 2);
            place.at(Duration.ofMinutes(15));
            place.tell();
            List<Facts> both = place.shown();
            place.wants(MUG, 0);
            place.tell();

            assertEquals(List.of(low("1", 3)), open);
            assertEquals(List.of(low("1", 3), low("2", 2)), both, "the older first");
            assertEquals(List.of(low("2", 2)), place.shown());
            assertEquals(List.of(), CentreAudit.of(place.shop.centre).differences());
            assertEquals(List.of(), TillAudit.of(place.shop.till).differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPutAwayIsGoneAndComesBack(CentreOn on) {
        try (Place place = new Place(on)) {
            place.wants(MUG, 3);
            place.tell();
            UUID card = place.cards().worst().getFirst().id();
            place.shop.centre.run(tx -> tx.alerts().snooze(
                    card, new Alerts.Snoozed(tx.now().plus(Duration.ofHours(4)), "Bea")));
            place.pull();
            List<Facts> away = place.shown();
            place.at(Duration.ofHours(4));
            place.tell();

            assertEquals(List.of(), away);
            assertEquals(List.of(low("1", 3)), place.shown());
        }
    }

    /// The network is cut: nothing of what happens at the centre comes, and what is shown says how old it is.
    @ParameterizedTest
    @EnumSource
    void whatTheTillWasToldLastStaysWhileItIsAlone(CentreOn on) {
        try (Place place = new Place(on)) {
            place.wants(MUG, 3);
            place.tell();
            Optional<Instant> told = Freshness.read(place.shop.till).confirmedAt();
            place.wants(MUG, 0);
            place.wants(OTHER, 2);
            place.at(Duration.ofHours(9));
            place.review();
            place.publish();
            Pull.Step alone = place.shop.pull(new CutLink(), folder).step();

            assertInstanceOf(Pull.Step.Failed.class, alone);
            assertEquals(List.of(low("1", 3)), place.shown());
            assertEquals(told, Freshness.read(place.shop.till).confirmedAt());
            place.pull();
            assertEquals(List.of(low("2", 2)), place.shown());
        }
    }

    @Test
    void fiveThousandCardsAtOnceStayBounded() {
        try (Place place = new Place(CentreOn.SQLITE)) {
            place.shop.centre.run(tx -> {
                for (int number = 0; number < 5_000; number++) {
                    define(tx, "ITEM" + number);
                    tx.minimums().put("S1", ProductId.of(Sku.of("ITEM" + number)), Quantity.ONE, tx.now());
                }
            });
            place.tell();

            RedCards shown = new ToldCards(place.shop.till).worst(200);

            assertEquals(List.of(200L, 5_000L), List.of((long) shown.worst().size(), shown.total()));
            assertEquals(List.of(), TillAudit.of(place.shop.till).differences());
        }
    }

    private static void define(Tx tx, String sku) {
        Product product = Shop.product(sku, "A thing", "1.00");
        tx.definitions().putProduct(product.id(), product.sku(), Json.canonical(Rows.product(product)), tx.now());
    }

    /// A card of a newer centre keeps neither prices from coming nor other cards from being shown.
    @ParameterizedTest
    @EnumSource
    void aCardThatThisProgramCannotReadHoldsNothingUp(CentreOn on) {
        try (Place place = new Place(on)) {
            place.wants(MUG, 3);
            place.review();
            place.shop.centre.run(tx ->
                    place.shop.feed.put(tx, FeedDue.ALERT, "S1", "of-a-newer-centre", Json.object().put("mood", "bad")));
            place.pull();

            assertEquals(List.of(low("1", 3)), place.shown());
            assertEquals(2, place.shop.till.read(tx -> tx.fed().after(FeedDue.ALERT, "", 9)).size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatTheTillLostAreLoadedAgainAndNothingElse(CentreOn on) {
        try (Place place = new Place(on)) {
            place.wants(MUG, 3);
            place.tell();
            place.shop.till.run(tx -> {
                tx.fed().clear(FeedDue.ALERT);
                tx.feedState().put(FeedDue.ALERT, FeedPage.Sum.NONE);
            });
            Pull pull = place.shop.pull(place.shop.link(), folder);
            Pull.Step first = pull.step();
            Pull.Step last = pull.step();
            while (last instanceof Pull.Step.Downloaded) {
                last = pull.step();
            }

            assertEquals(new Pull.Step.Mismatched(List.of(FeedDue.ALERT)), first);
            assertEquals(new Pull.Step.Repaired(List.of(FeedDue.ALERT), 1), last);
            assertEquals(List.of(low("1", 3)), place.shown());
        }
    }

    /// Moments are said by the clock that people see at the till, though the centre's is ahead of it.
    @Test
    void momentsAreByTheTillsOwnClock() {
        try (Place place = new Place(CentreOn.SQLITE)) {
            place.wants(MUG, 3);
            place.tell();
            Instant before = place.cards().worst().getFirst().openedAt();
            place.shop.till.run(tx -> tx.terminal().heard(new Terminals.Heard(Optional.empty(), 0, 0, tx.now(),
                    Optional.of(Duration.ofMinutes(7).toMillis()), false, Optional.empty(), false)));

            assertEquals(before.minus(Duration.ofMinutes(7)), place.cards().worst().getFirst().openedAt());
        }
    }
}
