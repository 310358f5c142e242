package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final Rhythm IDLE = Rhythm.start(Rhythm.Bounds.SHOP, 1_000).delivered(1_000, 60_000).pulled(1_000, 300_000);

    @Test
    void aStartedTillIsHeardAndReadsTheFeedAtOnce() {
        Rhythm start = Rhythm.start(Rhythm.Bounds.SHOP, 1_000);

        assertTrue(start.isPushDue(1_000) && start.isPullDue(1_000));
    }

    @Test
    void anIdleTillWaitsForItsHeartbeat() {
        assertEquals(60_000, IDLE.idleMs(1_000));
    }

    @Test
    void whatIsRecordedIsSentAtOnce() {
        assertTrue(IDLE.recorded(5_000).isPushDue(5_000));
    }

    @Test
    void aRunOfRecordsIsSentWithAGapInBetween() {
        Rhythm calm = Rhythm.start(new Rhythm.Bounds(200, 0, 1_000_000), 1_000).pulled(1_000, 1_000_000);

        Rhythm sent = calm.delivered(1_000, 60_000).recorded(1_050);

        assertEquals(150, sent.idleMs(1_050));
    }

    @Test
    void aFailureIsNotHurriedByWhatIsRecorded() {
        Rhythm failing = IDLE.undelivered(2_000, 8_000).recorded(2_500);

        assertEquals(7_500, failing.idleMs(2_500));
    }

    @Test
    void aRestoredLineIsTriedWithinFiveSeconds() {
        Rhythm restored = IDLE.undelivered(2_000, 60_000).linkUp(3_000, new Random(7));

        assertTrue(restored.idleMs(3_000) <= 5_000);
        assertTrue(restored.isPushDue(8_000));
    }

    @Test
    void moreInTheFeedIsReadAtOnce() {
        assertFalse(IDLE.isPullDue(2_000));

        assertTrue(IDLE.newsInFeed(2_000).isPullDue(2_000));
    }
}
