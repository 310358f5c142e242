package io.evertill.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// Where a tolerance ends: the limits themselves are within (domain 2d).
class ToleranceTest {
    private static final Tolerance OF_A = Tolerance.of(CountClass.A);

    @Test
    void fiveInAThousandAreWithinAndSixAreNot() {
        assertTrue(OF_A.covers(-5, 1_000, pounds(0)));
        assertTrue(OF_A.covers(5, 1_000, pounds(0)));
        assertFalse(OF_A.covers(-6, 1_000, pounds(0)));
        assertFalse(OF_A.covers(6, 1_000, pounds(0)));
        assertFalse(OF_A.covers(5, 999, pounds(0)));
    }

    @Test
    void fivePoundsAreWithinAndAPennyMoreIsNot() {
        assertTrue(OF_A.covers(0, 1_000, pounds(-500)));
        assertFalse(OF_A.covers(0, 1_000, pounds(-501)));
        assertFalse(OF_A.covers(0, 1_000, pounds(501)));
    }

    @Test
    void whereNothingWasExpectedOnlyNothingIsWithin() {
        assertTrue(OF_A.covers(0, 0, pounds(0)));
        assertFalse(OF_A.covers(1, 0, pounds(0)));
        assertFalse(OF_A.covers(1, -1_000, pounds(0)));
    }

    @Test
    void theLargestQuantitiesDoNotOverflow() {
        assertFalse(OF_A.covers(Long.MIN_VALUE, Long.MAX_VALUE, pounds(0)));
        assertTrue(OF_A.covers(Long.MAX_VALUE / 1_000, Long.MAX_VALUE, pounds(0)));
    }

    @Test
    void aboveOneHundredSomebodyElseApproves() {
        assertFalse(Tolerance.needsSecondPerson(pounds(10_000)));
        assertFalse(Tolerance.needsSecondPerson(pounds(-10_000)));
        assertTrue(Tolerance.needsSecondPerson(pounds(10_001)));
        assertTrue(Tolerance.needsSecondPerson(pounds(-10_001)));
    }

    @Test
    void limitsAreNotBelowZero() {
        assertEquals(0, new Tolerance(0, 0).permille());
        assertThrows(IllegalArgumentException.class, () -> new Tolerance(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Tolerance(0, -1));
    }

    @Test
    void aFindingIsPostedAsItsDifference() {
        Finding finding = new Finding(7, 9, 6, Instant.EPOCH);

        assertEquals(-2, finding.variance());
        assertEquals(4, finding.after());
        assertEquals(0, new Finding(0, 0, 0, Instant.EPOCH).after());
        assertThrows(IllegalArgumentException.class, () -> new Finding(-1, 0, 0, Instant.EPOCH));
    }

    private static Money pounds(long pence) {
        return Money.of(pence, "GBP");
    }
}
