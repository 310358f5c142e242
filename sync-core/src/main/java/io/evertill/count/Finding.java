package io.evertill.count;

import java.time.Instant;

/// What a count found about one key.
///
/// Two counts of the same goods at two times are compared by their variances, not by what was counted: goods may have moved
/// in between.
///
/// @param counted what was there, not below zero; goods that nobody counted have no finding, which is not a count of zero
/// @param expected the sum of the key's movements up to `countedAt` as known now, perhaps below zero
/// @param before the key's level now
/// @param countedAt when it was counted
public record Finding(long counted, long expected, long before, Instant countedAt) {
    /// Refuses fewer than none.
    public Finding {
        if (counted < 0) {
            throw new IllegalArgumentException("nobody counts fewer than none: " + counted);
        }
    }

    /// How much more (or less) there was than there should have been: what is posted.
    public long variance() {
        return Math.subtractExact(counted, expected);
    }

    /// The level with the variance posted: not what was counted, if goods moved since.
    public long after() {
        return Math.addExact(before, variance());
    }
}
