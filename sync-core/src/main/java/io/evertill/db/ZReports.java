package io.evertill.db;

import io.evertill.ledger.StreamId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/// Table `z_report` at the till: which shift is behind the number of a report.
public final class ZReports {
    private static final String LAST = "SELECT max(number) FROM z_report WHERE stream = ?";
    private static final String PUT = "INSERT INTO z_report (stream, number, shift) VALUES (?, ?, ?)";
    private static final String FIND = "SELECT shift FROM z_report WHERE stream = ? AND number = ?";
    private static final String ALL = "SELECT number, shift FROM z_report WHERE stream = ? ORDER BY number";

    private final Sql sql;

    ZReports(Sql sql) {
        this.sql = sql;
    }

    /// The newest number of a stream, 0 before the first.
    public long last(StreamId stream) {
        return sql.find(LAST, row -> row.findNumber(1), stream).flatMap(number -> number).orElse(0L);
    }

    /// Gives a number to the report of a shift.
    public void put(StreamId stream, long number, UUID shift) {
        sql.update(PUT, stream, number, shift);
    }

    /// The shift behind a number.
    public Optional<UUID> find(StreamId stream, long number) {
        return sql.find(FIND, row -> row.uuid(1), stream, number);
    }

    /// Hands over every number of a stream and the shift behind it, in order.
    public void each(StreamId stream, BiConsumer<Long, UUID> consumer) {
        sql.each(ALL, row -> consumer.accept(row.number(1), row.uuid(2)), stream);
    }
}
