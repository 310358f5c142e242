package io.evertill.audit;

import java.util.List;
import java.util.Optional;

/// What an audit found.
///
/// @param counted what was checked, and how much of it
/// @param differences the first differences, in the order in which they were met, at most [#NAMED_MAX]
/// @param differenceCount how many differences there are altogether
public record Findings(List<Counted> counted, List<Difference> differences, long differenceCount) {
    /// The most differences that are named.
    public static final int NAMED_MAX = 100;

    /// Something that was checked.
    public record Counted(String what, long number) {}

    /// Copies the lists.
    public Findings {
        counted = List.copyOf(counted);
        differences = List.copyOf(differences);
    }

    /// Whether everything holds.
    public boolean isClean() {
        return differenceCount == 0;
    }

    /// The first difference; empty when everything holds.
    public Optional<Difference> first() {
        return differences.stream().findFirst();
    }
}
