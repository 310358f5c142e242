package io.evertill.db;

import io.evertill.entry.Move;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the levels say of goods by batch: which batches stand at a place, and what stands there of no known batch although
/// its product comes in batches.
///
/// A product comes in batches when one of it was defined or has ever moved.
public final class BatchStock {
    private static final String TASK = """
            SELECT v.branch, v.product, v.place, v.qty,
                (SELECT CAST(sum(w.qty) AS BIGINT) FROM level w
                    WHERE w.branch = v.branch AND w.product = v.product AND w.place = v.place),
                (SELECT max(m.occurred_at) FROM movement m
                    WHERE m.branch = v.branch AND m.product = v.product AND m.place = v.place AND m.lot = '')
            FROM level v
            WHERE v.lot = '' AND v.qty <> 0 AND v.place NOT LIKE '%/TRANSIT'
                AND v.product IN (SELECT product FROM lot UNION SELECT product FROM level WHERE lot <> '')
            """;
    private static final String ALL =
            TASK + " AND (v.branch, v.product, v.place) > (?, ?, ?) ORDER BY v.branch, v.product, v.place LIMIT ?";
    private static final String OF_BRANCH =
            TASK + " AND v.branch = ? AND (v.product, v.place) > (?, ?) ORDER BY v.product, v.place LIMIT ?";
    private static final String OF_PLACE = TASK + " AND v.branch = ? AND v.product = ? AND v.place = ?";
    private static final String IS_KNOWN = """
            SELECT (SELECT count(*) FROM lot WHERE product = ? AND lot = ?)
                + (SELECT count(*) FROM level WHERE product = ? AND lot = ? AND lot <> '')
            """;
    private static final String COMES_IN_BATCHES = """
            SELECT CASE WHEN EXISTS (SELECT 1 FROM lot WHERE product = ?)
                OR EXISTS (SELECT 1 FROM level WHERE product = ? AND lot <> '') THEN 1 ELSE 0 END
            """;

    private final Sql sql;

    BatchStock(Sql sql) {
        this.sql = sql;
    }

    /// Goods of which somebody has to say the batch.
    ///
    /// @param key where they are, of no known batch
    /// @param quantity in ten-thousandths, not zero: below zero where goods left without a batch, above it where they came so
    /// @param whole what stands there of all batches together
    /// @param movedAt when goods last moved there without a batch
    public record Unassigned(Move.Key key, long quantity, long whole, Instant movedAt) {
        /// Whether batches at the place hold what left it: nothing is missing but a batch.
        public boolean isCovered() {
            return quantity > 0 || whole >= 0;
        }
    }

    /// All of them behind one, by branch, product and place; start behind `("", nil, "")`.
    public List<Unassigned> unassigned(String branch, ProductId product, String place, int limit) {
        return sql.list(ALL, BatchStock::task, branch, product, place, limit);
    }

    /// Those of a branch behind one, by product and place; start behind `(nil, "")`.
    public List<Unassigned> unassignedOf(String branch, ProductId product, String place, int limit) {
        return sql.list(OF_BRANCH, BatchStock::task, branch, product, place, limit);
    }

    /// What is of no known batch of a product at a place; empty when nothing is.
    public Optional<Unassigned> unassigned(ProductId product, Place place) {
        return sql.find(OF_PLACE, BatchStock::task, place.branch(), product, place.code());
    }

    /// Whether a batch was defined or has moved.
    public boolean isKnown(ProductId product, String lot) {
        return sql.number(IS_KNOWN, product, lot, product, lot) > 0;
    }

    /// Whether a product comes in batches.
    public boolean isInBatches(ProductId product) {
        return sql.number(COMES_IN_BATCHES, product, product) == 1;
    }

    private static Unassigned task(Row row) {
        return new Unassigned(new Move.Key(new ProductId(row.uuid(2)), Place.parse(row.text(1), row.text(3)), ""),
                row.number(4), row.number(5), row.instant(6));
    }
}
