package io.evertill.tax;

import io.evertill.stock.Wording;

/// A tax on sales.
///
/// @param code names it in products and sales, 1 to 16 characters
/// @param name what the receipt says, 1 to 64 characters
/// @param partsPerMillion the rate: 200,000 is 20 %; 0 to 1,000,000
/// @param kind whether prices contain it
public record TaxRate(String code, String name, int partsPerMillion, Kind kind) {
    /// The whole, in parts per million.
    public static final int WHOLE = 1_000_000;

    private static final int CODE_LENGTH_MAX = 16;
    private static final int NAME_LENGTH_MAX = 64;

    /// Whether prices contain the tax.
    public enum Kind {
        /// Prices contain it; the receipt says how much of them it is.
        INCLUSIVE,
        /// It is added to prices.
        EXCLUSIVE
    }

    /// Refuses a rate out of range.
    public TaxRate {
        Wording.require("a tax code", code, CODE_LENGTH_MAX);
        Wording.require("a tax name", name, NAME_LENGTH_MAX);
        if (partsPerMillion < 0 || partsPerMillion > WHOLE) {
            throw new IllegalArgumentException("a tax rate is 0 to 100 %: " + partsPerMillion + " parts per million");
        }
    }
}
