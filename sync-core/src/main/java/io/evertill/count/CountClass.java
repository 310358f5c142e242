package io.evertill.count;

import java.time.Duration;

/// How often goods are counted (domain R78): A the most often, C the least.
///
/// C leaves six days of slack within the quarter of [#LONGEST], so that every item can be counted once a quarter (R76).
public enum CountClass {
    /// The few that most of the value or most of the movements are about.
    A(14),
    /// The next ones, and what is new.
    B(30),
    /// The others.
    C(85);

    /// The longest that goods may stay uncounted.
    public static final Duration LONGEST = Duration.ofDays(91);

    private final int intervalDays;

    CountClass(int intervalDays) {
        this.intervalDays = intervalDays;
    }

    /// After how many days such goods are counted again.
    public int intervalDays() {
        return intervalDays;
    }

    /// The one that is counted more often.
    public CountClass better(CountClass other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
