package io.evertill.db;

import io.evertill.entry.Move;
import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Table `movement` as history: what there was, as it is known and as it happened, and the movements that made it (domain
/// 2h).
public final class StockHistory {
    private static final String BALANCE = "SELECT CAST(coalesce(sum(qty), 0) AS BIGINT) FROM movement WHERE " + Keys.ONE
            + " AND occurred_at <= ? AND recorded_at <= ?";
    private static final String OF_KEY = "SELECT " + Stock.COLUMNS + " FROM movement WHERE " + Keys.ONE
            + " AND key_seq > ? ORDER BY key_seq LIMIT ?";
    private static final String OF_PRODUCT = "SELECT " + Stock.COLUMNS + """
            , unit_cost, cost_currency FROM movement WHERE branch = ? AND product = ? AND (place, lot, key_seq) > (?, ?, ?)
            ORDER BY place, lot, key_seq LIMIT ?
            """;
    private static final String EACH = """
            SELECT m.entry_id, m.line, m.branch, m.product, m.place, m.type, m.qty, m.lot, m.serial, m.ref_type, m.ref_id,
                m.ref_line, m.actor, m.occurred_at, m.recorded_at, m.counterpart, m.reason, m.key_seq, m.stream, m.seq,
                coalesce(p.sku, ''), m.unit_cost, m.cost_currency
            FROM movement m LEFT JOIN product p ON p.product = m.product ORDER BY m.branch, m.entry_id, m.line
            """;
    private static final String WORTHS = """
            SELECT p.sku, c.qty, c.unit_cost, c.currency FROM product_cost c JOIN product p ON p.product = c.product
            WHERE p.sku > ? AND p.sku <= ? AND c.qty <> 0 ORDER BY p.sku, c.branch
            """;
    private static final String BRANCHES =
            "SELECT DISTINCT branch FROM level WHERE product = ? AND branch > ? ORDER BY branch LIMIT ?";
    private static final String FIGURES = """
            SELECT s.branch, s.product, p.sku,
            """;
    private static final String SUMS = """
                CAST(sum(CASE WHEN s.place LIKE '%/AVAILABLE' THEN s.qty ELSE 0 END) AS BIGINT),
                CAST(sum(CASE WHEN s.place LIKE '%/INSPECTION' OR s.place LIKE '%/RETURNED' OR s.place LIKE '%/QUARANTINE'
                    THEN s.qty ELSE 0 END) AS BIGINT),
                CAST(sum(CASE WHEN s.place LIKE '%/STAGED' THEN s.qty ELSE 0 END) AS BIGINT),
                CAST(sum(s.reserved) AS BIGINT), CAST(sum(s.inbound) AS BIGINT), max(c.unit_cost), max(c.currency)
            """;
    private static final String NOW = " FROM level s ";
    private static final String THEN = """
             FROM (SELECT branch, product, place, lot, qty FROM movement WHERE occurred_at <= ? AND recorded_at <= ?) s
            """;
    private static final String FIGURES_NOW = FIGURES + SUMS + """
            FROM (
                SELECT branch, product, place, qty, 0 AS reserved, 0 AS inbound FROM level WHERE place NOT LIKE '%/TRANSIT'
                UNION ALL
                SELECT r.branch, r.product, r.location || '/AVAILABLE', 0, e.qty, 0
                FROM reservation r JOIN reservation_entry e ON e.branch = r.branch AND e.reservation = r.reservation
                WHERE r.state = 'ACTIVE' AND r.expires_at > ?
                UNION ALL
                SELECT t.target, l.product, l.place, 0, 0, l.qty
                FROM transfer t JOIN level l ON l.branch = t.branch AND l.place = t.transfer || '/TRANSIT'
                WHERE t.ended_at IS NULL
            ) s LEFT JOIN product_cost c ON c.branch = s.branch AND c.product = s.product
            """;
    private static final String FIGURES_THEN = FIGURES + SUMS + """
            FROM (
                SELECT m.branch, m.product, m.place, m.qty, 0 AS reserved, 0 AS inbound, m.occurred_at, m.recorded_at FROM movement m
                WHERE m.place NOT LIKE '%/TRANSIT'
                UNION ALL
                SELECT t.target, m.product, m.place, 0, 0, m.qty, m.occurred_at, m.recorded_at
                FROM transfer t JOIN movement m ON m.branch = t.branch AND m.place = t.transfer || '/TRANSIT'
            ) s LEFT JOIN product_cost c ON c.branch = '' AND c.product = s.product
            """;
    private static final String HAPPENED = " AND s.occurred_at <= ? AND s.recorded_at <= ?";
    private static final String BEHIND = """
            JOIN product p ON p.product = s.product
            WHERE (? = '' OR s.branch = ?) AND (? = '' OR p.sku = ?) AND (? = '' OR s.place = ?) AND (s.branch, p.sku) > (?, ?)
            """;
    private static final String GROUPED = " GROUP BY s.branch, p.sku, s.product ORDER BY s.branch, p.sku LIMIT ?";
    private static final String TOGETHER = """
            SELECT '', s.product, p.sku,
                CAST(sum(CASE WHEN s.place LIKE '%/AVAILABLE' THEN s.qty ELSE 0 END) AS BIGINT),
                CAST(sum(CASE WHEN s.place LIKE '%/INSPECTION' OR s.place LIKE '%/RETURNED' OR s.place LIKE '%/QUARANTINE'
                    THEN s.qty ELSE 0 END) AS BIGINT),
                CAST(sum(CASE WHEN s.place LIKE '%/STAGED' THEN s.qty ELSE 0 END) AS BIGINT),
                CAST(sum(CASE WHEN s.place LIKE '%/TRANSIT' THEN s.qty ELSE 0 END) AS BIGINT), CAST(coalesce(max(v.qty), 0) AS BIGINT)
            """;
    private static final String PROMISED = """
            JOIN product p ON p.product = s.product
            LEFT JOIN (SELECT r.product, sum(e.qty) AS qty
                FROM reservation r JOIN reservation_entry e ON e.branch = r.branch AND e.reservation = r.reservation
                WHERE r.state = 'ACTIVE' AND r.expires_at > ? GROUP BY r.product) v ON v.product = s.product
            WHERE p.sku > ? GROUP BY p.sku, s.product ORDER BY p.sku LIMIT ?
            """;
    private static final String ON_THE_WAY = "SELECT s.product, p.sku, s.place, CAST(sum(s.qty) AS BIGINT)";
    private static final String BY_TRANSFER = """
            JOIN product p ON p.product = s.product
            WHERE s.place LIKE '%/TRANSIT' AND (? = '' OR p.sku = ?) AND (p.sku, s.place) > (?, ?)
            GROUP BY p.sku, s.product, s.place HAVING sum(s.qty) <> 0 ORDER BY p.sku, s.place LIMIT ?
            """;

    private final Sql sql;

    StockHistory(Sql sql) {
        this.sql = sql;
    }

    /// The moment of a question about stock. Without either it is what there is now.
    ///
    /// @param happened as it happened: counts what had happened by then, whenever it became known
    /// @param known as known: counts what the centre had recorded by then, whenever it happened
    public record AsOf(Optional<Instant> happened, Optional<Instant> known) {
        /// Now, as far as is known.
        public static final AsOf NOW = new AsOf(Optional.empty(), Optional.empty());

        boolean isNow() {
            return equals(NOW);
        }

        private Object[] bounds() {
            return new Object[] {happened.map(Micros::of).orElse(Long.MAX_VALUE), known.map(Micros::of).orElse(Long.MAX_VALUE)};
        }
    }

    /// Which stock; an empty text leaves nothing out.
    ///
    /// @param branch a branch's code
    /// @param sku a product's SKU
    /// @param place a place's code
    public record Choice(String branch, String sku, String place) {
        /// All stock.
        public static final Choice ALL = new Choice("", "", "");
    }

    /// How much of a product a branch has, in ten-thousandths.
    ///
    /// @param shelf on its shelves
    /// @param reserved what active promises keep back there; at a moment of the past nothing is said of them, and it is 0
    /// @param heldBack waiting for an inspection, come back, or in quarantine
    /// @param staged picked for orders
    /// @param inbound on the way to it in transfers that have not ended
    /// @param unitCost what one unit costs on average now; empty when nobody knows, and at a moment of the past
    public record Figures(
            String branch, ProductId product, String sku, long shelf, long reserved, long heldBack, long staged, long inbound,
            Optional<UnitPrice> unitCost) {
        /// What is on the shelves and not promised; below zero when more is promised than there is.
        public long available() {
            return Math.subtractExact(shelf, reserved);
        }

        /// Everything in the branch's hands.
        public long onHand() {
            return Math.addExact(shelf, Math.addExact(heldBack, staged));
        }

        /// What that is worth, in minor units, half up; empty when nobody knows what it cost.
        public Optional<Money> value() {
            return unitCost.map(cost -> Rounding.HALF_UP.total(cost, onHand()));
        }
    }

    /// A movement and what one unit of its goods cost; empty when nobody knows.
    public record Costed(Stock.Movement movement, Optional<UnitPrice> unitCost) {}

    /// What a branch has on hand of a product, in ten-thousandths, and what one unit cost on average; empty when nobody knows.
    public record Worth(String sku, long quantity, Optional<UnitPrice> unitCost) {}

    /// How much of a product is on the way in a transfer, whichever branches booked it.
    ///
    /// @param place the transfer's place, without a branch
    public record Travelling(ProductId product, String sku, String place, long quantity) {}

    /// How much of a product all branches have together, in ten-thousandths.
    ///
    /// @param figures under no branch
    /// @param travelling on the way between branches
    /// @param reserved what is promised of the shelves; only for now
    public record Together(Figures figures, long travelling, Optional<Long> reserved) {}

    /// A key's balance at a moment.
    public long balance(Move.Key key, AsOf asOf) {
        return sql.number(BALANCE, Keys.with(Keys.of(key), asOf.bounds()));
    }

    /// A key's movements behind a number, in the order in which they became known.
    public List<Stock.Movement> of(Move.Key key, long after, int limit) {
        return sql.list(OF_KEY, Stock::movement, Keys.with(Keys.of(key), after, limit));
    }

    /// A product's movements in a branch behind one of them, by place, lot and number; start behind `("", "", 0)`.
    public List<Costed> of(String branch, ProductId product, String place, String lot, long after, int limit) {
        return sql.list(OF_PRODUCT, row -> new Costed(Stock.movement(row), UnitCosts.cost(row, 21)),
                branch, product, place, lot, after, limit);
    }

    /// Hands over every movement with the product's SKU, by entry; an empty SKU when the product is not known any more.
    public void each(BiConsumer<Costed, String> consumer) {
        sql.each(EACH, row -> consumer.accept(new Costed(Stock.movement(row), UnitCosts.cost(row, 22)), row.text(21)));
    }

    /// What the goods on hand of products cost in each branch, as the averages say, by SKU.
    ///
    /// @param after behind this SKU
    /// @param through up to this one
    public List<Worth> worths(String after, String through) {
        return sql.list(WORTHS, row -> new Worth(row.text(1), row.number(2), UnitCosts.cost(row, 3)), after, through);
    }

    /// The branches behind one of them that have, or had, a product.
    public List<String> branches(ProductId product, String after, int limit) {
        return sql.list(BRANCHES, row -> row.text(1), product, after, limit);
    }

    /// What branches have, by branch and SKU, behind one of them; start behind `("", "")`.
    ///
    /// @param now the moment at which promises count or have ended
    public List<Figures> figures(Choice choice, AsOf asOf, Instant now, String branch, String sku, int limit) {
        Object[] chosen = {
            choice.branch(), choice.branch(), choice.sku(), choice.sku(), choice.place(), choice.place(), branch, sku
        };
        return asOf.isNow()
                ? sql.list(FIGURES_NOW + BEHIND + GROUPED, StockHistory::figures, Keys.with(new Object[] {now}, Keys.with(chosen, limit)))
                : sql.list(FIGURES_THEN + BEHIND + HAPPENED + GROUPED, StockHistory::figures,
                        Keys.with(Keys.with(chosen, asOf.bounds()), limit));
    }

    private static Figures figures(Row row) {
        return new Figures(row.text(1), new ProductId(row.uuid(2)), row.text(3), row.number(4), row.number(7), row.number(5),
                row.number(6), row.number(8), UnitCosts.cost(row, 9));
    }

    /// What all branches have together, by SKU, behind one of them; start behind an empty text.
    ///
    /// @param now when promises count that have not ended
    public List<Together> together(AsOf asOf, Instant now, String sku, int limit) {
        return sql.list(TOGETHER + source(asOf) + PROMISED, row -> new Together(
                new Figures(row.text(1), new ProductId(row.uuid(2)), row.text(3), row.number(4), 0, row.number(5), row.number(6), 0,
                        Optional.empty()),
                row.number(7), asOf.isNow() ? Optional.of(row.number(8)) : Optional.empty()), arguments(asOf, now, sku, limit));
    }

    /// What is on the way, by SKU and transfer, behind one of them; start behind `("", "")`.
    ///
    /// @param only a product's SKU; empty for all
    public List<Travelling> travelling(String only, AsOf asOf, String sku, String place, int limit) {
        return sql.list(ON_THE_WAY + source(asOf) + BY_TRANSFER, row -> new Travelling(new ProductId(row.uuid(1)), row.text(2),
                row.text(3), row.number(4)), arguments(asOf, only, only, sku, place, limit));
    }

    private static String source(AsOf asOf) {
        return asOf.isNow() ? NOW : THEN;
    }

    private static Object[] arguments(AsOf asOf, Object... chosen) {
        return asOf.isNow() ? chosen : Keys.with(asOf.bounds(), chosen);
    }
}
