package io.evertill.reserving;

import io.evertill.entry.Move;

/// Says for each key whether to try or to wait, and hears how it went.
@FunctionalInterface
public interface Modes {
    /// How goods of a key are promised while others do the same.
    enum Mode {
        /// Look, and write only if nobody else has written since.
        OPTIMISTIC,
        /// Wait for the key's lock, and look then.
        PESSIMISTIC
    }

    /// The mode for the next attempt on a key.
    Mode mode(Move.Key key);

    /// Hears of an attempt that got as far as writing.
    ///
    /// @param isConflict whether somebody else had written meanwhile
    default void note(Move.Key key, boolean isConflict) {}
}
