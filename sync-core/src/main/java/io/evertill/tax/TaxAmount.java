package io.evertill.tax;

import io.evertill.money.Money;

/// What one tax rate makes of the lines it applies to; net and tax sum to gross.
public record TaxAmount(TaxRate rate, Money net, Money tax, Money gross) {
    /// Refuses parts that do not sum.
    public TaxAmount {
        if (!net.plus(tax).equals(gross)) {
            throw new IllegalArgumentException("net " + net + " and tax " + tax + " are not gross " + gross);
        }
    }

    TaxAmount plus(TaxAmount other) {
        return new TaxAmount(rate, net.plus(other.net), tax.plus(other.tax), gross.plus(other.gross));
    }
}
