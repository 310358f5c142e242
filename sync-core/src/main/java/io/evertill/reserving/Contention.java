package io.evertill.reserving;

import io.evertill.entry.Move;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Which keys are so wanted that whoever promises of them had better wait than try (R48, domain 2m).
///
/// A key is OPTIMISTIC until more than a fifth of at least 20 attempts in the last minute met somebody else; it is
/// PESSIMISTIC until fewer than one in twenty did for five minutes. The mode is a hint alone: both ways are right, also
/// mixed. Kept in memory for the keys wanted last. Thread-safe.
public final class Contention implements Modes {
    static final int ATTEMPTS_MIN = 20;
    static final int KEYS_MAX = 1_000;
    static final Duration CALM = Duration.ofMinutes(5);

    private static final int WINDOW_SECONDS = 60;
    private static final int HOT_ONE_IN = 5;
    private static final int CALM_ONE_IN = 20;

    private final LongSupplier nanos;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<Move.Key, Wanted> wanted = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Move.Key, Wanted> eldest) {
            return size() > KEYS_MAX;
        }
    };

    /// @param nanos a clock that never jumps
    public Contention(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// How wanted a key was in the last minute.
    ///
    /// @param conflicts how many of the attempts met somebody else
    public record Figure(Move.Key key, Mode mode, long attempts, long conflicts) {}

    @Override
    public Mode mode(Move.Key key) {
        turn.lock();
        try {
            Wanted one = wanted.get(key);
            return one == null ? Mode.OPTIMISTIC : one.mode(second());
        } finally {
            turn.unlock();
        }
    }

    @Override
    public void note(Move.Key key, boolean isConflict) {
        turn.lock();
        try {
            wanted.computeIfAbsent(key, _ -> new Wanted()).note(second(), isConflict);
        } finally {
            turn.unlock();
        }
    }

    /// The keys that were wanted most, at most so many.
    public List<Figure> most(int count) {
        turn.lock();
        try {
            long second = second();
            return wanted.entrySet().stream()
                    .map(each -> each.getValue().figure(each.getKey(), second))
                    .sorted(Comparator.comparingLong(Figure::attempts).reversed().thenComparing(Figure::key))
                    .limit(count)
                    .toList();
        } finally {
            turn.unlock();
        }
    }

    private long second() {
        return Duration.ofNanos(nanos.getAsLong()).toSeconds();
    }

    /// A key's attempts, a number for each of the last seconds.
    private static final class Wanted {
        private final long[] seconds = new long[WINDOW_SECONDS];
        private final long[] attempts = new long[WINDOW_SECONDS];
        private final long[] conflicts = new long[WINDOW_SECONDS];
        private Mode mode = Mode.OPTIMISTIC;
        private long lastHot;

        Wanted() {
            Arrays.fill(seconds, Long.MIN_VALUE);
        }

        void note(long second, boolean isConflict) {
            int at = (int) Math.floorMod(second, (long) WINDOW_SECONDS);
            if (seconds[at] != second) {
                seconds[at] = second;
                attempts[at] = 0;
                conflicts[at] = 0;
            }
            attempts[at]++;
            conflicts[at] += isConflict ? 1 : 0;
            mode(second);
        }

        Mode mode(long second) {
            long tried = sum(attempts, second);
            long met = sum(conflicts, second);
            if (met * CALM_ONE_IN >= tried && met > 0) {
                lastHot = second;
            }
            if (tried >= ATTEMPTS_MIN && met * HOT_ONE_IN > tried) {
                mode = Mode.PESSIMISTIC;
            } else if (second - lastHot >= CALM.toSeconds()) {
                mode = Mode.OPTIMISTIC;
            }
            return mode;
        }

        Figure figure(Move.Key key, long second) {
            return new Figure(key, mode(second), sum(attempts, second), sum(conflicts, second));
        }

        private long sum(long[] counts, long second) {
            long sum = 0;
            for (int at = 0; at < WINDOW_SECONDS; at++) {
                sum += seconds[at] > second - WINDOW_SECONDS ? counts[at] : 0;
            }
            return sum;
        }
    }
}
