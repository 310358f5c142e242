package io.evertill.pos;

import io.evertill.outbox.Pace;
import java.util.random.RandomGenerator;

/// When the next upload and the next look at the feed are due (protocol 2.5). Immutable; times are milliseconds of a clock
/// that never jumps.
///
/// Something new is sent at once, but not more often than every `gapMs`. After a failure only the waiting time of the
/// failure counts, so that a busy till does not hammer a centre that is down; a restored line shortens it.
///
/// @param bounds the limits
/// @param pushAtMs when the next upload is due
/// @param pullAtMs when the next look at the feed is due
/// @param pushedAtMs when the last upload was answered
/// @param isFailing whether the last upload failed
public record Rhythm(Bounds bounds, long pushAtMs, long pullAtMs, long pushedAtMs, boolean isFailing) {
    /// The limits of a rhythm, in milliseconds.
    ///
    /// @param gapMs the shortest time from one answer to the next upload
    /// @param linkUpMsMax a restored line is tried within so long, at random
    /// @param pullMs how often the feed is looked at when nothing says that there is more; 0 for never at all
    public record Bounds(long gapMs, long linkUpMsMax, long pullMs) {
        /// Those of a till in a shop.
        public static final Bounds SHOP = new Bounds(0, 5_000, 300_000);
    }

    private static final long NEVER = Long.MAX_VALUE / 2;

    /// Both are due at once.
    public static Rhythm start(Bounds bounds, long nowMs) {
        return new Rhythm(bounds, nowMs, bounds.pullMs() == 0 ? NEVER : nowMs, nowMs - bounds.gapMs(), false);
    }

    /// After something was recorded.
    public Rhythm recorded(long nowMs) {
        long earliest = Math.max(nowMs, pushedAtMs + bounds.gapMs());
        return isFailing ? this : new Rhythm(bounds, Math.min(pushAtMs, earliest), pullAtMs, pushedAtMs, false);
    }

    /// After the line was restored.
    public Rhythm linkUp(long nowMs, RandomGenerator random) {
        long at = nowMs + random.nextLong(bounds.linkUpMsMax() + 1);
        long pullAt = bounds.pullMs() == 0 ? NEVER : Math.min(pullAtMs, at);
        return new Rhythm(bounds, Math.min(pushAtMs, at), pullAt, pushedAtMs, false);
    }

    /// After an upload that was answered.
    ///
    /// @param waitMs how long the courier wants to wait
    public Rhythm delivered(long nowMs, long waitMs) {
        long wait = Math.clamp(waitMs, bounds.gapMs(), Pace.HEARTBEAT_MS);
        return new Rhythm(bounds, nowMs + wait, pullAtMs, nowMs, false);
    }

    /// After an upload that failed.
    ///
    /// @param waitMs how long the courier wants to wait
    public Rhythm undelivered(long nowMs, long waitMs) {
        return new Rhythm(bounds, nowMs + waitMs, pullAtMs, pushedAtMs, true);
    }

    /// After the centre said that its feed has more than this till has read.
    public Rhythm newsInFeed(long nowMs) {
        return bounds.pullMs() == 0 ? this : new Rhythm(bounds, pushAtMs, nowMs, pushedAtMs, isFailing);
    }

    /// After the feed was read.
    ///
    /// @param waitMs how long until the next time
    public Rhythm pulled(long nowMs, long waitMs) {
        return new Rhythm(bounds, pushAtMs, nowMs + waitMs, pushedAtMs, isFailing);
    }

    /// Whether an upload is due.
    public boolean isPushDue(long nowMs) {
        return pushAtMs <= nowMs;
    }

    /// Whether a look at the feed is due.
    public boolean isPullDue(long nowMs) {
        return pullAtMs <= nowMs;
    }

    /// How long nothing is due, in milliseconds; 0 when something is.
    public long idleMs(long nowMs) {
        return Math.max(0, Math.min(pushAtMs, pullAtMs) - nowMs);
    }
}
