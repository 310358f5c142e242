package io.evertill.staff;

import java.time.Duration;
import java.time.Instant;

/// How long somebody waits after wrong PINs: a function of how many there were in a row, and of moments of the till's own clock.
///
/// Two slips of the finger cost nothing. From the third on the wait is half a minute, and twice as long after each one more, up to an
/// hour. A clock that was set back neither shortens a wait nor makes it longer than it was: it begins once more.
///
/// @param failures wrong PINs in a row, or tries whose end is not known
/// @param since when the last one was, or when it was first seen after the clock was set back
public record Lockout(int failures, Instant since) {
    /// Nothing was wrong.
    public static final Lockout NONE = new Lockout(0, Instant.EPOCH);

    private static final int FREE = 2;
    private static final int DOUBLINGS_MAX = 7;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);

    /// The wait after so many failures.
    static Duration delay(int failures) {
        if (failures <= FREE) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - FREE - 1, DOUBLINGS_MAX));
        return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    /// As it is at a moment: begun once more when the moment lies before it.
    public Lockout at(Instant now) {
        return now.isBefore(since) ? new Lockout(failures, now) : this;
    }

    /// How much of the wait is left; zero when there is none.
    public Duration left(Instant now) {
        Duration left = Duration.between(now, at(now).since.plus(delay(failures)));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// After one more try, before its end is known.
    public Lockout tried(Instant now) {
        return new Lockout(failures + 1, now);
    }
}
