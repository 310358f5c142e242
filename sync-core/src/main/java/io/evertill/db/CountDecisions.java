package io.evertill.db;

import io.evertill.count.LineState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Table `count_decision` at the centre: who had lines of a count list counted again, rejected or cancelled.
public final class CountDecisions {
    private static final String ADD = """
            INSERT INTO count_decision (branch, line, number, state, decided_at, decided_by, note)
            SELECT ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? FROM count_decision WHERE branch = ? AND line = ?
            """;
    private static final String OF =
            "SELECT state, decided_at, decided_by, note FROM count_decision WHERE branch = ? AND line = ? ORDER BY number";

    private final Sql sql;

    CountDecisions(Sql sql) {
        this.sql = sql;
    }

    /// What somebody decided.
    ///
    /// @param state what the line is since then
    public record Decision(LineState state, Instant at, String by, String note) {}

    /// Adds a decision about a line, which is locked.
    public void add(String branch, UUID line, Decision decision) {
        sql.update(ADD, branch, line, decision.state(), decision.at(), decision.by(), decision.note(), branch, line);
    }

    /// Everything that was decided about a line, the oldest first.
    public List<Decision> of(String branch, UUID line) {
        return sql.list(OF, row -> new Decision(LineState.valueOf(row.text(1)), row.instant(2), row.text(3), row.text(4)), branch, line);
    }
}
