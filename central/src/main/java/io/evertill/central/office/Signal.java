package io.evertill.central.office;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Tells waiting threads that something happened, however many they are. Thread-safe.
public final class Signal {
    private final ReentrantLock turn = new ReentrantLock();
    private final Condition raised = turn.newCondition();
    private long count;

    /// How often it was raised; to be read before looking at what it tells of.
    public long count() {
        turn.lock();
        try {
            return count;
        } finally {
            turn.unlock();
        }
    }

    /// Wakes whoever waits.
    void raise() {
        turn.lock();
        try {
            count++;
            raised.signalAll();
        } finally {
            turn.unlock();
        }
    }

    /// Waits until it was raised since it had been raised `seen` times.
    ///
    /// @return how many of the nanoseconds are left; 0 or less when they passed
    public long await(long seen, long nanos) throws InterruptedException {
        turn.lock();
        try {
            long left = nanos;
            while (count == seen && left > 0) {
                left = raised.awaitNanos(left);
            }
            return left;
        } finally {
            turn.unlock();
        }
    }
}
