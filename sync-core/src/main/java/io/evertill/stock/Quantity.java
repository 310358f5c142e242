package io.evertill.stock;

import java.util.Objects;

/// An exact amount of goods: a signed number of ten-thousandths of its unit (domain R14, 2l).
///
/// Never a floating-point number and never rounded: an amount that is not a multiple of the unit's step cannot be made.
///
/// @param tenThousandths the amount; at most 99,999,999.9999 of the unit on either side of zero
/// @param unit what is counted
public record Quantity(long tenThousandths, Unit unit) implements Comparable<Quantity> {
    /// Ten-thousandths in one unit.
    public static final long ONE = 10_000;
    /// The largest amount that DECIMAL(12,4) holds.
    public static final long TEN_THOUSANDTHS_MAX = 999_999_999_999L;
    /// Decimals kept.
    public static final int SCALE = 4;

    /// Refuses an amount that is out of range or not a multiple of the unit's step.
    public Quantity {
        Objects.requireNonNull(unit);
        if (tenThousandths > TEN_THOUSANDTHS_MAX || tenThousandths < -TEN_THOUSANDTHS_MAX) {
            throw new IllegalArgumentException("quantity out of range: " + tenThousandths + " ten-thousandths");
        }
        if (tenThousandths % unit.step() != 0) {
            throw new IllegalArgumentException("quantity " + Decimals.text(tenThousandths, SCALE) + " is not a multiple of "
                    + Decimals.text(unit.step(), SCALE) + " " + unit.code());
        }
    }

    /// None of the unit.
    public static Quantity zero(Unit unit) {
        return new Quantity(0, unit);
    }

    /// A whole number of units.
    public static Quantity of(long whole, Unit unit) {
        return new Quantity(Math.multiplyExact(whole, ONE), unit);
    }

    /// Reads plain decimal text such as `1.250` or `-3`; at most four decimals.
    ///
    /// @throws IllegalArgumentException when the text is no such number, is out of range, or no multiple of the step
    public static Quantity parse(String text, Unit unit) {
        return new Quantity(Decimals.parse(text, SCALE), unit);
    }

    /// The sum; both must have the same unit.
    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(tenThousandths, sameUnit(other).tenThousandths), unit);
    }

    /// The difference; both must have the same unit.
    public Quantity minus(Quantity other) {
        return new Quantity(Math.subtractExact(tenThousandths, sameUnit(other).tenThousandths), unit);
    }

    /// The same amount with the opposite sign.
    public Quantity negated() {
        return new Quantity(Math.negateExact(tenThousandths), unit);
    }

    /// The amount without its sign.
    public Quantity absolute() {
        return tenThousandths < 0 ? negated() : this;
    }

    /// Whether there is none.
    public boolean isZero() {
        return tenThousandths == 0;
    }

    /// Whether the amount is below zero.
    public boolean isNegative() {
        return tenThousandths < 0;
    }

    /// Whether the amount is above zero.
    public boolean isPositive() {
        return tenThousandths > 0;
    }

    /// The amount as plain decimal text without needless zeros: `3`, `-0.125`.
    public String text() {
        return Decimals.text(tenThousandths, SCALE);
    }

    @Override
    public int compareTo(Quantity other) {
        return Long.compare(tenThousandths, sameUnit(other).tenThousandths);
    }

    @Override
    public String toString() {
        return text() + " " + unit.code();
    }

    private Quantity sameUnit(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new IllegalArgumentException("cannot mix " + unit.code() + " and " + other.unit.code());
        }
        return other;
    }
}
