package io.evertill.price;

import io.evertill.money.Money;
import io.evertill.money.UnitPrice;

/// What a promotion does to the price of its goods.
public sealed interface Deal {
    /// Everything costs a part less.
    ///
    /// @param hundredths hundredths of a percent, 1 to 10,000: 1,250 are 12.5 %
    record PercentOff(int hundredths) implements Deal {
        /// All of the price.
        public static final int WHOLE = 10_000;

        /// Refuses nothing and more than all.
        public PercentOff {
            if (hundredths < 1 || hundredths > WHOLE) {
                throw new IllegalArgumentException("a promotion takes 0.01 to 100 percent, not " + hundredths + " hundredths");
            }
        }
    }

    /// Every unit costs an amount less, and never less than nothing.
    ///
    /// @param each above zero, and what a unit can cost
    record AmountOff(Money each) implements Deal {
        /// Refuses an amount that takes nothing off, and one that no unit costs.
        public AmountOff {
            if (UnitPrice.of(each).tenThousandths() <= 0) {
                throw new IllegalArgumentException("a promotion takes something off, not " + each);
            }
        }
    }

    /// Of so many pieces the dearest few are paid: three for two.
    ///
    /// @param pieces that make a set, 2 to [#PIECES_MAX]
    /// @param paid of them, at least one and not all
    record NForM(int pieces, int paid) implements Deal {
        /// Refuses a set that is no set, and one of which all or none is paid.
        public NForM {
            requireSet(pieces);
            if (paid < 1 || paid >= pieces) {
                throw new IllegalArgumentException("of " + pieces + " pieces 1 to " + (pieces - 1) + " are paid, not " + paid);
            }
        }
    }

    /// So many pieces, whichever they are, cost an amount together.
    ///
    /// @param pieces that make a set, 2 to [#PIECES_MAX]
    /// @param price of a set, above zero
    record AnyFor(int pieces, Money price) implements Deal {
        /// Refuses a set that is no set, and one that costs nothing.
        public AnyFor {
            requireSet(pieces);
            if (!price.isPositive()) {
                throw new IllegalArgumentException("a set costs something, not " + price);
            }
        }
    }

    /// The most pieces of a set.
    int PIECES_MAX = 100;

    /// Whether it is about pieces that are bought together.
    default boolean isOfSets() {
        return this instanceof NForM || this instanceof AnyFor;
    }

    private static void requireSet(int pieces) {
        if (pieces < 2 || pieces > PIECES_MAX) {
            throw new IllegalArgumentException("a set has 2 to " + PIECES_MAX + " pieces, not " + pieces);
        }
    }
}
