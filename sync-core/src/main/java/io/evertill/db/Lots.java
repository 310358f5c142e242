package io.evertill.db;

import io.evertill.customer.CustomerId;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.lot.Lot;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Tables `lot` and `lot_decision` at the centre, and what the ledger says of a batch.
public final class Lots {
    private static final String PUT = """
            INSERT INTO lot (product, lot, expires_on, supplier, defined_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (product, lot) DO UPDATE SET expires_on = excluded.expires_on, supplier = excluded.supplier,
                defined_at = excluded.defined_at
            """;
    private static final String DECIDE = """
            INSERT INTO lot_decision (product, lot, number, state, decided_at, decided_by, note)
            SELECT ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? FROM lot_decision WHERE product = ? AND lot = ?
            """;
    private static final String COLUMNS = """
            l.product, l.lot, l.expires_on, l.supplier, coalesce((
                SELECT d.state FROM lot_decision d WHERE d.product = l.product AND d.lot = l.lot
                ORDER BY d.number DESC LIMIT 1), 'ACTIVE')
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM lot l WHERE l.product = ? AND l.lot = ?";
    private static final String OF_PRODUCT =
            "SELECT " + COLUMNS + " FROM lot l WHERE l.product = ? AND l.lot > ? ORDER BY l.lot LIMIT ?";
    private static final String DATED = "SELECT product, lot FROM lot WHERE expires_on IS NOT NULL ORDER BY product, lot";
    private static final String DECISIONS = """
            SELECT state, decided_at, decided_by, note FROM lot_decision WHERE product = ? AND lot = ? ORDER BY number
            """;
    private static final String LEVELS = """
            SELECT branch, place, qty FROM level WHERE product = ? AND lot = ? AND lot <> '' AND qty <> 0 ORDER BY branch, place
            """;
    private static final String MOVEMENTS = """
            SELECT m.branch, m.entry_id, m.line, m.type, m.qty, m.place, m.counterpart, m.ref_type, m.ref_id, m.occurred_at,
                m.recorded_at, coalesce(s.receipt, ''), coalesce(s.customer, ''), s.buyer
            FROM movement m LEFT JOIN sale s ON s.branch = m.branch AND s.entry_id = m.entry_id
            WHERE m.product = ? AND m.lot = ? AND m.lot <> '' AND (m.branch, m.entry_id, m.line) > (?, ?, ?)
            ORDER BY m.branch, m.entry_id, m.line LIMIT ?
            """;
    private static final String FIRSTS = """
            SELECT branch, min(occurred_at) FROM movement
            WHERE product = ? AND lot = ? AND lot <> '' AND qty > 0 AND place NOT LIKE '%/TRANSIT' AND branch >= ?
            GROUP BY branch ORDER BY branch
            """;
    private static final String EXPOSED = """
            SELECT m.branch, m.entry_id, m.line, m.type, m.qty, m.place, m.counterpart, m.ref_type, m.ref_id, m.occurred_at,
                m.recorded_at, coalesce(s.receipt, ''), coalesce(s.customer, ''), s.buyer
            FROM movement m LEFT JOIN sale s ON s.branch = m.branch AND s.entry_id = m.entry_id
            WHERE m.branch = ? AND m.product = ? AND m.lot = '' AND m.counterpart = 'CUSTOMER' AND m.occurred_at >= ?
                AND m.occurred_at <= ? AND (m.branch, m.entry_id, m.line) > (?, ?, ?)
            ORDER BY m.branch, m.entry_id, m.line LIMIT ?
            """;

    private final Sql sql;

    Lots(Sql sql) {
        this.sql = sql;
    }

    /// A batch by its name.
    public record Batch(ProductId product, String lot) {}

    /// What somebody decided about a batch.
    public record Decision(Lot.State state, Instant at, String by, String note) {}

    /// How much of a batch is somewhere.
    ///
    /// @param quantity in ten-thousandths
    public record Held(Place place, long quantity) {}

    /// A movement of a batch, with the sale that it belongs to.
    ///
    /// @param quantity in ten-thousandths, at `place`
    /// @param receipt empty when it belongs to no sale
    /// @param customer what the receipt calls who bought; may be empty
    /// @param buyer who bought, when known
    public record Traced(
            String branch, EntryId entry, int line, Move.Type type, long quantity, Place place, Place counterpart,
            String document, Instant occurredAt, Instant recordedAt, String receipt, String customer, Optional<CustomerId> buyer) {}

    /// Where a page of movements begins: behind this one.
    public record After(String branch, EntryId entry, int line) {
        /// Before the first.
        public static final After NOTHING = new After("", new EntryId(new java.util.UUID(0, 0)), 0);

        /// Behind the last of a page.
        public static After of(Traced last) {
            return new After(last.branch(), last.entry(), last.line());
        }
    }

    /// Defines a batch, or defines it anew; its state stays. The tills are told of its last day.
    public void put(Lot lot, Instant at) {
        sql.update(PUT, lot.product(), lot.number(), lot.expiresOn().map(LocalDate::toString), lot.supplier(), at);
        new FeedDue(sql).mark(FeedDue.lotDate(lot.product(), lot.number()));
    }

    /// Adds a decision about a batch, of which the tills are told.
    public void decide(ProductId product, String lot, Decision decision) {
        sql.update(DECIDE, product, lot, decision.state(), decision.at(), decision.by(), decision.note(), product, lot);
        new FeedDue(sql).mark(FeedDue.lot(product, lot));
    }

    /// A batch that was defined.
    public Optional<Lot> find(ProductId product, String lot) {
        return sql.find(FIND, Lots::lot, product, lot);
    }

    /// Batches of a product behind a number; start behind the empty one.
    public List<Lot> of(ProductId product, String after, int limit) {
        return sql.list(OF_PRODUCT, Lots::lot, product, after, limit);
    }

    /// Hands over every batch that has a last day, in order.
    public void eachDated(Consumer<Batch> consumer) {
        sql.each(DATED, row -> consumer.accept(new Batch(new ProductId(row.uuid(1)), row.text(2))));
    }

    /// Everything that was decided about a batch, the oldest first.
    public List<Decision> decisions(ProductId product, String lot) {
        return sql.list(DECISIONS, row -> new Decision(
                Lot.State.valueOf(row.text(1)), row.instant(2), row.text(3), row.text(4)), product, lot);
    }

    /// Where a batch is, in all branches and on all ways.
    public List<Held> held(ProductId product, String lot) {
        return sql.list(LEVELS, row -> new Held(Place.parse(row.text(1), row.text(2)), row.number(3)), product, lot);
    }

    /// A page of a batch's movements, in all branches.
    public List<Traced> movements(ProductId product, String lot, After after, int limit) {
        return sql.list(MOVEMENTS, Lots::traced, product, lot, after.branch(), after.entry(), (long) after.line(), limit);
    }

    /// When a batch first came to each branch, of this name or behind it.
    public SortedMap<String, Instant> firsts(Batch batch, String branch) {
        SortedMap<String, Instant> firsts = new TreeMap<>();
        sql.each(FIRSTS, row -> firsts.put(row.text(1), row.instant(2)), batch.product(), batch.lot(), branch);
        return firsts;
    }

    /// A page of what a branch sold of a product in a span of time without knowing the batch.
    public List<Traced> soldUnknown(String branch, ProductId product, Instant from, Instant to, After after, int limit) {
        return sql.list(EXPOSED, Lots::traced, branch, product, from, to, after.branch(), after.entry(), (long) after.line(), limit);
    }

    private static Lot lot(Row row) {
        return new Lot(new ProductId(row.uuid(1)), row.text(2), row.findText(3).map(LocalDate::parse), row.text(4),
                Lot.State.valueOf(row.text(5)));
    }

    private static Traced traced(Row row) {
        String branch = row.text(1);
        return new Traced(branch, new EntryId(row.uuid(2)), (int) row.number(3), Move.Type.valueOf(row.text(4)), row.number(5),
                Place.parse(branch, row.text(6)), Place.parse(branch, row.text(7)), row.text(9), row.instant(10),
                row.instant(11), row.text(12), row.text(13), row.findUuid(14).map(CustomerId::new));
    }
}
