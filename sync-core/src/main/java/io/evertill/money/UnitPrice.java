package io.evertill.money;

import io.evertill.stock.Decimals;
import java.util.Currency;

/// The price of one unit of something, at four decimals of the currency's major unit (domain 2g).
///
/// @param tenThousandths the price in ten-thousandths of the major unit; at most ten thousand million major units on
///     either side of zero
/// @param currency what it is in
public record UnitPrice(long tenThousandths, Currency currency) {
    /// Decimals kept.
    public static final int SCALE = 4;

    private static final long TEN_THOUSANDTHS_MAX = 100_000_000_000_000L;

    /// Refuses a price out of range and currencies without minor units, such as gold.
    public UnitPrice {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor units");
        }
        if (tenThousandths > TEN_THOUSANDTHS_MAX || tenThousandths < -TEN_THOUSANDTHS_MAX) {
            throw new IllegalArgumentException("unit price out of range: " + tenThousandths + " ten-thousandths");
        }
    }

    /// Reads plain decimal text in major units, such as `2.55` or `0.0015`.
    ///
    /// @throws IllegalArgumentException when the text is no such number or has more than four decimals
    public static UnitPrice parse(String text, Currency currency) {
        return new UnitPrice(Decimals.parse(text, SCALE), currency);
    }

    /// The unit price that equals an amount of money.
    ///
    /// @throws IllegalArgumentException when it is out of range
    public static UnitPrice of(Money money) {
        int missing = SCALE - money.currency().getDefaultFractionDigits();
        long factor = 1;
        for (int digit = 0; digit < missing; digit++) {
            factor *= 10;
        }
        if (money.minor() > TEN_THOUSANDTHS_MAX / factor || money.minor() < -TEN_THOUSANDTHS_MAX / factor) {
            throw new IllegalArgumentException("unit price out of range: " + money);
        }
        return new UnitPrice(money.minor() * factor, money.currency());
    }

    /// Whether it is free.
    public boolean isZero() {
        return tenThousandths == 0;
    }

    /// Plain decimal text without needless zeros, as sent: `2.55`.
    public String text() {
        return Decimals.text(tenThousandths, SCALE);
    }

    /// Plain decimal text with at least the currency's own decimals, as shown to people: `2.50`, `0.0015`.
    public String display() {
        int digits = currency.getDefaultFractionDigits();
        String fixed = Decimals.fixed(tenThousandths, SCALE);
        int end = fixed.length();
        int keep = digits == 0 ? fixed.indexOf('.') : fixed.indexOf('.') + 1 + digits;
        while (end > keep && fixed.charAt(end - 1) == '0') {
            end--;
        }
        return fixed.endsWith(".") || (end > 0 && fixed.charAt(end - 1) == '.') ? fixed.substring(0, end - 1) : fixed.substring(0, end);
    }

    @Override
    public String toString() {
        return display() + " " + currency.getCurrencyCode();
    }
}
