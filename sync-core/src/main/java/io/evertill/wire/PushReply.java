package io.evertill.wire;

/// What became of an upload, as the till sees it (protocol 2.5).
public sealed interface PushReply {
    /// The centre answered about the stream; the postings up to `accepted` are durable there.
    record Answered(Reply reply) implements PushReply {}

    /// The centre could not read the upload; nothing was taken.
    record Unparsable(String cause) implements PushReply {}

    /// The credential is wrong or expired; nothing was taken, nothing may be dropped.
    record Unauthorized(String cause) implements PushReply {}

    /// The upload was too large; nothing was taken.
    record TooLarge() implements PushReply {}

    /// The upload was sent and no answer came in time: whether anything was taken is unknown until the next one.
    record TimedOut() implements PushReply {}

    /// The centre asks to wait; nothing was taken.
    record Overloaded(long retryAfterMs) implements PushReply {}

    /// The centre's disk is full; nothing was taken.
    record CentreFull() implements PushReply {}

    /// No answer: whether anything was taken is unknown until the next one.
    record Unreachable(String cause) implements PushReply {}
}
