package io.evertill.audit;

import io.evertill.entry.Entry;
import io.evertill.ledger.Fact;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.util.Optional;

/// Reads a fact's bytes back into the entry that they hold.
final class Reading {
    private Reading() {}

    /// The entry; empty, with a difference noted, when the bytes hold none.
    static Optional<Entry> entry(Fact fact, Tally tally) {
        try {
            return switch (Bodies.read(Metas.read(fact.meta()).schema(), fact.body())) {
                case Bodies.Reading.Understood(Entry entry) -> Optional.of(entry);
                case Bodies.Reading.Unread(_, String cause) -> {
                    tally.differ("entry", "Entry " + fact.id() + " cannot be read: " + cause);
                    yield Optional.empty();
                }
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            tally.differ("entry", "Entry " + fact.id() + " has a description that cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }
}
