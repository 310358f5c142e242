package io.evertill.central.office;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// UUIDs of version 7, each greater than the one before, also when the clock jumps back.
public final class Ids implements Supplier<UUID> {
    private final TimeBasedEpochGenerator generator;
    private final ReentrantLock turn = new ReentrantLock();
    private long lastMs;

    public Ids(InstantSource clock, Random random) {
        this.generator = new TimeBasedEpochGenerator(random, new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                lastMs = Math.max(lastMs, clock.millis());
                return lastMs;
            }
        });
    }

    @Override
    public UUID get() {
        turn.lock();
        try {
            return generator.generate();
        } finally {
            turn.unlock();
        }
    }
}
