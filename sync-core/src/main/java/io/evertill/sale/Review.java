package io.evertill.sale;

import io.evertill.price.Price;
import io.evertill.price.Promotions;
import io.evertill.product.Obstacle;
import io.evertill.tax.TaxRate;
import java.util.List;
import java.util.Optional;

/// What is known now of goods that waited in a basket.
///
/// @param findings one for each line that sells something
/// @param promotions those that apply now; empty when the basket has not waited long enough to lose its prices
public record Review(List<Finding> findings, Optional<Promotions> promotions) {
    /// Copies the list.
    public Review {
        findings = List.copyOf(findings);
    }

    /// What is known of a line.
    ///
    /// @param line its number
    /// @param obstacle what speaks against selling it
    /// @param offer what its product costs now; empty when nobody knows
    public record Finding(int line, Optional<Obstacle> obstacle, Optional<Offer> offer) {}

    /// What somebody pays who takes a product from the shelf now.
    public record Offer(TaxRate tax, Price price) {}
}
