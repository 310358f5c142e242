package io.evertill.central.route;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Wrong enrolment codes by source: five are free, then each makes the source wait twice as long (protocol 2.12).
///
/// Kept in memory for the sources heard last; a restart forgets them, which the life of a code of minutes allows.
/// Thread-safe.
public final class Tries {
    static final int FREE = 5;
    static final Duration WAIT_MAX = Duration.ofMinutes(15);

    private static final int SOURCES_MAX = 10_000;
    private static final int DOUBLINGS_MAX = 20;

    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Wrong> wrongs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Wrong> eldest) {
            return size() > SOURCES_MAX;
        }
    };

    private record Wrong(int count, long untilNanos) {}

    /// How long a source still has to wait; empty when it may try.
    public Optional<Duration> wait(String source, long nowNanos) {
        turn.lock();
        try {
            return Optional.ofNullable(wrongs.get(source))
                    .filter(wrong -> wrong.count() >= FREE)
                    .map(wrong -> Duration.ofNanos(wrong.untilNanos() - nowNanos))
                    .filter(Duration::isPositive);
        } finally {
            turn.unlock();
        }
    }

    /// Notes a wrong code.
    public void wrong(String source, long nowNanos) {
        turn.lock();
        try {
            int count = Optional.ofNullable(wrongs.get(source)).map(Wrong::count).orElse(0) + 1;
            Duration wait = count < FREE ? Duration.ZERO : delay(count);
            wrongs.put(source, new Wrong(count, nowNanos + wait.toNanos()));
        } finally {
            turn.unlock();
        }
    }

    /// Forgets a source that knew a code.
    public void right(String source) {
        turn.lock();
        try {
            wrongs.remove(source);
        } finally {
            turn.unlock();
        }
    }

    private static Duration delay(int count) {
        Duration delay = Duration.ofSeconds(1L << Math.min(count - FREE, DOUBLINGS_MAX));
        return delay.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : delay;
    }
}
