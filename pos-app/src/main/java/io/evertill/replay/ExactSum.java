package io.evertill.replay;

import io.evertill.money.UnitPrice;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import java.math.BigInteger;

/// A sum of quantity times unit price without any rounding, of any size.
final class ExactSum {
    private static final int SCALE = UnitPrice.SCALE + Quantity.SCALE;

    private BigInteger sum = BigInteger.ZERO;

    void add(Row row) {
        sum = sum.add(BigInteger.valueOf(row.price().tenThousandths())
                .multiply(BigInteger.valueOf(row.quantity().tenThousandths())));
    }

    void add(ExactSum other) {
        sum = sum.add(other.sum);
    }

    /// What is left after an amount in minor units, two of which decimals the exact sum has too.
    ExactSum minus(long minor, int decimals) {
        ExactSum difference = new ExactSum();
        difference.sum = sum.subtract(BigInteger.valueOf(minor).multiply(BigInteger.TEN.pow(SCALE - decimals)));
        return difference;
    }

    boolean isZero() {
        return sum.signum() == 0;
    }

    /// Plain decimal text without needless zeros.
    String text() {
        return Decimals.text(sum.longValueExact(), SCALE);
    }
}
