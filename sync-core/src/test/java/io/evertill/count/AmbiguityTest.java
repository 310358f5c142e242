package io.evertill.count;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.count.Ambiguity.Near;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When nobody can say whether a count saw what moved (domain 2d).
class AmbiguityTest {
    private static final Instant COUNTED = Instant.parse("2026-03-02T10:00:00Z");

    @ParameterizedTest(name = "{0} s after the count, moved {1}, sale {2}, difference {3}: {4}")
    @CsvSource({
        // Within what two clocks may be apart nobody can say, whatever moved.
        "-30, 5, false, 0, true",
        " 30, 5, false, 9, true",
        "  0, -1, true, 0, true",
        // Before that the counter saw it, and what was sold longer ago was not in a basket.
        "-31, -1, true, -1, false",
        // Behind that it may have been in a basket, where something was missing and a customer took it.
        " 31, -1, true, -1, true",
        "900, -1, true, -1, true",
        "901, -1, true, -1, false",
        " 31, -1, true, 0, false",
        " 31, -1, true, 1, false",
        " 31, -1, false, -1, false",
        " 31, 1, true, -1, false",
        " 31, 0, true, -1, false",
    })
    void aMovementNearACount(long seconds, long quantity, boolean isSale, long variance, boolean isAmbiguous) {
        Near near = new Near(COUNTED.plus(Duration.ofSeconds(seconds)), quantity, isSale);

        assertEquals(isAmbiguous, Ambiguity.of(COUNTED, variance, List.of(near)));
    }

    @Test
    void oneOfManyIsEnoughAndNoneIsNone() {
        Near far = new Near(COUNTED.minusSeconds(3_600), -1, true);
        Near near = new Near(COUNTED.plusSeconds(1), 1, false);

        assertEquals(true, Ambiguity.of(COUNTED, 0, List.of(far, near)));
        assertEquals(false, Ambiguity.of(COUNTED, -1, List.of(far)));
        assertEquals(false, Ambiguity.of(COUNTED, -1, List.of()));
    }
}
