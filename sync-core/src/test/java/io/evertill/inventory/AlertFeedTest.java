package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.alert.Facts;
import io.evertill.alert.Finding;
import io.evertill.alert.RedCard;
import io.evertill.db.Alerts;
import io.evertill.db.CentreOn;
import io.evertill.db.FeedDue;
import io.evertill.entry.Move;
import io.evertill.feed.Feed;
import io.evertill.ledger.Bytes;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.transfer.Action;
import io.evertill.transfer.Route;
import io.evertill.wire.AlertRows;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which red cards tills are told, and when that is news.
class AlertFeedTest {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    @TempDir
    Path folder;

    private static Warehouse low(CentreOn on, Path folder) {
        Warehouse house = new Warehouse(on, folder);
        house.db.run(tx -> tx.minimums().put("S1", Warehouse.TEA.id(), 5 * Quantity.ONE, tx.now()));
        house.move(Move.Type.RECEIVE, Warehouse.TEA, "4", Place.SUPPLIER, Warehouse.SHELF);
        return house;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsFoundOnceMoreIsNoNewsAndWhatChangedIs(CentreOn on) {
        try (Warehouse house = low(on, folder)) {
            review(house);
            List<RedCard> first = told(house, "S1");
            long before = head(house);
            house.tick(QUARTER);
            review(house);
            long again = head(house);
            house.move(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP);
            review(house);

            assertEquals(List.of(new Facts.LowStock(new Facts.Goods("TEA", "A TEA", Unit.EACH), 4 * Quantity.ONE, 4 * Quantity.ONE, 0,
                    5 * Quantity.ONE, "")), first.stream().map(RedCard::facts).toList());
            assertEquals(before, again, "a look that finds the same tells nothing");
            assertEquals(List.of(first.getFirst().id()), told(house, "S1").stream().map(RedCard::id).toList());
            assertTrue(told(house, "S1").getFirst().sentence().startsWith("TEA: 3 available"), told(house, "S1").toString());
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheStoreItIsAboutIsToldOrAllAre(CentreOn on) {
        try (Warehouse house = low(on, folder)) {
            house.db.run(tx -> tx.alerts().raise(
                    new Finding(Finding.Kind.DRIFT, "", "all", "The ledger is damaged.", "Call somebody."), tx.now()));
            publish(house);
            List<RedCard> everybody = told(house, "S2");
            review(house);

            assertEquals(List.of("DRIFT"), everybody.stream().map(RedCard::kind).toList());
            assertEquals(List.of(), told(house, "S2"), "the review found nothing behind it");
            assertEquals(List.of("LOW_STOCK"), told(house, "S1").stream().map(RedCard::kind).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasSeenItIsToldAndAClosedOneIsGone(CentreOn on) {
        try (Warehouse house = low(on, folder)) {
            UUID card = review(house).getFirst().id();
            Instant at = house.now();
            house.db.run(tx -> tx.alerts().acknowledge(card, new Alerts.Acknowledged(at, "Bea")));
            publish(house);
            List<RedCard> seen = told(house, "S1");
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "1", Place.SUPPLIER, Warehouse.SHELF);
            review(house);

            assertEquals(List.of(Optional.of(new RedCard.Seen(at, "Bea"))), seen.stream().map(RedCard::seen).toList());
            assertEquals(List.of(), told(house, "S1"));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPutAwayComesBackWithTheFirstLookBehindItsTime(CentreOn on) {
        try (Warehouse house = low(on, folder)) {
            UUID card = review(house).getFirst().id();
            Instant until = house.now().plus(Duration.ofHours(4));
            house.db.run(tx -> tx.alerts().snooze(card, new Alerts.Snoozed(until, "Bea")));
            publish(house);
            List<RedCard> away = told(house, "S1");
            house.tick(Duration.ofHours(4).minusMillis(1));
            house.move(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP);
            review(house);
            List<RedCard> changed = told(house, "S1");
            house.tick(Duration.ofMillis(1));
            List<String> between = house.differences();
            review(house);
            List<RedCard> back = told(house, "S1");
            long head = head(house);
            house.tick(QUARTER);
            review(house);

            assertEquals(List.of(), away);
            assertEquals(List.of(), changed, "put away is put away, whatever becomes of it meanwhile");
            assertEquals(List.of(), between, "until the next look it is rightly not told");
            assertEquals(List.of(card), back.stream().map(RedCard::id).toList());
            assertEquals(head, head(house));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatNobodyIsAboutToTellIsFoundByTheAudit(CentreOn on) {
        try (Warehouse house = low(on, folder)) {
            UUID card = house.db.write(tx -> {
                Review.run(tx);
                return tx.alerts().open("", new UUID(0, 0), 9);
            }).getFirst().id();
            List<String> marked = house.differences();
            BackDoor.of(on, folder).change("DELETE FROM feed_due WHERE tbl = 'alert'");

            assertEquals(List.of(), marked);
            assertEquals(List.of("The red card " + card + " is not in the feed, and is not marked to be told."), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsThatAreWrongAreToldInFigures(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Facts.Goods rice = new Facts.Goods("RICE", "A RICE", Unit.KILOGRAM);
            house.move(Move.Type.SCRAP, Warehouse.RICE, "2.5", Warehouse.SHELF, Place.SCRAP);
            Instant since = house.now();
            house.carry(Action.DISPATCH, "T7", new Route("S1", "S2"), "3");
            house.tick(Review.TRANSIT_SLACK.plusMillis(1));
            review(house);
            List<Facts> here = told(house, "S1").stream().map(RedCard::facts).toList();
            List<Facts> there = told(house, "S2").stream().map(RedCard::facts).toList();

            assertTrue(here.contains(new Facts.Oversold(rice, "MAIN/AVAILABLE", "", -25_000, since)), here::toString);
            assertEquals(List.of(new Facts.Underway("T7", "S1", since, Optional.empty())), there);
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsThatNobodyCountsAreToldInFigures(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "4", Place.SUPPLIER, Warehouse.SHELF);
            Instant since = house.now();
            house.tick(Duration.ofDays(91).plusMillis(1));
            review(house);

            assertEquals(List.of(new Facts.Uncounted(1, 91, since)), told(house, "S1").stream().map(RedCard::facts).toList());
        }
    }

    private static List<Alerts.Card> review(Warehouse house) {
        List<Alerts.Card> open = house.db.write(tx -> {
            Review.run(tx);
            return tx.alerts().open("", new UUID(0, 0), 100);
        });
        publish(house);
        return open;
    }

    private static void publish(Warehouse house) {
        StockFeed stock = new StockFeed(house.db, house.feed, Duration.ZERO, Duration.ZERO);
        for (int looks = 0; looks < 100 && stock.step() > 0; looks++) {
            // Until nothing is marked.
        }
    }

    private static long head(Warehouse house) {
        return house.db.read(tx -> tx.feedRows().after(0, "S1", 10_000).stream()
                .filter(row -> row.table().equals(FeedDue.ALERT)).mapToLong(row -> row.number()).max().orElse(0));
    }

    private static List<RedCard> told(Warehouse house, String branch) {
        UUID incarnation = house.db.read(tx -> tx.centre().state().incarnation());
        var page = (Feed.Answer.Page) house.feed.page(branch, Optional.of(new FeedPage.Cursor(incarnation, 0)));
        return page.page().changes().stream()
                .filter(change -> change.table().equals(FeedDue.ALERT) && !change.isGone())
                .map(change -> AlertRows.card(bytes(change)))
                .sorted(RedCard.WORST_FIRST)
                .toList();
    }

    private static Bytes bytes(FeedPage.Change change) {
        return Json.canonical(change.value());
    }
}
