package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Hash;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Tables `posting`, `fact` and `movement` at the till as the journal reads them: from the newest place of a stream backwards, each
/// question through an index.
///
/// `+` before a column keeps SQLite from walking the whole stream where few rows are wanted.
public final class JournalRows {
    private static final String KIND =
            "CASE WHEN json_valid(CAST(f.meta AS TEXT)) THEN json_extract(CAST(f.meta AS TEXT), '$.kind') END";
    /// The second half passes over what is asked and answered without end: only a card payment that a terminal keeps is shown.
    private static final String SHOWN = "(" + KIND + " IN ('sale', 'void', 'cash', 'no_sale', 'shift_open', 'shift_close', 'reprint')"
            + " OR " + KIND + " = 'payment_attempt' AND CASE WHEN json_valid(CAST(f.body AS TEXT))"
            + " THEN json_extract(CAST(f.body AS TEXT), '$.phase') END = 'KEPT')";
    private static final String ROW = "SELECT p.seq, p.hash, p.entry_id, f.meta, f.body, p.recorded_at";
    static final String BEFORE = ROW + """
             FROM posting p CROSS JOIN fact f ON f.branch = p.branch AND f.entry_id = p.entry_id
            WHERE p.branch = ? AND p.stream = ? AND p.seq <= ? AND\s""" + SHOWN + " ORDER BY p.seq DESC LIMIT ?";
    static final String AT = ROW + """
             FROM posting p CROSS JOIN fact f ON f.branch = p.branch AND f.entry_id = p.entry_id
            WHERE p.branch = ? AND p.stream = ? AND p.seq = ?
            """;
    static final String OF_ENTRY = """
            SELECT p.seq FROM posting p INDEXED BY posting_by_entry
            WHERE p.branch = ? AND p.entry_id = ? AND p.stream = ? AND p.seq <= ? ORDER BY p.seq DESC LIMIT ?
            """;
    /// Shift by shift: an index by total alone would cost every sale a page more.
    static final String OF_TOTAL = """
            SELECT p.seq FROM shift s CROSS JOIN fact f CROSS JOIN posting p ON p.branch = f.branch AND p.entry_id = f.entry_id
            WHERE f.branch = ? AND CASE WHEN json_valid(CAST(f.meta AS TEXT)) THEN json_extract(CAST(f.meta AS TEXT), '$.summary.shiftId')
                END = lower(substr(hex(s.shift), 1, 8) || '-' || substr(hex(s.shift), 9, 4) || '-' || substr(hex(s.shift), 13, 4)
                    || '-' || substr(hex(s.shift), 17, 4) || '-' || substr(hex(s.shift), 21))
                AND CASE WHEN json_valid(CAST(f.meta AS TEXT)) THEN json_extract(CAST(f.meta AS TEXT), '$.summary.totalMinor') END = ?
                AND json_extract(CAST(f.meta AS TEXT), '$.summary.currency') = ?
                AND\s""" + KIND + " = 'sale' AND " + """
                +p.stream = ? AND +p.seq <= ? ORDER BY p.seq DESC LIMIT ?
            """;
    static final String OF_SHIFT = """
            SELECT p.seq FROM fact f CROSS JOIN posting p ON p.branch = f.branch AND p.entry_id = f.entry_id
            WHERE f.branch = ? AND CASE WHEN json_valid(CAST(f.meta AS TEXT)) THEN json_extract(CAST(f.meta AS TEXT), '$.summary.shiftId')
                END = ? AND +p.stream = ? AND +p.seq <= ? AND\s""" + SHOWN + " ORDER BY p.seq DESC LIMIT ?";
    static final String OF_PRODUCT = """
            SELECT DISTINCT p.seq FROM movement m CROSS JOIN posting p ON p.branch = m.branch AND p.entry_id = m.entry_id
            WHERE m.branch = ? AND m.product = ? AND m.type IN ('SALE', 'RETURN') AND +p.stream = ? AND +p.seq <= ?
            ORDER BY p.seq DESC LIMIT ?
            """;
    static final String COPIES = """
            SELECT f.entry_id, f.meta, f.body FROM fact f INDEXED BY fact_by_copied
            WHERE f.branch = ? AND\s""" + KIND + " = 'reprint' AND " + """
            CASE WHEN json_valid(CAST(f.body AS TEXT)) THEN json_extract(CAST(f.body AS TEXT), '$.sale') END = ?
            ORDER BY f.entry_id
            """;

    private final Sql sql;

    JournalRows(Sql sql) {
        this.sql = sql;
    }

    /// An entry and its place.
    public record Stored(long seq, Hash hash, Fact fact, Instant recordedAt) {}

    /// A stretch of a stream that is read backwards.
    ///
    /// @param from the newest place that may be answered
    /// @param limit the most places
    public record Stretch(String branch, StreamId stream, long from, int limit) {}

    /// What a journal shows of a stretch: sales, voids, what was done with the drawer, shifts, copies and card payments
    /// that a terminal keeps.
    public List<Stored> page(Stretch stretch) {
        return sql.list(BEFORE, JournalRows::stored, stretch.branch(), stretch.stream(), stretch.from(), stretch.limit());
    }

    /// The entry at a place.
    public Optional<Stored> at(String branch, StreamId stream, long seq) {
        return sql.find(AT, JournalRows::stored, branch, stream, seq);
    }

    /// Where an entry stands.
    public List<Long> ofEntry(Stretch stretch, EntryId entry) {
        return sql.list(OF_ENTRY, row -> row.number(1), stretch.branch(), entry, stretch.stream(), stretch.from(), stretch.limit());
    }

    /// Where sales stand that come to a total.
    public List<Long> ofTotal(Stretch stretch, Money total) {
        return sql.list(OF_TOTAL, row -> row.number(1), stretch.branch(), total.minor(), total.currency().getCurrencyCode(),
                stretch.stream(), stretch.from(), stretch.limit());
    }

    /// Where that stands of a shift which a journal shows.
    public List<Long> ofShift(Stretch stretch, UUID shift) {
        return sql.list(OF_SHIFT, row -> row.number(1), stretch.branch(), shift.toString(), stretch.stream(), stretch.from(),
                stretch.limit());
    }

    /// Where entries stand that sold a product or took it back.
    public List<Long> ofProduct(Stretch stretch, ProductId product) {
        return sql.list(OF_PRODUCT, row -> row.number(1), stretch.branch(), product.value(), stretch.stream(), stretch.from(),
                stretch.limit());
    }

    /// The copies that were made of a sale, the oldest first.
    public List<Fact> copies(String branch, EntryId sale) {
        return sql.list(COPIES, row -> new Fact(new EntryId(row.uuid(1)), row.bytes(2), row.bytes(3)), branch, sale.toString());
    }

    private static Stored stored(Row row) {
        return new Stored(row.number(1), row.hash(2), new Fact(new EntryId(row.uuid(3)), row.bytes(4), row.bytes(5)), row.instant(6));
    }
}
