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

    /// Hands over a key's movements, the newest first, until they are enough.
    public void eachNewest(Move.Key key, Predicate<Stock.Movement> isEnough) {
        sql.eachUntil(NEWEST, row -> isEnough.test(Stock.movement(row)),
                key.place().branch(), key.product(), key.place().code(), key.lot());
    }
}
