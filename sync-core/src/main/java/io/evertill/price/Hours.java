package io.evertill.price;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/// Hours of the week by the clock on a branch's wall: a happy hour.
///
/// What a clock shows twice when it is put back is in it twice; what it skips is not in it at all.
///
/// @param days on which it begins, at least one
/// @param from the first time of the day that is in it
/// @param to the first time that no longer is; not after `from` when it lasts past midnight, the same when it lasts a whole day
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    /// Copies the set; refuses hours of no day.
    public Hours {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("hours begin on some day of the week");
        }
        days = Set.copyOf(EnumSet.copyOf(days));
    }

    /// Whether a wall in a zone shows one of these hours at an instant.
    public boolean include(Instant at, ZoneId zone) {
        ZonedDateTime wall = at.atZone(zone);
        LocalTime time = wall.toLocalTime();
        DayOfWeek today = wall.getDayOfWeek();
        boolean hasBegun = days.contains(today) && !time.isBefore(from);
        return from.isBefore(to)
                ? hasBegun && time.isBefore(to)
                : hasBegun || (days.contains(today.minus(1)) && time.isBefore(to));
    }
}
