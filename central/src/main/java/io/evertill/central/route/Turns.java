package io.evertill.central.route;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Lets in only so many requests at once that the database has a connection for each; the others wait, in order. Thread-safe.
public final class Turns {
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Semaphore turns;

    public Turns(int atOnceMax) {
        this.turns = new Semaphore(atOnceMax, true);
    }

    /// Does something in its turn.
    ///
    /// @throws Problem 503 when the turn does not come
    public <T> T take(Supplier<T> work) {
        boolean isTaken = false;
        try {
            isTaken = turns.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (!isTaken) {
            throw Problem.later(503, "OVERLOADED", "The centre has too much to do at the moment. Nothing was done.", RETRY);
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
