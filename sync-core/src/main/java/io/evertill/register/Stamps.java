package io.evertill.register;

import io.evertill.ledger.Meta;
import java.time.Instant;

/// The till's clocks, as noted on every entry (protocol 2.9).
public interface Stamps {
    /// What the clocks say.
    ///
    /// @param now the wall clock's instant, already read for the transaction
    Meta.Stamp stamp(Instant now);
}
