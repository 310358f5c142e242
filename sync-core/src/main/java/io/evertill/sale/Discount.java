package io.evertill.sale;

import io.evertill.money.Money;
import io.evertill.stock.Wording;

/// What a line costs less than its price, and why.
///
/// @param amount not below zero; zero where the reason for it takes nothing off at the moment
public record Discount(Money amount, Cause cause) {
    /// The longest reason, id or name.
    public static final int TEXT_LENGTH_MAX = 64;

    private static final int JSON_BYTES = 200;

    /// Why something costs less.
    public sealed interface Cause {
        /// Somebody gave it on this line.
        ///
        /// @param reason in the cashier's words or a code, 1 to 64 characters
        record ByHand(Cut cut, String reason) implements Cause {
            /// Refuses a discount without a reason.
            public ByHand {
                Wording.require("the reason of a discount", reason, TEXT_LENGTH_MAX);
            }
        }

        /// It is the line's share of what somebody gave on the whole basket.
        ///
        /// @param reason in the cashier's words or a code, 1 to 64 characters
        record OfBasket(Cut cut, String reason) implements Cause {
            /// Refuses a discount without a reason.
            public OfBasket {
                Wording.require("the reason of a discount", reason, TEXT_LENGTH_MAX);
            }
        }

        /// A promotion gave it.
        ///
        /// @param id names it in sales and reports, 1 to 64 characters
        /// @param name as the customer knows it, 1 to 64 characters
        record Promotion(String id, String name) implements Cause {
            /// Refuses a promotion without an id or a name.
            public Promotion {
                Wording.require("a promotion's id", id, TEXT_LENGTH_MAX);
                Wording.require("a promotion's name", name, TEXT_LENGTH_MAX);
            }
        }

        /// It is the tax in the price, which a customer who is exempt does not pay.
        record TaxExempt() implements Cause {}

        /// The most room that a discount for it takes in an entry, in bytes.
        default int room() {
            return JSON_BYTES + switch (this) {
                case ByHand(Cut _, String reason) -> Wording.jsonBytes(reason);
                case OfBasket(Cut _, String reason) -> Wording.jsonBytes(reason);
                case Promotion(String id, String name) -> Wording.jsonBytes(id) + Wording.jsonBytes(name);
                case TaxExempt() -> 0;
            };
        }
    }

    /// Refuses a discount that makes something dearer.
    public Discount {
        if (amount.isNegative()) {
            throw new IllegalArgumentException("a discount of " + amount + " makes something dearer");
        }
    }
}
