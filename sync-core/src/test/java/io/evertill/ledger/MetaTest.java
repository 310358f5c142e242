package io.evertill.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a till's clocks tell of when an entry happened (protocol 2.9).
class MetaTest {
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final UUID BOOT = new UUID(1, 1);

    @Test
    void theOffsetThatTheEntryKnewMovesItsTime() {
        Meta.Stamp stamp = stamp(NINE, 1_000, Optional.of(new Meta.Offset(-3_600_000, 60_000)));

        assertEquals(at("08:00:00.000001"),
                stamp.corrected(at("09:00:00.000001"), Optional.of(5L), at("10:00:00")));
    }

    @Test
    void withoutAnOffsetTheClockOfItsBootTellsWhenItWas() {
        Meta.Stamp stamp = stamp(Instant.parse("1999-12-31T23:00:00Z"), 40_000, Optional.empty());
        long leadMs = NINE.toEpochMilli() - 100_000;

        assertEquals(at("08:59:00"),
                stamp.corrected(Instant.parse("1999-12-31T23:00:00Z"), Optional.of(leadMs), at("10:00:00")));
    }

    @Test
    void withNeitherTheTillIsBelieved() {
        assertEquals(NINE, stamp(NINE, 0, Optional.empty()).corrected(NINE, Optional.empty(), at("10:00:00")));
    }

    @Test
    void nothingHappensAfterItWasReceivedAndNothingBefore1970() {
        Meta.Stamp ahead = stamp(NINE, 0, Optional.of(new Meta.Offset(Long.MAX_VALUE, 0)));
        Meta.Stamp behind = stamp(NINE, 0, Optional.of(new Meta.Offset(Long.MIN_VALUE, 0)));
        Meta.Stamp odd = new Meta.Stamp(Long.MIN_VALUE, Long.MAX_VALUE, BOOT, Optional.empty());

        assertEquals(at("10:00:00"), ahead.corrected(NINE, Optional.empty(), at("10:00:00")));
        assertEquals(Instant.EPOCH, behind.corrected(NINE, Optional.empty(), at("10:00:00")));
        assertEquals(at("10:00:00"), odd.corrected(NINE, Optional.of(Long.MAX_VALUE), at("10:00:00")));
    }

    @Test
    void aClockWentBackWhenItFellBehindTheOneThatNeverJumps() {
        Meta.Stamp before = stamp(NINE, 0, Optional.empty());

        assertEquals(Optional.empty(), stamp(at("10:00:00"), 3_600_000, Optional.empty()).turnedBack(before));
        assertEquals(Optional.empty(), stamp(at("09:59:50"), 3_600_000, Optional.empty()).turnedBack(before));
        assertEquals(Optional.of(Duration.ofMinutes(59)),
                stamp(at("09:01:00"), 3_600_000, Optional.empty()).turnedBack(before));
    }

    @Test
    void betweenTwoRunsAClockWentBackWhenItShowsLessThanBefore() {
        Meta.Stamp before = stamp(NINE, 500_000, Optional.empty());
        Meta.Stamp later = new Meta.Stamp(at("09:00:01").toEpochMilli(), 0, new UUID(2, 2), Optional.empty());
        Meta.Stamp earlier = new Meta.Stamp(at("08:00:00").toEpochMilli(), 0, new UUID(2, 2), Optional.empty());
        Meta.Stamp odd = new Meta.Stamp(Long.MIN_VALUE, 0, new UUID(2, 2), Optional.empty());

        assertEquals(Optional.empty(), later.turnedBack(before));
        assertEquals(Optional.of(Duration.ofHours(1)), earlier.turnedBack(before));
        assertEquals(true, odd.turnedBack(before).isPresent());
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-05T" + time + "Z");
    }

    private static Meta.Stamp stamp(Instant wall, long monoMs, Optional<Meta.Offset> offset) {
        return new Meta.Stamp(wall.toEpochMilli(), monoMs, BOOT, offset);
    }
}
