package io.evertill.db;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.StreamId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tables `parked` and `parked_key` at the centre: entries that were accepted and wait for a person, and what they touch.
///
/// The entries that touch one key wait in the order in which they were set aside.
public final class Parked {
    private static final String PARK = """
            INSERT INTO parked (branch, stream, seq, entry_id, code, cause, state, parked_at, settled_at, meta, body)
            VALUES (?, ?, ?, ?, ?, ?, 'OPEN', ?, NULL, ?, ?) ON CONFLICT (branch, stream, seq) DO NOTHING
            """;
    private static final String COLUMNS = "branch, stream, seq, entry_id, code, cause, parked_at";
    private static final String OF_STREAM = "SELECT " + COLUMNS
            + " FROM parked WHERE branch = ? AND stream = ? AND state = 'OPEN' ORDER BY seq DESC LIMIT ?";

    /// The newest of a stream, each with its place in another one: one short stretch of its primary key an entry, however long it is.
    static final String MOVED = """
            SELECT k.branch, p.stream, p.seq, k.entry_id, k.code, k.cause, k.parked_at
            FROM (SELECT branch, seq, entry_id, code, cause, parked_at FROM parked
                WHERE branch = ? AND stream = ? AND state = 'OPEN' ORDER BY seq DESC LIMIT ?) k
            JOIN posting p ON p.branch = k.branch AND p.stream = ? AND p.seq BETWEEN k.seq + ? AND k.seq + ?
                AND p.entry_id = k.entry_id
            ORDER BY p.seq DESC
            """;
    private static final String AFTER = "SELECT " + COLUMNS + """
             FROM parked WHERE state = 'OPEN' AND (branch, stream, seq) > (?, ?, ?)
            ORDER BY branch, stream, seq LIMIT ?
            """;
    private static final String COUNT = "SELECT count(*) FROM parked WHERE state = 'OPEN'";
    private static final String COUNT_OF_STREAM =
            "SELECT count(*) FROM parked WHERE branch = ? AND stream = ? AND state = 'OPEN'";
    private static final String HOLDS =
            "SELECT count(*) FROM parked WHERE branch = ? AND entry_id = ? AND state = 'OPEN'";
    private static final String SETTLE =
            "UPDATE parked SET state = 'SETTLED', settled_at = ? WHERE branch = ? AND stream = ? AND seq = ? AND state = 'OPEN'";
    private static final String RESTATE =
            "UPDATE parked SET code = ?, cause = ? WHERE branch = ? AND stream = ? AND seq = ? AND state = 'OPEN'";
    private static final String DECIDE = """
            UPDATE parked SET state = ?, settled_at = ?, settled_by = ?, note = ?
            WHERE branch = ? AND stream = ? AND seq = ? AND state = 'OPEN'
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM parked WHERE stream = ? AND seq = ? AND state = 'OPEN'";
    private static final String CONFLICTING =
            "SELECT meta, body FROM parked WHERE branch = ? AND stream = ? AND seq = ? AND meta IS NOT NULL";
    private static final String UNPOSTED =
            "SELECT seq FROM parked WHERE branch = ? AND stream = ? AND state IN ('OPEN', 'DISMISSED')";
    private static final String TOUCH = """
            INSERT INTO parked_key (branch, key_name, place, stream, seq)
            SELECT ?, ?, coalesce(max(place), 0) + 1, ?, ? FROM parked_key WHERE branch = ? AND key_name = ?
            """;
    private static final String TOUCHING = """
            SELECT p.branch, p.stream, p.seq, p.entry_id, p.code, p.cause, p.parked_at FROM parked_key k
            JOIN parked p ON p.branch = k.branch AND p.stream = k.stream AND p.seq = k.seq
            WHERE k.branch = ? AND k.key_name = ? AND p.state = 'OPEN' ORDER BY k.place LIMIT 1
            """;
    private final Sql sql;

    Parked(Sql sql) {
        this.sql = sql;
    }

    /// An entry that was accepted but could not be applied.
    ///
    /// @param code why, for programs
    /// @param cause why, in a sentence for a person
    public record Waiting(
            String branch, StreamId stream, long seq, EntryId entry, String code, String cause, Instant parkedAt) {}

    /// The bytes of an entry whose id is known with other bytes.
    public record Conflicting(Bytes meta, Bytes body) {}

    /// Sets an entry aside; a second time changes nothing.
    ///
    /// @param keys what it touches
    public void park(Waiting waiting, List<String> keys, Optional<Conflicting> conflicting) {
        int parked = sql.update(PARK, waiting.branch(), waiting.stream(), waiting.seq(), waiting.entry(), waiting.code(), waiting.cause(),
                waiting.parkedAt(), conflicting.map(Conflicting::meta), conflicting.map(Conflicting::body));
        if (parked == 1) {
            Set.copyOf(keys).forEach(key -> sql.update(
                    TOUCH, waiting.branch(), key, waiting.stream(), waiting.seq(), waiting.branch(), key));
        }
    }

    /// The entry that waits longest of those that touch a key.
    public Optional<Waiting> touching(String branch, String key) {
        return sql.find(TOUCHING, Parked::waiting, branch, key);
    }

    /// Notes that an entry was applied after all; its row stays as a trail.
    ///
    /// @return whether it waited until now; otherwise somebody else has applied it
    public boolean settle(Waiting waiting, Instant at) {
        return sql.update(SETTLE, at, waiting.branch(), waiting.stream(), waiting.seq()) == 1;
    }

    /// Notes that an entry still waits, for another reason than before.
    public void restate(Waiting waiting, String code, String cause) {
        sql.update(RESTATE, code, cause, waiting.branch(), waiting.stream(), waiting.seq());
    }

    /// What a person decided about an entry that waits.
    public enum Decision {
        /// It counts under an id of its own.
        ACCEPTED,
        /// It counts nowhere.
        DISMISSED
    }

    /// Notes what a person decided; the row stays as a trail.
    ///
    /// @return whether it waited until now
    public boolean decide(Waiting waiting, Decision decision, Incidents.Settled by) {
        return sql.update(DECIDE, decision.name(), by.at(), by.by(), by.note(), waiting.branch(), waiting.stream(),
                waiting.seq()) == 1;
    }

    /// The entry that waits at a position.
    public Optional<Waiting> find(StreamId stream, long seq) {
        return sql.find(FIND, Parked::waiting, stream, seq);
    }

    /// The newest entries of a stream that wait.
    public List<Waiting> list(String branch, StreamId stream, int limit) {
        return sql.list(OF_STREAM, Parked::waiting, branch, stream, limit);
    }

    /// The newest entries that wait under their place in a stream, each as it stands in a later stream into which it was moved.
    public List<Waiting> moved(String branch, StreamId from, StreamId into, Shift shift, int limit) {
        return sql.list(MOVED, Parked::waiting, branch, from, limit, into, shift.by() - shift.slack(), shift.by() + shift.slack());
    }

    /// By how much the places in a later stream are higher, about, and by how much that may be wrong.
    public record Shift(long by, long slack) {}

    /// Entries that wait, behind one of them; start behind `("", nil, 0)`.
    public List<Waiting> after(String branch, StreamId stream, long seq, int limit) {
        return sql.list(AFTER, Parked::waiting, branch, stream, seq, limit);
    }

    /// How many wait.
    public long count() {
        return sql.number(COUNT);
    }

    /// How many of a stream wait.
    public long count(String branch, StreamId stream) {
        return sql.number(COUNT_OF_STREAM, branch, stream);
    }

    /// Whether an entry waits.
    public boolean holds(String branch, EntryId entry) {
        return sql.number(HOLDS, branch, entry) > 0;
    }

    /// The places in a stream of what has no effect: it waits, or a person dismissed it.
    public Set<Long> unposted(String branch, StreamId stream) {
        return Set.copyOf(sql.list(UNPOSTED, row -> row.number(1), branch, stream));
    }

    /// The bytes of a posting whose entry's id is known with other bytes.
    public Optional<Conflicting> conflicting(String branch, StreamId stream, long seq) {
        return sql.find(CONFLICTING, row -> new Conflicting(row.bytes(1), row.bytes(2)), branch, stream, seq);
    }

    private static Waiting waiting(Row row) {
        return new Waiting(row.text(1), new StreamId(row.uuid(2)), row.number(3), new EntryId(row.uuid(4)), row.text(5),
                row.text(6), row.instant(7));
    }
}
