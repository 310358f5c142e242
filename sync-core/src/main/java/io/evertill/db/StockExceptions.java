package io.evertill.db;

import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// Table `stock_exception` at the centre: what the ledger says that cannot be true on a shelf (domain 2a).
///
/// One is open per kind and key at a time. Nothing deletes a row; an exception ends when a movement cures it.
public final class StockExceptions {
    private static final String COLUMNS = "exception, kind, branch, product, place, lot, short_qty, entry_id, line, opened_at,"
            + " updated_at, resolved_at, cured_entry_id, cured_line, is_late";
    private static final String RAISE = """
            INSERT INTO stock_exception (exception, kind, branch, product, place, lot, short_qty, entry_id, line, opened_at,
                updated_at, resolved_at, cured_entry_id, cured_line, is_late)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL, 0)
            ON CONFLICT (branch, kind, product, place, lot) WHERE resolved_at IS NULL
            DO UPDATE SET short_qty = excluded.short_qty, updated_at = excluded.updated_at
            """;
    private static final String REOPEN = """
            UPDATE stock_exception SET resolved_at = NULL, cured_entry_id = NULL, cured_line = NULL, is_late = 0
            WHERE branch = ? AND exception = ?
            """;
    private static final String RESOLVE = """
            UPDATE stock_exception SET resolved_at = ?, updated_at = ?, cured_entry_id = ?, cured_line = ?, is_late = ?
            WHERE branch = ? AND kind = ? AND product = ? AND place = ? AND lot = ? AND resolved_at IS NULL
            """;
    private static final String FIND_OPEN = "SELECT " + COLUMNS + """
             FROM stock_exception
            WHERE branch = ? AND kind = ? AND product = ? AND place = ? AND lot = ? AND resolved_at IS NULL
            """;
    private static final String OPEN = "SELECT " + COLUMNS
            + " FROM stock_exception WHERE resolved_at IS NULL AND (branch, exception) > (?, ?) ORDER BY branch, exception LIMIT ?";
    private static final String OF_KEY = "SELECT " + COLUMNS + """
             FROM stock_exception WHERE branch = ? AND product = ? AND place = ? AND lot = ? ORDER BY opened_at, exception
            """;
    private static final String COUNT_OPEN = "SELECT count(*) FROM stock_exception WHERE resolved_at IS NULL";
    private static final String WRONG = """
            SELECT l.branch, l.product, l.place, l.lot FROM level l
            WHERE l.qty < 0 AND l.place LIKE '%/AVAILABLE' AND NOT EXISTS (
                SELECT 1 FROM stock_exception e WHERE e.branch = l.branch AND e.kind = 'OVERSOLD' AND e.product = l.product
                    AND e.place = l.place AND e.lot = l.lot AND e.resolved_at IS NULL AND e.short_qty = l.qty)
            UNION ALL
            SELECT e.branch, e.product, e.place, e.lot FROM stock_exception e
            WHERE e.kind = 'OVERSOLD' AND e.resolved_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM level l WHERE l.branch = e.branch AND l.product = e.product AND l.place = e.place
                    AND l.lot = e.lot AND l.qty < 0)
            ORDER BY 1, 2, 3, 4
            """;

    private final Sql sql;

    StockExceptions(Sql sql) {
        this.sql = sql;
    }

    /// What is wrong.
    public enum Kind {
        /// More left a shelf than the ledger knew to be there.
        OVERSOLD
    }

    /// A movement, as the cause or the cure of an exception.
    public record Cause(EntryId entry, int line) {}

    /// An exception.
    ///
    /// @param shortBy the balance, below zero, in ten-thousandths
    /// @param cause the movement with which it began
    /// @param cure how it ended; empty while it is open
    public record Raised(
            UUID id, Kind kind, Move.Key key, long shortBy, Cause cause, Instant openedAt, Instant updatedAt,
            Optional<Cure> cure) {}

    /// How an exception ended.
    ///
    /// @param isLate whether the movement that cured it had happened before the one that caused it, and was only late: an
    ///     order of arrival, not a mistake in the shop
    public record Cure(Instant at, Cause by, boolean isLate) {}

    /// Opens an exception of a key, or brings the open one up to date.
    public void raise(Kind kind, Move.Key key, long shortBy, Cause cause, Instant at) {
        sql.update(RAISE, id(kind, key, cause), kind, key.place().branch(), key.product(), key.place().code(), key.lot(),
                shortBy, cause.entry(), (long) cause.line(), at, at);
    }

    /// Opens an exception again that was ended by mistake, for a rebuild; [#raise] then brings it up to date.
    public void reopen(Kind kind, Move.Key key, Cause cause) {
        sql.update(REOPEN, key.place().branch(), id(kind, key, cause));
    }

    /// Ends the open exception of a key, if there is one.
    public void resolve(Kind kind, Move.Key key, Cure cure) {
        sql.update(RESOLVE, cure.at(), cure.at(), cure.by().entry(), (long) cure.by().line(), cure.isLate(),
                key.place().branch(), kind, key.product(), key.place().code(), key.lot());
    }

    /// The open exception of a key.
    public Optional<Raised> open(Kind kind, Move.Key key) {
        return sql.find(FIND_OPEN, StockExceptions::raised, key.place().branch(), kind, key.product(), key.place().code(),
                key.lot());
    }

    /// Open exceptions behind one of them; start behind `("", nil)`.
    public List<Raised> openAfter(String branch, UUID exception, int limit) {
        return sql.list(OPEN, StockExceptions::raised, branch, exception, limit);
    }

    /// All exceptions of a key, the oldest first.
    public List<Raised> of(Move.Key key) {
        return sql.list(OF_KEY, StockExceptions::raised, key.place().branch(), key.product(), key.place().code(), key.lot());
    }

    /// How many are open.
    public long openCount() {
        return sql.number(COUNT_OPEN);
    }

    /// Hands over every key whose level is below zero without an open exception that says by how much, or the reverse.
    public void eachWrong(Consumer<Move.Key> consumer) {
        sql.each(WRONG, row -> consumer.accept(new Move.Key(
                new ProductId(row.uuid(2)), Place.parse(row.text(1), row.text(3)), row.text(4))));
    }

    private static UUID id(Kind kind, Move.Key key, Cause cause) {
        return UUID.nameUUIDFromBytes(String.join("\n", kind.name(), key.place().branch(), key.product().toString(),
                        key.place().code(), key.lot(), cause.entry().toString(), String.valueOf(cause.line()))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static Raised raised(Row row) {
        Move.Key key = new Move.Key(new ProductId(row.uuid(4)), Place.parse(row.text(3), row.text(5)), row.text(6));
        Optional<Cure> cure = row.findInstant(12).map(at -> new Cure(
                at, new Cause(new EntryId(row.uuid(13)), (int) row.number(14)), row.number(15) == 1));
        return new Raised(row.uuid(1), Kind.valueOf(row.text(2)), key, row.number(7),
                new Cause(new EntryId(row.uuid(8)), (int) row.number(9)), row.instant(10), row.instant(11), cure);
    }
}
