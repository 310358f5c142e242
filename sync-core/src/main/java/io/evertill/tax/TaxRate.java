package io.evertill.tax;

/// A tax on sales.
///
/// @param code names it in products and sales, 1 to 16 characters
/// @param name what the receipt says
/// @param partsPerMillion the rate: 200,000 is 20 %; 0 to 1,000,000
/// @param kind whether prices contain it
public record TaxRate(String code, String name, int partsPerMillion, Kind kind) {
    /// The whole, in parts per million.
    public static final int WHOLE = 1_000_000;

    /// Whether prices contain the tax.
    public enum Kind {
        /// Prices contain it; the receipt says how much of them it is.
        INCLUSIVE,
        /// It is added to prices.
        EXCLUSIVE
    }

    /// Refuses a rate out of range.
    public TaxRate {
        if (code.isEmpty() || code.length() > 16) {
            throw new IllegalArgumentException("a tax code has 1 to 16 characters: '" + code + "'");
        }
        if (partsPerMillion < 0 || partsPerMillion > WHOLE) {
            throw new IllegalArgumentException("a tax rate is 0 to 100 %: " + partsPerMillion + " parts per million");
        }
    }
}
