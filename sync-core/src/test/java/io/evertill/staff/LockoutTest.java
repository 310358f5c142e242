package io.evertill.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LockoutTest {
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void twoSlipsAreFreeAndThenTheWaitDoublesUpToAnHour() {
        List<Long> seconds = IntStream.rangeClosed(0, 12).mapToObj(failures -> Lockout.delay(failures).toSeconds()).toList();

        assertEquals(List.of(0L, 0L, 0L, 30L, 60L, 120L, 240L, 480L, 960L, 1_920L, 3_600L, 3_600L, 3_600L), seconds);
        assertEquals(Duration.ofHours(1), Lockout.delay(1_000_000));
    }

    /// The expected number of tries for four digits, one wait after each, is more than half a year.
    @Test
    void tryingFourDigitsTakesMonths() {
        Duration all = IntStream.rangeClosed(1, 5_000).mapToObj(Lockout::delay).reduce(Duration.ZERO, Duration::plus);

        assertTrue(all.toDays() > 200, all.toString());
    }

    @Test
    void aWaitEnds() {
        Lockout third = Lockout.NONE.tried(NINE).tried(NINE).tried(NINE);

        assertEquals(Duration.ofSeconds(30), third.left(NINE));
        assertEquals(Duration.ofSeconds(1), third.left(NINE.plusSeconds(29)));
        assertEquals(Duration.ZERO, third.left(NINE.plusSeconds(30)));
    }

    /// Setting the clock back neither frees anybody nor locks anybody out for a day.
    @Test
    void aClockThatWasSetBackBeginsTheWaitOnceMore() {
        Lockout third = Lockout.NONE.tried(NINE).tried(NINE).tried(NINE);
        Instant yesterday = NINE.minus(Duration.ofDays(1));
        Lockout seen = third.at(yesterday);

        assertEquals(Duration.ofSeconds(30), third.left(yesterday));
        assertEquals(Duration.ofSeconds(10), seen.left(yesterday.plusSeconds(20)));
        assertEquals(Duration.ZERO, seen.left(yesterday.plusSeconds(30)));
        assertEquals(third, third.at(NINE.plusSeconds(5)));
    }
}
