package io.evertill.till;

import io.evertill.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/// The amounts of cash that a customer is likely to hand over.
public final class QuickCash {
    /// The most amounts offered.
    public static final int AMOUNTS_MAX = 4;

    private static final long[] NOTES = {1, 5, 10, 20, 50, 100, 200, 500};
    /// A currency without minor units has notes of hundreds and thousands.
    private static final long SMALLEST_WITHOUT_MINOR = 100;

    private QuickCash() {}

    /// Amounts above what is due, each the next multiple of a note, smallest first; empty when nothing is due.
    public static List<Money> above(Money due) {
        List<Money> amounts = new ArrayList<>();
        if (!due.isPositive() || due.minor() > Limits.TOTAL_MINOR_MAX) {
            return amounts;
        }
        for (long note : NOTES) {
            long minor = note * smallest(due.currency());
            Money next = new Money((due.minor() / minor + 1) * minor, due.currency());
            boolean isNew = amounts.isEmpty() || amounts.getLast().compareTo(next) < 0;
            if (isNew && amounts.size() < AMOUNTS_MAX) {
                amounts.add(next);
            }
        }
        return List.copyOf(amounts);
    }

    private static long smallest(Currency currency) {
        long minor = 1;
        for (int digit = 0; digit < currency.getDefaultFractionDigits(); digit++) {
            minor *= 10;
        }
        return minor == 1 ? SMALLEST_WITHOUT_MINOR : minor;
    }
}
