package io.evertill.ledger;

import java.util.Optional;

/// The beginning of a stream: whose it is, and which stream it goes on from.
///
/// @param terminal the till's id, as issued by the centre
/// @param stream the new stream
/// @param parent where the stream before it was left, after a restore or a copy
public record Genesis(String terminal, StreamId stream, Optional<Position> parent) {
    /// The position before the first posting.
    public Position position() {
        return new Position(stream, 0, Chain.genesis(this));
    }
}
