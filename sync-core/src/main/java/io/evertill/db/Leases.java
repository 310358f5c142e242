package io.evertill.db;

import java.time.Instant;
import java.util.UUID;

/// Table `lease` at the centre: work that is done once in a while, by one node at a time.
///
/// A node that dies gives its work up when its time is over; another begins it anew, so the work must bear being done twice.
public final class Leases {
    private static final String TAKE = """
            INSERT INTO lease (name, holder, held_until, done_at) VALUES (?, ?, ?, 0)
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
            WHERE lease.done_at < ? AND (lease.held_until <= ? OR lease.holder = excluded.holder)
            """;
    private static final String DONE = "UPDATE lease SET held_until = 0, done_at = ? WHERE name = ? AND holder = ?";
    private static final String IS_DUE = "SELECT count(*) FROM lease WHERE name = ? AND (done_at >= ? OR (held_until > ? AND holder <> ?))";

    private final Sql sql;

    Leases(Sql sql) {
        this.sql = sql;
    }

    /// Whether a work could be taken, without writing anything.
    ///
    /// @param since not when it was done then or later
    public boolean isDue(String name, UUID holder, Instant since, Instant now) {
        return sql.number(IS_DUE, name, since, now, holder) == 0;
    }

    /// Takes a work, or keeps it longer, unless it was done since a moment or another node has it.
    ///
    /// @return whether the holder has it
    public boolean take(String name, UUID holder, Instant until, Instant since, Instant now) {
        return sql.update(TAKE, name, holder, until, since, now) == 1;
    }

    /// Says that a work was done, and gives it up.
    public void done(String name, UUID holder, Instant at) {
        sql.update(DONE, at, name, holder);
    }
}
