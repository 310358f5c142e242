package io.evertill.db;

import io.evertill.ledger.Genesis;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Table `stream` at the centre: how far each till's stream was accepted and applied.
public final class AcceptedStreams {
    private static final String COLUMNS =
            "branch, stream, terminal, parent_stream, parent_seq, parent_hash, accepted_seq, accepted_hash, applied_seq,"
            + " archived_seq";
    private static final String OPEN_AND_LOCK = """
            INSERT INTO stream (branch, stream, terminal, parent_stream, parent_seq, parent_hash, accepted_seq, accepted_hash,
                applied_seq, archived_seq, opened_at)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?, 0, 0, ?)
            ON CONFLICT (branch, stream) DO UPDATE SET terminal = stream.terminal
            RETURNING\s""" + COLUMNS;
    private static final String ACCEPTED =
            "UPDATE stream SET accepted_seq = ?, accepted_hash = ? WHERE branch = ? AND stream = ?";
    private static final String LOCK =
            "UPDATE stream SET terminal = terminal WHERE branch = ? AND stream = ? RETURNING " + COLUMNS;
    private static final String APPLIED = "UPDATE stream SET applied_seq = ? WHERE branch = ? AND stream = ?";
    private static final String ARCHIVED =
            "UPDATE stream SET archived_seq = ? WHERE branch = ? AND stream = ? AND archived_seq < ?";
    private static final String FIND = "SELECT " + COLUMNS + " FROM stream WHERE branch = ? AND stream = ?";
    private static final String UNAPPLIED =
            "SELECT " + COLUMNS + " FROM stream WHERE applied_seq < accepted_seq ORDER BY branch, stream LIMIT ?";
    private static final String OF_TERMINAL = "SELECT " + COLUMNS
            + " FROM stream WHERE branch = ? AND terminal = ? ORDER BY opened_at, stream";
    private static final String ALL = "SELECT " + COLUMNS + " FROM stream ORDER BY branch, opened_at, stream";

    private final Sql sql;

    AcceptedStreams(Sql sql) {
        this.sql = sql;
    }

    /// A till's stream as held at the centre.
    ///
    /// @param accepted the contiguous high-water mark, with the chain's hash there
    /// @param appliedSeq how far it was applied
    /// @param archivedSeq how far a verified backup holds it; 0 without one
    public record Held(String branch, Genesis genesis, Position accepted, long appliedSeq, long archivedSeq) {
        /// Its id.
        public StreamId id() {
            return genesis.stream();
        }

        /// The same with another high-water mark.
        public Held at(Position other) {
            return new Held(branch, genesis, other, appliedSeq, archivedSeq);
        }
    }

    /// The stream, made when it is new, its row locked until the transaction ends.
    public Held openAndLock(String branch, Genesis genesis, Instant at) {
        return sql.find(OPEN_AND_LOCK, AcceptedStreams::held, branch, genesis.stream(), genesis.terminal(),
                        genesis.parent().map(Position::stream), genesis.parent().map(Position::seq),
                        genesis.parent().map(Position::hash), genesis.position().hash(), at)
                .orElseThrow();
    }

    /// The stream, its row locked until the transaction ends.
    public Optional<Held> lock(String branch, StreamId stream) {
        return sql.find(LOCK, AcceptedStreams::held, branch, stream);
    }

    /// Moves the high-water mark; only under a lock.
    public void accepted(String branch, Position position) {
        sql.update(ACCEPTED, position.seq(), position.hash(), branch, position.stream());
    }

    /// Moves the mark of what was applied; only under a lock.
    public void applied(String branch, StreamId stream, long seq) {
        sql.update(APPLIED, seq, branch, stream);
    }

    /// Notes how far a verified backup holds a stream; never back.
    public void archived(String branch, StreamId stream, long seq) {
        sql.update(ARCHIVED, seq, branch, stream, seq);
    }

    /// The stream with an id.
    public Optional<Held> find(String branch, StreamId stream) {
        return sql.find(FIND, AcceptedStreams::held, branch, stream);
    }

    /// Some streams that have postings to apply.
    public List<Held> unapplied(int limit) {
        return sql.list(UNAPPLIED, AcceptedStreams::held, limit);
    }

    /// The streams of one till, each behind the one that it goes on from.
    public List<Held> of(String branch, String terminal) {
        return Genesis.inOrder(sql.list(OF_TERMINAL, AcceptedStreams::held, branch, terminal), Held::genesis);
    }

    /// All streams.
    public List<Held> all() {
        return sql.list(ALL, AcceptedStreams::held);
    }

    private static Held held(Row row) {
        StreamId stream = new StreamId(row.uuid(2));
        Optional<Position> parent = row.findUuid(4)
                .map(id -> new Position(new StreamId(id), row.number(5), Hash.of(row.bytes(6).content())));
        return new Held(row.text(1), new Genesis(row.text(3), stream, parent),
                new Position(stream, row.number(7), row.hash(8)), row.number(9), row.number(10));
    }
}
