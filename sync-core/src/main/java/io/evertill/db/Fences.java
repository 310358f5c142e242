package io.evertill.db;

import io.evertill.ledger.Fence;
import java.util.Optional;

/// Table `fence`, at either end: the mark inside the database that tells a copy from the original.
public final class Fences {
    private static final String FIND = "SELECT nonce, boots, machine FROM fence WHERE id = 1";
    private static final String PUT = """
            INSERT INTO fence (id, nonce, boots, machine) VALUES (1, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET nonce = excluded.nonce, boots = excluded.boots, machine = excluded.machine
            """;

    private final Sql sql;

    Fences(Sql sql) {
        this.sql = sql;
    }

    /// The mark; empty before the first start.
    public Optional<Fence.Mark> find() {
        return sql.find(FIND, row -> new Fence.Mark(row.uuid(1), row.number(2), row.hash(3)));
    }

    /// Sets the mark.
    public void put(Fence.Mark mark) {
        sql.update(PUT, mark.nonce(), mark.boots(), mark.machine());
    }
}
