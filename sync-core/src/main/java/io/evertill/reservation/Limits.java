package io.evertill.reservation;

import io.evertill.stock.Quantity;
import java.time.Duration;
import java.time.Instant;

/// What keeps people from hoarding goods that they do not buy (R52).
///
/// @param lifetimeMax the longest that a reservation lives, with all its renewals
/// @param ownerMax the most that one owner has reserved of one key at a time, in ten-thousandths of the unit
public record Limits(Duration lifetimeMax, long ownerMax) {
    /// One hour, and 100 units.
    public static final Limits USUAL = new Limits(Duration.ofHours(1), 100 * Quantity.ONE);

    /// Refuses limits that allow nothing.
    public Limits {
        if (!lifetimeMax.isPositive() || ownerMax <= 0) {
            throw new IllegalArgumentException("limits that allow nothing: " + lifetimeMax + ", " + ownerMax);
        }
    }

    /// Whether a reservation may begin with such a lifetime.
    public boolean allows(Duration lifetime) {
        return lifetime.isPositive() && lifetime.compareTo(lifetimeMax) <= 0;
    }

    /// When a reservation ends that is renewed: never before it would have ended anyway, and never later than its first
    /// moment and the longest life allow.
    Instant renewed(Reservation reservation, Instant now, Duration lifetime) {
        Instant last = reservation.madeAt().plus(lifetimeMax);
        Instant wished = now.plus(lifetime.compareTo(lifetimeMax) > 0 ? lifetimeMax : lifetime);
        Instant end = wished.isAfter(last) ? last : wished;
        return end.isAfter(reservation.expiresAt()) ? end : reservation.expiresAt();
    }
}
