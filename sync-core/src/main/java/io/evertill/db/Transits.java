package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.product.ProductId;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Consigned;
import io.evertill.transfer.TransferId;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What the movements say of goods between branches: what is on the way, and that nothing appears or vanishes there.
public final class Transits {
    private static final String ON_THE_WAY = """
            SELECT product, lot, serial, CAST(sum(qty) AS BIGINT) FROM movement
            WHERE ref_type = 'transfer' AND ref_id = ? AND place LIKE '%/TRANSIT'
            GROUP BY product, lot, serial HAVING sum(qty) <> 0 ORDER BY 1, 2, 3
            """;
    private static final String ENDED_WITH_GOODS = """
            SELECT m.ref_id, m.product, m.lot, m.serial, CAST(sum(m.qty) AS BIGINT) FROM movement m
            WHERE m.ref_type = 'transfer' AND m.place LIKE '%/TRANSIT' AND m.ref_id IN (
                SELECT transfer FROM transfer WHERE ended_at IS NOT NULL)
            GROUP BY m.ref_id, m.product, m.lot, m.serial HAVING sum(m.qty) <> 0 ORDER BY 1, 2, 3, 4
            """;
    private static final String UNBALANCED = """
            SELECT branch, entry_id, product, lot, serial, CAST(sum(qty) AS BIGINT) FROM movement
            WHERE counterpart LIKE '%/%'
            GROUP BY branch, entry_id, product, lot, serial HAVING sum(qty) <> 0 ORDER BY 1, 2, 3, 4, 5
            """;
    private static final String AVAILABLE = """
            SELECT CAST(coalesce((SELECT sum(qty) FROM level
                    WHERE branch = ? AND product = ? AND place LIKE '%/AVAILABLE'), 0) AS BIGINT)
                - CAST(coalesce((SELECT sum(e.qty)
                    FROM reservation r JOIN reservation_entry e ON e.branch = r.branch AND e.reservation = r.reservation
                    WHERE r.branch = ? AND r.product = ? AND r.state = 'ACTIVE' AND r.expires_at > ?), 0) AS BIGINT)
            """;

    private final Sql sql;

    Transits(Sql sql) {
        this.sql = sql;
    }

    /// Goods of an ended transfer that are still on the way.
    public record Left(TransferId transfer, Consigned goods, long quantity) {}

    /// A group of movements between kept places that does not sum to zero.
    public record Unbalanced(String branch, EntryId entry, Consigned goods, long quantity) {}

    /// What the movements of all branches say is on the way, without what is not.
    public SortedMap<Consigned, Long> of(TransferId transfer) {
        SortedMap<Consigned, Long> goods = new TreeMap<>();
        sql.each(ON_THE_WAY, row -> goods.put(consigned(row, 1), row.number(4)), transfer.text());
        return goods;
    }

    /// How much of a product is on the shelves of a branch and not promised, in ten-thousandths; below zero where more was
    /// taken or promised.
    ///
    /// @param now the moment at which promises count or have ended
    public long available(String branch, ProductId product, Instant now) {
        return sql.number(AVAILABLE, branch, product, branch, product, now);
    }

    /// Hands over what is on the way of transfers that have ended.
    public void eachLeft(Consumer<Left> consumer) {
        sql.each(ENDED_WITH_GOODS, row ->
                consumer.accept(new Left(new TransferId(row.text(1)), consigned(row, 2), row.number(5))));
    }

    /// Hands over every group of movements between kept places that does not sum to zero.
    public void eachUnbalanced(Consumer<Unbalanced> consumer) {
        sql.each(UNBALANCED, row -> consumer.accept(new Unbalanced(
                row.text(1), new EntryId(row.uuid(2)), consigned(row, 3), row.number(6))));
    }

    private static Consigned consigned(Row row, int column) {
        return new Consigned(new ProductId(row.uuid(column)), new Tracking(row.text(column + 1), row.text(column + 2)));
    }
}
