package io.evertill.bench;

import java.util.Arrays;

/// Measured times, in nanoseconds.
final class Samples {
    private long[] nanos = new long[1_024];
    private int count;

    /// Adds what passed since a moment of [System#nanoTime].
    void since(long begun) {
        add(System.nanoTime() - begun);
    }

    /// Adds a time.
    void add(long passed) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = passed;
    }

    int count() {
        return count;
    }

    /// The time that a share of them did not exceed, in microseconds.
    double micros(double share) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) (count * share))] / 1e3;
    }

    double median() {
        return micros(0.5);
    }

    /// The same in milliseconds.
    double millis(double share) {
        return micros(share) / 1e3;
    }

    /// Median and 99th percentile, for a person.
    String text() {
        return text(median()) + " / " + text(micros(0.99));
    }

    static String text(double micros) {
        return micros < 1_000 ? Figure.number(micros) + " µs" : Figure.number(micros / 1_000) + " ms";
    }
}
