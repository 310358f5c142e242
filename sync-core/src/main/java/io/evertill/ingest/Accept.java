package io.evertill.ingest;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Database;
import io.evertill.db.Parked;
import io.evertill.db.Postings;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
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

/// Adds a till's next postings to the centre's copy of its stream, exactly once, whatever they say (protocol 2.4).
///
/// A batch already held is accepted again and changes nothing. What follows a gap, or another history, is not taken and the
/// reply says where the centre stands. Bytes are not understood here: [Apply] does that, later. The reply is made in the
/// same transaction and returned after its commit.
public final class Accept {
    private final Database db;

    /// Accepts into the centre's database.
    public Accept(Database db) {
        this.db = db;
    }

    /// Takes an upload of a till.
    ///
    /// @param till who sends it; checked by the caller
    public Reply accept(Tills.Till till, Push push) {
        return db.write(tx -> accept(tx, till, push));
    }

    private static Reply accept(Tx tx, Tills.Till till, Push push) {
        AcceptedStreams.Held held = tx.acceptedStreams().openAndLock(till.branch(), push.genesis(), tx.now());
        Judgement judgement = judge(tx, held, push);
        Position accepted = held.accepted();
        if (!judgement.fresh().isEmpty()) {
            append(tx, held.branch(), judgement.fresh());
            accepted = judgement.fresh().getLast().position();
            tx.acceptedStreams().accepted(held.branch(), accepted);
        }
        tx.tills().heard(till.terminal(), push.head().seq(), tx.now());
        return reply(tx, till, push, new AcceptedStreams.Held(held.branch(), held.genesis(), accepted, held.appliedSeq()),
                judgement.status());
    }

    private record Judgement(Reply.Status status, List<Posting> fresh) {}

    /// Says which postings continue the stream; stops at the first that does not, keeping the valid ones before it.
    private static Judgement judge(Tx tx, AcceptedStreams.Held held, Push push) {
        Position accepted = held.accepted();
        if (!held.genesis().equals(push.genesis())) {
            return new Judgement(Reply.Status.FORK, List.of());
        }
        if (push.before().seq() > accepted.seq()) {
            return new Judgement(Reply.Status.GAP, List.of());
        }
        if (!hashAt(tx, held, push.before().seq()).equals(Optional.of(push.before().hash()))) {
            return new Judgement(Reply.Status.FORK, List.of());
        }
        List<Posting> fresh = new ArrayList<>();
        Position head = accepted;
        for (Posting posting : push.postings()) {
            if (posting.seq() <= accepted.seq()) {
                if (!hashAt(tx, held, posting.seq()).equals(Optional.of(posting.position().hash()))) {
                    return new Judgement(Reply.Status.FORK, fresh);
                }
            } else if (posting.seq() > head.seq() + 1) {
                return new Judgement(Reply.Status.GAP, fresh);
            } else if (Chain.follows(head, posting)) {
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

    private static void append(Tx tx, String branch, List<Posting> fresh) {
        Set<EntryId> firsts = new HashSet<>(tx.facts().appendAll(branch, fresh.stream().map(Posting::fact).toList()));
        List<Postings.Stored> rows = new ArrayList<>(fresh.size());
        for (Posting posting : fresh) {
            Postings.State state = firsts.remove(posting.fact().id())
                    ? Postings.State.FIRST
                    : known(tx, branch, posting);
            rows.add(new Postings.Stored(posting, state, tx.now()));
        }
        tx.postings().appendAll(branch, rows);
    }

    private static Postings.State known(Tx tx, String branch, Posting posting) {
        Fact fact = posting.fact();
        Fact known = tx.facts().find(branch, fact.id()).orElseThrow();
        if (known.body().equals(fact.body())) {
            return Postings.State.ALIAS;
        }
        tx.parked().park(
                new Parked.Waiting(branch, posting.position().stream(), posting.seq(), fact.id(), "ID_CONFLICT",
                        "Entry " + fact.id() + " is already known with other contents. Both are kept; only the first counts.",
                        tx.now()),
                Optional.of(new Parked.Conflicting(fact.meta(), fact.body())));
        return Postings.State.CONFLICT;
    }

    private static Reply reply(Tx tx, Tills.Till till, Push push, AcceptedStreams.Held held, Reply.Status status) {
        long compareSeq = Math.min(push.head().seq(), held.accepted().seq());
        List<Reply.Parked> parked = tx.parked().list(held.branch(), held.id(), Reply.PARKED_MAX).stream()
                .map(waiting -> new Reply.Parked(waiting.seq(), waiting.entry(), waiting.code()))
                .toList();
        var centre = tx.centre().state();
        return new Reply(push.request(), status, centre.incarnation(), held.id(), held.accepted().seq(),
                held.accepted().hash(), compareSeq, hashAt(tx, held, compareSeq).orElseThrow(), 0, held.appliedSeq(), parked,
                centre.feedHead(), tx.now().toEpochMilli(), 0, Push.POSTINGS_MAX, till.revokedAt().isPresent());
    }
}
