package io.evertill.money;

import io.evertill.stock.Decimals;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/// An exact amount of money: a signed number of minor units of a currency.
///
/// Arithmetic never rounds and never wraps around: a sum that does not fit throws. Rounding lives in [Rounding].
///
/// @param minor the amount in minor units (cents for EUR, yen for JPY, fils for KWD)
/// @param currency an ISO 4217 currency with minor units
public record Money(long minor, Currency currency) implements Comparable<Money> {
    /// Refuses currencies without minor units, such as gold.
    public Money {
        Objects.requireNonNull(currency);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor units");
        }
    }

    /// An amount of minor units of the currency with this ISO code.
    public static Money of(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    /// Nothing, in a currency.
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /// Reads plain decimal text in major units, such as `12.99`.
    ///
    /// @throws IllegalArgumentException when the text is no such number or has more decimals than the currency
    public static Money parse(String text, Currency currency) {
        return new Money(Decimals.parse(text, currency.getDefaultFractionDigits()), currency);
    }

    /// The sum; both must be of the same currency.
    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    /// The difference; both must be of the same currency.
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    /// The same amount with the opposite sign.
    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /// A whole multiple.
    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    /// The smaller of two amounts.
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /// Whether it is nothing.
    public boolean isZero() {
        return minor == 0;
    }

    /// Whether it is below nothing.
    public boolean isNegative() {
        return minor < 0;
    }

    /// Whether it is more than nothing.
    public boolean isPositive() {
        return minor > 0;
    }

    /// Splits the amount over weights; the parts always sum to the whole.
    ///
    /// Part *k* is the difference of two rounded-down running shares, so no part differs from its exact share by more than
    /// one minor unit, and the rest ends in the last part that has a weight. All weights zero gives everything to the last
    /// part.
    ///
    /// @param weights one per part, none negative, at least one
    public List<Money> allocate(List<Long> weights) {
        if (weights.isEmpty() || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights must be one or more, none negative: " + weights);
        }
        long sum = weights.stream().reduce(0L, Math::addExact);
        List<Money> parts = new ArrayList<>(weights.size());
        long running = 0;
        long given = 0;
        for (int part = 0; part < weights.size(); part++) {
            running += weights.get(part);
            boolean last = part == weights.size() - 1;
            long upTo = sum == 0 ? (last ? minor : 0) : Rounding.DOWN.share(minor, running, sum);
            parts.add(new Money(upTo - given, currency));
            given = upTo;
        }
        return List.copyOf(parts);
    }

    /// The amount in major units as plain decimal text with all its decimals: `12.90`.
    public String text() {
        return Decimals.fixed(minor, currency.getDefaultFractionDigits());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    @Override
    public String toString() {
        return text() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
