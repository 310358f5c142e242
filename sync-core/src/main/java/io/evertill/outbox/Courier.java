package io.evertill.outbox;

import io.evertill.wire.Link;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import io.evertill.wire.Reply;
import java.util.random.RandomGenerator;

/// Carries uploads over a link, one at a time, and says when to come again.
///
/// One call of [#round] is one upload with its answer. [#next] and [#answered] are its two halves: reading, sending and
/// noting are separate, and no transaction is open while the network works. Not thread-safe: one thread carries.
public final class Courier {
    /// So often one entry alone is sent as usual before its bare bytes are (protocol 2.5).
    private static final int UNREAD_MAX = 3;

    private final Flush flush;
    private final Link link;
    private final RandomGenerator random;
    private Pace pace = Pace.START;
    private int unread;

    /// A courier for a till.
    public Courier(Flush flush, Link link, RandomGenerator random) {
        this.flush = flush;
        this.link = link;
        this.random = random;
    }

    /// How a round went.
    public sealed interface Round {
        /// How long to wait before the next round, in milliseconds, unless something new is recorded.
        long waitMs();

        /// The centre holds everything up to `verified` of `head`.
        ///
        /// @param feedHead the newest number of the centre's feed
        record Delivered(long verified, long head, long feedHead, long waitMs) implements Round {
            /// Whether everything has been delivered.
            public boolean isAll() {
                return verified == head;
            }
        }

        /// The centre holds another history of this till; all entries have a new stream now and are sent again.
        ///
        /// @param sentence what happened, for a person
        record Moved(String sentence, long waitMs) implements Round {}

        /// Nothing could be delivered; nothing is lost.
        ///
        /// @param problem which kind, for programs
        /// @param sentence what is wrong, for a person
        record Undelivered(Problem problem, String sentence, long waitMs) implements Round {}
    }

    /// Why nothing could be delivered.
    public enum Problem {
        /// No answer.
        UNREACHABLE,
        /// The credential is wrong.
        UNAUTHORIZED,
        /// The centre asks to wait or its disk is full.
        BUSY,
        /// The upload could not be read, or was too large.
        REFUSED
    }

    /// Sends the next upload and takes in the answer.
    public Round round() {
        Push push = next();
        return answered(push, link.push(push));
    }

    /// The next upload; without postings when nothing waits.
    public Push next() {
        Push push = flush.next(pace.postingsMax());
        return unread >= UNREAD_MAX ? push.in(Push.Form.OPAQUE) : push;
    }

    /// Takes in what became of an upload. An answer to any other one counts as none.
    public Round answered(Push push, PushReply outcome) {
        return switch (outcome) {
            case PushReply.Answered(Reply reply) -> answered(push, reply);
            case PushReply.Unparsable(String cause) -> unread(push, cause);
            case PushReply.TooLarge _ -> halved(push, "The upload was too large for the line; a smaller one follows.");
            case PushReply.TimedOut _ -> {
                flush.unanswered(push);
                yield timedOut(push);
            }
            case PushReply.Unauthorized(String cause) ->
                    failed(Problem.UNAUTHORIZED, "The centre does not accept this till: " + cause
                            + " Nothing is lost; enrol the till again.", 0);
            case PushReply.Overloaded(long retryAfterMs) ->
                    failed(Problem.BUSY, "The centre is busy; the till tries again by itself.", retryAfterMs);
            case PushReply.CentreFull _ ->
                    failed(Problem.BUSY, "The centre's disk is full. Nothing is lost; tell the person who runs it.", 0);
            case PushReply.Unreachable(String cause) ->
                    failed(Problem.UNREACHABLE, "The centre cannot be reached: " + cause, 0);
        };
    }

    private Round answered(Push push, Reply reply) {
        return switch (flush.answered(push, reply)) {
            case Flush.Result.Verified(long verified, _) when isStuck(push, verified) -> failed(Problem.REFUSED,
                    "The centre took nothing of what was sent behind entry " + verified
                            + ". Nothing is lost; run: evertill verify", 0);
            case Flush.Result.Verified(long verified, long head) -> {
                pace = pace.succeeded();
                unread = 0;
                long waitMs = verified < head ? reply.retryAfterMs() : Math.max(reply.retryAfterMs(), Pace.HEARTBEAT_MS);
                yield new Round.Delivered(verified, head, reply.feedHead(), waitMs);
            }
            case Flush.Result.Moving(AnswerRule.Verdict verdict) -> moved(verdict);
            case Flush.Result.Stale _ -> failed(Problem.UNREACHABLE, "The answer belonged to another upload.", 0);
        };
    }

    /// Something was to be sent and the centre stands where it stood: never to be repeated without a wait.
    private static boolean isStuck(Push push, long verified) {
        return push.head().seq() > push.before().seq() && verified == push.before().seq();
    }

    /// What cannot be read is sent in halves until the entry that is to blame stands alone, and then as bare bytes.
    private Round unread(Push push, String cause) {
        unread = push.postings().size() <= 1 ? unread + 1 : 0;
        return halved(push, "The centre could not read the upload: " + cause);
    }

    /// The first move is followed at once; one after the other waits, so that a broken centre does not fill the disk.
    private Round moved(AnswerRule.Verdict verdict) {
        pace = pace.failed();
        String why = switch (verdict) {
            case AnswerRule.Verdict.Behind(long seq) ->
                    "The centre holds entries of this till up to " + seq + " that the till does not have: it was put back to an old copy.";
            case AnswerRule.Verdict.Forked(long seq) -> "The centre holds another history of this till up to entry " + seq
                    + ": the till or the centre was restored or copied.";
            case AnswerRule.Verdict.Verified _ -> throw new IllegalStateException("a verified answer moves nothing");
        };
        return new Round.Moved(why + " All entries are sent again in a new stream; nothing is lost and selling goes on.",
                pace.failures() == 1 ? 0 : pace.waitMs(random));
    }

    private Round halved(Push push, String sentence) {
        pace = pace.halved(push.postings().size());
        return new Round.Undelivered(Problem.REFUSED, sentence, pace.waitMs(random));
    }

    private Round timedOut(Push push) {
        pace = pace.timedOut(push.postings().size());
        return new Round.Undelivered(Problem.UNREACHABLE, "The centre gave no answer in time; a smaller upload follows.",
                pace.waitMs(random));
    }

    private Round failed(Problem problem, String sentence, long atLeastMs) {
        pace = pace.failed();
        return new Round.Undelivered(problem, sentence, Math.max(atLeastMs, pace.waitMs(random)));
    }
}
