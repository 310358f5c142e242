package io.evertill.db;

import java.util.Optional;
import java.util.UUID;

/// Table `sold_elsewhere` at the till: lines that other tills sold, as the centre told.
public final class SoldElsewhere {
    private static final String PUT = """
            INSERT INTO sold_elsewhere (sale, line, qty) VALUES (?, ?, ?)
            ON CONFLICT (sale, line) DO UPDATE SET qty = excluded.qty
            """;
    private static final String FIND = "SELECT qty FROM sold_elsewhere WHERE sale = ? AND line = ?";

    private final Sql sql;

    SoldElsewhere(Sql sql) {
        this.sql = sql;
    }

    /// Keeps how much was sold less what had come back at other tills, in ten-thousandths, in place of what was kept before.
    public void put(UUID sale, int line, long quantity) {
        sql.update(PUT, sale, (long) line, quantity);
    }

    /// What is kept of a line; empty when nobody asked for it here.
    public Optional<Long> find(UUID sale, int line) {
        return sql.find(FIND, row -> row.number(1), sale, (long) line);
    }
}
