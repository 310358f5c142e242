package io.evertill.ingest;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.wire.Push;
import io.evertill.wire.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Adds a till's next postings to the centre's copy of its stream, exactly once, whatever they say (protocol 2.4).
///
/// A batch already held is accepted again and changes nothing. What follows a gap, or another history, is not taken and the
/// reply says where the centre stands. Bytes are not understood here: [Apply] does that, later. The reply is made in the
/// same transaction and returned after its commit.
public final class Accept {
    private final Database db;
    private final Supplier<UUID> ids;
    private final Parts parts;

    /// Accepts into the centre's database.
    ///
    /// @param ids fresh random ids
    public Accept(Database db, Supplier<UUID> ids) {
        this(db, ids, new Parts(Comparison.USUAL, Memory.USUAL));
    }

    /// Accepts with other parts.
    public Accept(Database db, Supplier<UUID> ids, Parts parts) {
        this.db = db;
        this.ids = ids;
        this.parts = parts;
    }

    /// What an accept decides with.
    public record Parts(Comparison comparison, Memory memory) {}

    /// Takes an upload of a till.
    ///
    /// @param till who sends it; checked by the caller
    public Reply accept(Tills.Till till, Push push) {
        UUID fresh = ids.get();
        return db.write(tx -> accept(tx, till, push, fresh));
    }

    private Reply accept(Tx tx, Tills.Till till, Push push, UUID fresh) {
        AcceptedStreams.Held held = tx.acceptedStreams().openAndLock(till.branch(), push.genesis(), tx.now());
        Judgement judgement = judge(tx, held, push);
        new Watch(tx, till, push).uploaded(held, judgement.status());
        renew(tx, till, push, held, fresh);
        Position accepted = held.accepted();
        if (!judgement.fresh().isEmpty()) {
            append(tx, held.branch(), judgement.fresh());
            accepted = judgement.fresh().getLast().position();
            tx.acceptedStreams().accepted(held.branch(), accepted);
        }
        tx.tills().heard(till.terminal(), push.head().seq(),
                tx.now().toEpochMilli() - push.clock().wallMs(), tx.now());
        return reply(tx, till, push, new AcceptedStreams.Held(held.branch(), held.genesis(), accepted, held.appliedSeq(),
                held.archivedSeq()), judgement.status());
    }

    /// A till that once was told more than is here begins another life of the ledger, so that every till and every cursor
    /// notices (protocol 2.6).
    private static void renew(Tx tx, Tills.Till till, Push push, AcceptedStreams.Held held, UUID fresh) {
        UUID current = tx.centre().state().incarnation();
        if (push.sawHigher() && push.incarnationSeen().equals(Optional.of(current))) {
            Watch.restored(tx, till, current, held.accepted().seq());
            tx.centre().renew(fresh);
        }
    }

    private record Judgement(Reply.Status status, List<Posting> fresh) {}

    /// Says which postings continue the stream; stops at the first that does not, keeping the valid ones before it.
    private Judgement judge(Tx tx, AcceptedStreams.Held held, Push push) {
        Position accepted = held.accepted();
        if (!held.genesis().equals(push.genesis())) {
            return new Judgement(Reply.Status.FORK, List.of());
        }
        if (push.before().seq() > accepted.seq()) {
            return new Judgement(Reply.Status.GAP, List.of());
        }
        if (!parts.comparison().isSame(hashAt(tx, held, push.before().seq()), push.before().hash())) {
            return new Judgement(Reply.Status.FORK, List.of());
        }
        List<Posting> fresh = new ArrayList<>();
        Position head = accepted;
        for (Posting posting : push.postings()) {
            if (posting.seq() <= accepted.seq()) {
                if (!parts.comparison().isSame(hashAt(tx, held, posting.seq()), posting.position().hash())) {
                    return new Judgement(Reply.Status.FORK, fresh);
                }
            } else if (posting.seq() > head.seq() + 1) {
                return new Judgement(Reply.Status.GAP, fresh);
            } else if (parts.comparison().follows(head, posting)) {
                fresh.add(posting);
                head = posting.position();
            } else {
                return new Judgement(Reply.Status.FORK, fresh);
            }
        }
        return new Judgement(Reply.Status.OK, fresh);
    }

    private static Optional<Hash> hashAt(Tx tx, AcceptedStreams.Held held, long seq) {
        if (seq == held.accepted().seq()) {
            return Optional.of(held.accepted().hash());
        }
        return seq == 0
                ? Optional.of(held.genesis().position().hash())
                : tx.postings().hash(held.branch(), held.id(), seq);
    }

    private void append(Tx tx, String branch, List<Posting> fresh) {
        Set<EntryId> firsts = new HashSet<>(tx.facts().appendAll(branch, fresh.stream().map(Posting::fact).toList()));
        List<Postings.Stored> rows = new ArrayList<>(fresh.size());
        for (Posting posting : fresh) {
            rows.add(firsts.remove(posting.fact().id())
                    ? new Postings.Stored(posting, Postings.State.FIRST, tx.now())
                    : parts.memory().again(tx, branch, posting));
        }
        tx.postings().appendAll(branch, rows);
    }

    private static Reply reply(Tx tx, Tills.Till till, Push push, AcceptedStreams.Held held, Reply.Status status) {
        long compareSeq = Math.min(push.head().seq(), held.accepted().seq());
        List<Reply.Parked> parked = Asides.of(tx, held, Reply.PARKED_MAX);
        var centre = tx.centre().state();
        return new Reply(push.request(), status, centre.incarnation(), held.id(), held.accepted().seq(),
                held.accepted().hash(), compareSeq, hashAt(tx, held, compareSeq).orElseThrow(), held.archivedSeq(),
                held.appliedSeq(), parked, centre.feedHead(), tx.now().toEpochMilli(), 0, Push.POSTINGS_MAX, till.revokedAt().isPresent(),
                Watch.runsTwice(tx, till));
    }
}
