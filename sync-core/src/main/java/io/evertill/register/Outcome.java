package io.evertill.register;

import io.evertill.ledger.Entry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Position;

/// What became of something that was to be recorded.
public sealed interface Outcome {
    /// It is durable in the till's ledger.
    ///
    /// @param id its identity
    /// @param entry what was recorded
    /// @param position where it stands
    record Saved(EntryId id, Entry entry, Position position) implements Outcome {}

    /// It was recorded before, under the same id; nothing was added.
    record Known(EntryId id) implements Outcome {}

    /// Nothing was recorded.
    ///
    /// @param sentence what is wrong and what to do, for a person
    record NotSaved(String sentence) implements Outcome {}

    /// The disk did not say whether it was recorded, and cannot be asked.
    record Uncertain(String sentence) implements Outcome {}
}
