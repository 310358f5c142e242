package io.evertill.price;

import io.evertill.product.ProductId;
import io.evertill.stock.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A better price for some goods in a window of time (domain R85, 2g).
///
/// @param id names it in sales and reports; 1 to 64 characters
/// @param name as the customer knows it; 1 to 64 characters
/// @param branch the branch's code, or empty for every branch
/// @param products what it is for, at most [#PRODUCTS_MAX]; empty for everything
/// @param deal what it does
/// @param priority between equal prices the higher one is named
/// @param stacks whether it comes on top of others; else a piece has at most one promotion that does not
/// @param validFrom the first instant at which it applies
/// @param validTo the first instant at which it no longer applies; empty while it is open-ended
/// @param hours when within that window; empty for always
public record Promotion(
        String id,
        String name,
        String branch,
        Set<ProductId> products,
        Deal deal,
        int priority,
        boolean stacks,
        Instant validFrom,
        Optional<Instant> validTo,
        Optional<Hours> hours) {
    /// The longest id or name.
    public static final int TEXT_LENGTH_MAX = 64;
    /// The most products of one promotion.
    public static final int PRODUCTS_MAX = 1_000;

    /// Copies the set; refuses an empty window, and sets that come on top of others.
    public Promotion {
        Objects.requireNonNull(branch);
        Objects.requireNonNull(deal);
        Wording.require("a promotion's id", id, TEXT_LENGTH_MAX);
        Wording.require("a promotion's name", name, TEXT_LENGTH_MAX);
        products = Set.copyOf(products);
        if (products.size() > PRODUCTS_MAX) {
            throw new IllegalArgumentException(
                    "promotion " + id + " is for at most " + PRODUCTS_MAX + " products, not " + products.size());
        }
        if (stacks && deal.isOfSets()) {
            throw new IllegalArgumentException("promotion " + id + " is of sets, and those do not come on top of others");
        }
        if (validTo.isPresent() && !validTo.get().isAfter(validFrom)) {
            throw new IllegalArgumentException("promotion " + id + " ends at " + validTo.get() + ", not after " + validFrom);
        }
    }

    /// Whether it applies at an instant in a branch whose walls are in a zone.
    public boolean appliesAt(Instant at, ZoneId zone) {
        return !at.isBefore(validFrom)
                && validTo.map(at::isBefore).orElse(true)
                && hours.map(some -> some.include(at, zone)).orElse(true);
    }

    /// Whether it is for a product.
    public boolean covers(ProductId product) {
        return products.isEmpty() || products.contains(product);
    }
}
