package io.evertill.shift;

import io.evertill.money.Money;
import java.util.Currency;
import java.util.List;

/// Notes and coins as a person counted them, one pile a denomination.
///
/// @param currency of every pile
/// @param piles in the order in which they were counted, each denomination once; at most [#PILES_MAX]
public record CashCount(Currency currency, List<Pile> piles) {
    /// The most piles: more than any currency has notes and coins.
    public static final int PILES_MAX = 40;

    /// Pieces of one denomination.
    ///
    /// @param denomination what one piece is worth, above zero
    /// @param pieces how many, 1 to [#PIECES_MAX]
    public record Pile(Money denomination, int pieces) {
        /// The most pieces of a pile: more was mistyped.
        public static final int PIECES_MAX = 99_999;

        /// Checks the ranges above.
        public Pile {
            if (!denomination.isPositive() || pieces < 1 || pieces > PIECES_MAX) {
                throw new IllegalArgumentException("no pile of " + pieces + " x " + denomination);
            }
        }

        /// What it is worth.
        public Money worth() {
            return denomination.times(pieces);
        }
    }

    /// Copies the list; refuses another currency and a denomination twice.
    public CashCount {
        piles = List.copyOf(piles);
        boolean isOne = piles.stream().allMatch(pile -> pile.denomination().currency().equals(currency));
        if (!isOne || piles.size() > PILES_MAX
                || piles.stream().map(Pile::denomination).distinct().count() != piles.size()) {
            throw new IllegalArgumentException("a drawer is counted in " + currency + ", each denomination once: " + piles);
        }
    }

    /// What was counted.
    public Money total() {
        return piles.stream().map(Pile::worth).reduce(Money.zero(currency), Money::plus);
    }
}
