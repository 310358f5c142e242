package io.evertill.db;

import io.evertill.availability.Figure;
import io.evertill.entry.Move;
import io.evertill.ledger.StreamId;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What stands for sale in a branch, of all locations and batches, from the tables `level`, `movement` and `stream`.
public final class ForSale {
    /// One statement, so that the sum and the marks are of one moment on either database.
    private static final String FIGURE = """
            SELECT q.qty, s.stream, s.applied_seq
            FROM (SELECT coalesce(CAST(sum(qty) AS BIGINT), 0) AS qty FROM level
                WHERE branch = ? AND product = ? AND place LIKE '%/AVAILABLE') q
            LEFT JOIN stream s ON s.branch = ? AND s.terminal <> ? AND s.applied_seq > 0
            """;
    private static final String KEYS = """
            SELECT place, lot FROM level WHERE branch = ? AND product = ? AND place LIKE '%/AVAILABLE' ORDER BY place, lot
            """;
    private static final String NEWEST = "SELECT " + Stock.COLUMNS
            + "FROM movement WHERE branch = ? AND product = ? AND place = ? AND lot = ? ORDER BY key_seq DESC";

    /// Each level with the newest of its movements, through its number: one row a key, however long its history.
    static final String HEADS = """
            SELECT m.entry_id, m.line, m.branch, m.product, m.place, m.type, m.qty, m.lot, m.serial, m.ref_type, m.ref_id,
                m.ref_line, m.actor, m.occurred_at, m.recorded_at, m.counterpart, m.reason, m.key_seq, m.stream, m.seq, l.qty
            FROM level l JOIN movement m ON m.branch = l.branch AND m.product = l.product AND m.place = l.place AND m.lot = l.lot
                AND m.key_seq = l.key_seq
            WHERE l.branch = ? AND l.product = ? AND l.place LIKE '%/AVAILABLE' ORDER BY l.place, l.lot
            """;
    static final String BEFORE = "SELECT " + Stock.COLUMNS
            + "FROM movement WHERE " + Keys.ONE + " AND key_seq < ? ORDER BY key_seq DESC LIMIT ?";

    private final Sql sql;

    ForSale(Sql sql) {
        this.sql = sql;
    }

    /// The figure of a product at the centre, with how far the branch's tills were applied.
    ///
    /// @param books the terminal whose streams no till has
    /// @param asOf what to call the moment
    public Figure figure(String branch, ProductId product, String books, Instant asOf) {
        Map<StreamId, Long> through = new HashMap<>();
        long[] quantity = {0};
        sql.each(FIGURE, row -> {
            quantity[0] = row.number(1);
            row.findUuid(2).ifPresent(stream -> through.put(new StreamId(stream), row.number(3)));
        }, branch, product, branch, books);
        return new Figure(product, quantity[0], asOf, through);
    }

    /// The keys under which a product stands for sale in a branch, at either end.
    public List<Move.Key> keys(String branch, ProductId product) {
        return sql.list(KEYS, row -> new Move.Key(product, Place.parse(branch, row.text(1)), row.text(2)), branch, product);
    }

    /// A key of a product and the newest movement of it.
    ///
    /// @param level what there is, with that movement
    public record Head(long level, Stock.Movement newest) {}

    /// The keys under which a product stands for sale in a branch at the centre, all of one moment on either database.
    public List<Head> heads(String branch, ProductId product) {
        return sql.list(HEADS, row -> new Head(row.number(21), Stock.movement(row)), branch, product);
    }

    /// A key's movements before a number, the newest first.
    public List<Stock.Movement> before(Move.Key key, long keySeq, int limit) {
        return sql.list(BEFORE, Stock::movement, Keys.with(Keys.of(key), keySeq, limit));
    }

    /// Hands over a key's movements, the newest first, until they are enough.
    public void eachNewest(Move.Key key, Predicate<Stock.Movement> isEnough) {
        sql.eachUntil(NEWEST, row -> isEnough.test(Stock.movement(row)),
                key.place().branch(), key.product(), key.place().code(), key.lot());
    }
}
