package io.evertill.price;

import io.evertill.money.UnitPrice;

/// What one unit costs, and why.
public record Price(UnitPrice unit, Source source) {
    /// Why a price is what it is.
    public sealed interface Source {
        /// The product's base price.
        record Base() implements Source {}

        /// A rule of the price book.
        record Rule(String id) implements Source {}

        /// The price was in the scanned code.
        record Embedded() implements Source {}

        /// What was paid at the sale that a return refers to.
        record Paid() implements Source {}

        /// Somebody set it, for a reason.
        record Set(String reason) implements Source {}
    }
}
