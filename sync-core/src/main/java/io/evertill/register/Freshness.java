package io.evertill.register;

import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How old what the centre told is, in moments of this till's own clock, which people see.
///
/// @param confirmedAt when the till last knew all that the centre had published; empty before the first time
/// @param ahead how far the centre's clock is ahead of this till's
public record Freshness(Optional<Instant> confirmedAt, Duration ahead) {
    /// Reads it.
    public static Freshness read(Database db) {
        return db.read(Freshness::read);
    }

    static Freshness read(Tx tx) {
        Duration ahead = tx.terminal().heard().map(Terminals.Heard::ahead).orElse(Duration.ZERO);
        return new Freshness(tx.feedState().confirmedAt().map(at -> at.minus(ahead)), ahead);
    }

    /// A moment of the centre's clock by this till's own.
    public Instant byOwnClock(Instant told) {
        return told.minus(ahead);
    }

    /// Since when something that the centre told is known to be so: when it was told, or when the till heard later that there
    /// was nothing newer.
    ///
    /// @param toldAt by the centre's clock
    /// @param lag how long after a change the centre tells of it
    public Instant knownAt(Instant toldAt, Duration lag) {
        Instant told = toldAt.minus(ahead);
        return confirmedAt.map(at -> at.minus(lag)).filter(told::isBefore).orElse(told);
    }
}
