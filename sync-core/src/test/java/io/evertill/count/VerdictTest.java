package io.evertill.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a count is believed, and how a line goes from state to state.
class VerdictTest {
    @Test
    void aFirstCountWithinTheToleranceIsApprovedAndAnotherIsMadeAgain() {
        assertEquals(LineState.APPROVED, Verdict.of(List.of(-2L), true));
        assertEquals(LineState.RECOUNT, Verdict.of(List.of(-2L), false));
    }

    @Test
    void theSecondCountWinsUnlessItDiffersFromTheFirstAndFromWhatWasExpected() {
        assertEquals(LineState.REVIEW, Verdict.of(List.of(-9L, -9L), false));
        assertEquals(LineState.REVIEW, Verdict.of(List.of(-9L, 0L), true));
        assertEquals(LineState.RECOUNT, Verdict.of(List.of(-9L, -8L), false));
        assertEquals(LineState.REVIEW, Verdict.of(List.of(-9L, -8L, -7L), false));
    }

    @RandomTest
    void aToleranceBindsByQuantityAndByValue(Chance chance) {
        Tolerance tolerance = Tolerance.of(chance.pick(CountClass.values()));
        long expected = 1_000L * chance.below(10_000);
        long variance = chance.below(200_000) - 100_000L;
        long value = chance.below(10_000) - 5_000L;

        boolean isWithin = Math.abs(variance) * 1_000 <= expected * tolerance.permille()
                && Math.abs(value) <= tolerance.valueMinor();

        assertEquals(isWithin, tolerance.covers(variance, expected, Money.of(value, "GBP")));
        assertEquals(tolerance.covers(variance, expected, Money.of(value, "GBP")),
                tolerance.covers(-variance, expected, Money.of(-value, "GBP")));
        assertTrue(tolerance.covers(0, expected, Money.of(0, "GBP")));
    }

    @Test
    void nothingWasExpectedSoEveryDifferenceIsCountedAgain() {
        assertFalse(Tolerance.of(CountClass.C).covers(1, 0, Money.of(1, "GBP")));
        assertFalse(Tolerance.of(CountClass.C).covers(1, -5, Money.of(1, "GBP")));
    }

    @Test
    void aLineEndsOnceAndIsPostedOnlyWhenApproved() {
        assertEquals(List.of(LineState.REJECTED, LineState.POSTED, LineState.CANCELLED),
                Arrays.stream(LineState.values()).filter(LineState::isEnd).toList());
        assertEquals(List.of(LineState.APPROVED),
                Arrays.stream(LineState.values()).filter(state -> state.allows(LineState.POSTED)).toList());
        assertFalse(LineState.PLANNED.allows(LineState.COUNTED));
    }
}
