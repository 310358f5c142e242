package io.evertill.price;

import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import io.evertill.stock.Wording;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// A price that applies to one product in a window of time (domain R83, 2g).
///
/// @param id names the rule in sales and reports; 1 to 64 characters
/// @param product what it prices
/// @param branch the branch's code, or empty for every branch
/// @param level a higher level wins
/// @param priority within a level, a higher priority wins
/// @param price what one unit costs
/// @param validFrom the first instant at which it applies
/// @param validTo the first instant at which it no longer applies; empty while it is open-ended
public record PriceRule(
        String id,
        ProductId product,
        String branch,
        Level level,
        int priority,
        UnitPrice price,
        Instant validFrom,
        Optional<Instant> validTo) {
    static final int ID_LENGTH_MAX = 64;

    /// Which kind of rule goes first, the later the stronger.
    public enum Level {
        /// A new base price.
        BASE,
        /// A branch's own price.
        BRANCH,
        /// A promotion.
        PROMOTION
    }

    /// Refuses an empty window.
    public PriceRule {
        Objects.requireNonNull(product);
        Objects.requireNonNull(branch);
        Objects.requireNonNull(level);
        Objects.requireNonNull(price);
        Wording.require("a price rule's id", id, ID_LENGTH_MAX);
        if (validTo.isPresent() && !validTo.get().isAfter(validFrom)) {
            throw new IllegalArgumentException("price rule " + id + " ends at " + validTo.get() + ", not after " + validFrom);
        }
    }

    /// Whether the rule applies at an instant: the window is half open.
    public boolean appliesAt(Instant at) {
        return !at.isBefore(validFrom) && validTo.map(at::isBefore).orElse(true);
    }
}
