package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Changes that flow back to a till, in the order in which the centre published them, with the cursor behind them
/// (protocol 2.11).
///
/// @param changes rows that are new, different or gone
/// @param cursor where to go on
/// @param tables the count and sum of every table's rows after these changes; empty while more pages follow
public record FeedPage(List<Change> changes, Cursor cursor, Map<String, Sum> tables) {
    /// The most changes in one page, so that a till applies it between two sales without being noticed.
    public static final int CHANGES_MAX = 2_000;

    /// A row of a table.
    ///
    /// @param table such as `product`
    /// @param id names the row in its table
    /// @param number its place in the feed
    /// @param value the row; empty object when it is gone
    /// @param isGone whether the row was removed
    public record Change(String table, String id, long number, ObjectNode value, boolean isGone) {}

    /// A place in one incarnation's feed.
    ///
    /// @param incarnation the life of the centre's ledger that numbered the feed
    /// @param number everything up to here is known; 0 for nothing
    public record Cursor(UUID incarnation, long number) {
        /// As sent: `incarnation:number`.
        public String text() {
            return incarnation + ":" + number;
        }

        /// Reads [#text] back.
        ///
        /// @throws IllegalArgumentException when the text is something else
        public static Cursor parse(String text) {
            int colon = text.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("a cursor is incarnation:number, not '" + text + "'");
            }
            return new Cursor(UUID.fromString(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
        }
    }

    /// How many rows a table has and the sum of their hashes, modulo 2^64.
    public record Sum(long count, long sum) {
        /// No rows.
        public static final Sum NONE = new Sum(0, 0);

        /// With a row more.
        public Sum plus(long rowHash) {
            return new Sum(count + 1, sum + rowHash);
        }

        /// With a row less.
        public Sum minus(long rowHash) {
            return new Sum(count - 1, sum - rowHash);
        }

        /// With all rows of another sum.
        public Sum plus(Sum other) {
            return new Sum(count + other.count, sum + other.sum);
        }
    }

    /// Copies the collections.
    public FeedPage {
        changes = List.copyOf(changes);
        tables = Map.copyOf(tables);
    }

    /// Whether the feed goes on behind this page.
    public boolean hasMore() {
        return tables.isEmpty();
    }
}
