package io.evertill.outbox;

import io.evertill.wire.Push;
import java.util.random.RandomGenerator;

/// How long to wait and how much to send next, from how it went so far (protocol 2.5). Immutable.
///
/// Waiting is full jitter, `rand(0, min(60 s, 1 s · 2^failures))`, so that tills that lost the centre together do not come
/// back together. What was too large or too slow is halved down to one posting and doubled again after five successes.
///
/// @param failures in a row
/// @param successes in a row
/// @param postingsMax how many postings the next upload may have
public record Pace(int failures, int successes, int postingsMax) {
    /// The start: nothing failed, full uploads.
    public static final Pace START = new Pace(0, 0, Push.POSTINGS_MAX);
    /// The longest wait after failures.
    public static final long WAIT_MS_MAX = 60_000;
    /// How often an idle till is heard.
    public static final long HEARTBEAT_MS = 60_000;

    private static final long WAIT_MS_FIRST = 1_000;
    private static final int DOUBLINGS_MAX = 6;
    private static final int SUCCESSES_TO_DOUBLE = 5;

    /// After an upload that was answered.
    public Pace succeeded() {
        boolean grows = successes + 1 >= SUCCESSES_TO_DOUBLE;
        return new Pace(0, grows ? 0 : successes + 1,
                grows ? Math.min(Push.POSTINGS_MAX, postingsMax * 2) : postingsMax);
    }

    /// After no answer or a refusal.
    public Pace failed() {
        return new Pace(failures + 1, 0, postingsMax);
    }

    /// After an upload that was too large or could not be read. The centre lives, so the half of it may follow at
    /// once; what cannot be halved any more waits like a failure.
    ///
    /// @param sent how many postings it had
    public Pace halved(int sent) {
        return sent <= 1 ? new Pace(failures + 1, 0, 1) : new Pace(failures, 0, Math.max(1, Math.min(sent, postingsMax) / 2));
    }

    /// After an upload that was sent and not answered in time: the half of it follows, after a wait, because the centre may be
    /// overloaded or gone. An upload without postings says nothing about the size.
    ///
    /// @param sent how many postings it had
    public Pace timedOut(int sent) {
        return new Pace(failures + 1, 0, sent == 0 ? postingsMax : halved(sent).postingsMax());
    }

    /// How long to wait before the next try, in milliseconds; 0 when nothing failed.
    public long waitMs(RandomGenerator random) {
        if (failures == 0) {
            return 0;
        }
        long most = Math.min(WAIT_MS_MAX, WAIT_MS_FIRST << Math.min(failures, DOUBLINGS_MAX));
        return random.nextLong(most + 1);
    }
}
