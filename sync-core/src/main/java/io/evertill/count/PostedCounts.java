package io.evertill.count;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which posted count had counted already what becomes known only now (domain 2d, the late rule).
///
/// The variance of the count swallowed the movement, so it must be taken back once: at the earliest count of the key that
/// was made when the movement had happened, or later. A later count has its own variance, which is over that again.
public final class PostedCounts {
    private PostedCounts() {}

    /// A posted count line of a key.
    public record Posted(UUID line, Instant countedAt) {}

    /// The line that a late movement corrects, if any.
    ///
    /// @param posted all posted lines of the movement's key, but the one that the movement itself posts
    public static Optional<Posted> corrected(List<Posted> posted, Instant occurredAt) {
        return posted.stream()
                .filter(line -> !line.countedAt().isBefore(occurredAt))
                .min(Comparator.comparing(Posted::countedAt).thenComparing(Posted::line));
    }
}
