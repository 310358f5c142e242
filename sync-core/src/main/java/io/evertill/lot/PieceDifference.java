package io.evertill.lot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// How the pieces that somebody saw differ from those that the ledger has (domain 2f): a comparison of two sets, not of two
/// numbers.
///
/// @param missing the numbers of pieces that should be there and were not seen, as often as the ledger has them too often
/// @param found the numbers of pieces that were seen and should not be there, as often as the ledger has them too seldom
public record PieceDifference(List<String> missing, List<String> found) {
    /// Copies the lists.
    public PieceDifference {
        missing = List.copyOf(missing);
        found = List.copyOf(found);
    }

    /// Compares what was seen with what the ledger has.
    ///
    /// A piece of which more left than came, and that nobody saw, is no difference of pieces: only goods without a number can
    /// make up for it.
    ///
    /// @param expected how often the ledger has each number
    /// @param seen the numbers that were seen
    public static PieceDifference of(Map<String, Long> expected, Set<String> seen) {
        List<String> missing = new ArrayList<>();
        List<String> found = new ArrayList<>();
        Set<String> numbers = new TreeSet<>(expected.keySet());
        numbers.addAll(seen);
        for (String number : numbers) {
            long there = expected.getOrDefault(number, 0L);
            long more = seen.contains(number) ? 1 - there : Math.min(0, -there);
            (more < 0 ? missing : found).addAll(Collections.nCopies(Math.toIntExact(Math.abs(more)), number));
        }
        return new PieceDifference(missing, found);
    }

    /// Whether exactly the pieces were seen that should be there.
    public boolean isNone() {
        return missing.isEmpty() && found.isEmpty();
    }

    /// How many pieces are somewhere else than they should be.
    public int size() {
        return missing.size() + found.size();
    }

    /// How many more (or fewer) pieces there are than there should be.
    public int net() {
        return found.size() - missing.size();
    }
}
