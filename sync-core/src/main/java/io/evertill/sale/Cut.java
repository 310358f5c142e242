package io.evertill.sale;

import io.evertill.money.Money;
import io.evertill.money.Rounding;

/// How much less something costs than its price: a part of it, or an amount.
public sealed interface Cut {
    /// A part of the price.
    ///
    /// @param hundredths hundredths of a percent, 1 to 10,000: 1,250 are 12.5 %
    record Percent(int hundredths) implements Cut {
        /// All of the price.
        public static final int WHOLE = 10_000;

        /// Refuses nothing and more than all.
        public Percent {
            if (hundredths < 1 || hundredths > WHOLE) {
                throw new IllegalArgumentException("a discount takes 0.01 to 100 percent, not " + hundredths + " hundredths");
            }
        }
    }

    /// An amount, above zero; less where the price is less.
    record Amount(Money amount) implements Cut {
        /// Refuses an amount that takes nothing off.
        public Amount {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("a discount takes something off, not " + amount);
            }
        }
    }

    /// What it takes off a price: never more than the price, and nothing where that is not above zero.
    default Money of(Money price) {
        return !price.isPositive() ? Money.zero(price.currency()) : switch (this) {
            case Percent(int hundredths) -> Rounding.HALF_UP.share(price, hundredths, Percent.WHOLE);
            case Amount(Money amount) -> amount.min(price);
        };
    }
}
