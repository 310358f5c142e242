package io.evertill.reservation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Somebody wants something of a reservation.
///
/// @param request the caller's name for it, by which it is known again, at most 64 characters; empty when it has none
/// @param by who, 1 to 64 characters
/// @param at when, by the clock of the reservations
public record Attempt(String request, String by, Instant at) {
    private static final String SALE = "sale:";

    /// A sale at a till takes goods of it: a fact that is known by the sale's entry.
    public static Attempt ofSale(UUID sale, String by, Instant at) {
        return new Attempt(SALE + sale, by, at);
    }

    /// The sale at a till that a caller's name stands for.
    static Optional<UUID> sale(String request) {
        return Optional.of(request).filter(name -> name.startsWith(SALE)).map(name -> UUID.fromString(name.substring(SALE.length())));
    }
}
