package io.evertill.price;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/// Moments as people in a branch write them: by the clock on its wall (domain 2g).
///
/// A later time on the wall is never an earlier moment. What a clock skips when it is put forward is the moment at which it is;
/// what it shows twice when it is put back is the first of the two.
public final class WallTime {
    private WallTime() {}

    /// The moment at which a wall shows a time.
    public static Instant instant(LocalDateTime wall, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(wall);
        return transition != null && transition.isGap() ? transition.getInstant() : wall.atZone(zone).toInstant();
    }

    /// Reads a time such as `2026-12-01T00:00`, by the wall of a zone, or `2026-12-01T00:00:00Z`, which is the same everywhere.
    ///
    /// @throws DateTimeException when the text is neither
    public static Instant parse(String text, ZoneId zone) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            return instant(LocalDateTime.parse(text), zone);
        }
    }

    /// Whether a text names no offset, so that it is another moment in each zone.
    public static boolean isWall(String text) {
        try {
            return LocalDateTime.parse(text) != null;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
