package io.evertill.entry;

import io.evertill.stock.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/// What every entry is checked for.
final class Checks {
    private Checks() {}

    static Instant toMicros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    static void requireBranch(String branch) {
        if (!Place.isName(branch)) {
            throw new IllegalArgumentException("an entry happens at a branch, not at '" + branch + "'");
        }
    }

    static void requireOnce(List<Integer> numbers) {
        if (numbers.size() > Entry.LINES_MAX || Set.copyOf(numbers).size() != numbers.size()) {
            throw new IllegalArgumentException("an entry has at most " + Entry.LINES_MAX + " lines, each with a number of its own");
        }
    }
}
