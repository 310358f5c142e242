package io.evertill.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.db.Deliveries;
import io.evertill.entry.ShiftEntry;
import io.evertill.feed.Pull;
import io.evertill.journal.Stage;
import io.evertill.journal.Story;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.StreamId;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.register.SalesJournal;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import io.evertill.wire.Reply;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How far a till's entries have come, as the answers of the centre tell it.
@Exempt(rule = "imports", reason = "a whole shop, and what is told of it", until = "2028-12-31")
class ProgressTest {
    @TempDir
    Path folder;

    private Shop shop;
    private SalesJournal journal;

    @BeforeEach
    void open() {
        shop = new Shop(folder, CentreOn.SQLITE.open(folder, Clock.systemUTC()));
        var pull = shop.pull(shop.link(), folder);
        while (pull.step() instanceof Pull.Step.Downloaded) {
            shop.tick();
        }
        shop.openShift();
        journal = new SalesJournal(shop.till, shop.lookup);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theStorySaysWhichStepWasTakenWhen() {
        EntryId sale = sell("MUG1");
        Story saved = story(sale);
        Courier courier = shop.courier(shop.link());
        shop.tick();
        Instant sentAt = shop.clock().instant();
        courier.round();
        Story accepted = story(sale);
        shop.tick();
        shop.applyAll();
        shop.tick();
        courier.round();
        Story applied = story(sale);

        assertEquals(Stage.SAVED, saved.line().stage());
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(saved.sent(), saved.accepted(), saved.applied()));
        assertEquals(Stage.ACCEPTED, accepted.line().stage());
        assertEquals(List.of(Optional.of(sentAt), Optional.of(sentAt), Optional.empty()),
                List.of(accepted.sent(), accepted.accepted(), accepted.applied()));
        assertEquals(Stage.APPLIED, applied.line().stage());
        assertEquals(Optional.of(sentAt), applied.accepted(), "a later answer changes no time");
        assertEquals(Optional.of(shop.clock().instant()), applied.applied());
    }

    @Test
    void whatWasSentWithoutAnAnswerIsNotAccepted() {
        EntryId sale = sell("MUG1");
        Instant sentAt = shop.clock().instant();

        shop.courier(answering(_ -> {
            shop.tick();
            return new PushReply.TimedOut();
        })).round();

        assertEquals(Stage.SENT, story(sale).line().stage());
        assertEquals(Optional.of(sentAt), story(sale).sent());
        assertEquals(Optional.empty(), story(sale).accepted());
    }

    @Test
    void whatNeverLeftIsNotSent() {
        EntryId sale = sell("MUG1");

        shop.courier(answering(_ -> new PushReply.Unreachable("cut"))).round();

        assertEquals(Stage.SAVED, story(sale).line().stage());
    }

    @Test
    void anUploadOfLessThanBeforeTakesNothingBack() {
        sell("MUG1");
        EntryId second = sell("MUG2");
        Flush flush = new Flush(shop.till, shop.signer, shop::id,
                new Flush.Run(shop.id(), () -> new Push.Clock(shop.clock().millis(), 0)));
        flush.unanswered(flush.next(Push.POSTINGS_MAX));

        flush.unanswered(flush.next(1));

        assertEquals(Stage.SENT, story(second).line().stage());
    }

    @Test
    void whatIsSetAsideIsSoSinceItWasFirstHeardOf() {
        EntryId sale = sell("MUG1");
        Instant heardAt = shop.clock().instant();

        for (String code : List.of("UNKNOWN_PRODUCT", "UNKNOWN_PRODUCT", "UNKNOWN_TAX")) {
            shop.courier(answering(push -> named(push, shop.link().push(push), List.of(new Reply.Parked(2, sale, code))))).round();
            Story.Aside aside = story(sale).aside().orElseThrow();
            assertEquals(List.of(code, heardAt), List.of(aside.code(), aside.since()));
            shop.tick();
        }
    }

