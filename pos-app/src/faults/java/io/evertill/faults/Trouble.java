package io.evertill.faults;

/// What a [ChaosProxy] does to what passes.
sealed interface Trouble {
    /// A line without trouble.
    Trouble NONE = new None();

    /// Nothing.
    record None() implements Trouble {}

    /// The connection ends after so many more bytes on their way to the centre; once.
    record CutRequest(long bytes) implements Trouble {}

    /// The connection ends after so many more bytes of answers; once.
    record CutReply(long bytes) implements Trouble {}

    /// The connection is reset (RST) after so many more bytes of answers; once.
    record Reset(long bytes) implements Trouble {}

    /// Everything arrives so much later.
    record Delay(long ms) implements Trouble {}

    /// Everything arrives in pieces of so many bytes, a millisecond apart.
    record Slow(int bytes) implements Trouble {}

    /// Connections are accepted and never answered.
    record HalfOpen() implements Trouble {}
}
