package io.evertill.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/// When a till has no network: windows from a seed that make up a given share of the time.
///
/// The time is cut into periods of 6 hours to 10 days; each has one window of the same share of it, somewhere in it.
final class OfflineWindows {
    private static final Duration PERIOD_MIN = Duration.ofHours(6);
    private static final Duration PERIOD_MAX = Duration.ofDays(10);
    private static final int SHARE_WHOLE = 1_000_000;

    /// From the first instant of each window to the first instant after it.
    private final NavigableMap<Instant, Instant> windows = new TreeMap<>();

    /// Windows from one instant until another.
    ///
    /// @param shareMillionths 0 to 1,000,000
    /// @param random decides where they are; used here only
    OfflineWindows(Instant from, Instant until, int shareMillionths, SplittableRandom random) {
        Instant start = from;
        while (shareMillionths > 0 && start.isBefore(until)) {
            long period = random.nextLong(PERIOD_MIN.toMillis(), PERIOD_MAX.toMillis() + 1);
            long rest = Duration.between(start, until).toMillis();
            long length = Math.min(period, rest);
            long window = length * shareMillionths / SHARE_WHOLE;
            long offset = random.nextLong(length - window + 1);
            windows.put(start.plusMillis(offset), start.plusMillis(offset + window));
            start = start.plusMillis(length);
        }
    }

    /// Whether there is no network at an instant.
    boolean isOffline(Instant at) {
        Map.Entry<Instant, Instant> window = windows.floorEntry(at);
        return window != null && at.isBefore(window.getValue());
    }

    /// How much of the time between two instants is without a network.
    Duration offline(Instant from, Instant until) {
        Duration sum = Duration.ZERO;
        for (Map.Entry<Instant, Instant> window : windows.entrySet()) {
            Instant start = window.getKey().isAfter(from) ? window.getKey() : from;
            Instant end = window.getValue().isBefore(until) ? window.getValue() : until;
            if (start.isBefore(end)) {
                sum = sum.plus(Duration.between(start, end));
            }
        }
        return sum;
    }

    /// How many windows there are.
    int count() {
        return windows.size();
    }
}
