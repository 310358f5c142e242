package io.evertill.pos;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.evertill.ledger.Hash;
import io.evertill.rule.Wiring;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What only the machine can give: time, identifiers and chance. Made once for a process and handed on.
///
/// @param clock the wall clock, right or wrong
/// @param monoMs milliseconds since an unknown moment, by a clock that never jumps
/// @param ids time-ordered ids, each greater than the one before (UUID version 7)
/// @param random chance
/// @param boot names this run of the program
/// @param fingerprint tells this machine from another
@Wiring
public record Machine(InstantSource clock, LongSupplier monoMs, Supplier<UUID> ids, RandomGenerator random, UUID boot,
        Hash fingerprint) {
    /// The machine that this program runs on.
    public static Machine real() {
        SecureRandom random = new SecureRandom();
        TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator(random);
        return new Machine(InstantSource.system(), () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), ids::generate,
                random, UUID.randomUUID(), Fingerprint.ofThisMachine());
    }

    /// Waits; ends early when the thread is interrupted, and leaves it so.
    public void pause(long ms) {
        try {
            new CountDownLatch(1).await(ms, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// The same machine with another wall clock.
    public Machine at(InstantSource other) {
        return new Machine(other, monoMs, ids, random, boot, fingerprint);
    }
}
