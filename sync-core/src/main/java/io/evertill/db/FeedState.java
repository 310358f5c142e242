package io.evertill.db;

import io.evertill.wire.FeedPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Tables `feed_cursor` and `feed_sum` at the till: how far the feed was read, and the sums of what was fed.
public final class FeedState {
    private static final String FIND = "SELECT incarnation, number, read_at, mismatches FROM feed_cursor WHERE id = 1";
    private static final String ADVANCE = """
            INSERT INTO feed_cursor (id, incarnation, number, read_at, mismatches) VALUES (1, ?, ?, ?, 0)
            ON CONFLICT (id) DO UPDATE SET incarnation = excluded.incarnation, number = excluded.number,
                read_at = excluded.read_at
            """;
    private static final String MISMATCHED = "UPDATE feed_cursor SET mismatches = mismatches + 1 WHERE id = 1";
    private static final String FORGET = "UPDATE feed_cursor SET number = -1 WHERE id = 1";
    private static final String CONFIRMED = "SELECT confirmed_at FROM feed_cursor WHERE id = 1 AND confirmed_at IS NOT NULL";
    private static final String CONFIRM = "UPDATE feed_cursor SET confirmed_at = ? WHERE id = 1";
    private static final String SUMS = "SELECT tbl, n, sum FROM feed_sum";
    private static final String PUT_SUM = """
            INSERT INTO feed_sum (tbl, n, sum) VALUES (?, ?, ?)
            ON CONFLICT (tbl) DO UPDATE SET n = excluded.n, sum = excluded.sum
            """;
    private static final String WRONG = "SELECT tbl FROM feed_sum WHERE is_wrong = 1 ORDER BY tbl";
    private static final String PUT_WRONG = """
            INSERT INTO feed_sum (tbl, n, sum, is_wrong) VALUES (?, 0, 0, 1) ON CONFLICT (tbl) DO UPDATE SET is_wrong = 1
            """;
    private static final String RIGHT = "UPDATE feed_sum SET is_wrong = 0";

    private final Sql sql;

    FeedState(Sql sql) {
        this.sql = sql;
    }

    /// How far the feed was read.
    ///
    /// @param readAt when, by this till's clock
    /// @param mismatches how many times a table was not the centre's and was loaded again
    public record Read(FeedPage.Cursor cursor, Instant readAt, long mismatches) {}

    /// How far the feed was read; empty before the first answer, and when everything has to be loaded again.
    public Optional<Read> read() {
        return sql.find(FIND, row ->
                        new Read(new FeedPage.Cursor(row.uuid(1), row.number(2)), row.instant(3), row.number(4)))
                .filter(read -> read.cursor().number() >= 0);
    }

    /// Moves the cursor.
    public void advance(FeedPage.Cursor cursor, Instant at) {
        sql.update(ADVANCE, cursor.incarnation(), cursor.number(), at);
    }

    /// When the till last knew all that the centre had published, by the corrected clock; empty before the first time.
    public Optional<Instant> confirmedAt() {
        return sql.find(CONFIRMED, row -> row.instant(1));
    }

    /// Notes that the till knows all that the centre has published; changes nothing before the first [#advance].
    ///
    /// @param at when, by the corrected clock
    public void confirm(Instant at) {
        sql.update(CONFIRM, at);
    }

    /// Makes the next pull start from a snapshot.
    public void requireReload() {
        sql.update(FORGET);
    }

    /// Counts a table whose rows are not the centre's, and keeps its name until [#right].
    public void wrong(String table) {
        sql.update(MISMATCHED);
        sql.update(PUT_WRONG, table);
    }

    /// The tables that have to be loaded again, by name.
    public List<String> wrong() {
        return sql.list(WRONG, row -> row.text(1));
    }

    /// Says that no table has to be loaded again.
    public void right() {
        sql.update(RIGHT);
    }

    /// The sums of all tables.
    public Map<String, FeedPage.Sum> sums() {
        Map<String, FeedPage.Sum> sums = new TreeMap<>();
        sql.each(SUMS, row -> sums.put(row.text(1), new FeedPage.Sum(row.number(2), row.number(3))));
        return sums;
    }

    /// Sets a table's sum.
    public void put(String table, FeedPage.Sum sum) {
        sql.update(PUT_SUM, table, sum.count(), sum.sum());
    }
}
