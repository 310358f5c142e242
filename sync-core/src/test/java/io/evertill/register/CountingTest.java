package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.audit.CentreAudit;
import io.evertill.availability.CountOutcome;
import io.evertill.availability.CountReport;
import io.evertill.availability.ToCount;
import io.evertill.count.CountClass;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.db.CentreOn;
import io.evertill.db.CountAttempts;
import io.evertill.db.CountLines;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.feed.Pull;
import io.evertill.inventory.Books;
import io.evertill.inventory.CountPosting;
import io.evertill.inventory.StockFeed;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.StreamId;
import io.evertill.outbox.Rehome;
import io.evertill.outbox.Shop;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Exempt;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is counted at a till becomes of it what the centre makes of it, once, however little the till knew.
@Exempt(rule = "size", reason = "one story of a count, and how it is told", until = "2027-12-31")
@Exempt(rule = "imports", reason = "a till and a centre that count, from a scan to what was posted", until = "2027-12-31")
class CountingTest {
    private static final Person ANNA = Shop.ANNA;
    private static final Person BEN = new Person("ben", "Ben");
    private static final Person CAL = new Person("cal", "Cal");
    private static final Person DOT = new Person("dot", "Dot");
    private static final Place SHELF = Place.shelf("S1");
    private static final UUID LINE = new UUID(7, 1);

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-01-05T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void whatIsCountedIsJudgedAndPostedAndTold(CentreOn on) {
        try (Shop shop = shop(on)) {
            receive(shop, "MUG1", 10);
            plan(shop, LINE, "MUG1", Schedule.Reason.DUE);
            tell(shop);
            List<ToCount> list = counting(shop).list(ANNA);

            count(shop, ANNA, list.getFirst(), 10);
            List<ToCount> handedIn = counting(shop).list(BEN);
            arrive(shop);
            LineState counted = line(shop, LINE).state();
            settle(shop);
            tell(shop);

            assertEquals(List.of("DUE A"), list.stream().map(CountingTest::why).toList());
            assertEquals(List.of(), handedIn);
            assertEquals(LineState.COUNTED, counted);
            assertEquals(LineState.POSTED, line(shop, LINE).state());
            assertEquals(List.of(), counting(shop).list(ANNA));
            CountOutcome outcome = outcome(shop);
            assertEquals(List.of("POSTED", "10", "10", "10"), List.of(outcome.state().name(), pieces(figures(outcome).counted()),
                    pieces(figures(outcome).before()), pieces(figures(outcome).after())));
            assertEquals(List.of(), differences(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDifferenceWantsAnotherPersonAndThenSomebodyWhoDecides(CentreOn on) {
        try (Shop shop = shop(on)) {
            receive(shop, "MUG1", 10);
            plan(shop, LINE, "MUG1", Schedule.Reason.DUE);
            tell(shop);
            count(shop, ANNA, counting(shop).list(ANNA).getFirst(), 3);
            arrive(shop);
            settle(shop);
            tell(shop);
            List<ToCount> annas = counting(shop).list(ANNA);
            List<ToCount> bens = counting(shop).list(BEN);
            boolean isBlind = outcome(shop).figures().isEmpty();
            count(shop, ANNA, bens.getFirst(), 4);
            arrive(shop);
            settle(shop);
            LineState again = line(shop, LINE).state();
            tell(shop);
            count(shop, BEN, bens.getFirst(), 4);
            arrive(shop);
            settle(shop);
            tell(shop);
            CountOutcome review = outcome(shop);

            assertEquals(List.of(), annas);
            assertEquals(List.of("Anna"), bens.getFirst().task().orElseThrow().counters().stream().map(Person::name).toList());
            assertEquals(true, isBlind);
            assertEquals(LineState.RECOUNT, again);
            assertEquals(LineState.REVIEW, review.state());
            assertEquals(List.of("4", "10", "-15.06"), List.of(pieces(figures(review).counted()), pieces(figures(review).expected()),
                    figures(review).worth().text()));
            assertEquals(List.of("Anna 3", "Anna 4", "Ben 4"), review.counts().stream()
                    .map(told -> told.by().name() + " " + pieces(told.counted())).toList());
            assertEquals(List.of(1, 2, 3), attempts(shop, LINE).stream().map(CountAttempts.Attempt::number).toList());

            assertInstanceOf(Outcome.Saved.class, counting(shop).rule(
                    shop.register, DOT, review, CountEntry.Ruling.APPROVE, "THEFT", "the case was open"));
            boolean isRuled = counting(shop).outcomes().getFirst().isRuled();
            arrive(shop);
            settle(shop);
            tell(shop);

            assertEquals(true, isRuled);
            CountOutcome posted = outcome(shop);
            assertEquals(List.of("POSTED", "Dot", "THEFT", "the case was open", "10", "4"), List.of(posted.state().name(),
                    posted.decided().orElseThrow().by().name(), posted.decided().orElseThrow().cause(),
                    posted.decided().orElseThrow().note(), pieces(figures(posted).before()), pieces(figures(posted).after())));
            assertEquals("4", level(shop, "MUG1"));
            assertEquals(List.of(), differences(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionAboutWhatNobodySawOrTooLateChangesNothingAndIsTold(CentreOn on) {
        try (Shop shop = shop(on)) {
            CountOutcome review = review(shop);
            count(shop, CAL, counted(shop, "MUG1"), 5);
            counting(shop).rule(shop.register, DOT, review, CountEntry.Ruling.APPROVE, "THEFT", "");
            arrive(shop);
            tell(shop);
            CountOutcome again = outcome(shop);
            settle(shop);
            tell(shop);
            counting(shop).rule(shop.register, DOT, outcome(shop), CountEntry.Ruling.REJECT, "", "");
            arrive(shop);
            counting(shop).rule(shop.register, DOT, outcome(shop), CountEntry.Ruling.RECOUNT, "", "");
            arrive(shop);
            tell(shop);

            assertEquals(Optional.of(new CountOutcome.Refused("NOT_WAITING", "Dot")), again.refused());
            assertEquals(LineState.COUNTED, again.state());
            assertEquals(List.of("REJECTED", "NOT_WAITING"),
                    List.of(outcome(shop).state().name(), outcome(shop).refused().orElseThrow().code()));
            assertEquals(List.of("COUNT_DECISION", "COUNT_DECISION"), shop.centre.read(tx -> tx.incidents().all()).stream()
                    .map(incident -> incident.kind()).toList());
            assertEquals("10", level(shop, "MUG1"));
            assertEquals(List.of(), differences(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLargeDifferenceIsNotForWhoCountedIt(CentreOn on) {
        try (Shop shop = shop(on)) {
            receive(shop, "MUG1", 100);
            plan(shop, LINE, "MUG1", Schedule.Reason.DUE);
            tell(shop);
            ToCount goods = counting(shop).list(ANNA).getFirst();
            for (Person person : List.of(ANNA, BEN)) {
                count(shop, person, goods, 4);
                arrive(shop);
                settle(shop);
            }
            tell(shop);
            CountOutcome review = outcome(shop);
            counting(shop).rule(shop.register, BEN, review, CountEntry.Ruling.APPROVE, "THEFT", "");
            arrive(shop);
            tell(shop);

            assertEquals(List.of(false, true), List.of(review.isForApproval(BEN), review.isForApproval(ANNA)));
            assertEquals(Optional.of(new CountOutcome.Refused("OTHER_PERSON", "Ben")), outcome(shop).refused());
            assertEquals(LineState.REVIEW, outcome(shop).state());
        }
    }

    /// Two at one list, before anything is judged: one line, and who counted twice has corrected the first count.
    @ParameterizedTest
    @EnumSource
    void twoWhoCountTheSameAreCountsOfOneLineInTheOrderOfAcceptance(CentreOn on) {
        try (Shop shop = shop(on)) {
            receive(shop, "MUG1", 10);
            plan(shop, LINE, "MUG1", Schedule.Reason.DUE);
            tell(shop);
            ToCount goods = counting(shop).list(ANNA).getFirst();
            count(shop, ANNA, goods, 1);
            count(shop, ANNA, goods, 10);
            count(shop, BEN, goods, 10);
            arrive(shop);
            settle(shop);

            assertEquals(LineState.POSTED, line(shop, LINE).state());
            assertEquals(List.of("anna", "anna", "ben"), attempts(shop, LINE).stream().map(each -> each.counter().id()).toList());
            assertEquals(1, lines(shop));
            assertEquals("10", level(shop, "MUG1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotOnTheListOrNotAnyMoreOpensALineOfItsOwn(CentreOn on) {
        try (Shop shop = shop(on)) {
            receive(shop, "MUG1", 10);
            receive(shop, "MUG2", 6);
            plan(shop, LINE, "MUG1", Schedule.Reason.DUE);
            tell(shop);
            ToCount listed = counting(shop).list(ANNA).getFirst();
            count(shop, ANNA, listed, 10);
            count(shop, ANNA, counted(shop, "MUG2"), 6);
            arrive(shop);
            settle(shop);
            count(shop, BEN, listed, 10);
            arrive(shop);
            settle(shop);
            tell(shop);

            assertEquals(List.of("POSTED", "POSTED", "POSTED"), counting(shop).outcomes().stream()
                    .map(report -> report.outcome().state().name()).toList());
            assertEquals(List.of("10", "6"), List.of(level(shop, "MUG1"), level(shop, "MUG2")));
            assertEquals(List.of(), differences(shop));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTillThatSendsItsHistoryAgainCountsNothingTwice(CentreOn on) {
        try (Shop shop = shop(on)) {
            receive(shop, "MUG1", 10);
            plan(shop, LINE, "MUG1", Schedule.Reason.DUE);
            tell(shop);
            count(shop, ANNA, counting(shop).list(ANNA).getFirst(), 10);
            arrive(shop);
            new Rehome(shop.till, shop::id).move();
            arrive(shop);

            assertEquals(1, attempts(shop, LINE).size());
            assertEquals(1, lines(shop));
        }
    }

    /// A sale that the counter saw on the shelf, and the centre heard of after it had posted.
    @ParameterizedTest
    @EnumSource
    void aSaleThatArrivesBehindThePostingCorrectsWhatIsTold(CentreOn on) {
        try (Shop shop = shop(on)) {
            receive(shop, "MUG1", 1_000);
            plan(shop, LINE, "MUG1", Schedule.Reason.DUE);
            tell(shop);
            pass(shop, Duration.ofMinutes(2));
            Path copy = shop.tillCopy(folder.resolve("copy.db"));
            shop.sell("MUG1");
            pass(shop, Duration.ofMinutes(2));
            shop.centre.run(tx -> {
                tx.countLines().move("S1", tx.countLines().move("S1", tx.countLines().move("S1",
                        tx.countLines().find("S1", LINE).orElseThrow(), LineState.ASSIGNED, "cal"), LineState.COUNTING, "cal"),
                        LineState.COUNTED, "cal");
                tx.countAttempts().add("S1", LINE, new CountAttempts.Attempt(
                        1, new EntryId(new UUID(3, 3)), CAL, 999 * Quantity.ONE, now));
            });
            pass(shop, Duration.ofMinutes(20));
            shop.centre.run(tx -> CountPosting.settle(tx, "S1", LINE, DOT, Set.of("T1")));
            tell(shop);
            CountOutcome before = outcome(shop);
            arrive(shop);
            tell(shop);

            assertEquals(true, copy.toFile().exists());
            assertEquals("999", level(shop, "MUG1"));
            assertEquals(List.of("-1", "-1", "-1", "0"), List.of(pieces(figures(before).variance()), pieces(figures(before).restated()),
                    pieces(figures(outcome(shop)).variance()), pieces(figures(outcome(shop)).restated())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsKeptForEachPersonAndNoneIsNotNothing(CentreOn on) {
        try (Shop shop = shop(on)) {
            receive(shop, "MUG1", 10);
            receive(shop, "MUG2", 10);
            plan(shop, LINE, "MUG1", Schedule.Reason.DUE);
            plan(shop, new UUID(7, 2), "MUG2", Schedule.Reason.DUE);
            tell(shop);
            List<ToCount> list = counting(shop).list(ANNA);
            counting(shop).keep(ANNA, list.getFirst().with(Optional.of(Quantity.zero(Unit.EACH))));
            counting(shop).keep(BEN, counted(shop, "MUG3").with(Optional.of(Quantity.of(2, Unit.EACH))));
            shop.sell("MUG1");

            assertEquals(List.of("MUG1 0", "MUG2 -"), texts(counting(shop).list(ANNA)));
            assertEquals(List.of("MUG1 -", "MUG2 -", "MUG3 2"), texts(counting(shop).list(BEN)));
            counting(shop).submit(shop.register, ANNA, counting(shop).list(ANNA));
            assertEquals(List.of("MUG2 -"), texts(counting(shop).list(ANNA)));
            assertEquals(List.of("MUG2 -", "MUG3 2"), texts(counting(shop).list(BEN)));
            arrive(shop);
            assertEquals(List.of("0"), attempts(shop, LINE).stream().map(attempt -> pieces(attempt.counted())).toList());
            assertEquals(List.of(), attempts(shop, new UUID(7, 2)));
        }
    }

    /// The wall clock is set in the middle; the clock that never jumps says how long ago it was.
    @ParameterizedTest
    @EnumSource
    void theMomentOfACountSurvivesAClockThatIsSet(CentreOn on) {
        try (Shop shop = shop(on)) {
            receive(shop, "MUG1", 10);
            plan(shop, LINE, "MUG1", Schedule.Reason.DUE);
            tell(shop);
            ToCount goods = counting(shop).list(ANNA).getFirst().with(Optional.of(Quantity.of(10, Unit.EACH)));
            counting(shop).keep(ANNA, goods);
            shop.tick();
            shop.tick();
            shop.turnClock(now.minus(Duration.ofDays(3)));
            Outcome.Saved saved = assertInstanceOf(Outcome.Saved.class, counting(shop).submit(shop.register, ANNA, List.of(goods)));

            CountEntry.Counted counted = (CountEntry.Counted) saved.entry();
            assertEquals(Duration.ofSeconds(14), Duration.between(counted.lines().getFirst().countedAt(), counted.at()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCentreDoesNotKnowWaitsUntilItIsImported(CentreOn on) {
        try (Shop shop = shop(on)) {
            Product product = Shop.product("NEW", "New", "1.00");
            shop.till.run(tx -> tx.catalogue().put(product, Optional.empty()));
            count(shop, ANNA, counted(shop, "NEW"), 3);
            arrive(shop);
            List<String> waiting = shop.centre.read(tx -> tx.parked().after("", new StreamId(new UUID(0, 0)), 0, 10)).stream()
                    .map(each -> each.code()).toList();

            assertEquals(List.of("UNKNOWN_PRODUCT"), waiting);
            assertEquals(0, lines(shop));
        }
    }

    /// Two persons counted too few, and somebody has to decide.
    private CountOutcome review(Shop shop) {
        receive(shop, "MUG1", 10);
        plan(shop, LINE, "MUG1", Schedule.Reason.DUE);
        tell(shop);
        ToCount goods = counting(shop).list(ANNA).getFirst();
        for (Person person : List.of(ANNA, BEN)) {
            count(shop, person, goods, 4);
            arrive(shop);
            settle(shop);
        }
        tell(shop);
        return outcome(shop);
    }

    private static ToCount counted(Shop shop, String sku) {
        Lookup.Meaning.Found found = (Lookup.Meaning.Found) shop.lookup.find(sku);
        return new ToCount(Counting.NEW, found.article().item(), SHELF, "", false, Optional.empty());
    }

    private void count(Shop shop, Person who, ToCount goods, long pieces) {
        ToCount counted = goods.with(Optional.of(Quantity.of(pieces, Unit.EACH)));
        counting(shop).keep(who, counted);
        assertInstanceOf(Outcome.Saved.class, counting(shop).submit(shop.register, who, List.of(counted)));
    }

    private static Counting counting(Shop shop) {
        return new Counting(shop.till, shop.lookup, shop.stamps(), shop::id);
    }

    private void plan(Shop shop, UUID line, String sku, Schedule.Reason reason) {
        shop.centre.run(tx -> tx.countLines().plan(line, key(sku), CountClass.A, reason, tx.now(), Optional.of(tx.now())));
    }

    private static Move.Key key(String sku) {
        return new Move.Key(ProductId.of(Sku.of(sku)), SHELF, "");
    }

    private static CountLines.Line line(Shop shop, UUID line) {
        return shop.centre.read(tx -> tx.countLines().find("S1", line)).orElseThrow();
    }

    private static List<CountAttempts.Attempt> attempts(Shop shop, UUID line) {
        return shop.centre.read(tx -> tx.countAttempts().of("S1", line));
    }

    private static int lines(Shop shop) {
        return shop.centre.read(tx -> tx.countLines().posted(key("MUG1")).size()
                + tx.countLines().openAfter("S1", new UUID(0, 0), 9).size());
    }

    private static CountOutcome outcome(Shop shop) {
        List<CountReport> reports = counting(shop).outcomes();
        assertEquals(1, reports.size(), reports::toString);
        return reports.getFirst().outcome();
    }

    private static CountOutcome.Figures figures(CountOutcome outcome) {
        return outcome.figures().orElseThrow();
    }

    private static String level(Shop shop, String sku) {
        return pieces(shop.centre.read(tx -> tx.stock().level(key(sku))).quantity());
    }

    private static String pieces(long quantity) {
        return String.valueOf(quantity / Quantity.ONE);
    }

    private static String why(ToCount goods) {
        return goods.task().flatMap(task -> task.why()).map(why -> why.reason() + " " + why.countClass()).orElse("");
    }

    private static List<String> texts(List<ToCount> list) {
        return list.stream().map(goods -> goods.item().sku() + " " + goods.counted().map(Quantity::text).orElse("-")).toList();
    }

    private static List<String> differences(Shop shop) {
        return CentreAudit.of(shop.centre).differences().stream().map(difference -> difference.sentence()).toList();
    }

    private void receive(Shop shop, String sku, long count) {
        shop.centre.run(tx -> Books.record(tx, new EntryId(shop.id()), new StockEntry.GoodsMoved("S1", now, DOT, Move.Type.RECEIVE, "D-1",
                List.of(new StockEntry.Goods(1, Item.of(Shop.product(sku, "Mug", "2.50"), Shop.VAT), Quantity.of(count, Unit.EACH),
                        Place.SUPPLIER, SHELF, Tracking.NONE, Tracking.NONE, "")))));
        pass(shop, Duration.ofMinutes(2));
    }

    /// Everybody was heard long enough behind what was counted.
    private void settle(Shop shop) {
        pass(shop, Duration.ofMinutes(20));
        arrive(shop);
        CountPosting.settleHeard(shop.centre);
    }

    private void pass(Shop shop, Duration time) {
        Instant until = shop.clock().instant().plus(time);
        while (shop.clock().instant().isBefore(until)) {
            shop.tick();
        }
        now = shop.clock().instant();
    }

    private void arrive(Shop shop) {
        now = shop.clock().instant();
        var courier = shop.courier(shop.link());
        for (int round = 0; round < 10; round++) {
            courier.round();
        }
        shop.applyAll();
        now = shop.clock().instant();
    }

    private void tell(Shop shop) {
        pass(shop, Duration.ofSeconds(7));
        StockFeed stock = new StockFeed(shop.centre, shop.feed, Duration.ZERO, Duration.ZERO);
        for (int looks = 0; looks < 100 && stock.step() > 0; looks++) {
            // Until nothing is marked.
        }
        pull(shop);
    }

    private void pull(Shop shop) {
        Pull pull = shop.pull(shop.link(), folder);
        while (!(pull.step() instanceof Pull.Step.UpToDate)) {
            shop.tick();
        }
        now = shop.clock().instant();
    }

    private Shop shop(CentreOn on) {
        Shop shop = new Shop(folder, on.open(folder, () -> now));
        pull(shop);
        shop.openShift();
        return shop;
    }
}
