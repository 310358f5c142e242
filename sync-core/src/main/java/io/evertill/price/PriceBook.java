package io.evertill.price;

import io.evertill.money.UnitPrice;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Resolves the price of a product at a branch at an instant.
///
/// Total and deterministic: among the rules that apply, the higher level wins, then the higher priority, then a rule of the
/// branch over one for every branch, then the later start, then the greater id; without a rule the base price applies.
/// An expired rule falls through to the next one, never to nothing (domain 2g, I31).
///
/// @param branch the branch's code
/// @param rules candidates with ids of their own; those of other products, branches and currencies are ignored
public record PriceBook(String branch, List<PriceRule> rules) {
    private static final Comparator<PriceRule> STRENGTH = Comparator.comparing(PriceRule::level)
            .thenComparingInt(PriceRule::priority)
            .thenComparing(rule -> !rule.branch().isEmpty())
            .thenComparing(PriceRule::validFrom)
            .thenComparing(PriceRule::id);

    /// Copies the list.
    public PriceBook {
        rules = List.copyOf(rules);
    }

    /// The price of one unit.
    public Price effective(Product product, Instant at) {
        return effective(product.id(), product.basePrice(), at);
    }

    /// The lowest price of one unit that applied at any moment of a window: what goods are worth whose receipt is lost.
    ///
    /// @param from the first moment
    /// @param to the last one, not before it
    public Price lowest(Product product, Instant from, Instant to) {
        Stream<Instant> turns = rules.stream().flatMap(rule -> Stream.concat(Stream.of(rule.validFrom()), rule.validTo().stream()));
        return Stream.concat(Stream.of(to, from), turns.filter(at -> at.isAfter(from) && at.isBefore(to)))
                .map(at -> effective(product, at))
                .min(Comparator.comparingLong(price -> price.unit().tenThousandths()))
                .orElseThrow();
    }

    /// The price of one unit of a product with this base price.
    Price effective(ProductId product, UnitPrice base, Instant at) {
        return rules.stream()
                .filter(rule -> rule.product().equals(product))
                .filter(rule -> rule.branch().isEmpty() || rule.branch().equals(branch))
                .filter(rule -> rule.price().currency().equals(base.currency()))
                .filter(rule -> rule.appliesAt(at))
                .max(STRENGTH)
                .map(rule -> new Price(rule.price(), new Price.Source.Rule(rule.id())))
                .orElseGet(() -> new Price(base, new Price.Source.Base()));
    }
}
