package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Table `posting`: the positions of facts in streams.
public final class Postings {
    private static final String APPEND = """
            INSERT INTO posting (branch, stream, seq, entry_id, hash, state, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String HEAD =
            "SELECT seq, hash FROM posting WHERE branch = ? AND stream = ? ORDER BY seq DESC LIMIT 1";
    private static final String HASH = "SELECT hash FROM posting WHERE branch = ? AND stream = ? AND seq = ?";
    private static final String AFTER = """
            SELECT p.seq, p.hash, p.entry_id, f.meta, f.body, p.state, p.recorded_at
            FROM posting p JOIN fact f ON f.branch = p.branch AND f.entry_id = p.entry_id
            WHERE p.branch = ? AND p.stream = ? AND p.seq > ? ORDER BY p.seq LIMIT ?
            """;
    private static final String ALL = """
            SELECT p.seq, p.hash, p.entry_id, f.meta, f.body, p.state, p.recorded_at, p.branch, p.stream
            FROM posting p JOIN fact f ON f.branch = p.branch AND f.entry_id = p.entry_id
            ORDER BY p.branch, p.stream, p.seq
            """;
    private static final String FIND = """
            SELECT seq, hash FROM posting WHERE branch = ? AND stream = ? AND entry_id = ? ORDER BY seq DESC LIMIT 1
            """;
    private static final String ENTRIES = "SELECT entry_id FROM posting WHERE branch = ? AND stream = ? ORDER BY seq";
    private static final String ROWS = """
            SELECT p.seq, p.hash, p.entry_id, f.meta, f.body, CASE WHEN f.entry_id IS NULL THEN 0 ELSE 1 END, p.recorded_at
            FROM posting p LEFT JOIN fact f ON f.branch = p.branch AND f.entry_id = p.entry_id
            WHERE p.branch = ? AND p.stream = ? AND p.seq > ? ORDER BY p.seq LIMIT ?
            """;
    private static final String FIRSTS = """
            SELECT count(*) FROM posting WHERE branch = ? AND entry_id = ? AND state = 0 AND NOT (stream = ? AND seq = ?)
            """;
    private static final String MEND = """
            INSERT INTO posting (branch, stream, seq, entry_id, hash, state, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (branch, stream, seq) DO UPDATE SET entry_id = excluded.entry_id, hash = excluded.hash
            """;
    private static final String COUNT = "SELECT count(*) FROM posting";

    private final Sql sql;

    Postings(Sql sql) {
        this.sql = sql;
    }

    /// How a posting stands to the fact it names.
    public enum State {
        /// The fact stands here first.
        FIRST(0),
        /// The fact is already known from another position; this one changes nothing.
        ALIAS(1),
        /// The fact's id is known with other bytes; this one waits for a person.
        CONFLICT(2);

        private final int code;

        State(int code) {
            this.code = code;
        }

        static State of(long code) {
            for (State state : values()) {
                if (state.code == code) {
                    return state;
                }
            }
            throw new IllegalStateException("no state of a posting: " + code);
        }
    }

    /// A posting and what the database says of it.
    public record Stored(Posting posting, State state, Instant recordedAt) {}

    /// A row as it is, proved by nothing.
    ///
    /// @param fact empty when its bytes are gone
    public record Found(Position position, Optional<Fact> fact, Instant recordedAt) {
        /// Its place in the stream.
        public long seq() {
            return position.seq();
        }
    }

    /// Adds a posting behind the head of its stream.
    public void append(String branch, Posting posting, State state, Instant recordedAt) {
        Position position = posting.position();
        sql.update(APPEND, branch, position.stream(), position.seq(), posting.fact().id(), position.hash(), state.code,
                recordedAt);
    }

    /// Adds postings behind the head of their stream, in order.
    public void appendAll(String branch, List<Stored> rows) {
        sql.updateAll(APPEND, rows.stream()
                .map(row -> new Object[] {
                    branch, row.posting().position().stream(), row.posting().seq(), row.posting().fact().id(),
                    row.posting().position().hash(), row.state().code, row.recordedAt()
                })
                .toList());
    }

    /// The newest position of a stream; empty when it has no posting.
    public Optional<Position> head(String branch, StreamId stream) {
        return sql.find(HEAD, row -> new Position(stream, row.number(1), row.hash(2)), branch, stream);
    }

    /// The chain's hash after a posting.
    public Optional<Hash> hash(String branch, StreamId stream, long seq) {
        return sql.find(HASH, row -> row.hash(1), branch, stream, seq);
    }

    /// The postings behind a sequence, in order.
    public List<Stored> after(String branch, StreamId stream, long seq, int limit) {
        return sql.list(AFTER, row -> stored(stream, row), branch, stream, seq, limit);
    }

    /// Hands over all postings of a stream, in order.
    public void each(String branch, StreamId stream, Consumer<Stored> consumer) {
        sql.each(AFTER, row -> consumer.accept(stored(stream, row)), branch, stream, 0, Long.MAX_VALUE);
    }

    /// Where a fact stands in a stream; searches from the newest, so a recent one is found at once.
    public Optional<Position> find(String branch, StreamId stream, EntryId entry) {
        return sql.find(FIND, row -> new Position(stream, row.number(1), row.hash(2)), branch, stream, entry);
    }

    /// Hands over the ids of all facts of a stream, in order, without reading the facts.
    public void eachEntry(String branch, StreamId stream, Consumer<EntryId> consumer) {
        sql.each(ENTRIES, row -> consumer.accept(new EntryId(row.uuid(1))), branch, stream);
    }

    /// Hands over all postings with their branch, stream by stream, in order.
    public void each(BiConsumer<String, Stored> consumer) {
        sql.each(ALL, row -> consumer.accept(row.text(8), stored(new StreamId(row.uuid(9)), row)));
    }

    /// The rows of a stream behind a sequence, in order, also those whose fact is gone.
    public List<Found> rows(String branch, StreamId stream, long seq, int limit) {
        return sql.list(ROWS, row -> new Found(
                new Position(stream, row.number(1), row.hash(2)),
                row.number(6) == 0 ? Optional.empty()
                        : Optional.of(new Fact(new EntryId(row.uuid(3)), row.bytes(4), row.bytes(5))),
                row.instant(7)), branch, stream, seq, limit);
    }

    /// Puts a posting back where it was damaged or is gone: only for one that the stream's chain proves.
    ///
    /// @param at when it was recorded, where its row is gone
    public void mend(String branch, Posting posting, Instant at) {
        Position position = posting.position();
        EntryId entry = posting.fact().id();
        State state = sql.number(FIRSTS, branch, entry, position.stream(), position.seq()) == 0 ? State.FIRST : State.ALIAS;
        sql.update(MEND, branch, position.stream(), position.seq(), entry, position.hash(), state.code, at);
    }

    /// How many there are.
    public long count() {
        return sql.number(COUNT);
    }

    private static Stored stored(StreamId stream, Row row) {
        Fact fact = new Fact(new EntryId(row.uuid(3)), row.bytes(4), row.bytes(5));
        return new Stored(
                new Posting(new Position(stream, row.number(1), row.hash(2)), fact),
                State.of(row.number(6)),
                row.instant(7));
    }
}
