package io.evertill.price;

import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a product cost at a branch at any moment, as it was known at any other (domain 2g).
///
/// A base price applies from when it was made known; a rule has a window of its own, and may have been made known before, during
/// or after it. A version ends where the next one of the same subject begins.
///
/// @param branch the branch's code
/// @param bases at least one, in the order in which they were made known; before the first one it is the first one's
/// @param rules the versions of each rule in the order in which they were made known
public record PriceHistory(String branch, ProductId product, List<Base> bases, List<RuleVersion> rules) {
    /// A base price.
    public record Base(UnitPrice price, Instant knownFrom) {}

    /// A version of a rule.
    public record RuleVersion(PriceRule rule, Instant knownFrom) {}

    /// Copies the lists; refuses a product that never had a price.
    public PriceHistory {
        bases = List.copyOf(bases);
        rules = List.copyOf(rules);
        if (bases.isEmpty()) {
            throw new IllegalArgumentException("a product has a base price, " + product + " never had one");
        }
    }

    /// The price that applied at a moment.
    ///
    /// @param known as far as was known then; [Instant#MAX] for all that is known
    public Price effective(Instant at, Instant known) {
        Map<String, PriceRule> standing = new HashMap<>();
        rules.stream()
                .filter(version -> !version.knownFrom().isAfter(known))
                .forEach(version -> standing.put(version.rule().id(), version.rule()));
        Instant until = at.isBefore(known) ? at : known;
        UnitPrice base = bases.stream()
                .filter(version -> !version.knownFrom().isAfter(until))
                .reduce((_, later) -> later)
                .orElse(bases.getFirst())
                .price();
        return new PriceBook(branch, List.copyOf(standing.values())).effective(product, base, at);
    }
}
