package io.evertill.db;

import io.evertill.ledger.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Table `store_staff` at the centre: who works at the tills, as rows of the feed.
public final class StoreStaff {
    private static final String PUT = """
            INSERT INTO store_staff (person, branch, definition, changed_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (person) DO UPDATE SET definition = excluded.definition, changed_at = excluded.changed_at
            """;
    private static final String REMOVE = "DELETE FROM store_staff WHERE person = ?";
    private static final String FIND = "SELECT person, branch, definition FROM store_staff WHERE person = ?";
    private static final String AFTER =
            "SELECT person, branch, definition FROM store_staff WHERE person > ? ORDER BY person LIMIT ?";

    private final Sql sql;

    StoreStaff(Sql sql) {
        this.sql = sql;
    }

    /// A person, the store where that person works, empty for all, and the row of the feed.
    public record Defined(String person, String branch, Bytes content) {}

    /// Adds a person, or changes one who stays in the same store.
    public void put(Defined defined, Instant at) {
        sql.update(PUT, defined.person(), defined.branch(), defined.content(), at);
    }

    /// Removes a person.
    public void remove(String person) {
        sql.update(REMOVE, person);
    }

    /// A person.
    public Optional<Defined> find(String person) {
        return sql.find(FIND, StoreStaff::defined, person);
    }

    /// People behind an id, in order; start behind an empty one.
    public List<Defined> after(String person, int limit) {
        return sql.list(AFTER, StoreStaff::defined, person, limit);
    }

    private static Defined defined(Row row) {
        return new Defined(row.text(1), row.text(2), row.bytes(3));
    }
}
