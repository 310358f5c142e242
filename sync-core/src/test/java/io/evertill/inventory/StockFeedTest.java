package io.evertill.inventory;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.count.CountClass;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.db.CentreOn;
import io.evertill.db.CountLines;
import io.evertill.db.FeedDue;
import io.evertill.db.Lots;
import io.evertill.entry.Move;
import io.evertill.feed.Feed;
import io.evertill.lot.Lot;
import io.evertill.reserving.Shop;
import io.evertill.stock.Place;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Action;
import io.evertill.transfer.Step;
import io.evertill.wire.FeedPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What tills are told about stock, and when.
class StockFeedTest {
    private static final Move.Key TEA = new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, "");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void manyChangesBetweenTwoLooksAreOneRow(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            StockFeed stock = new StockFeed(house.db, house.feed);
            tell(stock);
            long before = head(house);
            IntStream.range(0, 50).forEach(_ -> receive(house, "1"));

            tell(stock);
            long tooEarly = head(house);
            house.tick(StockFeed.NEAR);
            tell(stock);
            long near = head(house);

            assertEquals(List.of(0L, 1L), List.of(tooEarly - before, near - before));
            assertEquals(List.of("50"), told(house, "S1", FeedDue.LEVEL, "qty"));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherBranchesAreToldLessOftenAndNothingThatIsNoNews(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            StockFeed stock = new StockFeed(house.db, house.feed);
            receive(house, "7");
            tell(stock);
            house.tick(StockFeed.NEAR);
            receive(house, "1");
            tell(stock);
            List<String> own = told(house, "S1", FeedDue.LEVEL, "qty");
            List<String> early = told(house, "S2", FeedDue.ELSEWHERE, "qty");
            house.tick(StockFeed.FAR);
            tell(stock);
            List<String> late = told(house, "S2", FeedDue.ELSEWHERE, "qty");
            List<String> moment = told(house, "S2", FeedDue.ELSEWHERE, "asOf");
            house.move(Move.Type.SCRAP, Warehouse.TEA, "2", Warehouse.SHELF, Place.SCRAP);
            receive(house, "2");
            house.tick(StockFeed.FAR);
            tell(stock);

            assertEquals(List.of("8"), own);
            assertEquals(List.of("7"), early);
            assertEquals(List.of("8"), late);
            assertEquals(moment, told(house, "S2", FeedDue.ELSEWHERE, "asOf"));
            assertEquals(List.of(), told(house, "S2", FeedDue.LEVEL, "qty"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotForSaleIsNotInTheFigure(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            receive(house, "7");
            house.move(Move.Type.SCRAP, Warehouse.TEA, "2", Warehouse.SHELF, Place.SCRAP);
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "3", Place.SUPPLIER, Place.at("S1", Place.Kind.QUARANTINE));

            tell(new StockFeed(house.db, house.feed));

            assertEquals(List.of("5"), told(house, "S1", FeedDue.LEVEL, "qty"));
        }
    }

    /// The one that looked later has the last word, whoever began first.
    @ParameterizedTest
    @EnumSource
    void twoNodesTellTheSame(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            StockFeed one = new StockFeed(house.db, house.feed);
            StockFeed other = new StockFeed(house.db, new Feed(house.db, house::id));
            receive(house, "7");
            one.step();
            receive(house, "1");
            other.step();

            tell(one);
            tell(other);

            assertEquals(List.of("8"), told(house, "S1", FeedDue.LEVEL, "qty"));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFigureThatNobodyIsAboutToPutRightIsFoundByTheAudit(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            StockFeed stock = new StockFeed(house.db, house.feed);
            receive(house, "7");
            tell(stock);
            receive(house, "1");
            List<String> marked = house.differences();
            BackDoor.of(on, folder).change("DELETE FROM feed_due");

            List<String> forgotten = house.differences();

            assertEquals(List.of(), marked);
            assertEquals(List.of(
                    "Row " + Warehouse.TEA.id() + " of level is not what is so, and is not marked to be told.",
                    "Row " + Warehouse.TEA.id() + "@S1 of elsewhere is not what is so, and is not marked to be told."), forgotten);
        }
    }

    @ParameterizedTest
    @EnumSource
    void moreSubjectsThanOnePageAreAllTold(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            int count = 260;
            house.db.run(tx -> IntStream.range(0, count).forEach(at -> tx.lots().put(
                    new Lot(Warehouse.TEA.id(), "L" + at, Optional.empty(), "", Lot.State.ACTIVE), tx.now())));
            IntStream.range(0, count).forEach(at -> decide(house, "L" + at, Lot.State.HOLD));

            tell(new StockFeed(house.db, house.feed));

            assertEquals(count, told(house, "S1", FeedDue.LOT, "lot").size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTransferIsToldToBothBranchesWhileItIsOnTheWay(CentreOn on) {
        try (Haulage haulage = new Haulage(on, folder)) {
            StockFeed stock = new StockFeed(haulage.house.db, haulage.house.feed, Duration.ZERO, Duration.ZERO);
            haulage.request("10");
            haulage.approve("");
            haulage.take(Step.PICK);
            tell(stock);
            List<String> picking = told(haulage.house, "S1", FeedDue.TRANSFER, "state");
            haulage.record(haulage.fact(Action.DISPATCH, "D-1", Haulage.tea("8", "0", Tracking.NONE, Tracking.NONE, "")));
            tell(stock);
            List<String> source = told(haulage.house, Haulage.ROUTE.source(), FeedDue.TRANSFER, "state");
            List<String> target = told(haulage.house, Haulage.ROUTE.target(), FeedDue.TRANSFER, "goods");
            haulage.record(haulage.fact(Action.RECEIVE, "R-1", Haulage.tea("8", "0", Tracking.NONE, Tracking.NONE, "")));
            tell(stock);

            assertEquals(List.of(), picking);
            assertEquals(List.of("IN_TRANSIT"), source);
            assertEquals(List.of("[{\"product\":\"" + Warehouse.TEA.id() + "\",\"qty\":\"8\"}]"), target);
            assertEquals(List.of(), told(haulage.house, Haulage.ROUTE.target(), FeedDue.TRANSFER, "state"));
            assertEquals(List.of(), haulage.house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBatchIsToldToEverybodyWhileItIsHeldBack(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            StockFeed stock = new StockFeed(house.db, house.feed, Duration.ZERO, Duration.ZERO);
            house.db.run(tx -> tx.lots().put(
                    new Lot(Warehouse.TEA.id(), "L-1@x", Optional.empty(), "", Lot.State.ACTIVE), tx.now()));
            decide(house, "L-1@x", Lot.State.HOLD);
            tell(stock);
            List<String> held = told(house, "S9", FeedDue.LOT, "state");
            decide(house, "L-1@x", Lot.State.RECALLED);
            tell(stock);
            List<String> recalled = told(house, "S9", FeedDue.LOT, "state");
            decide(house, "L-1@x", Lot.State.ACTIVE);
            tell(stock);

            assertEquals(List.of("HOLD"), held);
            assertEquals(List.of("RECALLED"), recalled);
            assertEquals(List.of(), told(house, "S9", FeedDue.LOT, "state"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPromiseIsToldToItsBranchUntilItEnds(CentreOn on) {
        try (Shop shop = new Shop(on, folder)) {
            StockFeed stock = new StockFeed(shop.house.db, shop.house.feed, Duration.ZERO, Duration.ZERO);
            shop.receive(Warehouse.TEA, "10");
            tell(stock);
            UUID taken = shop.reserved("1", "2");
            UUID lapsing = shop.reserved("2", "3");
            tell(stock);
            List<String> made = told(shop.house, "S1", FeedDue.RESERVATION, "qty");
            shop.pay(taken, "p-1", "1", true);
            tell(stock);
            List<String> partly = told(shop.house, "S1", FeedDue.RESERVATION, "qty");
            shop.pay(taken, "p-2", "1", true);
            shop.house.tick(Shop.TEN_MINUTES);
            shop.reservations.sweep();
            long before = head(shop.house);
            UUID shortest = shop.reserved("3", "1");
            shop.reservations.release(shortest, Shop.WEB, "", Optional.empty());
            tell(stock);

            assertEquals(List.of("2", "3"), made.stream().sorted().toList());
            assertEquals(List.of("1", "3"), partly.stream().sorted().toList());
            assertEquals(List.of(), told(shop.house, "S1", FeedDue.RESERVATION, "qty"));
            assertEquals(List.of(), told(shop.house, "S2", FeedDue.RESERVATION, "qty"));
            assertEquals(Set.of(taken.toString(), lapsing.toString()), changes(shop.house, "S1", before).stream()
                    .filter(change -> change.table().equals(FeedDue.RESERVATION) && change.isGone())
                    .map(FeedPage.Change::id)
                    .collect(toSet()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsToBeCountedIsToldWithoutWhatIsExpected(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            StockFeed stock = new StockFeed(house.db, house.feed, Duration.ZERO, Duration.ZERO);
            receive(house, "48");
            UUID line = house.id();
            house.db.run(tx -> tx.countLines().add(line, TEA, CountClass.A, Schedule.Reason.DUE, tx.now()));
            tell(stock);
            List<String> planned = rows(house, "S1", FeedDue.COUNT);
            house.db.run(tx -> Counts.assign(tx, "S1", Warehouse.BEA));
            house.db.run(tx -> Counts.sheet(tx, "S1", Warehouse.BEA));
            tell(stock);
            List<String> assigned = told(house, "S1", FeedDue.COUNT, "assignee");
            house.db.run(tx -> {
                CountLines.Line counting = tx.countLines().find("S1", line).orElseThrow();
                tx.countLines().move("S1", counting, LineState.COUNTED, "bea");
            });
            tell(stock);

            assertEquals(List.of("{\"assignee\":\"\",\"branch\":\"S1\",\"class\":\"A\",\"line\":\"" + line + "\",\"lot\":\"\","
                    + "\"place\":\"MAIN/AVAILABLE\",\"product\":\"" + Warehouse.TEA.id() + "\",\"reason\":\"DUE\"}"), planned);
            assertEquals(List.of("bea"), assigned);
            assertEquals(List.of(), rows(house, "S1", FeedDue.COUNT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCountThatIsBelievedIsNotToBeCountedAgain(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            StockFeed stock = new StockFeed(house.db, house.feed, Duration.ZERO, Duration.ZERO);
            receive(house, "48");
            UUID line = house.id();
            house.db.run(tx -> tx.countLines().add(line, TEA, CountClass.A, Schedule.Reason.DUE, tx.now()));
            tell(stock);
            List<String> before = rows(house, "S1", FeedDue.COUNT);
            house.db.run(tx -> tx.countLines().approve(
                    "S1", line, new CountLines.Approval(Warehouse.BEA, "UNKNOWN", "as counted")));
            tell(stock);

            assertEquals(1, before.size());
            assertEquals(List.of(), rows(house, "S1", FeedDue.COUNT));
            assertEquals(List.of(), house.differences());
        }
    }

    private static void receive(Warehouse house, String amount) {
        house.move(Move.Type.RECEIVE, Warehouse.TEA, amount, Place.SUPPLIER, Warehouse.SHELF);
    }

    private static void decide(Warehouse house, String lot, Lot.State state) {
        house.db.run(tx -> tx.lots().decide(Warehouse.TEA.id(), lot, new Lots.Decision(state, tx.now(), "Bea", "as told")));
    }

    private static void tell(StockFeed stock) {
        for (int looks = 0; looks < 100 && stock.step() > 0; looks++) {
            // Until nothing is marked.
        }
    }

    private static long head(Warehouse house) {
        return house.db.read(tx -> tx.centre().state().feedHead());
    }

    /// A field of every row that a branch sees of a table.
    private static List<String> told(Warehouse house, String branch, String table, String field) {
        return changes(house, branch, table).stream()
                .map(change -> change.value().get(field))
                .map(value -> value.isTextual() ? value.textValue() : value.toString())
                .toList();
    }

    private static List<String> rows(Warehouse house, String branch, String table) {
        return changes(house, branch, table).stream().map(change -> change.value().toString()).toList();
    }

    private static List<FeedPage.Change> changes(Warehouse house, String branch, String table) {
        return changes(house, branch, 0).stream()
                .filter(change -> change.table().equals(table) && !change.isGone())
                .toList();
    }

    private static List<FeedPage.Change> changes(Warehouse house, String branch, long after) {
        UUID incarnation = house.db.read(tx -> tx.centre().state().incarnation());
        var page = (Feed.Answer.Page) house.feed.page(branch, Optional.of(new FeedPage.Cursor(incarnation, after)));
        return page.page().changes();
    }
}
