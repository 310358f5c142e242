package io.evertill.db;

import io.evertill.ledger.Genesis;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Table `stream` at the till: the incarnations of its ledger, one of them open, perhaps one that is to follow it.
public final class Streams {
    private static final String COLUMNS =
            "stream, terminal, parent_stream, parent_seq, parent_hash, state, verified_seq, verified_at";
    private static final String OPEN = """
            INSERT INTO stream (stream, terminal, parent_stream, parent_seq, parent_hash, state, opened_at,
                verified_seq, verified_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM stream WHERE state = ?";
    private static final String TURN = "UPDATE stream SET state = ? WHERE stream = ? AND state = ?";
    private static final String ALL = "SELECT " + COLUMNS + " FROM stream ORDER BY opened_at, stream";
    private static final String VERIFIED = "UPDATE stream SET verified_seq = ?, verified_at = ? WHERE stream = ?";

    private final Sql sql;

    Streams(Sql sql) {
        this.sql = sql;
    }

    /// A stream of this till.
    ///
    /// @param genesis its beginning
    /// @param state whether new entries go into it
    /// @param verifiedSeq the centre proved to hold everything up to here
    /// @param verifiedAt when it last did
    public record Own(Genesis genesis, State state, long verifiedSeq, Instant verifiedAt) {
        /// Whether new entries go into it.
        public boolean isOpen() {
            return state == State.OPEN;
        }

        /// Its id.
        public StreamId id() {
            return genesis.stream();
        }
    }

    /// What a stream is there for.
    public enum State {
        /// New entries go into it.
        OPEN,
        /// It is being filled to take the open one's place.
        NEXT,
        /// It was left for another one and stays as it is.
        CLOSED
    }

    /// Adds a stream.
    public void add(Genesis genesis, State state, Instant at) {
        sql.update(OPEN, genesis.stream(), genesis.terminal(), genesis.parent().map(Position::stream),
                genesis.parent().map(Position::seq), genesis.parent().map(Position::hash), state, at);
    }

    /// The open stream; empty before the till is set up.
    public Optional<Own> open() {
        return sql.find(FIND, Streams::own, State.OPEN);
    }

    /// The stream that is being filled to take the open one's place.
    public Optional<Own> next() {
        return sql.find(FIND, Streams::own, State.NEXT);
    }

    /// Closes the open stream and opens the one that was filled.
    ///
    /// @throws IllegalStateException when they are not in these states
    public void turn(StreamId open, StreamId next) {
        if (sql.update(TURN, State.CLOSED, open, State.OPEN) != 1 || sql.update(TURN, State.OPEN, next, State.NEXT) != 1) {
            throw new IllegalStateException("stream " + next + " cannot take the place of " + open);
        }
    }

    /// All streams, each behind the one that it goes on from.
    public List<Own> all() {
        return Genesis.inOrder(sql.list(ALL, Streams::own), Own::genesis);
    }

    /// Moves the cursor of what the centre proved to hold; deletes nothing.
    public void verified(StreamId stream, long seq, Instant at) {
        sql.update(VERIFIED, seq, at, stream);
    }

    private static Own own(Row row) {
        StreamId stream = new StreamId(row.uuid(1));
        Optional<Position> parent = row.findUuid(3)
                .map(id -> new Position(new StreamId(id), row.number(4), Hash.of(row.bytes(5).content())));
        return new Own(new Genesis(row.text(2), stream, parent), State.valueOf(row.text(6)), row.number(7), row.instant(8));
    }
}
