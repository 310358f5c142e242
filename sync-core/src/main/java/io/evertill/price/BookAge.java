package io.evertill.price;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a till may sell from a price book that the centre did not confirm (domain 2g).
///
/// @param warnAfter from which age on it is said
/// @param supervisorAfter from which age on a supervisor has to agree; not less than the other, and both above zero
public record BookAge(Duration warnAfter, Duration supervisorAfter) {
    /// A day and three.
    public static final BookAge USUAL = new BookAge(Duration.ofHours(24), Duration.ofHours(72));

    /// What an age means.
    public enum Verdict {
        /// Sell.
        CURRENT,
        /// Say how old the prices are, and sell.
        OLD,
        /// Sell when a supervisor agrees.
        SUPERVISOR
    }

    /// Refuses ages in the wrong order.
    public BookAge {
        if (!warnAfter.isPositive() || supervisorAfter.compareTo(warnAfter) < 0) {
            throw new IllegalArgumentException("prices are old after some time, and a supervisor is asked no sooner: "
                    + warnAfter + ", " + supervisorAfter);
        }
    }

    /// What to do about a book.
    ///
    /// @param confirmedAt when the till was last known to have all that the centre had published; empty for a till that no centre
    ///     has told anything, whose prices are its own. A moment ahead of the clock is as far from it as one behind: such a clock
    ///     cannot be trusted with prices.
    public Verdict judge(Optional<Instant> confirmedAt, Instant now) {
        if (confirmedAt.isEmpty()) {
            return Verdict.CURRENT;
        }
        Duration age = Duration.between(confirmedAt.get(), now).abs();
        if (age.compareTo(supervisorAfter) >= 0) {
            return Verdict.SUPERVISOR;
        }
        return age.compareTo(warnAfter) >= 0 ? Verdict.OLD : Verdict.CURRENT;
    }
}
