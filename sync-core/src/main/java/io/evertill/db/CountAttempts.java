package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Table `count_attempt` at the centre: what a person counted for a line of a count list, each time.
public final class CountAttempts {
    private static final String ADD = """
            INSERT INTO count_attempt (branch, line, attempt, entry_id, counter, counter_name, counted_qty, counted_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OF = """
            SELECT attempt, entry_id, counter, counter_name, counted_qty, counted_at FROM count_attempt
            WHERE branch = ? AND line = ? ORDER BY attempt
            """;

    private final Sql sql;

    CountAttempts(Sql sql) {
        this.sql = sql;
    }

    /// One count of a line.
    ///
    /// @param number from 1
    /// @param entry the entry that says so
    public record Attempt(int number, EntryId entry, Person counter, long counted, Instant countedAt) {}

    /// Adds a count of a line.
    public void add(String branch, UUID line, Attempt attempt) {
        sql.update(ADD, branch, line, (long) attempt.number(), attempt.entry(), attempt.counter().id(),
                attempt.counter().name(), attempt.counted(), attempt.countedAt());
    }

    /// The counts of a line, the first one first.
    public List<Attempt> of(String branch, UUID line) {
        return sql.list(OF, row -> new Attempt((int) row.number(1), new EntryId(row.uuid(2)),
                new Person(row.text(3), row.text(4)), row.number(5), row.instant(6)), branch, line);
    }
}
