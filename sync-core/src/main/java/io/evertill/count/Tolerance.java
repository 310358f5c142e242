package io.evertill.count;

import io.evertill.money.Money;
import java.math.BigInteger;

/// How far a count may be off and be approved without a second look (domain 2d): within both limits. Every difference is
/// recorded, also one within them.
///
/// @param permille of what was expected; not below zero
/// @param valueMinor what the difference may be worth, in minor units of the currency; not below zero
public record Tolerance(int permille, long valueMinor) {
    private static final long PER_THOUSAND = 1_000;
    private static final Tolerance OF_A = new Tolerance(5, 500);
    private static final Tolerance OF_B = new Tolerance(10, 1_000);
    private static final Tolerance OF_C = new Tolerance(20, 2_000);
    private static final long SECOND_PERSON_ABOVE = 10_000;

    /// Refuses limits below zero.
    public Tolerance {
        if (permille < 0 || valueMinor < 0) {
            throw new IllegalArgumentException("a tolerance is not below zero: " + permille + " per thousand, " + valueMinor);
        }
    }

    /// The limits of a class: 0.5 % and 5.00 for A, 1 % and 10.00 for B, 2 % and 20.00 for C, in a currency of two decimals.
    public static Tolerance of(CountClass countClass) {
        return switch (countClass) {
            case A -> OF_A;
            case B -> OF_B;
            case C -> OF_C;
        };
    }

    /// Whether a difference is within both limits; none at all always is.
    ///
    /// @param variance counted less expected
    /// @param value what the difference is worth
    public boolean covers(long variance, long expected, Money value) {
        BigInteger off = BigInteger.valueOf(variance).abs().multiply(BigInteger.valueOf(PER_THOUSAND));
        BigInteger most = BigInteger.valueOf(Math.max(0, expected)).multiply(BigInteger.valueOf(permille));
        return off.compareTo(most) <= 0 && Math.abs(value.minor()) <= valueMinor;
    }

    /// Whether somebody else than the counter must approve a difference of such a value: above 100.00.
    public static boolean needsSecondPerson(Money value) {
        return Math.abs(value.minor()) > SECOND_PERSON_ABOVE;
    }
}
