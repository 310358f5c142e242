package io.evertill.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Database;
import io.evertill.db.FeedDue;
import io.evertill.db.FeedRows;
import io.evertill.db.Tx;
import io.evertill.ledger.Bytes;
import io.evertill.wire.FeedLines;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The centre's end of the feed: rows are written without a number by whoever changes them, numbered by one publisher
/// under a lock, and read by tills in that order (protocol 2.11).
///
/// Numbers are given to rows that are committed already, so a reader never skips a row that commits late.
public final class Feed {
    /// The table of products.
    public static final String PRODUCT = "product";
    /// The table of price rules.
    public static final String PRICE = "price";
    /// The table of tax rates.
    public static final String TAX = "tax";
    /// The table of settings.
    public static final String SETTING = "setting";
    /// The table of who works at the tills.
    public static final String STAFF = "staff";
    /// The table of promotions, which a till keeps as they come.
    public static final String PROMOTION = "promotion";
    /// The table of customers.
    public static final String CUSTOMER = "customer";
    /// The tables about stock, and about what is wrong with it, which a till keeps as they come.
    public static final List<String> STOCK_TABLES = List.of(FeedDue.ALERT, FeedDue.COUNT, FeedDue.COUNT_RESULT, FeedDue.ELSEWHERE,
            FeedDue.LEVEL, FeedDue.LOT, FeedDue.LOT_DATE, FeedDue.RESERVATION, FeedDue.TRANSFER);
    /// Every table.
    public static final List<String> TABLES =
            Stream.concat(Stream.of(CUSTOMER, PRICE, PRODUCT, PROMOTION, SETTING, STAFF, TAX), STOCK_TABLES.stream()).sorted().toList();

    private static final int PENDING_MAX = 2_000;

    private final Database db;
    private final Supplier<UUID> ids;

    /// A feed on the centre's database.
    ///
    /// @param ids time-ordered ids, each greater than the one before
    public Feed(Database db, Supplier<UUID> ids) {
        this.db = db;
        this.ids = ids;
    }

    /// What a till gets.
    public sealed interface Answer {
        /// The next page.
        record Page(FeedPage page) implements Answer {}

        /// The cursor is not of this feed, or too much is missing: a snapshot is needed.
        record Gone() implements Answer {}
    }

    /// A row as it is at this moment.
    ///
    /// @param branch the branch that sees it, or empty for every branch
    /// @param row empty when there is none any more
    public record Now(String table, String branch, String id, Optional<ObjectNode> row) {}

    /// Adds a new or changed row, in the transaction that changes it.
    ///
    /// @param branch the branch that sees it, or empty for every branch
    public void put(Tx tx, String table, String branch, String id, ObjectNode row) {
        tx.feedRows().put(new FeedRows.Pending(ids.get(), branch, table, id, Json.canonical(row), false));
    }

    /// Adds the news that a row is gone, in the transaction that removes it.
    public void remove(Tx tx, String table, String branch, String id) {
        tx.feedRows().put(new FeedRows.Pending(ids.get(), branch, table, id, Bytes.of(""), true));
    }

    /// Gives numbers to rows that are committed and have none.
    ///
    /// @return how many; 0 when there was nothing to do, and then nothing was written
    public int publish() {
        if (db.read(tx -> tx.feedRows().pending(1)).isEmpty()) {
            return 0;
        }
        return db.write(tx -> {
            long number = tx.centre().lockFeed();
            List<FeedRows.Pending> pending = tx.feedRows().pending(PENDING_MAX);
            for (FeedRows.Pending row : pending) {
                number++;
                publish(tx, new FeedRows.Published(
                        row.table(), row.branch(), row.id(), number, row.content(), row.isGone()));
                tx.feedRows().deletePending(row.pending());
            }
            if (!pending.isEmpty()) {
                tx.centre().advanceFeed(number);
            }
            return pending.size();
        });
    }

    /// Looks at rows under the publisher's lock, so that what was looked at later has the higher number, and gives numbers to
    /// those that are not as they were published.
    ///
    /// @param look reads what is committed
    /// @return how many got one
    public int publish(Function<Tx, List<Now>> look) {
        return db.write(tx -> {
            long head = tx.centre().lockFeed();
            long number = head;
            for (Now now : look.apply(tx)) {
                Optional<Bytes> content = now.row().map(Json::canonical);
                if (!content.equals(tx.feedRows().content(now.table(), now.branch(), now.id()))) {
                    number++;
                    publish(tx, new FeedRows.Published(now.table(), now.branch(), now.id(), number,
                            content.orElse(Bytes.of("")), content.isEmpty()));
                }
            }
            if (number > head) {
                tx.centre().advanceFeed(number);
            }
            return (int) (number - head);
        });
    }

    /// The page behind a cursor, as a branch sees it; gone when news of removed rows behind the cursor are kept no more.
    public Answer page(String branch, Optional<FeedPage.Cursor> cursor) {
        return db.read(tx -> {
            var centre = tx.centre().state();
            boolean isKnown = cursor.map(at -> at.incarnation().equals(centre.incarnation())
                            && at.number() >= centre.feedHorizon() && at.number() <= centre.feedHead())
                    .orElse(false);
            if (!isKnown) {
                return new Answer.Gone();
            }
            List<FeedRows.Published> rows =
                    tx.feedRows().after(cursor.orElseThrow().number(), branch, FeedPage.CHANGES_MAX + 1);
            if (rows.size() > FeedPage.CHANGES_MAX) {
                List<FeedRows.Published> some = rows.subList(0, FeedPage.CHANGES_MAX);
                FeedPage.Cursor next = new FeedPage.Cursor(centre.incarnation(), some.getLast().number());
                return new Answer.Page(new FeedPage(some.stream().map(Feed::change).toList(), next, java.util.Map.of()));
            }
            FeedPage.Cursor head = new FeedPage.Cursor(centre.incarnation(), centre.feedHead());
            return new Answer.Page(new FeedPage(rows.stream().map(Feed::change).toList(), head, sums(tx, branch)));
        });
    }

    static java.util.Map<String, FeedPage.Sum> sums(Tx tx, String branch) {
        java.util.Map<String, FeedPage.Sum> sums = tx.feedRows().sums(branch);
        TABLES.forEach(table -> sums.putIfAbsent(table, FeedPage.Sum.NONE));
        return sums;
    }

    static FeedPage.Change change(FeedRows.Published row) {
        JsonNode value = row.isGone() ? Json.object() : Json.parse(row.content().content());
        return new FeedPage.Change(row.table(), row.id(), row.number(), (ObjectNode) value, row.isGone());
    }

    private static void publish(Tx tx, FeedRows.Published row) {
        FeedPage.Sum sum = tx.feedRows().sum(row.table(), row.branch());
        Optional<Long> before = tx.feedRows().hash(row.table(), row.branch(), row.id());
        if (before.isPresent()) {
            sum = sum.minus(before.get());
        }
        long rowHash = FeedLines.rowHash(row.id(), row.content());
        if (!row.isGone()) {
            sum = sum.plus(rowHash);
        }
        tx.feedRows().publish(row, rowHash, tx.now());
        tx.feedRows().put(row.table(), row.branch(), sum);
    }
}
