package io.evertill.inventory;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Postings;
import io.evertill.db.Stock;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.StockEntry;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The centre's own stream in each branch: facts that people or jobs record at the centre, in the same form and the same
/// hash chain as those of a till.
///
/// A stream belongs to one life of the centre: one that was put back to a backup begins a new stream that goes on from the
/// old one, so that no position is ever used twice.
public final class Books {
    /// Stands for the centre where a till's id would stand; a till's has hyphens.
    public static final String TERMINAL = "centre";
    /// Stands for the centre where a person's name would stand.
    public static final Person CENTRE = new Person(TERMINAL, "The centre");

    private static final UUID NO_BOOT = new UUID(0, 0);

    private Books() {}

    /// What became of a fact.
    public sealed interface Recorded {
        /// It is in the ledger, and its movements are posted; or they are about to be, behind earlier facts of the stream.
        record Posted(Position position) implements Recorded {}

        /// The same fact was recorded before under this id; nothing was done.
        record Known() implements Recorded {}

        /// Another fact has this id; nothing was done.
        record Conflict() implements Recorded {}
    }

    /// Records a fact and posts what it moves, in the caller's transaction.
    ///
    /// @param id its identity: the same a second time records nothing
    public static Recorded record(Tx tx, EntryId id, Entry entry) {
        String branch = entry.branch();
        Bodies.Written written = Bodies.write(entry);
        AcceptedStreams.Held held = openAndLock(tx, branch);
        Optional<Fact> known = tx.facts().find(branch, id);
        if (known.isPresent()) {
            return known.get().body().equals(written.body()) ? new Recorded.Known() : new Recorded.Conflict();
        }
        Meta.Stamp stamp = new Meta.Stamp(tx.now().toEpochMilli(), 0, NO_BOOT, Optional.of(new Meta.Offset(0, 0)));
        Meta meta = new Meta(written.schema(), stamp, entry.refs(), entry.keys(), entry.summary());
        Position position = append(tx, held, new Fact(id, Metas.write(meta), written.body()));
        if (held.appliedSeq() == held.accepted().seq()) {
            Instant occurredAt = tx.boots().clocks(branch, TERMINAL).corrected(stamp, entry.at(), tx.now());
            if (entry instanceof StockEntry.Transferred transferred) {
                TransferFacts.note(tx, id, transferred, occurredAt);
            }
            // First, so that what follows from it and is recorded inside is posted as well.
            tx.acceptedStreams().applied(branch, held.id(), position.seq());
            LateEntries.of(tx, branch).note(id, occurredAt);
            StockPosting.post(tx, List.of(new Stock.Source(id, position, occurredAt, entry.by().id(), entry.moves())));
        }
        return new Recorded.Posted(position);
    }

    /// When the fact with an id happened, if it is recorded, and otherwise now: what is told a second time without a time of its
    /// own is then the same fact.
    public static Instant at(Tx tx, String branch, EntryId id) {
        return find(tx, branch, id).map(Entry::at).orElse(tx.now());
    }

    /// The entry that is recorded under an id in a branch.
    public static Optional<Entry> find(Tx tx, String branch, EntryId id) {
        return tx.facts().find(branch, id)
                .map(fact -> Bodies.read(Metas.read(fact.meta()).schema(), fact.body()))
                .flatMap(reading -> reading instanceof Bodies.Reading.Understood(Entry entry)
                        ? Optional.of(entry)
                        : Optional.empty());
    }

    /// Adds a fact to the centre's stream, to be applied like any other.
    public static void append(Tx tx, String branch, Fact fact) {
        append(tx, openAndLock(tx, branch), fact);
    }

    private static Position append(Tx tx, AcceptedStreams.Held held, Fact fact) {
        Posting posting = Chain.next(held.accepted(), fact);
        Postings.State state = tx.facts().append(held.branch(), fact) ? Postings.State.FIRST : Postings.State.ALIAS;
        tx.postings().append(held.branch(), posting, state, tx.now());
        tx.acceptedStreams().accepted(held.branch(), posting.position());
        return posting.position();
    }

    /// The centre's stream in a branch, its row locked until the transaction ends: whoever posts because of what a level
    /// says takes this lock before those of levels.
    public static AcceptedStreams.Held openAndLock(Tx tx, String branch) {
        StreamId stream = stream(tx, branch);
        return tx.acceptedStreams().lock(branch, stream).orElseGet(() -> {
            Optional<Position> parent = tx.acceptedStreams().of(branch, TERMINAL).reversed().stream()
                    .map(AcceptedStreams.Held::accepted)
                    .findFirst();
            return tx.acceptedStreams().openAndLock(branch, new Genesis(TERMINAL, stream, parent), tx.now());
        });
    }

    private static StreamId stream(Tx tx, String branch) {
        UUID incarnation = tx.centre().state().incarnation();
        return new StreamId(Derived.id("stream of the centre", branch, incarnation.toString()));
    }
}
