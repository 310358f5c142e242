package io.evertill.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.audit.CentreAudit;
import io.evertill.audit.TillAudit;
import io.evertill.db.CentreOn;
import io.evertill.db.Database;
import io.evertill.db.Incidents;
import io.evertill.db.Streams;
import io.evertill.feed.Pull;
import io.evertill.money.Money;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import io.evertill.wire.Reply;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a till does with every answer that a link can give (protocol 2.3, 2.5).
class CourierTest {
    @TempDir
    Path folder;

    private Shop shop;
    private final Deque<Function<PushReply, PushReply>> faults = new ArrayDeque<>();
    private final List<Integer> sizes = new ArrayList<>();
    private Push.Form lastForm = Push.Form.PLAIN;

    @BeforeEach
    void open() {
        shop = new Shop(folder, CentreOn.SQLITE.open(folder, Clock.systemUTC()));
        Pull pull = shop.pull(shop.link(), folder);
        while (pull.step() instanceof Pull.Step.Downloaded) {
            shop.tick();
        }
        shop.openShift();
        shop.sell("MUG1");
        shop.sell("MUG2", "MUG3");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aLostReplyIsSentAgainAndCountsOnce() {
        faults.add(_ -> new PushReply.Unreachable("cut"));
        Courier courier = courier();

        Courier.Round lost = courier.round();
        Waiting waiting = Waiting.read(shop.till);
        Courier.Round again = courier.round();
        shop.applyAll();

        assertEquals(Courier.Problem.UNREACHABLE, ((Courier.Round.Undelivered) lost).problem());
        assertEquals(2, waiting.sales());
        assertEquals(Optional.of(Money.of(7_56, "GBP")), waiting.value());
        assertEquals(3, ((Courier.Round.Delivered) again).verified());
        assertEquals(0, Waiting.read(shop.till).entries());
        long movements = shop.centre.read(tx -> tx.stock().count());
        assertEquals(3, movements);
    }

    @Test
    void anAnswerToAnotherUploadIsIgnored() {
        faults.add(answer -> changed(answer, Optional.of(new UUID(8, 8)), Reply.Status.OK));

        Courier.Round round = courier().round();

        assertInstanceOf(Courier.Round.Undelivered.class, round);
        assertEquals(0, verified());
    }

    @Test
    void aRestoredCentreGetsEverythingAgain() {
        Courier courier = courier();
        courier.round();
        Path restored = folder.resolve("restored");
        assertTrue(restored.toFile().mkdir());
        try (Shop empty = new Shop(restored, CentreOn.SQLITE.open(restored, Clock.systemUTC()))) {
            Courier toRestored = shop.courier(new Faulty(new ToOther(shop, empty)));

            Courier.Round gap = toRestored.round();
            Courier.Round resent = toRestored.round();

            assertEquals(0, ((Courier.Round.Delivered) gap).verified());
            assertEquals(3, ((Courier.Round.Delivered) resent).verified());
        }
    }

    @Test
    void aForkMovesEverythingToANewStreamAndIsSentAgain() {
        faults.add(answer -> changed(answer, Optional.empty(), Reply.Status.FORK));
        Courier courier = courier();

        Courier.Round moved = courier.round();
        Courier.Round again = courier.round();
        shop.applyAll();

        assertEquals(0, assertInstanceOf(Courier.Round.Moved.class, moved).waitMs());
        assertEquals(3, assertInstanceOf(Courier.Round.Delivered.class, again).verified());
        assertEquals(List.of(Streams.State.CLOSED, Streams.State.OPEN),
                shop.till.read(tx -> tx.streams().all()).stream().map(Streams.Own::state).toList());
        long entries = shop.centre.read(tx -> tx.facts().count());
        long movements = shop.centre.read(tx -> tx.stock().count());
        assertEquals(3, entries);
        assertEquals(3, movements);
        assertEquals(List.of(), TillAudit.of(shop.till).differences());
        assertEquals(List.of(), CentreAudit.of(shop.centre).differences());
    }

    @Test
    void aTillThatRunsTwiceIsToldSoUntilItIsEnrolledAgainAndSellsOn() {
        Courier original = shop.courier(shop.link());
        original.round();
        try (Database copy = Database.till(shop.tillCopy(folder.resolve("copy.db")), shop.clock())) {
            Courier clone = shop.courier(copy, new UUID(2, 2));
            clone.round();
            boolean before = runsTwice(shop.till);
            original.round();
            boolean original2nd = runsTwice(shop.till);
            clone.round();
            boolean clone2nd = runsTwice(copy);
            shop.sell("MUG4");
            Courier.Round sold = original.round();
            shop.tick();
            shop.enrolAgain();
            boolean enrolled = runsTwice(shop.till);
            original.round();

            assertEquals(List.of(false, true, true, false), List.of(before, original2nd, clone2nd, enrolled));
            assertEquals(4, assertInstanceOf(Courier.Round.Delivered.class, sold).verified());
            assertEquals(false, runsTwice(shop.till));
            assertEquals(2, shop.centre.read(tx -> tx.incidents().open()).stream()
                    .filter(incident -> incident.kind().equals("CLONE"))
                    .count());
        }
    }

    @Test
    void aSettledCloneIsToldNoMore() {
        Courier original = shop.courier(shop.link());
        original.round();
        shop.courier(shop.till, new UUID(2, 2)).round();
        original.round();
        boolean told = runsTwice(shop.till);
        shop.centre.run(tx -> tx.incidents().open().forEach(incident ->
                tx.incidents().settle(incident.id(), new Incidents.Settled(tx.now(), "Anna", "the copy is gone"))));

        original.round();

        assertEquals(List.of(true, false), List.of(told, runsTwice(shop.till)));
    }

    private static boolean runsTwice(Database till) {
        return till.read(tx -> tx.terminal().heard().orElseThrow().runsTwice());
    }

    @Test
    void whatIsTooLargeIsHalvedAtOnceAndGrowsAgain() {
        faults.add(_ -> new PushReply.TooLarge());
        Courier courier = courier();

        long waitMs = courier.round().waitMs();
        courier.round();

        assertEquals(0, waitMs);
        assertEquals(List.of(3, 1), sizes);
    }

    @Test
    void whatIsNotAnsweredInTimeIsHalvedAndARefusedConnectionIsNot() {
        faults.add(_ -> new PushReply.Unreachable("refused"));
        faults.add(_ -> new PushReply.TimedOut());
        Courier courier = courier();

        courier.round();
        Courier.Round timedOut = courier.round();
        courier.round();

        assertEquals(Courier.Problem.UNREACHABLE, assertInstanceOf(Courier.Round.Undelivered.class, timedOut).problem());
        assertEquals(List.of(3, 3, 1), sizes);
    }

    @Test
    void aTimeOutWaitsLikeAFailureAndAnEmptyUploadSaysNothingAboutTheSize() {
        assertEquals(new Pace(1, 0, Push.POSTINGS_MAX / 2), Pace.START.timedOut(Push.POSTINGS_MAX));
        assertEquals(new Pace(1, 0, 1), Pace.START.timedOut(1));
        assertEquals(new Pace(1, 0, Push.POSTINGS_MAX), Pace.START.timedOut(0));
    }

    @Test
    void aSizeDoublesAfterFiveSuccessesAndIsNeverLessThanOne() {
        Pace pace = Pace.START.halved(Push.POSTINGS_MAX).halved(Push.POSTINGS_MAX / 2);
        int quarter = pace.postingsMax();

        for (int round = 0; round < 5; round++) {
            pace = pace.succeeded();
        }

        assertEquals(List.of(Push.POSTINGS_MAX / 4, Push.POSTINGS_MAX / 2), List.of(quarter, pace.postingsMax()));
        assertEquals(new Pace(1, 0, 1), Pace.START.halved(1));
    }

    @Test
    void anEntryThatTheCentreCannotReadIsSentAloneAndThenAsItsBareBytes() {
        for (int refusal = 0; refusal < 4; refusal++) {
            faults.add(_ -> new PushReply.Unparsable("too new"));
        }
        Courier courier = courier();
        List<Push.Form> forms = new ArrayList<>();

        for (int round = 0; round < 5; round++) {
            courier.round();
            forms.add(lastForm);
        }

        assertEquals(List.of(3, 1, 1, 1, 1), sizes);
        assertEquals(List.of(Push.Form.PLAIN, Push.Form.PLAIN, Push.Form.PLAIN, Push.Form.PLAIN, Push.Form.OPAQUE),
                forms);
        assertEquals(3, verified());
    }

    @Test
    void waitingIsBetweenNothingAndTheCap() {
        Pace pace = Pace.START;
        Random random = new Random(4);
        for (int failure = 1; failure <= 100; failure++) {
            pace = pace.failed();
            long most = Math.min(Pace.WAIT_MS_MAX, 1_000L << Math.min(failure, 20));
            for (int draw = 0; draw < 50; draw++) {
                long waitMs = pace.waitMs(random);
                assertTrue(waitMs >= 0 && waitMs <= most, failure + " failures: " + waitMs);
            }
        }
        assertEquals(0, pace.succeeded().waitMs(random));
    }

    private long verified() {
        return shop.till.read(tx -> tx.streams().open().orElseThrow().verifiedSeq());
    }

    private Courier courier() {
        return shop.courier(new Faulty(shop.link()));
    }

    private static PushReply changed(PushReply answer, Optional<UUID> request, Reply.Status status) {
        Reply reply = ((PushReply.Answered) answer).reply();
        boolean isFork = status == Reply.Status.FORK;
        return new PushReply.Answered(new Reply(request.orElse(reply.request()), status, reply.incarnation(),
                reply.stream(), reply.accepted(), reply.acceptedHash(), reply.compareSeq(),
                isFork ? io.evertill.ledger.Hash.ZERO : reply.compareHash(), 0, 0, List.of(), 0, 0, 0, 500, false, false));
    }

    /// A link that changes answers, the next fault first.
    private final class Faulty implements Link {
        private final Link link;

        Faulty(Link link) {
            this.link = link;
        }

        @Override
        public PushReply push(Push push) {
            sizes.add(push.postings().size());
            lastForm = push.form();
            PushReply reply = link.push(push);
            Function<PushReply, PushReply> fault = faults.poll();
            return fault == null ? reply : fault.apply(reply);
        }

        @Override
        public PullReply pull(Optional<FeedPage.Cursor> cursor) {
            return link.pull(cursor);
        }

        @Override
        public PullReply snapshot(Optional<String> tag, long offset) {
            return link.snapshot(tag, offset);
        }
    }

    /// Uploads of one shop's till to another shop's centre, as after a restore from an empty backup.
    private record ToOther(Shop from, Shop to) implements Link {
        @Override
        public PushReply push(Push push) {
            return new PushReply.Answered(new io.evertill.ingest.Accept(to.centre, to::id).accept(
                    from.reception.find("token of till T1").orElseThrow(), push));
        }

        @Override
        public PullReply pull(Optional<FeedPage.Cursor> cursor) {
            return new PullReply.Gone();
        }

        @Override
        public PullReply snapshot(Optional<String> tag, long offset) {
            return new PullReply.Gone();
        }
    }
}
