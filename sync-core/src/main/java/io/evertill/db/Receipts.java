package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.StreamId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/// Tables `receipt` and `returned` at the till: which sale is behind a receipt number, and what of it came back.
public final class Receipts {
    private static final String LAST = "SELECT max(number) FROM receipt WHERE stream = ?";
    private static final String PUT = "INSERT INTO receipt (stream, number, entry_id) VALUES (?, ?, ?)";
    private static final String FIND = "SELECT entry_id FROM receipt WHERE stream = ? AND number = ?";
    private static final String ALL = "SELECT number, entry_id FROM receipt WHERE stream = ? ORDER BY number";
    private static final String ALL_RETURNED = "SELECT sale, line, qty, refunded FROM returned ORDER BY sale, line";
    private static final String RETURNED = "SELECT qty, refunded FROM returned WHERE sale = ? AND line = ?";
    private static final String ADD_RETURNED = """
            INSERT INTO returned (sale, line, qty, refunded) VALUES (?, ?, ?, ?)
            ON CONFLICT (sale, line)
            DO UPDATE SET qty = returned.qty + excluded.qty, refunded = returned.refunded + excluded.refunded
            """;

    private final Sql sql;

    Receipts(Sql sql) {
        this.sql = sql;
    }

    /// What of a sold line came back: quantity in ten-thousandths, refund in minor units.
    public record Back(long quantity, long refunded) {}

    /// The newest receipt number of a stream, 0 before the first.
    public long last(StreamId stream) {
        return sql.find(LAST, row -> row.findNumber(1), stream).flatMap(number -> number).orElse(0L);
    }

    /// Gives a receipt number to a sale.
    public void put(StreamId stream, long number, EntryId sale) {
        sql.update(PUT, stream, number, sale);
    }

    /// The sale behind a receipt number.
    public Optional<EntryId> find(StreamId stream, long number) {
        return sql.find(FIND, row -> new EntryId(row.uuid(1)), stream, number);
    }

    /// Hands over every receipt number of a stream and the sale behind it, in order.
    public void each(StreamId stream, BiConsumer<Long, EntryId> consumer) {
        sql.each(ALL, row -> consumer.accept(row.number(1), new EntryId(row.uuid(2))), stream);
    }

    /// A line that is known by the entry of its sale and its number.
    public record SoldLine(UUID sale, int line) {}

    /// Hands over what of every line came back.
    public void eachReturned(BiConsumer<SoldLine, Back> consumer) {
        sql.each(ALL_RETURNED, row -> consumer.accept(
                new SoldLine(row.uuid(1), (int) row.number(2)), new Back(row.number(3), row.number(4))));
    }

    /// What of a line came back so far.
    public Back returned(UUID sale, int line) {
        return sql.find(RETURNED, row -> new Back(row.number(1), row.number(2)), sale, line).orElse(new Back(0, 0));
    }

    /// Adds to what came back of a line.
    public void addReturned(UUID sale, int line, Back back) {
        sql.update(ADD_RETURNED, sale, line, back.quantity(), back.refunded());
    }
}
