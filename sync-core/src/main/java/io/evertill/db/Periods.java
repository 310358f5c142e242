package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Hash;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The tables of closed periods at the centre (domain 2j): what was closed, with which figures, and what became known later.
public final class Periods {
    private static final String SHARE = "SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 2))";
    private static final String HOLD = "SELECT pg_advisory_xact_lock(hashtextextended(?, 2))";
    private static final String COLUMNS =
            "branch, locked_through, zone, begins_at, ends_at, closed_at, closed_by, waived, note, hash";
    private static final String LATEST = "SELECT " + COLUMNS
            + " FROM period_lock WHERE branch = ? ORDER BY locked_through DESC LIMIT 1";
    private static final String FIND = "SELECT " + COLUMNS + " FROM period_lock WHERE branch = ? AND locked_through = ?";
    private static final String AFTER = "SELECT " + COLUMNS
            + " FROM period_lock WHERE (branch, locked_through) > (?, ?) ORDER BY branch, locked_through LIMIT ?";
    private static final String CLOSED_AT = "SELECT " + COLUMNS
            + " FROM period_lock WHERE (? = '' OR branch = ?) AND ends_at > ? ORDER BY ends_at DESC, branch LIMIT 1";
    private static final String CLOSE = "INSERT INTO period_lock (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String NOTE_LATE = """
            INSERT INTO late_entry (branch, entry_id, occurred_at, accounting_date, noted_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (branch, entry_id) DO NOTHING
            """;
    private static final String LATE = """
            SELECT entry_id, occurred_at, accounting_date, noted_at FROM late_entry
            WHERE branch = ? AND occurred_at >= ? AND occurred_at < ? AND accounting_date > ? AND entry_id > ?
            ORDER BY entry_id LIMIT ?
            """;
    private static final String PUT_STREAMS = """
            INSERT INTO period_stream (branch, locked_through, stream, through_seq)
            SELECT branch, ?, stream, applied_seq FROM stream WHERE branch = ?
            """;
    private static final String STREAMS = """
            SELECT stream, through_seq FROM period_stream WHERE branch = ? AND locked_through = ? ORDER BY stream
            """;
    private static final String HAPPENED = """
            SELECT m.product AS product, CAST(sum(m.qty) AS BIGINT) AS qty FROM movement m
            WHERE m.branch = ? AND m.occurred_at < ? AND m.place NOT LIKE '%/TRANSIT'
            """;
    private static final String AS_CLOSED = HAPPENED + """
                AND NOT EXISTS (SELECT 1 FROM late_entry l WHERE l.branch = m.branch AND l.entry_id = m.entry_id
                    AND l.accounting_date > ?)
            GROUP BY m.product
            """;
    private static final String PUT_STOCK = """
            INSERT INTO period_stock (branch, locked_through, product, qty, unit_cost, cost_currency)
            SELECT CAST(? AS TEXT), CAST(? AS TEXT), k.product, k.qty, c.unit_cost, c.currency FROM (
            """ + AS_CLOSED + """
            ) k LEFT JOIN product_cost c ON c.branch = ? AND c.product = k.product
            """;
    private static final String STOCK = """
            SELECT product, qty, unit_cost, cost_currency FROM period_stock WHERE branch = ? AND locked_through = ? ORDER BY product
            """;
    private static final String MOVED_STOCK = """
            SELECT k.product, k.qty, s.qty FROM (
            """ + AS_CLOSED + """
            ) k LEFT JOIN period_stock s ON s.branch = ? AND s.locked_through = ? AND s.product = k.product
            WHERE s.qty IS NULL OR s.qty <> k.qty ORDER BY k.product
            """;
    private static final String RESTATED = """
            SELECT k.product, p.sku, coalesce(s.qty, 0), k.qty, s.unit_cost, s.cost_currency FROM (
            """ + HAPPENED + """
            GROUP BY m.product) k JOIN product p ON p.product = k.product
            LEFT JOIN period_stock s ON s.branch = ? AND s.locked_through = ? AND s.product = k.product
            WHERE p.sku > ? ORDER BY p.sku LIMIT ?
            """;
    private static final String SALES = """
            SELECT currency, count(*), CAST(sum(total) AS BIGINT), CAST(sum(tax) AS BIGINT) FROM sale WHERE branch = ?
            """;
    private static final String SALES_HAPPENED = SALES
            + " AND occurred_at >= ? AND occurred_at < ? GROUP BY currency ORDER BY currency";
    private static final String SALES_CLOSED = SALES + """
                AND ((occurred_at >= ? AND occurred_at < ?
                    AND NOT EXISTS (SELECT 1 FROM late_entry l WHERE l.branch = sale.branch AND l.entry_id = sale.entry_id))
                OR EXISTS (SELECT 1 FROM late_entry l WHERE l.branch = sale.branch AND l.entry_id = sale.entry_id
                    AND l.accounting_date > coalesce((SELECT max(p.locked_through) FROM period_lock p
                        WHERE p.branch = ? AND p.locked_through < ?), '') AND l.accounting_date <= ?))
            GROUP BY currency ORDER BY currency
            """;
    private static final String PUT_SALES = """
            INSERT INTO period_sales (branch, locked_through, currency, sales, total, tax) VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String STORED_SALES = """
            SELECT currency, sales, total, tax FROM period_sales WHERE branch = ? AND locked_through = ? ORDER BY currency
            """;

    private final Sql sql;
    private final Dialect dialect;

    Periods(Sql sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /// A closed period.
    ///
    /// @param through its last day
    /// @param zone the branch's zone when it was closed
    /// @param beginsAt the end of the one before; 1970 for the first
    /// @param endsAt the first moment behind it
    /// @param waived the tills that nobody waited for, in a row; empty for none
    /// @param hash of the figures
    public record Lock(
            String branch, LocalDate through, ZoneId zone, Instant beginsAt, Instant endsAt, Instant closedAt, String closedBy,
            String waived, String note, Hash hash) {
        /// The first day that is open behind it.
        public LocalDate firstOpenDay() {
            return through.plusDays(1);
        }
    }

    /// An entry that happened in a closed period and became known later.
    public record Late(EntryId entry, Instant occurredAt, LocalDate accountingDate, Instant notedAt) {}

    /// What a branch had of a product at the end of a period.
    ///
    /// @param unitCost what one unit cost when it was closed; empty when nobody knew
    public record Stock(ProductId product, long quantity, Optional<UnitPrice> unitCost) {}

    /// What a branch had of a product at the end of a period: as it was closed, and as it happened.
    public record Restated(ProductId product, String sku, long closed, long happened, Optional<UnitPrice> unitCost) {}

    /// What a branch sold, in one currency.
    public record Sold(long sales, Money total, Money tax) {}

    /// The latest closed period of a branch. No period of it is closed until the transaction ends: whoever posts looks here
    /// first, and may share that with others who post.
    public Optional<Lock> share(String branch) {
        take(SHARE, branch);
        return latest(branch);
    }

    /// The latest closed period of a branch. Nobody posts there and nobody else closes until the transaction ends.
    public Optional<Lock> hold(String branch) {
        take(HOLD, branch);
        return latest(branch);
    }

    private void take(String statement, String branch) {
        switch (dialect) {
            case SQLITE -> {}
            case POSTGRESQL -> sql.find(statement, _ -> branch, branch);
        }
    }

    /// The latest closed period of a branch.
    public Optional<Lock> latest(String branch) {
        return sql.find(LATEST, Periods::lock, branch);
    }

    /// The latest closed period that a moment is before the end of, in a branch or, when that is empty, in any.
    public Optional<Lock> closedAt(String branch, Instant at) {
        return sql.find(CLOSED_AT, Periods::lock, branch, branch, at);
    }

    /// The closed period that ends with a day.
    public Optional<Lock> find(String branch, LocalDate through) {
        return sql.find(FIND, Periods::lock, branch, through.toString());
    }

    /// Closed periods behind one of them; start behind two empty texts.
    public List<Lock> after(String branch, String through, int limit) {
        return sql.list(AFTER, Periods::lock, branch, through, limit);
    }

    /// Writes the figures of a period that is being closed, as they are known now; only under [#hold].
    public void putFigures(Lock lock) {
        String through = lock.through().toString();
        sql.update(PUT_STREAMS, through, lock.branch());
        sql.update(PUT_STOCK, lock.branch(), through, lock.branch(), lock.endsAt(), through, lock.branch());
        closedSales(lock).forEach(sold -> sql.update(PUT_SALES, lock.branch(), through, sold.total().currency().getCurrencyCode(),
                sold.sales(), sold.total().minor(), sold.tax().minor()));
    }

    /// Closes a period whose figures are written.
    public void close(Lock lock) {
        sql.update(CLOSE, lock.branch(), lock.through().toString(), lock.zone().getId(), lock.beginsAt(), lock.endsAt(),
                lock.closedAt(), lock.closedBy(), lock.waived(), lock.note(), lock.hash());
    }

    /// Notes that an entry became known when its day was closed.
    public void note(String branch, Late late) {
        sql.update(NOTE_LATE, branch, late.entry(), late.occurredAt(), late.accountingDate().toString(), late.notedAt());
    }

    /// The entries of a closed period that became known later, behind one of them.
    public List<Late> late(Lock lock, EntryId after, int limit) {
        return sql.list(LATE, row -> new Late(new EntryId(row.uuid(1)), row.instant(2), LocalDate.parse(row.text(3)), row.instant(4)),
                lock.branch(), lock.beginsAt(), lock.endsAt(), lock.through().toString(), after, limit);
    }

    /// Hands over how far each stream of the branch was applied.
    public void eachStream(Lock lock, BiConsumer<StreamId, Long> consumer) {
        sql.each(STREAMS, row -> consumer.accept(new StreamId(row.uuid(1)), row.number(2)), lock.branch(), lock.through().toString());
    }

    /// Hands over what the branch had at the end, as it was closed.
    public void eachStock(Lock lock, Consumer<Stock> consumer) {
        sql.each(STOCK, row -> consumer.accept(new Stock(new ProductId(row.uuid(1)), row.number(2), UnitCosts.cost(row, 3))),
                lock.branch(), lock.through().toString());
    }

    /// Hands over the products of which the movements that count in the period do not sum to what was closed: none, ever.
    public void eachMoved(Lock lock, Consumer<ProductId> consumer) {
        String through = lock.through().toString();
        sql.each(MOVED_STOCK, row -> consumer.accept(new ProductId(row.uuid(1))), lock.branch(), lock.endsAt(), through,
                lock.branch(), through);
    }

    /// What the branch had at the end, as it was closed and as it happened, by SKU behind one.
    public List<Restated> restated(Lock lock, String sku, int limit) {
        return sql.list(RESTATED, row -> new Restated(new ProductId(row.uuid(1)), row.text(2), row.number(3), row.number(4),
                UnitCosts.cost(row, 5)), lock.branch(), lock.endsAt(), lock.branch(), lock.through().toString(), sku, limit);
    }

    /// What the branch sold in the period, as it was closed.
    public List<Sold> sales(Lock lock) {
        return sql.list(STORED_SALES, Periods::sold, lock.branch(), lock.through().toString());
    }

    /// What the branch sold in the period, as it happened.
    public List<Sold> salesHappened(Lock lock) {
        return sql.list(SALES_HAPPENED, Periods::sold, lock.branch(), lock.beginsAt(), lock.endsAt());
    }

    /// What counts as sold in the period: what happened in it and was known then, and what came late for one before.
    public List<Sold> closedSales(Lock lock) {
        String through = lock.through().toString();
        return sql.list(SALES_CLOSED, Periods::sold, lock.branch(), lock.beginsAt(), lock.endsAt(), lock.branch(), through, through);
    }

    private static Sold sold(Row row) {
        return new Sold(row.number(2), Money.of(row.number(3), row.text(1)), Money.of(row.number(4), row.text(1)));
    }

    private static Lock lock(Row row) {
        return new Lock(row.text(1), LocalDate.parse(row.text(2)), ZoneId.of(row.text(3)), row.instant(4), row.instant(5),
                row.instant(6), row.text(7), row.text(8), row.text(9), row.hash(10));
    }
}
