package io.evertill.db;

import java.util.Optional;
import java.util.UUID;

/// Table `sold_elsewhere` at the till: what the centre told of sold lines, of other tills and of this one.
public final class SoldElsewhere {
    private static final String PUT = """
            INSERT INTO sold_elsewhere (sale, line, qty, refunded) VALUES (?, ?, ?, ?)
            ON CONFLICT (sale, line) DO UPDATE SET qty = excluded.qty, refunded = excluded.refunded
            """;
    private static final String FIND = "SELECT qty, refunded FROM sold_elsewhere WHERE sale = ? AND line = ?";

    private final Sql sql;

    SoldElsewhere(Sql sql) {
        this.sql = sql;
    }

    /// What is kept of a line.
    ///
    /// @param quantity how much was sold less what had come back and is not in this till's ledger, in ten-thousandths
    /// @param refunded what had been paid back for that, in minor units; empty when an older program kept it
    public record Told(long quantity, Optional<Long> refunded) {}

    /// Keeps what was told, in place of what was kept before.
    public void put(UUID sale, int line, Told told) {
        sql.update(PUT, sale, (long) line, told.quantity(), told.refunded());
    }

    /// What is kept of a line; empty when nobody asked for it here.
    public Optional<Told> find(UUID sale, int line) {
        return sql.find(FIND, row -> new Told(row.number(1), row.findNumber(2)), sale, (long) line);
    }
}
