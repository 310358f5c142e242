package io.evertill.reservation;

import io.evertill.stock.Wording;
import java.time.Instant;
import java.util.Objects;

/// Something that happened to a reservation; never changed and never taken back.
///
/// @param kind what happened
/// @param change how much more (or less) is promised after it, in ten-thousandths of the unit; 0 for a renewal
/// @param at when, by the one clock that all reservations have
/// @param expiresAt when the reservation ends by itself, as it stands after this step
/// @param request the caller's name for what it asked for, at most 64 characters; empty when it has none
/// @param by who asked, 1 to 64 characters
public record Step(Kind kind, long change, Instant at, Instant expiresAt, String request, String by) {
    /// The most characters of a name that a caller gives to something.
    public static final int NAME_LENGTH_MAX = 64;

    /// What can happen to a reservation.
    public enum Kind {
        /// Goods were promised.
        RESERVE,
        /// The promise lasts longer.
        RENEW,
        /// Goods were taken as promised.
        CONSUME,
        /// The promise was given back.
        RELEASE,
        /// The promise ended by itself.
        EXPIRE
    }

    /// Refuses a change in the wrong direction and names out of range.
    public Step {
        Objects.requireNonNull(at);
        Objects.requireNonNull(expiresAt);
        Wording.allow("a request's name", request, NAME_LENGTH_MAX);
        Wording.require("who asks for a reservation", by, NAME_LENGTH_MAX);
        int direction = switch (kind) {
            case RESERVE -> 1;
            case RENEW -> 0;
            case CONSUME, RELEASE, EXPIRE -> -1;
        };
        if (Long.signum(change) != direction) {
            throw new IllegalArgumentException(kind + " cannot change what is promised by " + change);
        }
    }
}
