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
        EXCLUSIVE,
        /// Prices contain it, and it was taken off because the customer is exempt.
        EXEMPT_INCLUSIVE,
        /// It would be added to prices, and is not because the customer is exempt.
        EXEMPT_EXCLUSIVE
    }

    /// Refuses a rate out of range.
    public TaxRate {
        Wording.require("a tax code", code, CODE_LENGTH_MAX);
        Wording.require("a tax name", name, NAME_LENGTH_MAX);
        if (partsPerMillion < 0 || partsPerMillion > WHOLE) {
            throw new IllegalArgumentException("a tax rate is 0 to 100 %: " + partsPerMillion + " parts per million");
        }
    }

    /// Whether nothing is charged because the customer is exempt.
    public boolean isExempt() {
        return switch (kind) {
            case INCLUSIVE, EXCLUSIVE -> false;
            case EXEMPT_INCLUSIVE, EXEMPT_EXCLUSIVE -> true;
        };
    }

    /// The same for a customer who is exempt. Goods at a rate of zero stay what they are: nobody needs a certificate for them.
    public TaxRate exempt() {
        return partsPerMillion == 0 ? this : new TaxRate(code, name, partsPerMillion, switch (kind) {
            case INCLUSIVE, EXEMPT_INCLUSIVE -> Kind.EXEMPT_INCLUSIVE;
            case EXCLUSIVE, EXEMPT_EXCLUSIVE -> Kind.EXEMPT_EXCLUSIVE;
        });
    }

    /// The same for everybody else.
    public TaxRate taxed() {
        return !isExempt() ? this : new TaxRate(code, name, partsPerMillion,
                kind == Kind.EXEMPT_INCLUSIVE ? Kind.INCLUSIVE : Kind.EXCLUSIVE);
    }
}
