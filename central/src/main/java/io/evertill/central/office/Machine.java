package io.evertill.central.office;

import io.evertill.rule.Wiring;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// What only the machine knows: the time, identifiers and chance.
///
/// @param clock the wall clock
/// @param nanos a clock that never jumps, for durations
/// @param ids time-ordered ids, each greater than the one before
/// @param random secure
@Wiring
public record Machine(InstantSource clock, LongSupplier nanos, Supplier<UUID> ids, RandomGenerator random) {
    /// The machine that the program runs on.
    public static Machine real() {
        SecureRandom random = new SecureRandom();
        return new Machine(Clock.systemUTC(), System::nanoTime, new Ids(Clock.systemUTC(), random), random);
    }
}
