package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.sale.Sale;
import io.evertill.tax.TaxAmount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Table `sale` at the centre: one row a sale, for reports.
public final class Sales {
    private static final String APPEND = """
            INSERT INTO sale (branch, entry_id, receipt, terminal, stream, seq, business_date, occurred_at, recorded_at,
                cashier, customer, currency, total, tax, cash, lines, buyer)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ALL = """
            SELECT branch, entry_id, receipt, terminal, stream, seq, business_date, occurred_at, recorded_at, cashier,
                customer, currency, total, tax, cash, lines
            FROM sale ORDER BY branch, entry_id
            """;
    private static final String FIND = """
            SELECT branch, entry_id, receipt, terminal, stream, seq, business_date, occurred_at, recorded_at, cashier,
                customer, currency, total, tax, cash, lines
            FROM sale WHERE branch = ? AND entry_id = ?
            """;
    private static final String PAGE = """
            SELECT branch, entry_id, receipt, terminal, stream, seq, business_date, occurred_at, recorded_at, cashier,
                customer, currency, total, tax, cash, lines
            FROM sale WHERE branch = ? AND entry_id > ? AND occurred_at >= ? AND occurred_at < ? ORDER BY entry_id LIMIT ?
            """;
    private static final String BEHIND = """
            SELECT branch, entry_id, receipt, terminal, stream, seq, business_date, occurred_at, recorded_at, cashier,
                customer, currency, total, tax, cash, lines
            FROM sale WHERE (branch, entry_id) > (?, ?) ORDER BY branch, entry_id LIMIT ?
            """;
    private static final String BY_RECEIPT = """
            SELECT branch, entry_id, receipt, terminal, stream, seq, business_date, occurred_at, recorded_at, cashier,
                customer, currency, total, tax, cash, lines
            FROM sale WHERE receipt = ? ORDER BY recorded_at, branch, entry_id
            """;
    private static final String COUNT = "SELECT count(*) FROM sale";
    private static final String TOTALS = """
            SELECT currency, count(*), CAST(sum(total) AS BIGINT) FROM sale GROUP BY currency ORDER BY currency
            """;

    private final Sql sql;

    Sales(Sql sql) {
        this.sql = sql;
    }

    /// A sale in one row.
    public record Summary(
            String branch,
            EntryId entry,
            String receipt,
            String terminal,
            Position position,
            LocalDate businessDate,
            Instant occurredAt,
            Instant recordedAt,
            String cashier,
            String customer,
            Money total,
            Money tax,
            Money cash,
            long lines) {}

    /// How many sales there are in a currency, and what they come to.
    public record Total(long count, Money sum) {}

    /// A sale to add.
    ///
    /// @param position where its entry stands
    /// @param occurredAt when it happened, by the centre's clock as far as it is known
    public record Sold(EntryId entry, String terminal, Position position, Instant occurredAt, Sale sale) {}

    /// Adds sales.
    public void appendAll(List<Sold> sales, Instant recordedAt) {
        if (!sales.isEmpty()) {
            sql.updateAll(APPEND, sales.stream().map(sold -> row(sold, recordedAt)).toList());
        }
    }

    private static Object[] row(Sold sold, Instant recordedAt) {
        Sale sale = sold.sale();
        Money zero = Money.zero(sale.total().currency());
        Money tax = sale.taxes().stream().map(TaxAmount::tax).reduce(zero, Money::plus);
        return new Object[] {
            sale.branch(), sold.entry(), sale.receipt().text(), sold.terminal(), sold.position().stream(),
            sold.position().seq(), sale.businessDate().toString(), sold.occurredAt(), recordedAt, sale.cashier().id(),
            sale.customer().orElse(""), sale.total().currency().getCurrencyCode(), sale.total().minor(), tax.minor(),
            sale.cash().minor(), sale.lines().size(), sale.buyer().map(buyer -> buyer.id().value())
        };
    }

    /// Hands over every sale, by branch and entry.
    public void each(Consumer<Summary> consumer) {
        sql.each(ALL, row -> consumer.accept(summary(row)));
    }

    /// The sale of an entry.
    public Optional<Summary> find(String branch, EntryId entry) {
        return sql.find(FIND, Sales::summary, branch, entry);
    }

    /// The sales with a receipt number: one, unless a till was copied and nobody noticed.
    public List<Summary> of(String receipt) {
        return sql.list(BY_RECEIPT, Sales::summary, receipt);
    }

    /// The sales of a branch between two moments, the second left out, behind one of them.
    public List<Summary> page(String branch, Instant from, Instant to, EntryId after, int limit) {
        return sql.list(PAGE, Sales::summary, branch, after, from, to, limit);
    }

    /// The sales of all branches, by branch and entry, behind one of them; start behind an empty branch and the nil id.
    public List<Summary> behind(String branch, EntryId after, int limit) {
        return sql.list(BEHIND, Sales::summary, branch, after, limit);
    }

    /// How many there are.
    public long count() {
        return sql.number(COUNT);
    }

    /// The totals, one a currency.
    public List<Total> totals() {
        return sql.list(TOTALS, row -> new Total(row.number(2), Money.of(row.number(3), row.text(1))));
    }

    private static Summary summary(Row row) {
        return new Summary(
                row.text(1),
                new EntryId(row.uuid(2)),
                row.text(3),
                row.text(4),
                new Position(new StreamId(row.uuid(5)), row.number(6), io.evertill.ledger.Hash.ZERO),
                LocalDate.parse(row.text(7)),
                row.instant(8),
                row.instant(9),
                row.text(10),
                row.text(11),
                Money.of(row.number(13), row.text(12)),
                Money.of(row.number(14), row.text(12)),
                Money.of(row.number(15), row.text(12)),
                row.number(16));
    }
}
