package io.evertill.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        // Friday 13 March 2026
        "17:00, 19:00, 2026-03-13T16:59:59+01:00, false",
        "17:00, 19:00, 2026-03-13T17:00:00+01:00, true",
        "17:00, 19:00, 2026-03-13T18:59:59+01:00, true",
        "17:00, 19:00, 2026-03-13T19:00:00+01:00, false",
        "17:00, 19:00, 2026-03-12T18:00:00+01:00, false",
        // past midnight the day is the one on which it began
        "22:00, 02:00, 2026-03-13T23:00:00+01:00, true",
        "22:00, 02:00, 2026-03-14T01:59:59+01:00, true",
        "22:00, 02:00, 2026-03-14T02:00:00+01:00, false",
        "22:00, 02:00, 2026-03-13T01:00:00+01:00, false",
        // a whole day
        "00:00, 00:00, 2026-03-12T23:59:59+01:00, false",
        "00:00, 00:00, 2026-03-13T00:00:00+01:00, true",
        "00:00, 00:00, 2026-03-13T23:59:59+01:00, true",
        "00:00, 00:00, 2026-03-14T00:00:00+01:00, false",
        // by the wall, whatever the offset: 17:00 in Berlin in summer
        "17:00, 19:00, 2026-07-10T15:00:00Z, true",
        "17:00, 19:00, 2026-07-10T17:30:00Z, false",
    })
    void hoursAreThoseOfTheWallOnTheDayOnWhichTheyBegin(LocalTime from, LocalTime to, String at, boolean isIn) {
        Hours hours = new Hours(Set.of(DayOfWeek.FRIDAY), from, to);

        assertEquals(isIn, hours.include(ZonedDateTime.parse(at).toInstant(), BERLIN));
    }

    @Test
    void anHourThatAWallShowsTwiceIsInTwice() {
        Hours hours = new Hours(Set.of(DayOfWeek.SUNDAY), LocalTime.of(2, 0), LocalTime.of(3, 0));

        assertEquals(true, hours.include(ZonedDateTime.parse("2026-10-25T02:30:00+02:00").toInstant(), BERLIN));
        assertEquals(true, hours.include(ZonedDateTime.parse("2026-10-25T02:30:00+01:00").toInstant(), BERLIN));
        assertEquals(false, hours.include(ZonedDateTime.parse("2026-03-29T03:30:00+02:00").toInstant(), BERLIN));
    }

    @Test
    void hoursOfNoDayAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Hours(Set.of(), LocalTime.MIN, LocalTime.NOON));
    }
}
