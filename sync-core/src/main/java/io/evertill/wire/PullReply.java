package io.evertill.wire;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;

/// What became of asking for the feed, as the till sees it.
public sealed interface PullReply {
    /// The next page; it may be empty.
    record Page(FeedPage page) implements PullReply {}

    /// The cursor is not known any more: load the snapshot.
    record Gone() implements PullReply {}

    /// The credential is wrong or expired.
    record Unauthorized(String cause) implements PullReply {}

    /// The centre no longer writes a feed that this program can read; uploads are taken all the same.
    record UpdateNeeded(String cause) implements PullReply {}

    /// The centre asks to wait.
    record Overloaded(long retryAfterMs) implements PullReply {}

    /// No answer.
    record Unreachable(String cause) implements PullReply {}

    /// A part of the snapshot file (gzip of feed lines).
    ///
    /// @param tag names this very file; another one means to start again
    /// @param length of the whole file
    /// @param digest of the whole file
    /// @param offset where the part begins
    /// @param content the part
    record SnapshotPart(String tag, long length, Hash digest, long offset, Bytes content) implements PullReply {}
}
