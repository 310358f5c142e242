package io.evertill.db;

import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.List;

/// Table `stock_minimum` at the centre.
public final class Minimums {
    private static final String PUT = """
            INSERT INTO stock_minimum (branch, product, qty, changed_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (branch, product) DO UPDATE SET qty = excluded.qty, changed_at = excluded.changed_at
            """;
    private static final String REMOVE = "DELETE FROM stock_minimum WHERE branch = ? AND product = ?";
    private static final String LOW = """
            SELECT branch, product, sku, qty, shelf - reserved, on_hand, inbound, oldest FROM (
                SELECT m.branch AS branch, m.product AS product, p.sku AS sku, m.qty AS qty,
                    CAST(coalesce((SELECT sum(l.qty) FROM level l WHERE l.branch = m.branch AND l.product = m.product
                        AND l.place LIKE '%/AVAILABLE'), 0) AS BIGINT) AS shelf,
                    CAST(coalesce((SELECT sum(e.qty) FROM reservation r
                        JOIN reservation_entry e ON e.branch = r.branch AND e.reservation = r.reservation
                        WHERE r.branch = m.branch AND r.product = m.product AND r.state = 'ACTIVE' AND r.expires_at > ?), 0)
                        AS BIGINT) AS reserved,
                    CAST(coalesce((SELECT sum(l.qty) FROM level l WHERE l.branch = m.branch AND l.product = m.product
                        AND l.place NOT LIKE '%/TRANSIT'), 0) AS BIGINT) AS on_hand,
                    CAST(coalesce((SELECT sum(l.qty) FROM transfer t JOIN level l ON l.branch = t.branch AND l.product = m.product
                        AND l.place = t.transfer || '/TRANSIT'
                        WHERE t.target = m.branch AND t.ended_at IS NULL), 0) AS BIGINT) AS inbound,
                    coalesce((SELECT t.transfer FROM transfer t JOIN level l ON l.branch = t.branch AND l.product = m.product
                        AND l.place = t.transfer || '/TRANSIT'
                        WHERE t.target = m.branch AND t.ended_at IS NULL
                        GROUP BY t.transfer HAVING sum(l.qty) > 0 ORDER BY min(t.first_at), t.transfer LIMIT 1), '') AS oldest
                FROM stock_minimum m JOIN product p ON p.product = m.product
                WHERE (m.branch, m.product) > (?, ?)
            ) each_one
            WHERE shelf - reserved < qty ORDER BY branch, product LIMIT ?
            """;

    private final Sql sql;

    Minimums(Sql sql) {
        this.sql = sql;
    }

    /// A product of which a store has less than it wants; amounts in ten-thousandths.
    ///
    /// @param available on the shelves and not promised
    /// @param onHand everything in the store's hands
    /// @param inbound on the way to it
    /// @param oldest the transfer in which the first of that left; empty when none is on the way
    public record Low(
            String branch, ProductId product, String sku, long minimum, long available, long onHand, long inbound, String oldest) {}

    /// Says how much a store wants to have of a product at the least; nothing more is said with zero.
    public void put(String branch, ProductId product, long tenThousandths, Instant at) {
        if (tenThousandths == 0) {
            sql.update(REMOVE, branch, product);
        } else {
            sql.update(PUT, branch, product, tenThousandths, at);
        }
    }

    /// Products that are low, behind one of them; start behind `("", nil)`.
    ///
    /// @param now the moment at which promises count or have ended
    public List<Low> low(Instant now, String branch, ProductId product, int limit) {
        return sql.list(LOW, row -> new Low(row.text(1), new ProductId(row.uuid(2)), row.text(3), row.number(4), row.number(5),
                row.number(6), row.number(7), row.text(8)), now, branch, product, limit);
    }
}
