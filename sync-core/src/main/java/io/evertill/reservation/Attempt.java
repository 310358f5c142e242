package io.evertill.reservation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody wants something of a reservation.
///
/// @param request the caller's name for it, by which it is known again, at most 64 characters; empty when it has none
/// @param by who, 1 to 64 characters
/// @param at when, by the clock of the reservations
public record Attempt(String request, String by, Instant at) {
    private static final String SALE = "sale:";
    private static final Pattern OF_SALE = Pattern.compile(SALE + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /// A sale at a till takes goods of it: a fact that is known by the sale's entry.
    public static Attempt ofSale(UUID sale, String by, Instant at) {
        return new Attempt(SALE + sale, by, at);
    }

    /// The sale at a till that a caller's name stands for; other callers may choose any name.
    static Optional<UUID> sale(String request) {
        return Optional.of(OF_SALE.matcher(request)).filter(Matcher::matches).map(found -> UUID.fromString(found.group(1)));
    }
}
