package io.evertill.outbox;

import io.evertill.db.Database;
import io.evertill.db.Postings;
import io.evertill.db.Streams;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import io.evertill.person.Person;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Moves a till's history into a new stream when the open one cannot go on (protocol 2.3).
///
/// When the beginning is not retained, the first entry of the new stream says so. Every retained entry is posted again under
/// its own id, its bytes untouched; the centre knows entries by their id, so sending too much is harmless, while sending only
/// what was not acknowledged loses sales when a restored centre has taken another device's branch meanwhile. The move is made
/// in steps of one transaction each, so that selling never waits for it: until the last step new sales go into the old stream
/// and move with it. A crash in between goes on where it was.
public final class Rehome {
    /// The most postings in one step: a few milliseconds of the writer's time.
    public static final int POSTINGS_MAX = 500;

    private final Database db;
    private final Supplier<UUID> ids;
    private final Retained retained;

    /// Moves in a till's database.
    public Rehome(Database db, Supplier<UUID> ids) {
        this(db, ids, stream -> stream.genesis().position());
    }

    /// @param retained where the new stream takes over
    public Rehome(Database db, Supplier<UUID> ids, Retained retained) {
        this.db = db;
        this.ids = ids;
        this.retained = retained;
    }

    /// Says behind which position of a stream its entries are still whole at the till.
    public interface Retained {
        /// The position; its stream's beginning while nothing was ever removed.
        Position after(Streams.Own stream);
    }

    /// Begins a move, in the transaction that finds it necessary; nothing when one is under way.
    void begin(Tx tx) {
        if (tx.streams().next().isPresent()) {
            return;
        }
        Streams.Own open = tx.streams().open().orElseThrow();
        Genesis genesis = new Genesis(
                open.genesis().terminal(), new StreamId(ids.get()), Optional.of(retained.after(open)));
        tx.streams().add(genesis, Streams.State.NEXT, tx.now());
        if (missing(genesis) > 0) {
            mark(tx, genesis.position(), new EntryId(ids.get()), open.id(), 1, missing(genesis));
        }
    }

    /// How many entries at the old stream's beginning are not moved.
    private static long missing(Genesis genesis) {
        return genesis.parent().orElseThrow().seq();
    }

    /// Says behind a head which entries of a stream are not moved; answers the head after it. Nobody rang that up, so it
    /// carries no run's clock.
    static Position mark(Tx tx, Position head, EntryId id, StreamId stream, long first, long last) {
        Terminals.Identity identity = tx.terminal().identity().orElseThrow();
        Entry entry = new TillEntry.HistoryMissed(
                identity.branch(), tx.now(), new Person("till", identity.till()), stream, first, last);
        Bodies.Written written = Bodies.write(entry);
        Meta meta = new Meta(written.schema(), new Meta.Stamp(tx.now().toEpochMilli(), 0, new UUID(0, 0), Optional.empty()),
                entry.refs(), entry.keys(), entry.summary());
        Posting posting = Chain.next(head, new Fact(id, Metas.write(meta), written.body()));
        tx.facts().append(identity.branch(), posting.fact());
        tx.postings().append(identity.branch(), posting, Postings.State.FIRST, tx.now());
        return posting.position();
    }

    /// Begins a move and makes it: for a till that was found to be a copy before it sells.
    public void move() {
        db.run(this::begin);
        finish();
    }

    /// Makes all steps of a move that was begun; nothing when there is none.
    public void finish() {
        boolean isDone = false;
        while (!isDone) {
            isDone = step();
        }
    }

    /// Moves the next entries.
    ///
    /// @return whether no move is under way any more
    public boolean step() {
        if (db.read(tx -> tx.streams().next()).isEmpty()) {
            return true;
        }
        return db.write(Rehome::step);
    }

    private static boolean step(Tx tx) {
        Optional<Streams.Own> next = tx.streams().next();
        if (next.isEmpty()) {
            return true;
        }
        String branch = tx.terminal().identity().orElseThrow().branch();
        Streams.Own open = tx.streams().open().orElseThrow();
        Genesis genesis = next.get().genesis();
        Position head = tx.postings().head(branch, genesis.stream()).orElseGet(genesis::position);
        long marked = missing(genesis) > 0 ? 1 : 0;
        long moved = missing(genesis) + head.seq() - marked;
        List<Postings.Stored> more = tx.postings().after(branch, open.id(), moved, POSTINGS_MAX);
        for (Postings.Stored stored : more) {
            Posting posting = Chain.next(head, stored.posting().fact());
            tx.postings().append(branch, posting, Postings.State.ALIAS, stored.recordedAt());
            head = posting.position();
        }
        if (more.size() == POSTINGS_MAX) {
            return false;
        }
        tx.streams().turn(open.id(), genesis.stream());
        return true;
    }
}
