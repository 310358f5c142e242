package io.evertill.register;

import io.evertill.entry.Entry;
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
    /// @param why which kind of obstacle, for programs
    /// @param sentence what is wrong and what to do, for a person
    record NotSaved(Why why, String sentence) implements Outcome {}

    /// Why something was not recorded.
    enum Why {
        /// No shift is open, or one is open already.
        SHIFT,
        /// It contradicts what is recorded: more comes back than was sold, or it is too large.
        CONTENT,
        /// No space is left on the disk.
        DISK_FULL,
        /// The files may not be written.
        READ_ONLY,
        /// The disk or the database failed in another way.
        STORAGE
    }

    /// The disk did not say whether it was recorded, and cannot be asked.
    record Uncertain(String sentence) implements Outcome {}
}
