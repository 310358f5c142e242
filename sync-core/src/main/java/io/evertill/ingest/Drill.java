package io.evertill.ingest;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Tills;
import io.evertill.feed.Feed;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.wire.Push;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Plays the restore of a backup on a shadow of it: what the tills would send again is sent to the shadow by the same rules,
/// and nothing else is touched.
///
/// The entries come from the centre's own copy of each stream, which is byte for byte what the till holds, because a till
/// removes nothing. An entry larger than one upload travels alone, as it does from a till.
public final class Drill {
    private final Database original;
    private final Database shadow;
    private final Accept accept;
    private final Apply apply;

    /// A drill.
    ///
    /// @param original the centre as it is; only read
    /// @param shadow an opened copy of the backup; written to
    public Drill(Database original, Database shadow, Supplier<UUID> ids) {
        this.original = original;
        this.shadow = shadow;
        this.accept = new Accept(shadow, ids);
        this.apply = new Apply(shadow, new Feed(shadow, ids));
    }

    /// Sends every stream's missing end to the shadow and lets it apply everything.
    public void run() {
        for (AcceptedStreams.Held held : original.read(tx -> tx.acceptedStreams().all())) {
            supply(held);
        }
        int taken = 1;
        while (taken > 0) {
            taken = apply.step();
        }
    }

    private void supply(AcceptedStreams.Held held) {
        Position start = held.genesis().position();
        Position at = shadow.read(tx -> tx.acceptedStreams().find(held.branch(), held.id()))
                .map(AcceptedStreams.Held::accepted)
                .orElse(start);
        while (at.seq() < held.accepted().seq()) {
            List<Posting> postings = after(held, at.seq());
            accept.accept(till(held), push(held, at, postings));
            Position reached = shadow.read(tx -> tx.acceptedStreams().find(held.branch(), held.id())).orElseThrow().accepted();
            if (reached.seq() <= at.seq()) {
                return;
            }
            at = reached;
        }
    }

    private List<Posting> after(AcceptedStreams.Held held, long seq) {
        List<Posting> postings = new ArrayList<>();
        long bytes = 0;
        for (Postings.Stored stored :
                original.read(tx -> tx.postings().after(held.branch(), held.id(), seq, Push.POSTINGS_MAX))) {
            bytes += stored.posting().fact().body().length() + stored.posting().fact().meta().length();
            if (!postings.isEmpty() && bytes > Push.BYTES_MAX) {
                break;
            }
            postings.add(stored.posting());
        }
        return postings;
    }

    private Push push(AcceptedStreams.Held held, Position before, List<Posting> postings) {
        long nowMs = shadow.read(tx -> tx.now()).toEpochMilli();
        return new Push(new UUID(0, 0), held.genesis().terminal(), new UUID(0, 0), Optional.empty(), false, held.genesis(),
                before, held.accepted(), Bytes.of(""), new Push.Clock(nowMs, 0), postings);
    }

    private static Tills.Till till(AcceptedStreams.Held held) {
        return new Tills.Till(held.genesis().terminal(), held.branch(), held.genesis().terminal(), Bytes.of(Hash.ZERO.bytes()),
                Instant.EPOCH);
    }
}
