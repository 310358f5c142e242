package io.evertill.db;

import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Table `feed_due` at the centre: what changed of which the tills are to be told (protocol 2.11).
///
/// Whoever changes something marks it in the same transaction and waits for nobody; a publisher takes the marks of a subject
/// away and then looks at it, so that a thousand changes between two looks are one row.
public final class FeedDue {
    /// How much stands for sale in the branch itself; the subject is the product.
    public static final String LEVEL = "level";
    /// How much stands for sale in other branches; the subject is the product.
    public static final String ELSEWHERE = "elsewhere";
    /// Goods on the way from or to the branch; the subject is the transfer.
    public static final String TRANSFER = "transfer";
    /// Batches that are not to be sold, of every branch; the subject is product and batch, see [#lot].
    public static final String LOT = "lot";
    /// Until when batches may be sold, of every branch; the subject is product and batch, see [#lotDate].
    public static final String LOT_DATE = "lot_date";
    /// Goods to collect in the branch; the subject is the reservation.
    public static final String RESERVATION = "reservation";
    /// Goods to count in the branch; the subject is the line of the list.
    public static final String COUNT = "count";
    /// What became of what was counted in the branch; the subject is the line of the list.
    public static final String COUNT_RESULT = "count_result";

    /// Red cards of the branch, or of every branch; the subject is the card.
    public static final String ALERT = "alert";

    private static final String MARK = """
            INSERT INTO feed_due (tbl, branch, subject, cause) VALUES (?, ?, ?, ?)
            ON CONFLICT (tbl, branch, subject, cause) DO UPDATE SET cause = excluded.cause
            """;
    private static final String AFTER = """
            SELECT DISTINCT branch, subject FROM feed_due WHERE tbl = ? AND (branch, subject) > (?, ?)
            ORDER BY branch, subject LIMIT ?
            """;
    private static final String TAKE = "DELETE FROM feed_due WHERE tbl = ? AND branch = ? AND subject = ?";
    private static final String IS_DUE = "SELECT count(*) FROM feed_due WHERE tbl = ? AND branch = ? AND subject = ?";

    private final Sql sql;

    FeedDue(Sql sql) {
        this.sql = sql;
    }

    /// Something that tills are told about.
    ///
    /// @param branch whose it is; empty for everybody's
    public record Subject(String table, String branch, String subject) {
        /// Before the first of a table.
        public static Subject start(String table) {
            return new Subject(table, "", "");
        }
    }

    /// A batch as a subject.
    public static Subject lot(ProductId product, String lot) {
        return new Subject(LOT, "", product + "@" + lot);
    }

    /// A batch's last day as a subject.
    public static Subject lotDate(ProductId product, String lot) {
        return new Subject(LOT_DATE, "", product + "@" + lot);
    }

    /// A red card as a subject.
    ///
    /// @param branch empty when it concerns all
    public static Subject alert(String branch, UUID card) {
        return new Subject(ALERT, branch, card.toString());
    }

    /// Marks the shelves that an entry changed. Its marks are its own, so that those who post never wait for each other here.
    public void levels(Stream<Move.Key> keys, EntryId cause) {
        List<Object[]> marks = keys
                .filter(key -> key.place().kind() == Place.Kind.AVAILABLE)
                .map(key -> new Subject(LEVEL, key.place().branch(), key.product().toString()))
                .distinct()
                .map(subject -> new Object[] {subject.table(), subject.branch(), subject.subject(), cause.toString()})
                .toList();
        if (!marks.isEmpty()) {
            sql.updateAll(MARK, marks);
        }
    }

    /// Marks something.
    public void mark(Subject subject) {
        sql.update(MARK, subject.table(), subject.branch(), subject.subject(), "");
    }

    /// Marked subjects of the same table behind one of them, each once, in order.
    public List<Subject> after(Subject last, int limit) {
        return sql.list(AFTER, row -> new Subject(last.table(), row.text(1), row.text(2)),
                last.table(), last.branch(), last.subject(), limit);
    }

    /// Takes the marks of a subject away: whoever looks at it from here on sees all that they stand for.
    ///
    /// @return whether there were any: else somebody else has looked
    public boolean take(Subject subject) {
        return sql.update(TAKE, subject.table(), subject.branch(), subject.subject()) > 0;
    }

    /// Whether a subject is marked.
    public boolean isDue(Subject subject) {
        return sql.number(IS_DUE, subject.table(), subject.branch(), subject.subject()) > 0;
    }
}
