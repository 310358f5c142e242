package io.evertill.count;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which goods are counted today (domain 2d, R75 to R77), and whether the pace keeps the promise of once a quarter (R76).
public final class Schedule {
    private Schedule() {}

    /// Why goods are on today's list.
    public enum Reason {
        /// Their interval is over, or they are the next ones.
        DUE,
        /// The ledger has less than nothing of them: counted at once.
        NEGATIVE,
        /// They were sold beyond what was there: counted at once.
        OVERSOLD,
        /// What was told of a piece with a number cannot be true: counted at once, the box on the shelf says which it is.
        SERIAL_CONFLICT,
        /// The count before could not be told from what moved at about the same time ([Ambiguity]): counted at once.
        AMBIGUOUS,
        /// A person wants it, or the goods turned up where the ledger had none.
        ASKED;

        /// Whether such goods are counted before all others, whatever the day's number is.
        public boolean isAtOnce() {
            return this != DUE;
        }
    }

    /// Goods that can be counted.
    ///
    /// @param id names them; decides between equals
    /// @param since when they were counted last; when they became known, if never
    /// @param value what they are worth
    /// @param reason why they would be counted
    public record Candidate<K extends Comparable<K>>(
            K id, CountClass countClass, Instant since, long value, Reason reason) {}

    /// How many a day are needed, so that each class keeps its interval.
    public static int dailySize(Map<CountClass, Integer> sizes) {
        long whole = 1;
        for (CountClass each : CountClass.values()) {
            whole *= each.intervalDays();
        }
        long sum = 0;
        for (CountClass each : CountClass.values()) {
            sum += sizes.getOrDefault(each, 0) * (whole / each.intervalDays());
        }
        return Math.toIntExact(Math.ceilDiv(sum, whole));
    }

    /// The list of a day: what is counted at once, then the most overdue for its interval, ties by value and by id.
    ///
    /// @param size how many the shop can count in a day; what is counted at once is on the list even so
    public static <K extends Comparable<K>> List<Candidate<K>> list(
            Collection<Candidate<K>> candidates, Instant now, int size) {
        List<Candidate<K>> sorted = candidates.stream().sorted(order(now)).toList();
        List<Candidate<K>> list = new ArrayList<>();
        for (Candidate<K> each : sorted) {
            if (each.reason().isAtOnce() || list.size() < size) {
                list.add(each);
            }
        }
        return List.copyOf(list);
    }

    /// The first day from now, 0 to 91, on which goods would be uncounted for longer than a quarter, if the shop counted so
    /// many a day: what must be said aloud at least 14 days before (R76, I29).
    public static <K extends Comparable<K>> Optional<Integer> firstBreach(
            Collection<Candidate<K>> candidates, Instant now, int size) {
        List<Candidate<K>> all = new ArrayList<>(candidates);
        for (int day = 0; day <= CountClass.LONGEST.toDays(); day++) {
            Instant at = now.plus(day, ChronoUnit.DAYS);
            if (all.stream().anyMatch(each -> each.since().plus(CountClass.LONGEST).isBefore(at))) {
                return Optional.of(day);
            }
            List<Candidate<K>> counted = list(all, at, size);
            all.removeAll(counted);
            counted.forEach(each -> all.add(
                    new Candidate<>(each.id(), each.countClass(), at, each.value(), Reason.DUE)));
        }
        return Optional.empty();
    }

    /// Whether a quarter of days is too short for the counts that the intervals ask for.
    public static boolean isTooSlow(Map<CountClass, Integer> sizes, int size) {
        return size < dailySize(sizes);
    }

    private static <K extends Comparable<K>> Comparator<Candidate<K>> order(Instant now) {
        Comparator<Candidate<K>> atOnceFirst = Comparator.comparing(each -> !each.reason().isAtOnce());
        return atOnceFirst
                .thenComparing((one, other) -> Long.compare(
                        overdue(other, now) * one.countClass().intervalDays(),
                        overdue(one, now) * other.countClass().intervalDays()))
                .thenComparing(Comparator.comparingLong((Candidate<K> each) -> each.value()).reversed())
                .thenComparing(Candidate::id);
    }

    private static <K extends Comparable<K>> long overdue(Candidate<K> candidate, Instant now) {
        return Math.max(0, ChronoUnit.SECONDS.between(candidate.since(), now));
    }
}
