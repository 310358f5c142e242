package io.evertill.ingest;

import io.evertill.db.Database;
import io.evertill.db.Incidents;
import io.evertill.db.Parked;
import io.evertill.inventory.Books;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.StreamId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a person decides about an entry that waits for a decision: adds to the ledger, and never changes it (protocol 2.7).
///
/// Of two entries with one id the second contents become a fact of their own, byte for byte, on the centre's own stream, and are
/// applied like any other; or they are dismissed, with a name and a reason. What a till reports of a transfer that has ended, or
/// by a paper that counts already, is dismissed when what is true of it was recorded otherwise. The row of the entry keeps what
/// was decided.
public final class Mending {
    /// What may be dismissed whole: its goods were recorded by other entries.
    private static final Set<String> DISMISSIBLE = Set.of("TRANSFER_ENDED", "DOCUMENT_KNOWN");

    private final Database db;

    /// Mends in the centre's database.
    public Mending(Database db) {
        this.db = db;
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
        return db.write(tx -> {
            Optional<Parked.Waiting> found = tx.parked().find(stream, seq);
            Optional<Parked.Conflicting> contents =
                    found.flatMap(waiting -> tx.parked().conflicting(waiting.branch(), stream, seq));
            boolean isDecidable = contents.isPresent() || (decision == Parked.Decision.DISMISSED
                    && found.map(Parked.Waiting::code).filter(DISMISSIBLE::contains).isPresent());
            if (!isDecidable
                    || !tx.parked().decide(found.orElseThrow(), decision, new Incidents.Settled(tx.now(), by, why))) {
                return new Outcome.NoSuch();
            }
            Parked.Waiting waiting = found.orElseThrow();
            return new Outcome.Done(waiting, switch (decision) {
                case ACCEPTED -> {
                    Fact fact = fact(waiting.entry(), contents.orElseThrow());
                    Books.append(tx, waiting.branch(), fact);
                    yield Optional.of(fact.id());
                }
                case DISMISSED -> Optional.empty();
            });
        });
    }

    /// The second contents under an id that follows from them, so that the same contents are added once.
    private static Fact fact(EntryId first, Parked.Conflicting contents) {
        String name = "evertill conflict\n" + first + "\n" + contents.body().hash();
        return new Fact(new EntryId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))), contents.meta(), contents.body());
    }
}
