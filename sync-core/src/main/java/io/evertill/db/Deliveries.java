package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tables `delivery` and `set_aside` at the till: when what of a stream came how far, and what the centre named as waiting.
public final class Deliveries {
    private static final String LAST = "SELECT max(seq) FROM delivery WHERE stream = ? AND mark = ?";
    private static final String PUT = "INSERT INTO delivery (stream, mark, seq, at) VALUES (?, ?, ?, ?)";
    private static final String LOWER = """
            UPDATE OR IGNORE delivery SET seq = ?
            WHERE stream = ? AND mark = ? AND seq = (SELECT min(seq) FROM delivery WHERE stream = ? AND mark = ? AND seq >= ?)
            """;
    private static final String CUT = "DELETE FROM delivery WHERE stream = ? AND mark = ? AND seq > ?";
    private static final String AT = "SELECT at FROM delivery WHERE stream = ? AND mark = ? AND seq >= ? ORDER BY seq LIMIT 1";
    private static final String ASIDE = "SELECT seq, entry_id, code, heard_at FROM set_aside WHERE stream = ? AND seq >= ? ORDER BY seq";
    private static final String FIND = "SELECT seq, entry_id, code, heard_at FROM set_aside WHERE stream = ? AND seq = ?";
    private static final String PUT_ASIDE = """
            INSERT INTO set_aside (stream, seq, entry_id, code, heard_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (stream, seq) DO UPDATE SET entry_id = excluded.entry_id, code = excluded.code
            """;
    private static final String TAKE_BACK = "DELETE FROM set_aside WHERE stream = ? AND seq = ?";

    private final Sql sql;

    Deliveries(Sql sql) {
        this.sql = sql;
    }

    /// How far an entry comes, step by step.
    public enum Mark {
        /// It left the till; an answer may be missing.
        SENT,
        /// The centre proved to hold it.
        ACCEPTED,
        /// The centre made stock and reports of it.
        APPLIED
    }

    /// An entry that the centre set aside.
    ///
    /// @param code why, for programs
    /// @param heardAt when this till heard of it first
    public record Aside(long seq, EntryId entry, String code, Instant heardAt) {}

    /// Notes that everything of a stream up to a place came so far; a place before the last one takes the rest back.
    public void reach(StreamId stream, Mark mark, long seq, Instant at) {
        long last = last(stream, mark);
        if (seq > last) {
            sql.update(PUT, stream, mark, seq, at);
        } else if (seq < last) {
            sql.update(LOWER, seq, stream, mark, stream, mark, seq);
            sql.update(CUT, stream, mark, seq);
        }
    }

    /// How far a stream came, 0 for not at all.
    public long last(StreamId stream, Mark mark) {
        return sql.find(LAST, row -> row.findNumber(1), stream, mark).flatMap(seq -> seq).orElse(0L);
    }

    /// When an entry came so far; empty when it did not, or when nobody noted the time.
    public Optional<Instant> at(StreamId stream, Mark mark, long seq) {
        return sql.find(AT, row -> row.instant(1), stream, mark, seq).filter(Instant.EPOCH::isBefore);
    }

    /// What is set aside of a stream from a place on.
    public List<Aside> aside(StreamId stream, long from) {
        return sql.list(ASIDE, Deliveries::aside, stream, from);
    }

    /// Whether and why an entry is set aside.
    public Optional<Aside> find(StreamId stream, long seq) {
        return sql.find(FIND, Deliveries::aside, stream, seq);
    }

    /// Notes that an entry is set aside; when it was first heard of stays.
    public void putAside(StreamId stream, Aside aside) {
        sql.update(PUT_ASIDE, stream, aside.seq(), aside.entry(), aside.code(), aside.heardAt());
    }

    /// Notes that an entry waits no longer.
    public void takeBack(StreamId stream, long seq) {
        sql.update(TAKE_BACK, stream, seq);
    }

    private static Aside aside(Row row) {
        return new Aside(row.number(1), new EntryId(row.uuid(2)), row.text(3), row.instant(4));
    }
}
