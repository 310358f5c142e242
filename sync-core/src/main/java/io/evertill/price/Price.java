package io.evertill.price;

import io.evertill.money.UnitPrice;
import io.evertill.stock.Wording;

/// What one unit costs, and why.
public record Price(UnitPrice unit, Source source) {
    /// Why a price is what it is.
    public sealed interface Source {
        /// The product's base price.
        record Base() implements Source {}

        /// A rule of the price book.
        record Rule(String id) implements Source {
            /// Refuses an id that no rule can have.
            public Rule {
                Wording.require("a price rule's id", id, PriceRule.ID_LENGTH_MAX);
            }
        }

        /// The price was in the scanned code.
        record Embedded() implements Source {}

        /// What was paid at the sale that a return refers to.
        record Paid() implements Source {}

        /// Somebody set it, for a reason of 1 to 200 characters.
        record Set(String reason) implements Source {
            private static final int REASON_LENGTH_MAX = 200;

            /// Refuses a price without a reason.
            public Set {
                Wording.require("the reason of a price", reason, REASON_LENGTH_MAX);
            }
        }
    }
}
