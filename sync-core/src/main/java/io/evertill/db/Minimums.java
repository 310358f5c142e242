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
            SELECT branch, product, sku, qty, available, on_hand FROM (
                SELECT m.branch AS branch, m.product AS product, p.sku AS sku, m.qty AS qty,
                    CAST(coalesce((SELECT sum(l.qty) FROM level l WHERE l.branch = m.branch AND l.product = m.product
                        AND l.place LIKE '%/AVAILABLE'), 0)
                        - coalesce((SELECT sum(e.qty) FROM reservation r JOIN reservation_entry e
                            ON e.branch = r.branch AND e.reservation = r.reservation
                            WHERE r.branch = m.branch AND r.product = m.product AND r.state = 'ACTIVE' AND r.expires_at > ?), 0)
                        AS BIGINT) AS available,
                    CAST(coalesce((SELECT sum(l.qty) FROM level l WHERE l.branch = m.branch AND l.product = m.product
                        AND l.place NOT LIKE '%/TRANSIT'), 0) AS BIGINT) AS on_hand
                FROM stock_minimum m JOIN product p ON p.product = m.product
                WHERE (m.branch, m.product) > (?, ?)
            ) each_one
            WHERE available < qty ORDER BY branch, product LIMIT ?
            """;

    private final Sql sql;

    Minimums(Sql sql) {
        this.sql = sql;
    }

    /// A product of which a store has less than it wants; amounts in ten-thousandths.
    ///
    /// @param available what is for sale and not promised
    /// @param onHand what the store has of it anywhere
    public record Low(String branch, ProductId product, String sku, long minimum, long available, long onHand) {}

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
    /// @param now the moment at which reservations count or have ended
    public List<Low> low(String branch, ProductId product, Instant now, int limit) {
        return sql.list(LOW, row -> new Low(row.text(1), new ProductId(row.uuid(2)), row.text(3), row.number(4), row.number(5),
                row.number(6)), now, branch, product, limit);
    }
}