    @Test
    void whatTheCentreSetsAsideIsNamedWithWhatDependsOnIt() {
        EntryId first = sell("MUG1");
        EntryId second = sell("MUG2");
        Courier courier = shop.courier(answering(push -> named(push, shop.link().push(push),
                List.of(new Reply.Parked(2, first, "UNKNOWN_PRODUCT"), new Reply.Parked(3, second, "UNKNOWN_PRODUCT")))));
        courier.round();
        List<Story> aside = journal.aside();
        List<String> firstAside = journal.page("", Optional.empty(), 1).aside();
        assertEquals(List.of(), journal.page("MUG1", Optional.empty(), 1).aside());
        assertEquals(List.of(), journal.page("", journal.page("", Optional.empty(), 1).next(), 1).aside());
        shop.applyAll();
        courier.round();
        Story story = story(first);

        shop.courier(answering(push -> named(push, shop.link().push(push),
                List.of(new Reply.Parked(3, second, "UNKNOWN_PRODUCT"))))).round();

        assertEquals(List.of(number(2), number(1)), aside.stream().map(each -> each.line().number()).toList());
        assertEquals(List.of(number(2), number(1)), firstAside);
        assertEquals(Stage.SET_ASIDE, story.line().stage());
        assertEquals("UNKNOWN_PRODUCT", story.aside().orElseThrow().code());
        assertEquals(Optional.empty(), story.applied());
        assertEquals(List.of(number(2)), journal.aside().stream().map(each -> each.line().number()).toList());
        assertEquals(Stage.APPLIED, story(first).line().stage());
    }

    @Test
    void whatHasNoNumberIsNamedByItsPlace() {
        EntryId moved = shop.register.entryId();
        shop.register.record(moved, (tx, branch) -> new ShiftEntry.DrawerOpened(
                branch, tx.now(), Shop.ANNA, shop.register.shift().orElseThrow().id(), "CHECK"));
        shop.courier(answering(push -> named(push, shop.link().push(push), List.of(new Reply.Parked(2, moved, "WAITS_FOR"))))).round();

        assertEquals(List.of("2"), journal.page("", Optional.empty(), 1).aside());
    }

    @Test
    void aReturnThatWaitsForItsSaleSaysSoAndTheSaleSaysIt() {
        EntryId sale = sell("MUG1");
        Line line = shop.register.find(sale).orElseThrow().getFirst()
                .take(1, Quantity.of(1, Unit.EACH),
                        ReturnOf.Condition.RESALABLE, "");
        var basket = Basket.empty(Shop.GBP, TaxRule.USUAL).plus(line);
        EntryId back = saved(shop.register.sell(new Register.Checkout(shop.register.entryId(), Shop.ANNA, Optional.empty(), basket,
                new Settlement(basket.total(), List.of(new Tender.Cash(basket.total()))))));

        shop.courier(answering(push -> named(push, shop.link().push(push),
                List.of(new Reply.Parked(2, sale, "UNKNOWN_PRODUCT"), new Reply.Parked(3, back, "WAITS_FOR"))))).round();

        assertEquals(List.of(number(2)), story(sale).aside().orElseThrow().holds());
        assertEquals(Optional.of(number(1)), story(back).aside().orElseThrow().behind());
    }

    @Test
    void aReplyThatNamesAsManyAsItCanForgetsNothingBeforeThem() {
        EntryId first = sell("MUG1");
        List<Reply.Parked> many = new ArrayList<>();
        for (int sale = 0; sale < Reply.PARKED_MAX; sale++) {
            many.add(new Reply.Parked(3 + sale, sell("MUG2"), "UNKNOWN_PRODUCT"));
        }
        shop.courier(answering(push -> named(push, shop.link().push(push),
                List.of(new Reply.Parked(2, first, "UNKNOWN_PRODUCT"))))).round();

        shop.courier(answering(push -> named(push, shop.link().push(push), many))).round();

        assertEquals(Reply.PARKED_MAX + 1, journal.aside().size());

        Reply.Parked settled = many.remove(1);
        many.add(new Reply.Parked(3 + Reply.PARKED_MAX, sell("MUG2"), "UNKNOWN_PRODUCT"));
        shop.courier(answering(push -> named(push, shop.link().push(push), many))).round();

        assertEquals(Reply.PARKED_MAX + 1, journal.aside().size());
        assertEquals(Stage.ACCEPTED, story(settled.entry()).line().stage(), "it stood among those that are named");
    }

