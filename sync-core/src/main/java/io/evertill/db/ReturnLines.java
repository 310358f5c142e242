package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tables `returned_receipt`, `return_line` and `past_return` at the centre: what came back of receipts, from all tills.
public final class ReturnLines {
    private static final String LOCK = """
            INSERT INTO returned_receipt (receipt, is_known) VALUES (?, 0)
            ON CONFLICT (receipt) DO UPDATE SET is_known = returned_receipt.is_known
            """;
    private static final String KNOW = "UPDATE returned_receipt SET is_known = 1 WHERE receipt = ?";
    private static final String LATE = """
            SELECT r.receipt FROM returned_receipt r
            WHERE r.is_known = 0 AND r.receipt > ? AND EXISTS (SELECT 1 FROM sale s WHERE s.receipt = r.receipt)
            ORDER BY r.receipt LIMIT ?
            """;
    private static final String APPEND = """
            INSERT INTO return_line (receipt, branch, entry_id, line, terminal, back, sold_line, product, qty, refunded, occurred_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (receipt, branch, entry_id, line) DO NOTHING
            """;
    private static final String PAST = "SELECT branch, entry_id FROM past_return";
    private static final String FORGET_PAST = "DELETE FROM past_return";
    private static final String PUT_PAST = "INSERT INTO past_return (branch, entry_id) VALUES (?, ?)";
    private static final String OF = """
            SELECT receipt, branch, entry_id, line, terminal, back, sold_line, product, qty, refunded, occurred_at
            FROM return_line WHERE receipt = ? ORDER BY occurred_at, branch, entry_id, line
            """;

    private final Sql sql;

    ReturnLines(Sql sql) {
        this.sql = sql;
    }

    /// A line of a sale that brings something back.
    ///
    /// @param receipt of which it came back
    /// @param terminal the till that took it back
    /// @param back the receipt that was given for it
    /// @param soldLine the line that sold it, from 1; 0 where only the number of the receipt was noted
    /// @param quantity above zero, in ten-thousandths
    /// @param refunded what was paid for it, in minor units
    public record Back(String receipt, String branch, EntryId entry, int line, String terminal, String back, int soldLine,
            ProductId product, long quantity, long refunded, Instant occurredAt) {}

    /// Lets nobody else add to what came back of a receipt until the transaction ends.
    public void lock(String receipt) {
        sql.update(LOCK, receipt);
    }

    /// Notes that the sale of a receipt is here.
    public void know(String receipt) {
        sql.update(KNOW, receipt);
    }

    /// Receipts behind one of them of which something came back before their sale was here, and it is here now; start behind an
    /// empty one.
    public List<String> late(String after, int limit) {
        return sql.list(LATE, row -> row.text(1), after, limit);
    }

    /// Adds a line, unless it is there.
    public void append(Back back) {
        sql.update(APPEND, back.receipt(), back.branch(), back.entry(), (long) back.line(), back.terminal(), back.back(),
                (long) back.soldLine(), back.product(), back.quantity(), back.refunded(), back.occurredAt());
    }

    /// What came back of a receipt, in the order in which it happened.
    public List<Back> of(String receipt) {
        return sql.list(OF, ReturnLines::back, receipt);
    }

    /// The last of the earlier sales that was looked through for returns.
    public record Past(String branch, EntryId entry) {}

    /// How far the earlier sales were looked through; empty when that is done or there were none.
    public Optional<Past> past() {
        return sql.find(PAST, row -> new Past(row.text(1), new EntryId(row.uuid(2))));
    }

    /// Keeps how far they were looked through; empty for all.
    public void past(Optional<Past> last) {
        sql.update(FORGET_PAST);
        last.ifPresent(at -> sql.update(PUT_PAST, at.branch(), at.entry()));
    }

    private static Back back(Row row) {
        return new Back(row.text(1), row.text(2), new EntryId(row.uuid(3)), (int) row.number(4), row.text(5), row.text(6),
                (int) row.number(7), new ProductId(row.uuid(8)), row.number(9), row.number(10), row.instant(11));
    }
}
