package io.evertill.money;

import io.evertill.stock.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// The only code that rounds: from price and quantity to money, and from money to a share of it.
public enum Rounding {
    /// To the nearest minor unit, halves away from zero: what shops and tax offices expect unless they say otherwise.
    HALF_UP(RoundingMode.HALF_UP),
    /// To the nearest minor unit, halves to the even neighbour.
    HALF_EVEN(RoundingMode.HALF_EVEN),
    /// Towards zero.
    DOWN(RoundingMode.DOWN);

    private static final long[] POWERS_OF_TEN = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };
    private static final int PRODUCT_SCALE = UnitPrice.SCALE + Quantity.SCALE;

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    /// What a quantity costs at a unit price.
    ///
    /// @throws ArithmeticException when the result does not fit a `long` of minor units
    public Money total(UnitPrice price, Quantity quantity) {
        return total(price, quantity.tenThousandths());
    }

    /// What so many ten-thousandths of a unit cost at a unit price: for sums that are more than a [Quantity] holds.
    ///
    /// @throws ArithmeticException when the result does not fit a `long` of minor units
    public Money total(UnitPrice price, long tenThousandths) {
        int drop = PRODUCT_SCALE - price.currency().getDefaultFractionDigits();
        return new Money(divide(price.tenThousandths(), tenThousandths, POWERS_OF_TEN[drop]), price.currency());
    }

    /// What one unit costs when a quantity costs so much.
    ///
    /// @param quantity not zero
    /// @throws IllegalArgumentException when the price is out of range
    public UnitPrice each(Money total, Quantity quantity) {
        UnitPrice whole = UnitPrice.of(total);
        long sign = quantity.isNegative() ? -1 : 1;
        return new UnitPrice(
                divide(sign * whole.tenThousandths(), Quantity.ONE, quantity.absolute().tenThousandths()), whole.currency());
    }

    /// What a quantity costs at a unit price, before rounding, as plain decimal text in major units.
    ///
    /// For reports that show how much rounding gave or took.
    public static String exactTotal(UnitPrice price, Quantity quantity) {
        BigInteger product = BigInteger.valueOf(price.tenThousandths()).multiply(BigInteger.valueOf(quantity.tenThousandths()));
        return new BigDecimal(product, PRODUCT_SCALE).stripTrailingZeros().toPlainString();
    }

    /// The part `numerator/denominator` of an amount.
    ///
    /// @param numerator not negative
    /// @param denominator above zero
    public Money share(Money whole, long numerator, long denominator) {
        return new Money(share(whole.minor(), numerator, denominator), whole.currency());
    }

    /// The amount in coins that comes nearest.
    ///
    /// @param coin in minor units, above zero
    public Money toCoins(Money amount, long coin) {
        return new Money(Math.multiplyExact(divide(amount.minor(), 1, coin), coin), amount.currency());
    }

    /// The average of two unit prices of one currency, each counting for so much.
    ///
    /// @param weight above zero, like the other one
    UnitPrice average(UnitPrice one, long weight, UnitPrice other, long otherWeight) {
        BigInteger sum = BigInteger.valueOf(one.tenThousandths()).multiply(BigInteger.valueOf(weight))
                .add(BigInteger.valueOf(other.tenThousandths()).multiply(BigInteger.valueOf(otherWeight)));
        BigDecimal whole = BigDecimal.valueOf(weight).add(BigDecimal.valueOf(otherWeight));
        return new UnitPrice(new BigDecimal(sum).divide(whole, 0, mode).longValueExact(), one.currency());
    }

    long share(long minor, long numerator, long denominator) {
        if (numerator < 0 || denominator <= 0) {
            throw new IllegalArgumentException("share " + numerator + "/" + denominator);
        }
        return divide(minor, numerator, denominator);
    }

    private long divide(long left, long right, long divisor) {
        long high = Math.multiplyHigh(left, right);
        long low = left * right;
        if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
            return divideFitting(low, divisor);
        }
        BigInteger product = BigInteger.valueOf(left).multiply(BigInteger.valueOf(right));
        return new BigDecimal(product).divide(BigDecimal.valueOf(divisor), 0, mode).longValueExact();
    }

    private long divideFitting(long product, long divisor) {
        long quotient = product / divisor;
        long rest = product % divisor;
        if (rest == 0) {
            return quotient;
        }
        long twice = Math.abs(rest) - (divisor - Math.abs(rest));
        boolean away = switch (this) {
            case HALF_UP -> twice >= 0;
            case HALF_EVEN -> twice > 0 || (twice == 0 && (quotient & 1) == 1);
            case DOWN -> false;
        };
        return away ? quotient + Long.signum(product) : quotient;
    }
}
