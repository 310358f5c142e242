package io.evertill.availability;

import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.UUID;

/// Goods on a branch's shelf that are promised to somebody who collects them there.
///
/// @param lot the batch; empty for any
/// @param quantity what is left to collect, in ten-thousandths
/// @param owner for whom
/// @param order the order that it belongs to
/// @param expiresAt from when on it is no promise any more, by the centre's clock
public record Promise(
        UUID reservation, ProductId product, String lot, long quantity, String owner, String order, Instant expiresAt) {
    /// Whether it still counts.
    public boolean isActive(Instant now) {
        return now.isBefore(expiresAt);
    }
}
