package io.evertill.register;

import static io.evertill.register.CountShop.ANNA;
import static io.evertill.register.CountShop.BEN;
import static io.evertill.register.CountShop.CAL;
import static io.evertill.register.CountShop.DOT;
import static io.evertill.register.CountShop.LINE;
import static io.evertill.register.CountShop.figures;
import static io.evertill.register.CountShop.pieces;
import static io.evertill.register.CountShop.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.availability.CountOutcome;
import io.evertill.availability.ToCount;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.db.CentreOn;
import io.evertill.db.CountAttempts;
import io.evertill.entry.CountEntry;
import io.evertill.inventory.CountPosting;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.StreamId;
import io.evertill.outbox.Rehome;
import io.evertill.outbox.Shop;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.rule.Exempt;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is counted at a till becomes of it what the centre makes of it, once, however little the till knew.
@Exempt(rule = "imports", reason = "a till and a centre that count, from a scan to what was posted", until = "2027-12-31")
class CountingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsCountedIsJudgedAndPostedAndTold(CentreOn on) {
        try (CountShop shop = new CountShop(folder, on)) {
            shop.receive("MUG1", 10);
            shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
            shop.tell();
            List<ToCount> list = shop.counting().list(ANNA);

            shop.count(ANNA, list.getFirst(), 10);
            List<ToCount> handedIn = shop.counting().list(BEN);
            shop.arrive();
            LineState counted = shop.line(LINE).state();
            shop.settle();
            shop.tell();

            assertEquals(List.of("DUE A"), list.stream().map(CountShop::why).toList());
            assertEquals(List.of(), handedIn);
            assertEquals(LineState.COUNTED, counted);
            assertEquals(LineState.POSTED, shop.line(LINE).state());
            assertEquals(List.of(), shop.counting().list(ANNA));
            CountOutcome outcome = shop.outcome();
            assertEquals(List.of("POSTED", "10", "10", "10"), List.of(outcome.state().name(), pieces(figures(outcome).counted()),
                    pieces(figures(outcome).before()), pieces(figures(outcome).after())));
            assertEquals(List.of(), shop.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDifferenceWantsAnotherPersonAndThenSomebodyWhoDecides(CentreOn on) {
        try (CountShop shop = new CountShop(folder, on)) {
            shop.receive("MUG1", 10);
            shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
            shop.tell();
            shop.count(ANNA, shop.counting().list(ANNA).getFirst(), 3);
            shop.arrive();
            shop.settle();
            shop.tell();
            List<ToCount> annas = shop.counting().list(ANNA);
            List<ToCount> bens = shop.counting().list(BEN);
            boolean isBlind = shop.outcome().figures().isEmpty();
            shop.count(ANNA, bens.getFirst(), 4);
            shop.arrive();
            shop.settle();
            LineState again = shop.line(LINE).state();
            shop.tell();
            shop.count(BEN, bens.getFirst(), 4);
            shop.arrive();
            shop.settle();
            shop.tell();
            CountOutcome review = shop.outcome();

            assertEquals(List.of(), annas);
            assertEquals(List.of("Anna"), bens.getFirst().task().orElseThrow().counters().stream().map(Person::name).toList());
            assertEquals(true, isBlind);
            assertEquals(LineState.RECOUNT, again);
            assertEquals(LineState.REVIEW, review.state());
            assertEquals(List.of("4", "10", "-15.06"), List.of(pieces(figures(review).counted()), pieces(figures(review).expected()),
                    figures(review).worth().text()));
            assertEquals(List.of("Anna 3", "Anna 4", "Ben 4"), review.counts().stream()
                    .map(told -> told.by().name() + " " + pieces(told.counted())).toList());
            assertEquals(List.of(1, 2, 3), shop.attempts(LINE).stream().map(CountAttempts.Attempt::number).toList());

            assertInstanceOf(Outcome.Saved.class, shop.counting().rule(
                    shop.both.register, DOT, review, CountEntry.Ruling.APPROVE, "THEFT", "the case was open"));
            boolean isRuled = shop.counting().outcomes().getFirst().isRuled();
            shop.arrive();
            shop.settle();
            shop.tell();

            assertEquals(true, isRuled);
            CountOutcome posted = shop.outcome();
            assertEquals(List.of("POSTED", "Dot", "THEFT", "the case was open", "10", "4"), List.of(posted.state().name(),
                    posted.decided().orElseThrow().by().name(), posted.decided().orElseThrow().cause(),
                    posted.decided().orElseThrow().note(), pieces(figures(posted).before()), pieces(figures(posted).after())));
            assertEquals("4", shop.level("MUG1"));
            assertEquals(List.of(), shop.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionAboutWhatNobodySawOrTooLateChangesNothingAndIsTold(CentreOn on) {
        try (CountShop shop = new CountShop(folder, on)) {
            CountOutcome review = shop.review();
            shop.count(CAL, shop.counted("MUG1"), 5);
            shop.counting().rule(shop.both.register, DOT, review, CountEntry.Ruling.APPROVE, "THEFT", "");
            shop.arrive();
            shop.tell();
            CountOutcome again = shop.outcome();
            shop.settle();
            shop.tell();
            shop.counting().rule(shop.both.register, DOT, shop.outcome(), CountEntry.Ruling.REJECT, "", "");
            shop.arrive();
            shop.counting().rule(shop.both.register, DOT, shop.outcome(), CountEntry.Ruling.RECOUNT, "", "");
            shop.arrive();
            shop.tell();

            assertEquals(Optional.of(new CountOutcome.Refused("NOT_WAITING", "Dot")), again.refused());
            assertEquals(LineState.COUNTED, again.state());
            assertEquals(List.of("REJECTED", "NOT_WAITING"),
                    List.of(shop.outcome().state().name(), shop.outcome().refused().orElseThrow().code()));
            assertEquals(List.of("COUNT_DECISION", "COUNT_DECISION"), shop.both.centre.read(tx -> tx.incidents().all()).stream()
                    .map(incident -> incident.kind()).toList());
            assertEquals("10", shop.level("MUG1"));
            assertEquals(List.of(), shop.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLargeDifferenceIsNotForWhoCountedIt(CentreOn on) {
        try (CountShop shop = new CountShop(folder, on)) {
            shop.receive("MUG1", 100);
            shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
            shop.tell();
            ToCount goods = shop.counting().list(ANNA).getFirst();
            for (Person person : List.of(ANNA, BEN)) {
                shop.count(person, goods, 4);
                shop.arrive();
                shop.settle();
            }
            shop.tell();
            CountOutcome review = shop.outcome();
            shop.counting().rule(shop.both.register, BEN, review, CountEntry.Ruling.APPROVE, "THEFT", "");
            shop.arrive();
            shop.tell();

            assertEquals(List.of(false, true), List.of(review.isForApproval(BEN), review.isForApproval(ANNA)));
            assertEquals(Optional.of(new CountOutcome.Refused("OTHER_PERSON", "Ben")), shop.outcome().refused());
            assertEquals(LineState.REVIEW, shop.outcome().state());
        }
    }

    /// Two at one list, before anything is judged: one line, and who counted twice has corrected the first count.
    @ParameterizedTest
    @EnumSource
    void twoWhoCountTheSameAreCountsOfOneLineInTheOrderOfAcceptance(CentreOn on) {
        try (CountShop shop = new CountShop(folder, on)) {
            shop.receive("MUG1", 10);
            shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
            shop.tell();
            ToCount goods = shop.counting().list(ANNA).getFirst();
            shop.count(ANNA, goods, 1);
            shop.count(ANNA, goods, 10);
            shop.count(BEN, goods, 10);
            shop.arrive();
            shop.settle();

            assertEquals(LineState.POSTED, shop.line(LINE).state());
            assertEquals(List.of("anna", "anna", "ben"), shop.attempts(LINE).stream().map(each -> each.counter().id()).toList());
            assertEquals(1, shop.lines());
            assertEquals("10", shop.level("MUG1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotOnTheListOrNotAnyMoreOpensALineOfItsOwn(CentreOn on) {
        try (CountShop shop = new CountShop(folder, on)) {
            shop.receive("MUG1", 10);
            shop.receive("MUG2", 6);
            shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
            shop.tell();
            ToCount listed = shop.counting().list(ANNA).getFirst();
            shop.count(ANNA, listed, 10);
            shop.count(ANNA, shop.counted("MUG2"), 6);
            shop.arrive();
            shop.settle();
            shop.count(BEN, listed, 10);
            shop.arrive();
            shop.settle();
            shop.tell();

            assertEquals(List.of("POSTED", "POSTED", "POSTED"), shop.counting().outcomes().stream()
                    .map(report -> report.outcome().state().name()).toList());
            assertEquals(List.of("10", "6"), List.of(shop.level("MUG1"), shop.level("MUG2")));
            assertEquals(List.of(), shop.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTillThatSendsItsHistoryAgainCountsNothingTwice(CentreOn on) {
        try (CountShop shop = new CountShop(folder, on)) {
            shop.receive("MUG1", 10);
            shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
            shop.tell();
            shop.count(ANNA, shop.counting().list(ANNA).getFirst(), 10);
            shop.arrive();
            new Rehome(shop.both.till, shop.both::id).move();
            shop.arrive();

            assertEquals(1, shop.attempts(LINE).size());
            assertEquals(1, shop.lines());
        }
    }

    /// A sale that the counter saw on the shelf, and the centre heard of after it had posted.
    @ParameterizedTest
    @EnumSource
    void aSaleThatArrivesBehindThePostingCorrectsWhatIsTold(CentreOn on) {
        try (CountShop shop = new CountShop(folder, on)) {
            shop.receive("MUG1", 1_000);
            shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
            shop.tell();
            shop.pass(Duration.ofMinutes(2));
            Path copy = shop.both.tillCopy(folder.resolve("copy.db"));
            shop.both.sell("MUG1");
            shop.pass(Duration.ofMinutes(2));
            shop.both.centre.run(tx -> {
                tx.countLines().move("S1", tx.countLines().move("S1", tx.countLines().move("S1",
                        tx.countLines().find("S1", LINE).orElseThrow(), LineState.ASSIGNED, "cal"), LineState.COUNTING, "cal"),
                        LineState.COUNTED, "cal");
                tx.countAttempts().add("S1", LINE, new CountAttempts.Attempt(
                        1, new EntryId(new UUID(3, 3)), CAL, 999 * Quantity.ONE, shop.now()));
            });
            shop.pass(Duration.ofMinutes(20));
            shop.both.centre.run(tx -> CountPosting.settle(tx, "S1", LINE, DOT, Set.of("T1")));
            shop.tell();
            CountOutcome before = shop.outcome();
            shop.arrive();
            shop.tell();

            assertEquals(true, copy.toFile().exists());
            assertEquals("999", shop.level("MUG1"));
            assertEquals(List.of("-1", "-1", "-1", "0"), List.of(pieces(figures(before).variance()), pieces(figures(before).restated()),
                    pieces(figures(shop.outcome()).variance()), pieces(figures(shop.outcome()).restated())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDraftIsKeptForEachPersonAndNoneIsNotNothing(CentreOn on) {
        try (CountShop shop = new CountShop(folder, on)) {
            shop.receive("MUG1", 10);
            shop.receive("MUG2", 10);
            shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
            shop.plan(new UUID(7, 2), "MUG2", Schedule.Reason.DUE);
            shop.tell();
            List<ToCount> list = shop.counting().list(ANNA);
            shop.counting().keep(ANNA, list.getFirst().with(Optional.of(Quantity.zero(Unit.EACH))));
            shop.counting().keep(BEN, shop.counted("MUG3").with(Optional.of(Quantity.of(2, Unit.EACH))));
            shop.both.sell("MUG1");

            assertEquals(List.of("MUG1 0", "MUG2 -"), texts(shop.counting().list(ANNA)));
            assertEquals(List.of("MUG1 -", "MUG2 -", "MUG3 2"), texts(shop.counting().list(BEN)));
            shop.counting().submit(shop.both.register, ANNA, shop.counting().list(ANNA));
            assertEquals(List.of("MUG2 -"), texts(shop.counting().list(ANNA)));
            assertEquals(List.of("MUG2 -", "MUG3 2"), texts(shop.counting().list(BEN)));
            shop.arrive();
            assertEquals(List.of("0"), shop.attempts(LINE).stream().map(attempt -> pieces(attempt.counted())).toList());
            assertEquals(List.of(), shop.attempts(new UUID(7, 2)));
        }
    }

    /// The wall clock is set in the middle; the clock that never jumps says how long ago it was.
    @ParameterizedTest
    @EnumSource
    void theMomentOfACountSurvivesAClockThatIsSet(CentreOn on) {
        try (CountShop shop = new CountShop(folder, on)) {
            shop.receive("MUG1", 10);
            shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
            shop.tell();
            ToCount goods = shop.counting().list(ANNA).getFirst().with(Optional.of(Quantity.of(10, Unit.EACH)));
            shop.counting().keep(ANNA, goods);
            shop.both.tick();
            shop.both.tick();
            shop.both.turnClock(shop.now().minus(Duration.ofDays(3)));
            Outcome.Saved saved = assertInstanceOf(Outcome.Saved.class, shop.counting().submit(shop.both.register, ANNA, List.of(goods)));

            CountEntry.Counted counted = (CountEntry.Counted) saved.entry();
            assertEquals(Duration.ofSeconds(14), Duration.between(counted.lines().getFirst().countedAt(), counted.at()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCentreDoesNotKnowWaitsUntilItIsImported(CentreOn on) {
        try (CountShop shop = new CountShop(folder, on)) {
            Product product = Shop.product("NEW", "New", "1.00");
            shop.both.till.run(tx -> tx.catalogue().put(product, Optional.empty()));
            shop.count(ANNA, shop.counted("NEW"), 3);
            shop.arrive();
            List<String> waiting = shop.both.centre.read(tx -> tx.parked().after("", new StreamId(new UUID(0, 0)), 0, 10)).stream()
                    .map(each -> each.code()).toList();

            assertEquals(List.of("UNKNOWN_PRODUCT"), waiting);
            assertEquals(0, shop.lines());
        }
    }
}
