package io.evertill.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/// Virtual time: what is to happen, in order of time and then of having been planned.
final class Timeline {
    private static final Instant BEGINNING = Instant.parse("2026-03-02T08:00:00Z");

    private final PriorityQueue<Planned> planned = new PriorityQueue<>();
    private long nowMs;
    private long count;

    private record Planned(long atMs, long number, Runnable what) implements Comparable<Planned> {
        @Override
        public int compareTo(Planned other) {
            return atMs == other.atMs ? Long.compare(number, other.number) : Long.compare(atMs, other.atMs);
        }
    }

    /// Milliseconds since the beginning.
    long nowMs() {
        return nowMs;
    }

    /// The true time.
    Instant now() {
        return BEGINNING.plusMillis(nowMs);
    }

    /// Plans something for later.
    void in(long delayMs, Runnable what) {
        planned.add(new Planned(nowMs + Math.max(0, delayMs), count++, what));
    }

    /// Lets everything happen that is planned up to a moment, and what that plans.
    void runUntil(long untilMs) {
        while (!planned.isEmpty() && planned.peek().atMs() <= untilMs) {
            Planned next = planned.poll();
            nowMs = next.atMs();
            next.what().run();
        }
        nowMs = untilMs;
    }

    /// Forgets what is planned.
    void clear() {
        planned.clear();
    }

    /// How much time has passed.
    Duration passed() {
        return Duration.ofMillis(nowMs);
    }
}
