package io.evertill.pos;

import io.evertill.ledger.Meta;
import io.evertill.register.Stamps;
import io.evertill.wire.Push;
import java.time.Instant;
import java.util.Optional;

/// The clocks of a running till, as noted on entries and uploads (protocol 2.9). Thread-safe.
final class TillClock implements Stamps {
    private final Machine machine;
    private volatile Optional<Heard> heard = Optional.empty();

    TillClock(Machine machine) {
        this.machine = machine;
    }

    /// What was known of the centre's clock, and when by the clock that never jumps.
    private record Heard(long aheadMs, long atMonoMs) {}

    /// Notes how far the centre's clock was ahead of this till's.
    ///
    /// @param agoMs how long ago that was
    void heard(long aheadMs, long agoMs) {
        heard = Optional.of(new Heard(aheadMs, mono() - agoMs));
    }

    @Override
    public Meta.Stamp stamp(Instant now) {
        long mono = mono();
        return new Meta.Stamp(now.toEpochMilli(), mono, machine.boot(),
                heard.map(known -> new Meta.Offset(known.aheadMs(), mono - known.atMonoMs())));
    }

    /// What the clocks say, for an upload.
    Push.Clock now() {
        return new Push.Clock(machine.clock().millis(), mono());
    }

    private long mono() {
        return machine.monoMs().getAsLong();
    }
}
