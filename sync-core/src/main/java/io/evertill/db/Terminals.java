package io.evertill.db;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Table `terminal` at the till: who it is, and what it last heard from the centre.
public final class Terminals {
    private static final String FIND = """
            SELECT terminal, branch, till, centre_url, incarnation_seen, applied_seq, parked, replied_at, offset_ms, is_revoked,
                lost_incarnation, runs_twice
            FROM terminal WHERE id = 1
            """;
    private static final String ENROL = """
            INSERT INTO terminal (id, terminal, branch, till, centre_url, incarnation_seen, applied_seq, parked, replied_at,
                offset_ms, is_revoked, lost_incarnation)
            VALUES (1, ?, ?, ?, ?, NULL, 0, 0, 0, NULL, 0, NULL)
            ON CONFLICT (id) DO UPDATE SET terminal = excluded.terminal, branch = excluded.branch, till = excluded.till,
                centre_url = excluded.centre_url, is_revoked = 0, runs_twice = 0
            """;
    private static final String HEARD = """
            UPDATE terminal SET incarnation_seen = ?, applied_seq = ?, parked = ?, replied_at = ?, offset_ms = ?, is_revoked = ?,
                lost_incarnation = ?, runs_twice = ?
            WHERE id = 1
            """;
    private static final String NEEDS_UPDATE = "SELECT count(*) FROM terminal WHERE id = 1 AND needs_update = 1";
    private static final String PUT_NEEDS_UPDATE = "UPDATE terminal SET needs_update = ? WHERE id = 1";

    private final Sql sql;

    Terminals(Sql sql) {
        this.sql = sql;
    }

    /// A till's identity, as issued by the centre, stable.
    ///
    /// @param terminal its id
    /// @param branch its store
    /// @param till its name in the store, printed on receipts
    /// @param centreUrl where the centre is; empty for a till that has none yet
    public record Identity(String terminal, String branch, String till, String centreUrl) {}

    /// What the centre last said.
    ///
    /// @param incarnation which life of the centre's ledger; empty before the first answer
    /// @param appliedSeq how far it has applied the open stream
    /// @param parked how many entries of this till wait for a person, as named in the last answer
    /// @param repliedAt when, by this till's clock; 1970 before the first answer
    /// @param offsetMs the centre's clock less this till's, in milliseconds
    /// @param isRevoked whether this till may only hand over what it has
    /// @param lost the incarnation of the centre that once held more of this till's stream than it does now
    /// @param runsTwice whether two programs with this till's key take turns, since it was enrolled last
    public record Heard(
            Optional<UUID> incarnation,
            long appliedSeq,
            long parked,
            Instant repliedAt,
            Optional<Long> offsetMs,
            boolean isRevoked,
            Optional<UUID> lost,
            boolean runsTwice) {
        /// How far the centre's clock is ahead of this till's, as far as it is known.
        public Duration ahead() {
            return Duration.ofMillis(offsetMs.orElse(0L));
        }
    }

    /// Sets or changes who this till is.
    public void enrol(Identity identity) {
        sql.update(ENROL, identity.terminal(), identity.branch(), identity.till(), identity.centreUrl());
    }

    /// Who this till is; empty before it was set up.
    public Optional<Identity> identity() {
        return sql.find(FIND, row -> new Identity(row.text(1), row.text(2), row.text(3), row.text(4)));
    }

    /// What was last heard; empty before the till was set up.
    public Optional<Heard> heard() {
        return sql.find(FIND, row -> new Heard(row.findUuid(5), row.number(6), row.number(7), row.instant(8),
                row.findNumber(9), row.flag(10), row.findUuid(11), row.flag(12)));
    }

    /// Whether this program is too old to read the centre's feed, as last heard.
    public boolean needsUpdate() {
        return sql.number(NEEDS_UPDATE) > 0;
    }

    /// Notes whether this program is too old to read the centre's feed.
    public void putNeedsUpdate(boolean needsUpdate) {
        sql.update(PUT_NEEDS_UPDATE, needsUpdate);
    }

    /// Notes what was heard.
    public void heard(Heard heard) {
        sql.update(HEARD, heard.incarnation(), heard.appliedSeq(), heard.parked(), heard.repliedAt(), heard.offsetMs(),
                heard.isRevoked(), heard.lost(), heard.runsTwice());
    }
}
