package io.evertill.central.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved.
final class SimulatedClock implements InstantSource {
    private final Instant start;
    private volatile Instant now;

    SimulatedClock(Instant start) {
        this.start = start;
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Moves it forward.
    void advance(Duration by) {
        now = now.plus(by);
    }

    /// How long it ran in all, in nanoseconds.
    long nanos() {
        return Duration.between(start, now).toNanos();
    }
}