    @Test
    void aReplyThatNamesAnEntryTwiceIsAnAnswerAllTheSame() {
        EntryId sale = sell("MUG1");
        Reply.Parked parked = new Reply.Parked(2, sale, "UNKNOWN_PRODUCT");

        shop.courier(answering(push -> named(push, shop.link().push(push), List.of(parked, parked)))).round();

        assertEquals(Stage.SET_ASIDE, story(sale).line().stage());
    }

    @Test
    void aCentreThatWasPutBackTakesTheLaterStepsBack() {
        EntryId first = sell("MUG1");
        shop.courier(shop.link()).round();
        Instant then = shop.clock().instant();
        var copy = shop.centreCopy(folder.resolve("copy.db"));
        EntryId second = sell("MUG2");
        shop.tick();
        shop.courier(shop.link()).round();
        shop.putBackCentre(copy);
        shop.tick();
        shop.courier(answering(push -> shop.link().push(new Push(push.request(), push.terminal(), push.boot(), push.incarnationSeen(),
                push.sawHigher(), push.genesis(), push.before(), push.head(), push.signature(), push.clock(), List.of())))).round();

        assertEquals(Optional.of(then), story(first).accepted());
        assertEquals(Stage.SENT, story(second).line().stage());

        shop.tick();
        shop.courier(shop.link()).round();

        assertEquals(Optional.of(then), story(first).accepted());
        assertEquals(Optional.of(shop.clock().instant()), story(second).accepted(), "of the second time it was taken");
    }

    @Test
    void whatTheCentreClaimsBeyondWhatItProvedIsNotApplied() {
        sell("MUG1");
        sell("MUG2");
        shop.courier(shop.link()).round();
        shop.applyAll();
        StreamId stream = shop.till.read(tx -> tx.streams().open().orElseThrow()).id();
        AtomicReference<Reply> heard = new AtomicReference<>();
        shop.courier(answering(push -> {
            PushReply answer = shop.link().push(push);
            heard.set(((PushReply.Answered) answer).reply());
            return answer;
        })).round();

        shop.till.run(tx -> Progress.heard(tx, stream, 2, heard.get()));

        assertEquals(3, heard.get().appliedSeq());
        assertEquals(List.of(2L, 2L), List.of(Deliveries.Mark.ACCEPTED, Deliveries.Mark.APPLIED).stream()
                .map(mark -> shop.till.read(tx -> tx.deliveries().last(stream, mark)))
                .toList());
    }

    private EntryId sell(String... skus) {
        return saved(shop.sell(skus));
    }

    private static EntryId saved(Outcome outcome) {
        return ((Outcome.Saved) outcome).id();
    }

    private Story story(EntryId id) {
        return journal.story(id).orElseThrow();
    }

    private String number(long number) {
        return ReceiptNumber.of("S1", "T1", shop.till.read(tx -> tx.streams().open().orElseThrow()).id().brief(), number).text();
    }

    private static PushReply named(Push push, PushReply answer, List<Reply.Parked> parked) {
        Reply reply = ((PushReply.Answered) answer).reply();
        return new PushReply.Answered(new Reply(push.request(), reply.status(), reply.incarnation(), reply.stream(), reply.accepted(),
                reply.acceptedHash(), reply.compareSeq(), reply.compareHash(), reply.archivedSeq(), reply.appliedSeq(), parked,
                reply.feedHead(), reply.centreTimeMs(), reply.retryAfterMs(), reply.postingsMax(), reply.isRevoked(),
                reply.runsTwice()));
    }

    private static Link answering(Function<Push, PushReply> answer) {
        return new Link() {
            @Override
            public PushReply push(Push push) {
                return answer.apply(push);
            }

            @Override
            public PullReply pull(Optional<FeedPage.Cursor> cursor) {
                return new PullReply.Unreachable("");
            }

            @Override
            public PullReply snapshot(Optional<String> tag, long offset) {
                return new PullReply.Unreachable("");
            }
        };
    }
}
