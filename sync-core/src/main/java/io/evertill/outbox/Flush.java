package io.evertill.outbox;

import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.wire.Push;
import io.evertill.wire.Reply;
import io.evertill.wire.Signing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The till's end of the upload: which postings go next, and what the centre's answer means (protocol 2.3).
///
/// The only acknowledgement is the centre's contiguous high-water mark together with its hash there. The cursor of what is
/// verified moves both ways; nothing is ever deleted. An answer that proves another history moves everything into a new
/// stream ([Rehome]). The network is not touched here: [Courier] does that between [#next] and [#answered].
public final class Flush {
    private final Database db;
    private final Signing.Signer signer;
    private final Supplier<UUID> ids;
    private final Run run;
    private final AnswerRule rule;
    private final Rehome rehome;

    /// This run of the program.
    ///
    /// @param boot names it
    /// @param clock what the clocks say, for the centre
    public record Run(UUID boot, Supplier<Push.Clock> clock) {}

    /// A flush on a till's database.
    public Flush(Database db, Signing.Signer signer, Supplier<UUID> ids, Run run) {
        this(db, signer, ids, run, new Parts(AnswerRule.USUAL, new Rehome(db, ids)));
    }

    /// A flush made of other parts.
    public Flush(Database db, Signing.Signer signer, Supplier<UUID> ids, Run run, Parts parts) {
        this.db = db;
        this.signer = signer;
        this.ids = ids;
        this.run = run;
        this.rule = parts.rule();
        this.rehome = parts.rehome();
    }

    /// What a flush decides with.
    public record Parts(AnswerRule rule, Rehome rehome) {}

    /// What an answer meant.
    public sealed interface Result {
        /// The centre holds everything up to `verified`; the till's newest posting is `head`.
        record Verified(long verified, long head) implements Result {}

        /// The centre holds another history of this stream, or more of it than the till; the entries move to a new one.
        ///
        /// @param verdict what was found
        record Moving(AnswerRule.Verdict verdict) implements Result {}

        /// The answer was to another upload; nothing was done.
        record Stale() implements Result {}
    }

    /// The next upload; without postings when nothing waits. A move to a new stream that was begun is ended first.
    ///
    /// @param postingsMax how many postings it may have, 1 to [Push#POSTINGS_MAX]
    public Push next(int postingsMax) {
        rehome.finish();
        Push unsigned = db.read(tx -> next(tx, postingsMax));
        return new Push(unsigned.request(), unsigned.terminal(), unsigned.boot(), unsigned.incarnationSeen(),
                unsigned.sawHigher(), unsigned.genesis(), unsigned.before(), unsigned.head(),
                signer.sign(Signing.message(unsigned.head())), unsigned.clock(), unsigned.postings());
    }

    /// Takes in the centre's answer.
    ///
    /// @param push what was sent
    public Result answered(Push push, Reply reply) {
        if (!reply.request().equals(push.request()) || !reply.stream().equals(push.before().stream())) {
            return new Result.Stale();
        }
        return db.write(tx -> answered(tx, push, reply));
    }

    /// Notes that an upload left the till and no answer came: the centre may hold it.
    public void unanswered(Push push) {
        db.run(tx -> Progress.sent(tx, push));
    }

    private Push next(Tx tx, int postingsMax) {
        Terminals.Identity identity = tx.terminal().identity().orElseThrow();
        Streams.Own stream = tx.streams().open().orElseThrow();
        String branch = identity.branch();
        Position start = stream.genesis().position();
        Position head = head(tx, branch, stream);
        long verified = stream.verifiedSeq();
        Position before = verified == 0
                ? start
                : new Position(stream.id(), verified, tx.postings().hash(branch, stream.id(), verified).orElseThrow());
        Optional<Terminals.Heard> heard = tx.terminal().heard();
        Optional<UUID> seen = heard.flatMap(Terminals.Heard::incarnation);
        boolean sawHigher = seen.isPresent() && heard.flatMap(Terminals.Heard::lost).equals(seen);
        return new Push(ids.get(), identity.terminal(), run.boot(), seen, sawHigher, stream.genesis(), before, head,
                Bytes.of(""), run.clock().get(),
                fitting(tx.postings().after(branch, stream.id(), verified, postingsMax)));
    }

    private static List<Posting> fitting(List<Postings.Stored> stored) {
        List<Posting> fitting = new ArrayList<>();
        long bytes = 0;
        for (Postings.Stored each : stored) {
            Fact fact = each.posting().fact();
            bytes += fact.meta().length() + fact.body().length();
            if (!fitting.isEmpty() && bytes > Push.BYTES_MAX) {
                break;
            }
            fitting.add(each.posting());
        }
        return fitting;
    }

    private Result answered(Tx tx, Push push, Reply reply) {
        Streams.Own stream = tx.streams().open().orElseThrow();
        if (!stream.id().equals(push.before().stream())) {
            return new Result.Stale();
        }
        String branch = tx.terminal().identity().orElseThrow().branch();
        long common = Math.min(push.head().seq(), reply.accepted());
        Hash own = common == 0
                ? stream.genesis().position().hash()
                : tx.postings().hash(branch, stream.id(), common).orElse(Hash.ZERO);
        note(tx, stream, push, reply);
        long last = push.last();
        Progress.sent(tx, push);
        AnswerRule.Verdict verdict =
                rule.judge(new AnswerRule.Case(push.head(), stream.verifiedSeq(), last, own, reply));
        return switch (verdict) {
            case AnswerRule.Verdict.Verified(long seq) -> {
                tx.streams().verified(stream.id(), seq, tx.now());
                Progress.heard(tx, stream.id(), seq, reply);
                yield new Result.Verified(seq, head(tx, branch, stream).seq());
            }
            case AnswerRule.Verdict.Forked _, AnswerRule.Verdict.Behind _ -> {
                rehome.begin(tx);
                yield new Result.Moving(verdict);
            }
        };
    }

    private static Position head(Tx tx, String branch, Streams.Own stream) {
        return tx.postings().head(branch, stream.id()).orElseGet(() -> stream.genesis().position());
    }

    /// Notes what the centre said. One that holds less than it once proved, without having become another, was put back to
    /// an old copy and does not know it: the next upload tells it.
    private static void note(Tx tx, Streams.Own stream, Push push, Reply reply) {
        Instant now = tx.now();
        long offsetMs = reply.centreTimeMs() - now.toEpochMilli();
        boolean isSameCentre = push.incarnationSeen().equals(Optional.of(reply.incarnation()));
        Optional<UUID> lost = isSameCentre && (push.sawHigher() || reply.accepted() < stream.verifiedSeq())
                ? push.incarnationSeen()
                : Optional.empty();
        tx.terminal().heard(new Terminals.Heard(Optional.of(reply.incarnation()), reply.appliedSeq(),
                reply.parked().size(), now, Optional.of(offsetMs), reply.isRevoked(), lost, reply.runsTwice()));
    }
}
