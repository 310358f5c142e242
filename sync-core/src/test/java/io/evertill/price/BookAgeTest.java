package io.evertill.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.price.BookAge.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookAgeTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, CURRENT",
        "86399, CURRENT",
        "86400, OLD",
        "259199, OLD",
        "259200, SUPERVISOR",
        "-86400, OLD",
        "-259200, SUPERVISOR"
    })
    void whatAnAgeMeans(long secondsOld, Verdict verdict) {
        assertEquals(verdict, BookAge.USUAL.judge(Optional.of(NOW.minusSeconds(secondsOld)), NOW));
    }

    @Test
    void pricesThatNoCentreToldAreTheTillsOwn() {
        assertEquals(Verdict.CURRENT, BookAge.USUAL.judge(Optional.empty(), NOW));
    }

    @Test
    void aSupervisorIsNeverAskedBeforeTheCashierIsTold() {
        assertThrows(IllegalArgumentException.class, () -> new BookAge(Duration.ofHours(2), Duration.ofHours(1)));
        assertThrows(IllegalArgumentException.class, () -> new BookAge(Duration.ZERO, Duration.ofHours(1)));
    }
}
