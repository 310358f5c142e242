package io.evertill.replay;

import java.time.Instant;
import java.time.InstantSource;

/// The file's own time, as a till's wall clock. One thread moves it, any thread reads it.
final class VirtualClock implements InstantSource {
    private volatile Instant now;

    VirtualClock(Instant start) {
        this.now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    void to(Instant instant) {
        now = instant;
    }
}
