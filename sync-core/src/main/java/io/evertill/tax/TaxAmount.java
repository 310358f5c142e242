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

    /// What the lines came to: with the tax in it, or before it was added.
    public Money ofLines() {
        return switch (rate.kind()) {
            case INCLUSIVE, EXEMPT_INCLUSIVE, EXEMPT_EXCLUSIVE -> gross;
            case EXCLUSIVE -> net;
        };
    }

    static TaxAmount nothing(TaxRule.Taxed like) {
        Money zero = Money.zero(like.amount().currency());
        return new TaxAmount(like.rate(), zero, zero, zero);
    }

    TaxAmount plus(TaxAmount other) {
        return new TaxAmount(rate, net.plus(other.net), tax.plus(other.tax), gross.plus(other.gross));
    }
}
