package io.evertill.simulation;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Ids of version 7 from virtual time and a seed: each greater than the one before.
final class Ids implements Supplier<UUID> {
    private final SplittableRandom random;
    private final LongSupplier clockMs;
    private long last;

    Ids(long seed, LongSupplier clockMs) {
        this.random = new SplittableRandom(seed);
        this.clockMs = clockMs;
    }

    @Override
    public UUID get() {
        long step = Math.max(last + 1, clockMs.getAsLong() << 12);
        last = step;
        long high = (step >>> 12) << 16 | 0x7000 | (step & 0xfff);
        return new UUID(high, (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L);
    }
}
