package io.evertill.db;

import java.util.List;
import java.util.UUID;

/// Table `boot` at the centre: the runs of a till's program that were heard, in the order of their last turn.
public final class Boots {
    private static final String LATEST = """
            SELECT boot, turn FROM boot WHERE branch = ? AND terminal = ? ORDER BY turn DESC LIMIT ?
            """;
    private static final String TAKE_TURN = """
            INSERT INTO boot (branch, terminal, boot, turn) VALUES (?, ?, ?, ?)
            ON CONFLICT (branch, terminal, boot) DO UPDATE SET turn = excluded.turn
            """;
    private static final String KNOWN = "SELECT count(*) FROM boot WHERE branch = ? AND terminal = ? AND boot = ?";

    private final Sql sql;

    Boots(Sql sql) {
        this.sql = sql;
    }

    /// The runs of a till that had the latest turns, the latest first.
    public List<UUID> latest(String branch, String terminal, int most) {
        return sql.list(LATEST, row -> row.uuid(1), branch, terminal, most);
    }

    /// Notes that a run was heard.
    ///
    /// @return whether it was heard before another run of the same till, and now again: two programs run side by side
    public boolean heard(String branch, String terminal, UUID boot) {
        record Turn(UUID boot, long turn) {}
        Turn latest = sql.find(LATEST, row -> new Turn(row.uuid(1), row.number(2)), branch, terminal, 1)
                .orElse(new Turn(new UUID(0, 0), 0));
        if (latest.boot().equals(boot)) {
            return false;
        }
        boolean isBack = sql.number(KNOWN, branch, terminal, boot) > 0;
        sql.update(TAKE_TURN, branch, terminal, boot, latest.turn() + 1);
        return isBack;
    }
}
