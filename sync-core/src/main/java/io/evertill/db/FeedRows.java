package io.evertill.db;

import io.evertill.ledger.Bytes;
import io.evertill.wire.FeedPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Tables `feed_pending`, `feed_row` and `feed_sum` at the centre: what flows back to the tills.
public final class FeedRows {
    private static final String PUT_PENDING = """
            INSERT INTO feed_pending (pending, branch, tbl, id, content, is_gone) VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String PENDING =
            "SELECT pending, branch, tbl, id, content, is_gone FROM feed_pending ORDER BY pending LIMIT ?";
    private static final String DELETE_PENDING = "DELETE FROM feed_pending WHERE pending = ?";
    private static final String ROW = "SELECT row_hash, is_gone FROM feed_row WHERE tbl = ? AND branch = ? AND id = ?";
    private static final String PUT_ROW = """
            INSERT INTO feed_row (tbl, branch, id, number, content, row_hash, is_gone, published_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tbl, branch, id) DO UPDATE SET number = excluded.number, content = excluded.content,
                row_hash = excluded.row_hash, is_gone = excluded.is_gone, published_at = excluded.published_at
            """;
    private static final String AFTER = """
            SELECT tbl, branch, id, number, content, is_gone FROM feed_row
            WHERE number > ? AND branch IN ('', ?) ORDER BY number LIMIT ?
            """;
    private static final String LIVE = """
            SELECT tbl, branch, id, number, content, is_gone FROM feed_row
            WHERE is_gone = 0 AND branch IN ('', ?) ORDER BY number
            """;
    private static final String GONE_BEFORE = """
            SELECT number FROM feed_row WHERE is_gone = 1 AND published_at < ? ORDER BY published_at, number LIMIT ?
            """;
    private static final String FORGET = "DELETE FROM feed_row WHERE number = ? AND is_gone = 1";
    private static final String ALL =
            "SELECT tbl, branch, id, number, content, is_gone, row_hash FROM feed_row ORDER BY number";
    private static final String CONTENT =
            "SELECT content FROM feed_row WHERE tbl = ? AND branch = ? AND id = ? AND is_gone = 0";
    private static final String WAITS = "SELECT count(*) FROM feed_pending WHERE tbl = ? AND branch = ? AND id = ?";
    private static final String ALL_SUMS = "SELECT tbl, branch, n, sum FROM feed_sum ORDER BY tbl, branch";
    private static final String COUNT_PENDING = "SELECT count(*) FROM feed_pending";
    private static final String SUMS =
            "SELECT tbl, CAST(n AS BIGINT), sum, branch FROM feed_sum WHERE branch IN ('', ?) ORDER BY tbl, branch";
    private static final String SUM = "SELECT n, sum FROM feed_sum WHERE tbl = ? AND branch = ?";
    private static final String PUT_SUM = """
            INSERT INTO feed_sum (tbl, branch, n, sum) VALUES (?, ?, ?, ?)
            ON CONFLICT (tbl, branch) DO UPDATE SET n = excluded.n, sum = excluded.sum
            """;

    private final Sql sql;

    FeedRows(Sql sql) {
        this.sql = sql;
    }

    /// A row that has no number yet.
    ///
    /// @param pending its place among those without a number, a time-ordered id
    /// @param branch the branch that sees it, or empty for every branch
    /// @param content its canonical JSON; empty when it is gone
    public record Pending(UUID pending, String branch, String table, String id, Bytes content, boolean isGone) {}

    /// A published row.
    public record Published(String table, String branch, String id, long number, Bytes content, boolean isGone) {}

    /// Adds a row for the publisher.
    public void put(Pending row) {
        sql.update(PUT_PENDING, row.pending(), row.branch(), row.table(), row.id(), row.content(), row.isGone());
    }

    /// Rows that wait for a number, in order.
    public List<Pending> pending(int limit) {
        return sql.list(PENDING, row -> new Pending(row.uuid(1), row.text(2), row.text(3), row.text(4), row.bytes(5),
                row.flag(6)), limit);
    }

    /// Forgets a row that got its number.
    public void deletePending(UUID pending) {
        sql.update(DELETE_PENDING, pending);
    }

    /// The hash of the published version of a row; empty when there is none or it is gone.
    public Optional<Long> hash(String table, String branch, String id) {
        record Known(long hash, boolean isGone) {}
        return sql.find(ROW, row -> new Known(row.number(1), row.flag(2)), table, branch, id)
                .filter(known -> !known.isGone())
                .map(Known::hash);
    }

    /// Publishes a row under a number.
    public void publish(Published row, long rowHash, Instant at) {
        sql.update(PUT_ROW, row.table(), row.branch(), row.id(), row.number(), row.content(), rowHash, row.isGone(), at);
    }

    /// The rows behind a number that a branch sees, in order.
    public List<Published> after(long number, String branch, int limit) {
        return sql.list(AFTER, FeedRows::published, number, branch, limit);
    }

    /// The numbers of removed rows whose removal was published before a moment, the longest ago first.
    public List<Long> goneBefore(Instant at, int limit) {
        return sql.list(GONE_BEFORE, row -> row.number(1), at, limit);
    }

    /// Forgets that the row with a number was ever there.
    public void forget(long number) {
        sql.update(FORGET, number);
    }

    /// Hands over every row that a branch sees and that is not gone, in order.
    public void eachLive(String branch, Consumer<Published> consumer) {
        sql.each(LIVE, row -> consumer.accept(published(row)), branch);
    }

    /// Hands over every row with its hash as stored, gone or not, in order.
    public void each(BiConsumer<Published, Long> consumer) {
        sql.each(ALL, row -> consumer.accept(published(row), row.number(7)));
    }

    /// Hands over the sum of every table and branch.
    public void eachSum(BiConsumer<Source, FeedPage.Sum> consumer) {
        sql.each(ALL_SUMS, row -> consumer.accept(
                new Source(row.text(1), row.text(2)), new FeedPage.Sum(row.number(3), row.number(4))));
    }

    /// A table as one branch defines it, or everybody's when that is empty.
    public record Source(String table, String branch) {}

    /// The published version of a row; empty when there is none or it is gone.
    public Optional<Bytes> content(String table, String branch, String id) {
        return sql.find(CONTENT, row -> row.bytes(1), table, branch, id);
    }

    /// Whether a version of a row waits for its number.
    public boolean waits(String table, String branch, String id) {
        return sql.number(WAITS, table, branch, id) > 0;
    }

    /// How many rows wait for their number.
    public long pendingCount() {
        return sql.number(COUNT_PENDING);
    }

    /// The sums of the tables that a branch sees.
    public Map<String, FeedPage.Sum> sums(String branch) {
        Map<String, FeedPage.Sum> sums = new TreeMap<>();
        sql.each(SUMS, row -> sums.merge(
                row.text(1), new FeedPage.Sum(row.number(2), row.number(3)), FeedPage.Sum::plus), branch);
        return sums;
    }

    /// The sum of one table's rows of one branch.
    public FeedPage.Sum sum(String table, String branch) {
        return sql.find(SUM, row -> new FeedPage.Sum(row.number(1), row.number(2)), table, branch)
                .orElse(FeedPage.Sum.NONE);
    }

    /// Sets a sum.
    public void put(String table, String branch, FeedPage.Sum sum) {
        sql.update(PUT_SUM, table, branch, sum.count(), sum.sum());
    }

    private static Published published(Row row) {
        return new Published(row.text(1), row.text(2), row.text(3), row.number(4), row.bytes(5), row.flag(6));
    }
}
