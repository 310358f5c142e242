package io.evertill.db;

import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tables `till` and `enrolment_code` at the centre: who may speak to it.
public final class Tills {
    private static final String COLUMNS =
            "terminal, branch, till, public_key, enrolled_at, revoked_at, heard_at, head_seq, offset_ms, is_open";
    private static final String ENROL = """
            INSERT INTO till (terminal, branch, till, public_key, token_hash, enrolled_at, revoked_at, heard_at, head_seq)
            VALUES (?, ?, ?, ?, ?, ?, NULL, 0, 0)
            """;
    private static final String BY_TOKEN = "SELECT " + COLUMNS + " FROM till WHERE token_hash = ?";
    private static final String BY_TERMINAL = "SELECT " + COLUMNS + " FROM till WHERE terminal = ?";
    private static final String BY_KEY =
            "SELECT " + COLUMNS + " FROM till WHERE branch = ? AND till = ? AND public_key = ? ORDER BY enrolled_at DESC LIMIT 1";
    private static final String RENEW =
            "UPDATE till SET token_hash = ?, enrolled_at = ?, revoked_at = NULL WHERE terminal = ?";
    private static final String ALL = "SELECT " + COLUMNS + " FROM till ORDER BY branch, till, enrolled_at, terminal";
    private static final String HEARD = "UPDATE till SET heard_at = ?, head_seq = ?, offset_ms = ? WHERE terminal = ?";
    private static final String SHIFT = "UPDATE till SET is_open = ? WHERE terminal = ?";
    private static final String REVOKE =
            "UPDATE till SET revoked_at = ? WHERE branch = ? AND till = ? AND revoked_at IS NULL";
    private static final String PUT_CODE = """
            INSERT INTO enrolment_code (code_hash, branch, till, made_at, expires_at, used_at) VALUES (?, ?, ?, ?, ?, NULL)
            """;
    private static final String USE_CODE = """
            UPDATE enrolment_code SET used_at = ? WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?
            RETURNING branch, till
            """;
    private static final String USED_CODE = """
            SELECT c.branch, c.till FROM enrolment_code c
            JOIN till t ON t.branch = c.branch AND t.till = c.till AND t.public_key = ? AND t.enrolled_at >= c.used_at
            WHERE c.code_hash = ? AND c.used_at IS NOT NULL AND c.expires_at > ? AND t.revoked_at IS NULL
            """;

    private final Sql sql;

    Tills(Sql sql) {
        this.sql = sql;
    }

    /// A till as the centre knows it.
    ///
    /// @param terminal its id
    /// @param branch its store
    /// @param name its name in the store
    /// @param publicKey checks its signatures
    /// @param heardAt when it was last heard; 1970 before the first time
    /// @param headSeq the newest position of its stream, as it said then
    /// @param offsetMs the centre's clock less the till's then, in milliseconds; empty before the first time
    /// @param isOpen whether its newest shift, as far as it was applied, is open
    public record Till(
            String terminal,
            String branch,
            String name,
            Bytes publicKey,
            Instant enrolledAt,
            Optional<Instant> revokedAt,
            Instant heardAt,
            long headSeq,
            Optional<Long> offsetMs,
            boolean isOpen) {
        /// A till that was not heard yet.
        public Till(String terminal, String branch, String name, Bytes publicKey, Instant enrolledAt) {
            this(terminal, branch, name, publicKey, enrolledAt, Optional.empty(), Instant.EPOCH, 0, Optional.empty(), false);
        }
    }

    /// The store and name that an enrolment code stands for.
    public record Seat(String branch, String till) {}

    /// Adds a till.
    public void enrol(String terminal, Seat seat, Bytes publicKey, Hash tokenHash, Instant at) {
        sql.update(ENROL, terminal, seat.branch(), seat.till(), publicKey, tokenHash, at);
    }

    /// The till whose token has this hash, revoked or not.
    public Optional<Till> find(Hash tokenHash) {
        return sql.find(BY_TOKEN, Tills::till, tokenHash);
    }

    /// The till with an id, revoked or not.
    public Optional<Till> find(String terminal) {
        return sql.find(BY_TERMINAL, Tills::till, terminal);
    }

    /// The newest till of a place that enrolled with a key, revoked or not.
    public Optional<Till> find(Seat seat, Bytes publicKey) {
        return sql.find(BY_KEY, Tills::till, seat.branch(), seat.till(), publicKey);
    }

    /// Gives a till another token; the one before is worth nothing any more.
    public void renew(String terminal, Hash tokenHash, Instant at) {
        sql.update(RENEW, tokenHash, at, terminal);
    }

    /// All tills, by store and name.
    public List<Till> all() {
        return sql.list(ALL, Tills::till);
    }

    /// Notes that a till was heard.
    public void heard(String terminal, long headSeq, long offsetMs, Instant at) {
        sql.update(HEARD, at, headSeq, offsetMs, terminal);
    }

    /// Notes that a till's shift began or ended.
    public void shift(String terminal, boolean isOpen) {
        sql.update(SHIFT, isOpen ? 1 : 0, terminal);
    }

    /// Revokes every till of this name in a store; answers how many there were.
    public int revoke(Seat seat, Instant at) {
        return sql.update(REVOKE, at, seat.branch(), seat.till());
    }

    /// Adds an enrolment code.
    public void putCode(Hash codeHash, Seat seat, Instant at, Instant expiresAt) {
        sql.update(PUT_CODE, codeHash, seat.branch(), seat.till(), at, expiresAt);
    }

    /// Uses an enrolment code up; empty when it is unknown, expired or used.
    public Optional<Seat> useCode(Hash codeHash, Instant at) {
        return sql.find(USE_CODE, row -> new Seat(row.text(1), row.text(2)), at, codeHash, at);
    }

    /// What a used code stood for, while it is not expired, to the till alone that used it.
    public Optional<Seat> usedCode(Hash codeHash, Instant at, Bytes publicKey) {
        return sql.find(USED_CODE, row -> new Seat(row.text(1), row.text(2)), publicKey, codeHash, at);
    }

    private static Till till(Row row) {
        return new Till(row.text(1), row.text(2), row.text(3), row.bytes(4), row.instant(5), row.findInstant(6),
                row.instant(7), row.number(8), row.findNumber(9), row.flag(10));
    }
}
