package io.evertill.db;

import java.util.List;

/// Tables `movement`, `level`, `receipt`, `returned`, `collected`, `shift` and `z_report` at the till: what is computed from its
/// entries alone.
public final class Computed {
    private static final List<String> TABLES = List.of("movement", "level", "receipt", "returned", "collected", "shift", "z_report");

    private final Sql sql;

    Computed(Sql sql) {
        this.sql = sql;
    }

    /// Takes all of it away, to be computed anew in the same transaction.
    public void clear() {
        TABLES.forEach(table -> sql.update("DELETE FROM " + table));
    }
}
