package io.evertill.central.route;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Lets requests for the same goods in one after the other, as they came, so that many who want one product wait in memory
/// and not for each other's locks, and leave the turns to those who want other goods (R49).
///
/// A hint alone: what is promised is right without it, and another node has lanes of its own. Thread-safe.
public final class Lanes {
    /// The most requests that wait in one lane.
    public static final int WAITING_MAX = 256;

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Turns turns;
    private final int waitingMax;
    private final List<Lane> lanes;

    /// @param count how many; with none, everybody waits for a turn at once
    /// @param waitingMax the most requests that wait in one
    public Lanes(int count, int waitingMax, Turns turns) {
        this.turns = turns;
        this.waitingMax = waitingMax;
        this.lanes = IntStream.range(0, count).mapToObj(_ -> new Lane()).toList();
    }

    /// How one lane fares.
    public static final class Lane {
        private final Turns turn = new Turns(1);
        private final AtomicInteger inside = new AtomicInteger();
        private final LongAdder taken = new LongAdder();
        private final LongAdder refused = new LongAdder();

        private Lane() {}

        /// How many requests wait in it.
        public int waiting() {
            return Math.max(0, inside.get() - 1);
        }

        /// How many requests it has let in.
        public long taken() {
            return taken.sum();
        }

        /// How many requests it has turned away because it was full.
        public long refused() {
            return refused.sum();
        }
    }

    /// All lanes, in order.
    public List<Lane> all() {
        return lanes;
    }

    /// Does something in the lane of some goods, and then in its turn.
    ///
    /// @param goods the same number for the same goods
    /// @throws Problem 503 when the lane is full or the turn does not come
    public <T> T take(int goods, Supplier<T> work) {
        if (lanes.isEmpty()) {
            return turns.take(work);
        }
        Lane lane = lanes.get(Math.floorMod(goods, lanes.size()));
        try {
            if (lane.inside.incrementAndGet() > waitingMax + 1) {
                lane.refused.increment();
                throw Problem.later(503, "OVERLOADED", "Too many want these goods at the moment. Nothing was done.", RETRY);
            }
            return lane.turn.take(() -> {
                lane.taken.increment();
                return turns.take(work);
            });
        } finally {
            lane.inside.decrementAndGet();
        }
    }
}
