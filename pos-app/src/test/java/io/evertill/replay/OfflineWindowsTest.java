package io.evertill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

class OfflineWindowsTest {
    private static final Instant FROM = Instant.parse("2010-12-01T08:26:00Z");
    private static final Instant UNTIL = Instant.parse("2011-12-09T12:50:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 99})
    void windowsMakeUpTheirShareOfTheTime(long seed) {
        OfflineWindows windows = new OfflineWindows(FROM, UNTIL, 300_000, new SplittableRandom(seed));

        long whole = Duration.between(FROM, UNTIL).toMillis();
        long shortfall = whole * 3 / 10 - windows.offline(FROM, UNTIL).toMillis();
        assertTrue(shortfall >= 0 && shortfall <= windows.count(), "short of " + shortfall + " ms, seed " + seed);
        assertTrue(windows.count() > 30, windows.count() + " windows, seed " + seed);
    }

    @Test
    void anInstantIsOfflineWhenItIsInAWindow() {
        OfflineWindows windows = new OfflineWindows(FROM, UNTIL, 300_000, new SplittableRandom(7));
        long minutes = 0;
        long offline = 0;

        for (Instant at = FROM; at.isBefore(UNTIL); at = at.plusSeconds(60)) {
            minutes++;
            offline += windows.isOffline(at) ? 1 : 0;
        }

        assertEquals(30, Math.round(100.0 * offline / minutes));
    }

    @Test
    void withoutAShareThereIsNoWindowAndWithAllOfItNothingElse() {
        assertEquals(0, new OfflineWindows(FROM, UNTIL, 0, new SplittableRandom(7)).count());
        assertEquals(Duration.between(FROM, UNTIL),
                new OfflineWindows(FROM, UNTIL, 1_000_000, new SplittableRandom(7)).offline(FROM, UNTIL));
    }
}
