package io.evertill.ledger;

/// A fact at its position in a stream, chained to everything before it.
///
/// The envelope (position and hash) is separate from the fact, so that a fact can be posted again in another stream after
/// a restore without being touched.
///
/// @param position where it is, with the chain's hash after it
/// @param fact what happened
public record Posting(Position position, Fact fact) {
    /// Its place in the stream.
    public long seq() {
        return position.seq();
    }
}
