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
/// verified moves both ways; nothing is ever deleted. The network is not touched here: [Courier] does that between
/// [#next] and [#answered].
public final class Flush {
    private final Database db;
    private final Signing.Signer signer;
    private final Supplier<UUID> ids;
    private final Run run;

    /// This run of the program.
    ///
    /// @param boot names it
    /// @param clock what the clocks say, for the centre
    public record Run(UUID boot, Supplier<Push.Clock> clock) {}

    /// A flush on a till's database.
    public Flush(Database db, Signing.Signer signer, Supplier<UUID> ids, Run run) {
        this.db = db;
        this.signer = signer;
        this.ids = ids;
        this.run = run;
    }

    /// What an answer meant.
    public sealed interface Result {
        /// The centre holds everything up to `verified`; the till's newest posting is `head`.
        record Verified(long verified, long head) implements Result {}

        /// The centre holds another history of this stream, from somewhere up to `seq`.
        record Forked(long seq) implements Result {}

        /// The answer was to another upload; nothing was done.
        record Stale() implements Result {}
    }

    /// The next upload; without postings when nothing waits.
    ///
    /// @param postingsMax how many postings it may have, 1 to [Push#POSTINGS_MAX]
    public Push next(int postingsMax) {
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

    private Push next(Tx tx, int postingsMax) {
        Terminals.Identity identity = tx.terminal().identity().orElseThrow();
        Streams.Own stream = tx.streams().open().orElseThrow();
        String branch = identity.branch();
        Position start = stream.genesis().position();
        Position head = tx.postings().head(branch, stream.id()).orElse(start);
        long verified = stream.verifiedSeq();
        Position before = verified == 0
                ? start
                : new Position(stream.id(), verified, tx.postings().hash(branch, stream.id(), verified).orElseThrow());
        Optional<UUID> seen = tx.terminal().heard().flatMap(Terminals.Heard::incarnation);
        return new Push(ids.get(), identity.terminal(), run.boot(), seen, false, stream.genesis(), before, head,
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

    private static Result answered(Tx tx, Push push, Reply reply) {
        Streams.Own stream = tx.streams().open().orElseThrow();
        String branch = tx.terminal().identity().orElseThrow().branch();
        Position start = stream.genesis().position();
        long head = tx.postings().head(branch, stream.id()).orElse(start).seq();
        long common = Math.min(push.head().seq(), reply.accepted());
        Hash own = common == 0 ? start.hash() : tx.postings().hash(branch, stream.id(), common).orElseThrow();
        note(tx, reply);
        boolean isSame = reply.compareSeq() == common && reply.compareHash().equals(own);
        if (!isSame || reply.accepted() > head) {
            return new Result.Forked(common);
        }
        tx.streams().verified(stream.id(), common, tx.now());
        return new Result.Verified(common, head);
    }

    private static void note(Tx tx, Reply reply) {
        Instant now = tx.now();
        long offsetMs = reply.centreTimeMs() - now.toEpochMilli();
        tx.terminal().heard(new Terminals.Heard(Optional.of(reply.incarnation()), reply.appliedSeq(),
                reply.parked().size(), now, Optional.of(offsetMs), reply.isRevoked()));
    }
}
