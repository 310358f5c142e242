package io.evertill.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an audit has found so far.
final class Tally {
    private final Map<String, Long> counted = new LinkedHashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private long differenceCount;

    /// Counts something that was checked.
    void count(String what, long number) {
        counted.merge(what, number, Long::sum);
    }

    /// Notes a difference.
    void differ(String what, String sentence) {
        differenceCount++;
        if (differences.size() < Findings.NAMED_MAX) {
            differences.add(new Difference(what, sentence));
        }
    }

    /// Notes a difference when two figures are not equal.
    void compare(String what, String name, long expected, long found) {
        if (expected != found) {
            differ(what, name + ": " + found + " are stored, " + expected + " were counted from the entries.");
        }
    }

    Findings findings() {
        return new Findings(
                counted.entrySet().stream().map(each -> new Findings.Counted(each.getKey(), each.getValue())).toList(),
                differences, differenceCount);
    }
}
