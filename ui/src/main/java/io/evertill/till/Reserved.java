package io.evertill.till;

import io.evertill.product.Obstacle;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An order that a customer has reserved and collects here.
///
/// @param order as the customer names it
/// @param owner for whom
/// @param expiresAt when the first of its goods are no longer kept
/// @param isExpired whether that moment has come: then its goods are sold to whoever comes first
/// @param goods at least one of them
public record Reserved(String order, String owner, Instant expiresAt, boolean isExpired, List<Goods> goods) {
    /// Copies the list.
    public Reserved {
        goods = List.copyOf(goods);
    }

    /// Goods of an order.
    ///
    /// @param article at what it costs now
    /// @param quantity what is left to collect
    /// @param obstacle what speaks against selling them
    public record Goods(UUID reservation, Article article, Quantity quantity, Optional<Obstacle> obstacle) {}
}
