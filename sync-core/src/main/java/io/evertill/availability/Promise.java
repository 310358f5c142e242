package io.evertill.availability;

import io.evertill.ledger.EntryId;
import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/// Goods on a branch's shelf that are promised to somebody who collects them there.
///
/// @param lot the batch; empty for any
/// @param quantity what is left to collect, in ten-thousandths
/// @param owner for whom
/// @param order the order that it belongs to
/// @param expiresAt from when on it is no promise any more, by the centre's clock
/// @param collected the sales at tills that are taken off the quantity already
public record Promise(
        UUID reservation, ProductId product, String lot, long quantity, String owner, String order, Instant expiresAt,
        Set<EntryId> collected) {
    /// Copies the set.
    public Promise {
        collected = Set.copyOf(collected);
    }

    /// Of which no till has sold anything.
    public Promise(UUID reservation, ProductId product, String lot, long quantity, String owner, String order, Instant expiresAt) {
        this(reservation, product, lot, quantity, owner, order, expiresAt, Set.of());
    }

    /// Whether it still counts.
    public boolean isActive(Instant now) {
        return now.isBefore(expiresAt);
    }

    /// The same with so much left to collect.
    public Promise left(long other) {
        return new Promise(reservation, product, lot, other, owner, order, expiresAt, collected);
    }
}
