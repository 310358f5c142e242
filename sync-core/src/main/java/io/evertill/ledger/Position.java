package io.evertill.ledger;

/// A place in a stream together with the proof of everything up to it.
///
/// @param stream which stream
/// @param seq how many postings there are up to here; 0 is the genesis
/// @param hash the chain's hash after them
public record Position(StreamId stream, long seq, Hash hash) {
    /// Refuses a negative sequence.
    public Position {
        if (seq < 0) {
            throw new IllegalArgumentException("a position is not negative: " + seq);
        }
    }
}
