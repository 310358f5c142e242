package io.evertill.inventory;

import io.evertill.db.Alerts;
import io.evertill.db.Database;
import io.evertill.db.FeedDue;
import io.evertill.db.FeedDue.Subject;
import io.evertill.db.FeedRows;
import io.evertill.db.Lots;
import io.evertill.db.Tx;
import io.evertill.feed.Feed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Tells the tills about stock: looks now and then at what was marked since, and publishes what it finds (protocol 2.11).
///
/// A branch's own tills are told after [#NEAR], those of other branches how much there is after [#FAR]; whatever happened
/// between two looks at a subject is one row. Nobody who sells or posts waits for it. Any number of nodes may do this at once:
/// who looks later publishes later.
public final class StockFeed {
    /// How often a branch's own figures and lists are looked at.
    public static final Duration NEAR = Duration.ofSeconds(5);
    /// How often the figures of other branches are.
    public static final Duration FAR = Duration.ofMinutes(15);

    private static final int PAGE = 250;

    private final Database db;
    private final Feed feed;
    private final Round near;
    private final Round far;

    /// A node's share of the work, at the usual pace. Not thread-safe.
    public StockFeed(Database db, Feed feed) {
        this(db, feed, NEAR, FAR);
    }

    /// The same at another pace.
    public StockFeed(Database db, Feed feed, Duration near, Duration far) {
        this.db = db;
        this.feed = feed;
        this.near = new Round(near, List.of(
                FeedDue.LOT, FeedDue.LOT_DATE, FeedDue.LEVEL, FeedDue.RESERVATION, FeedDue.TRANSFER, FeedDue.COUNT,
                FeedDue.COUNT_RESULT, FeedDue.ALERT));
        this.far = new Round(far, List.of(FeedDue.ELSEWHERE));
    }

    /// Looks at the next marked subjects, when it is time.
    ///
    /// @return how many; 0 when it is not time yet or nothing is marked any more
    public int step() {
        Instant now = db.read(Tx::now);
        int looked = near.step(now);
        return looked > 0 ? looked : far.step(now);
    }

    /// Whether a published row says what a look would find, or is about to be looked at.
    public static boolean isTold(Tx tx, FeedRows.Published row) {
        Subject subject = TillView.subject(row.table(), row.branch(), row.id());
        Subject behind = new Subject(FeedDue.LEVEL, subject.branch(), subject.subject());
        return tx.feedDue().isDue(subject)
                || (subject.table().equals(FeedDue.ELSEWHERE) && tx.feedDue().isDue(behind))
                || TillView.isSame(row.content(), TillView.of(tx, subject));
    }

    /// Whether the last day of a batch that has one is published, or is about to be looked at.
    public static boolean isTold(Tx tx, Lots.Batch batch) {
        Subject subject = FeedDue.lotDate(batch.product(), batch.lot());
        return tx.feedDue().isDue(subject)
                || tx.feedRows().content(subject.table(), subject.branch(), subject.subject()).isPresent();
    }

    /// Whether an open card that tills are to know is published, or is about to be looked at.
    public static boolean isTold(Tx tx, Alerts.Card card) {
        Subject subject = FeedDue.alert(card.finding().branch(), card.id());
        return card.told().isEmpty()
                || tx.feedDue().isDue(subject)
                || tx.feedRows().content(subject.table(), subject.branch(), subject.subject()).isPresent();
    }

    private int publish(List<Subject> page) {
        feed.publish(tx -> page.stream().filter(tx.feedDue()::take).map(subject -> look(tx, subject)).toList());
        return page.size();
    }

    private static Feed.Now look(Tx tx, Subject subject) {
        if (subject.table().equals(FeedDue.LEVEL)) {
            tx.feedDue().mark(new Subject(FeedDue.ELSEWHERE, subject.branch(), subject.subject()));
        }
        return TillView.of(tx, subject);
    }

    /// One look at all subjects of some tables that are marked, page by page, each once: what is marked again behind its back
    /// waits for the next round.
    private final class Round {
        private final Duration pace;
        private final List<String> tables;
        private final Deque<Subject> left = new ArrayDeque<>();
        private Optional<Instant> begunAt = Optional.empty();

        Round(Duration pace, List<String> tables) {
            this.pace = pace;
            this.tables = tables;
        }

        int step(Instant now) {
            if (left.isEmpty()) {
                if (!isTime(now)) {
                    return 0;
                }
                begunAt = Optional.of(now);
                tables.forEach(table -> left.addLast(Subject.start(table)));
            }
            while (!left.isEmpty()) {
                Subject last = left.removeFirst();
                List<Subject> page = db.read(tx -> tx.feedDue().after(last, PAGE));
                if (!page.isEmpty()) {
                    left.addFirst(page.getLast());
                    return publish(page);
                }
            }
            return 0;
        }

        /// A clock that was set back does not keep it waiting.
        private boolean isTime(Instant now) {
            return begunAt.filter(at -> !now.isBefore(at) && now.isBefore(at.plus(pace))).isEmpty();
        }
    }
}
