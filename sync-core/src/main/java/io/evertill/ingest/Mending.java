package io.evertill.ingest;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Database;
import io.evertill.db.Incidents;
import io.evertill.db.Parked;
import io.evertill.db.Postings;
import io.evertill.db.Tx;
import io.evertill.ledger.Chain;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// What a person does about an entry whose id is known with other contents: adds to the ledger, and never changes it
/// (protocol 2.7).
///
/// The second contents become a fact of their own, byte for byte, on the centre's own stream, and are applied like any other;
/// or they are dismissed, with a name and a reason. The row of the entry keeps what was decided.
public final class Mending {
    /// The terminal of the centre's own streams, one a store; a till's has hyphens.
    public static final String TERMINAL = "centre";

    private final Database db;
    private final Supplier<UUID> ids;

    /// Mends in the centre's database.
    ///
    /// @param ids fresh ids, for a stream
    public Mending(Database db, Supplier<UUID> ids) {
        this.db = db;
        this.ids = ids;
    }

    /// What became of it.
    public sealed interface Outcome {
        /// It is done.
        ///
        /// @param entry the id under which the contents count; empty when they were dismissed
        record Done(Parked.Waiting waiting, Optional<EntryId> entry) implements Outcome {}

        /// No entry waits there, or it waits for something else than a decision; nothing was changed.
        record NoSuch() implements Outcome {}
    }

    /// Decides about the entry that waits at a position of a till's stream.
    ///
    /// @param by who decided and why; its time is that of the transaction
    public Outcome decide(StreamId stream, long seq, Parked.Decision decision, String by, String why) {
        UUID fresh = ids.get();
        return db.write(tx -> {
            Optional<Parked.Waiting> found = tx.parked().find(stream, seq);
            Optional<Parked.Conflicting> contents =
                    found.flatMap(waiting -> tx.parked().conflicting(waiting.branch(), stream, seq));
            if (contents.isEmpty()
                    || !tx.parked().decide(found.orElseThrow(), decision, new Incidents.Settled(tx.now(), by, why))) {
                return new Outcome.NoSuch();
            }
            Parked.Waiting waiting = found.orElseThrow();
            return new Outcome.Done(waiting, switch (decision) {
                case ACCEPTED -> Optional.of(append(tx, waiting.branch(), fact(waiting.entry(), contents.get()), fresh));
                case DISMISSED -> Optional.empty();
            });
        });
    }

    /// The second contents under an id that follows from them, so that the same contents are added once.
    private static Fact fact(EntryId first, Parked.Conflicting contents) {
        String name = "evertill conflict\n" + first + "\n" + contents.body().hash();
        return new Fact(new EntryId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))), contents.meta(), contents.body());
    }

    private static EntryId append(Tx tx, String branch, Fact fact, UUID fresh) {
        Genesis genesis = tx.acceptedStreams().of(branch, TERMINAL).stream()
                .findFirst()
                .map(AcceptedStreams.Held::genesis)
                .orElse(new Genesis(TERMINAL, new StreamId(fresh), Optional.empty()));
        AcceptedStreams.Held held = tx.acceptedStreams().openAndLock(branch, genesis, tx.now());
        Posting posting = Chain.next(held.accepted(), fact);
        Postings.State state = tx.facts().append(branch, fact) ? Postings.State.FIRST : Postings.State.ALIAS;
        tx.postings().appendAll(branch, List.of(new Postings.Stored(posting, state, tx.now())));
        tx.acceptedStreams().accepted(branch, posting.position());
        return fact.id();
    }
}
