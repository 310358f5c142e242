package io.evertill.db;

import io.evertill.count.CountClass;
import io.evertill.count.Finding;
import io.evertill.count.LineState;
import io.evertill.count.PostedCounts;
import io.evertill.count.Schedule;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Table `count_line` at the centre: what is counted of one key, and what became of it (domain 2d).
public final class CountLines {
    private static final String COLUMNS = "branch, line, product, place, lot, class, reason, planned_at, state, assignee,"
            + " approver, approver_name, cause, note, counter, counted_at, posted_at, counted_qty, expected_qty, before_qty,"
            + " after_qty, restated_qty, entry_id, since, worth, worth_currency, told, refusal, refused_by";
    private static final String ADD = """
            INSERT INTO count_line (branch, line, product, place, lot, class, reason, planned_at, state, assignee, approver,
                approver_name, cause, note, counter, counted_at, posted_at, counted_qty, expected_qty, before_qty, after_qty,
                restated_qty, entry_id, since, told)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', '', '', '', '', '', '', NULL, NULL, 0, 0, 0, 0, 0, NULL, ?, 1)
            """;
    private static final String FIND = "SELECT " + COLUMNS + " FROM count_line WHERE branch = ? AND line = ?";
    private static final String LOCK =
            "UPDATE count_line SET state = state WHERE branch = ? AND line = ? RETURNING " + COLUMNS;
    private static final String OPEN = "SELECT " + COLUMNS + """
             FROM count_line
            WHERE branch = ? AND line > ? AND state NOT IN ('POSTED', 'REJECTED', 'CANCELLED') ORDER BY line LIMIT ?
            """;
    private static final String IS_OPEN = """
            SELECT count(*) FROM count_line WHERE branch = ? AND product = ? AND place = ? AND lot = ?
                AND state NOT IN ('POSTED', 'REJECTED', 'CANCELLED')
            """;
    private static final String WAITING = "SELECT " + COLUMNS + """
             FROM count_line WHERE branch = ? AND product = ? AND place = ? AND lot = ?
                AND (state = 'PLANNED' OR (state = 'COUNTING' AND assignee = ?))
            ORDER BY planned_at, line LIMIT 1
            """;
    private static final String OPEN_ON_KEY = "SELECT " + COLUMNS + """
             FROM count_line WHERE branch = ? AND product = ? AND place = ? AND lot = ?
                AND state NOT IN ('POSTED', 'REJECTED', 'CANCELLED')
            ORDER BY planned_at, line
            """;
    private static final String TO_SETTLE = """
            SELECT branch, line FROM count_line WHERE state IN ('COUNTED', 'APPROVED') ORDER BY branch, line
            """;
    private static final String POSTED_ON_KEY = "SELECT " + COLUMNS + """
             FROM count_line WHERE branch = ? AND product = ? AND place = ? AND lot = ? AND state = 'POSTED'
            ORDER BY counted_at, line
            """;
    private static final String STATE = "UPDATE count_line SET state = ?, assignee = ? WHERE branch = ? AND line = ?";
    private static final String APPROVE = """
            UPDATE count_line SET state = 'APPROVED', approver = ?, approver_name = ?, cause = ?, note = ?
            WHERE branch = ? AND line = ?
            """;
    private static final String POST = """
            UPDATE count_line SET state = 'POSTED', counter = ?, counted_at = ?, posted_at = ?, counted_qty = ?, expected_qty = ?,
                before_qty = ?, after_qty = ?, restated_qty = ?, entry_id = ?, worth = ?, worth_currency = ?
            WHERE branch = ? AND line = ?
            """;
    private static final String REVIEW = """
            UPDATE count_line SET counter = ?, counted_at = ?, counted_qty = ?, expected_qty = ?, before_qty = ?, after_qty = ?,
                restated_qty = ?, worth = ?, worth_currency = ?
            WHERE branch = ? AND line = ?
            """;
    private static final String REFUSE = "UPDATE count_line SET refusal = ?, refused_by = ? WHERE branch = ? AND line = ?";
    private static final String FORGET = """
            UPDATE count_line SET told = 0 WHERE told = 1 AND state IN ('POSTED', 'REJECTED', 'CANCELLED')
                AND NOT EXISTS (SELECT 1 FROM count_attempt a WHERE a.branch = count_line.branch AND a.line = count_line.line
                    AND a.counted_at >= ?)
            RETURNING branch, line
            """;
    private static final String RESTATE =
            "UPDATE count_line SET restated_qty = restated_qty + ? WHERE branch = ? AND line = ?";
    private static final String POSTED_SINCE = """
            SELECT product, place, lot, line, counted_at FROM count_line
            WHERE branch = ? AND state = 'POSTED' AND counted_at >= ?
            """;
    private static final String POSTED_ON_KEY_SINCE = """
            SELECT line, counted_at FROM count_line
            WHERE branch = ? AND product = ? AND place = ? AND lot = ? AND state = 'POSTED' AND counted_at >= ?
            """;
    private static final String POSTED_AFTER = "SELECT " + COLUMNS + """
             FROM count_line
            WHERE branch = ? AND state = 'POSTED' AND (counted_at, line) > (?, ?) AND counted_at < ?
            ORDER BY counted_at, line LIMIT ?
            """;
    private static final String COUNTABLE = """
            SELECT l.product, l.place, l.lot, l.qty, coalesce(k.class, ''), coalesce(
                (SELECT max(c.counted_at) FROM count_line c WHERE c.branch = l.branch AND c.product = l.product
                    AND c.place = l.place AND c.lot = l.lot AND c.state = 'POSTED'),
                (SELECT m.occurred_at FROM movement m WHERE m.branch = l.branch AND m.product = l.product
                    AND m.place = l.place AND m.lot = l.lot AND m.key_seq = 1), 0)
            FROM level l LEFT JOIN count_class k ON k.branch = l.branch AND k.product = l.product
            WHERE l.branch = ? AND (l.qty <> 0 OR EXISTS (SELECT 1 FROM movement m WHERE m.branch = l.branch
                    AND m.product = l.product AND m.place = l.place AND m.lot = l.lot AND m.key_seq = l.key_seq
                    AND m.recorded_at >= ?))
            ORDER BY l.product, l.place, l.lot
            """;

    private static final String OVERDUE = """
            SELECT branch, count(*), min(since) FROM (
                SELECT l.branch AS branch, coalesce(
                    (SELECT max(c.counted_at) FROM count_line c WHERE c.branch = l.branch AND c.product = l.product
                        AND c.place = l.place AND c.lot = l.lot AND c.state = 'POSTED'),
                    (SELECT m.occurred_at FROM movement m WHERE m.branch = l.branch AND m.product = l.product
                        AND m.place = l.place AND m.lot = l.lot AND m.key_seq = 1), 0) AS since
                FROM level l WHERE l.qty <> 0 AND l.place NOT LIKE '%/TRANSIT'
                    AND NOT (l.lot = '' AND l.qty < 0 AND (SELECT sum(w.qty) FROM level w
                        WHERE w.branch = l.branch AND w.product = l.product AND w.place = l.place) >= 0)
            ) each_one WHERE since < ? GROUP BY branch ORDER BY branch
            """;

    private final Sql sql;

    CountLines(Sql sql) {
        this.sql = sql;
    }

    /// A line.
    ///
    /// @param reason why it is on the list
    /// @param assignee who is to count; empty before
    /// @param approval who approved it and why; empty before, and where it was within the tolerance
    /// @param posting what was posted; empty before
    /// @param since when the goods were counted last, as known when the line was planned
    /// @param judged what was found when the line was judged last; empty before
    /// @param refused why the last decision of a till about it did not count
    /// @param isTold whether tills are told what became of it
    public record Line(
            UUID id, Move.Key key, CountClass countClass, Schedule.Reason reason, Instant plannedAt, LineState state,
            String assignee, Optional<Approval> approval, Optional<Posting> posting, Optional<Instant> since, Optional<Judged> judged,
            Optional<Refused> refused, boolean isTold) {
        /// A line that is new on the list.
        public Line(UUID id, Move.Key key, CountClass countClass, Schedule.Reason reason, Instant plannedAt) {
            this(id, key, countClass, reason, plannedAt, LineState.PLANNED, "", Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(), true);
        }

        private Line in(LineState next, String assignee) {
            return new Line(id, key, countClass, reason, plannedAt, next, assignee, approval, posting, since, judged, refused, isTold);
        }
    }

    /// What was found when a line was judged.
    ///
    /// @param worth what the difference was worth then
    public record Judged(Finding finding, Money worth) {}

    /// Why a decision did not count.
    ///
    /// @param code for programs
    /// @param by the name of the person whose decision it was
    public record Refused(String code, String by) {}

    /// A line by its id.
    public record LineOf(String branch, UUID line) {}

    /// Who approved a line.
    ///
    /// @param cause what is held to be the cause, a short code
    public record Approval(Person by, String cause, String note) {}

    /// What was posted.
    ///
    /// @param counter the id of the person who counted
    /// @param restated the variance as it is with what became known later
    public record Posting(EntryId entry, String counter, Instant postedAt, Finding finding, long restated) {}

    /// A key that can be counted.
    ///
    /// @param since when it was counted last; else its first movement
    public record Countable(Move.Key key, long quantity, Optional<CountClass> countClass, Instant since) {}

    /// Puts a key on the list; answers false and changes nothing when it is on it already.
    public boolean plan(UUID line, Move.Key key, CountClass countClass, Schedule.Reason reason, Instant at) {
        return plan(line, key, countClass, reason, at, Optional.empty());
    }

    /// The same for goods of which it is known when they were counted last.
    public boolean plan(
            UUID line, Move.Key key, CountClass countClass, Schedule.Reason reason, Instant at, Optional<Instant> since) {
        boolean isOpen = sql.number(IS_OPEN, key.place().branch(), key.product(), key.place().code(), key.lot()) > 0;
        if (!isOpen) {
            add(line, key, countClass, reason, at, since);
        }
        return !isOpen;
    }

    /// Puts a key on the list, also a second time.
    public void add(UUID line, Move.Key key, CountClass countClass, Schedule.Reason reason, Instant at) {
        add(line, key, countClass, reason, at, Optional.empty());
    }

    private void add(UUID line, Move.Key key, CountClass countClass, Schedule.Reason reason, Instant at, Optional<Instant> since) {
        sql.update(ADD, key.place().branch(), line, key.product(), key.place().code(), key.lot(), countClass, reason, at, since);
        mark(FeedDue.COUNT, key.place().branch(), line);
    }

    /// The line with an id.
    public Optional<Line> find(String branch, UUID line) {
        return sql.find(FIND, CountLines::line, branch, line);
    }

    /// The line with an id, locked until the transaction ends.
    public Optional<Line> lock(String branch, UUID line) {
        return sql.find(LOCK, CountLines::line, branch, line);
    }

    /// The line of a key that waits to be counted: by anybody, or by this person, who has the sheet.
    public Optional<Line> waiting(Move.Key key, String counter) {
        return sql.find(WAITING, CountLines::line, key.place().branch(), key.product(), key.place().code(), key.lot(), counter);
    }

    /// The open lines of a key, the oldest first.
    public List<Line> open(Move.Key key) {
        return sql.list(OPEN_ON_KEY, CountLines::line, key.place().branch(), key.product(), key.place().code(), key.lot());
    }

    /// The lines of all branches that were counted or approved and are not posted.
    public List<LineOf> toSettle() {
        return sql.list(TO_SETTLE, row -> new LineOf(row.text(1), row.uuid(2)));
    }

    /// Open lines of a branch behind one of them; start behind nil.
    public List<Line> openAfter(String branch, UUID line, int limit) {
        return sql.list(OPEN, CountLines::line, branch, line, limit);
    }

    /// The posted lines of a key, in the order in which they were counted.
    public List<Line> posted(Move.Key key) {
        return sql.list(POSTED_ON_KEY, CountLines::line, key.place().branch(), key.product(), key.place().code(), key.lot());
    }

    /// Posted lines of a branch that were counted before a moment, in the order of counting, behind one of them; start behind
    /// `(1970, nil)`.
    public List<Line> postedAfter(String branch, Instant countedAt, UUID line, Instant before, int limit) {
        return sql.list(POSTED_AFTER, CountLines::line, branch, countedAt, line, before, limit);
    }

    /// Brings a line into another state.
    ///
    /// @param assignee who is to count it
    /// @return the line as it is then
    public Line move(String branch, Line line, LineState state, String assignee) {
        if (!line.state().allows(state)) {
            throw new IllegalStateException("count line " + line.id() + " is " + line.state() + " and cannot be " + state);
        }
        sql.update(STATE, state, assignee, branch, line.id());
        due(branch, line.id());
        return line.in(state, assignee);
    }

    /// Notes who approved a line and why.
    public void approve(String branch, UUID line, Approval approval) {
        sql.update(APPROVE, approval.by().id(), approval.by().name(), approval.cause(), approval.note(), branch, line);
        due(branch, line);
    }

    /// Notes what was posted.
    ///
    /// @param worth what the difference is worth
    public void post(String branch, UUID line, Posting posting, Money worth) {
        Finding finding = posting.finding();
        sql.update(POST, posting.counter(), finding.countedAt(), posting.postedAt(), finding.counted(), finding.expected(),
                finding.before(), finding.after(), posting.restated(), posting.entry(), worth.minor(),
                worth.currency().getCurrencyCode(), branch, line);
        due(branch, line);
    }

    /// Notes what was found about a line that waits for a decision.
    ///
    /// @param counter the id of the person who counted last
    public void review(String branch, UUID line, String counter, Judged judged) {
        Finding finding = judged.finding();
        sql.update(REVIEW, counter, finding.countedAt(), finding.counted(), finding.expected(), finding.before(), finding.after(),
                finding.variance(), judged.worth().minor(), judged.worth().currency().getCurrencyCode(), branch, line);
        due(branch, line);
    }

    /// Notes that a decision of a till about a line did not count.
    public void refuse(String branch, UUID line, Refused refused) {
        sql.update(REFUSE, refused.code(), refused.by(), branch, line);
        due(branch, line);
    }

    /// Tells tills no more of lines that ended, and that nobody counted at a moment or later.
    ///
    /// @return how many
    public int forget(Instant since) {
        List<LineOf> forgotten = sql.list(FORGET, row -> new LineOf(row.text(1), row.uuid(2)), since);
        forgotten.forEach(each -> mark(FeedDue.COUNT_RESULT, each.branch(), each.line()));
        return forgotten.size();
    }

    /// Something was counted for a line that changed its state no further.
    public void noted(String branch, UUID line) {
        due(branch, line);
    }

    /// Adds to a line's restated variance.
    public void restate(String branch, UUID line, long by) {
        sql.update(RESTATE, by, branch, line);
        mark(FeedDue.COUNT_RESULT, branch, line);
    }

    /// The posted lines of a key that were counted at a moment or later, in no order.
    public List<PostedCounts.Posted> posted(Move.Key key, Instant since) {
        return sql.list(POSTED_ON_KEY_SINCE, row -> new PostedCounts.Posted(row.uuid(1), row.instant(2)), key.place().branch(),
                key.product(), key.place().code(), key.lot(), since);
    }

    /// Hands over the posted lines of a branch that were counted at a moment or later, in no order.
    public void eachPosted(String branch, Instant since, BiConsumer<Move.Key, PostedCounts.Posted> consumer) {
        sql.each(POSTED_SINCE, row -> consumer.accept(key(branch, row, 1, 2, 3),
                new PostedCounts.Posted(row.uuid(4), row.instant(5))), branch, since);
    }

    /// Hands over every key of a branch that has stock, or whose newest movement became known at a moment or later, by key.
    public void eachCountable(String branch, Instant movedSince, Consumer<Countable> consumer) {
        sql.each(COUNTABLE, row -> consumer.accept(new Countable(key(branch, row, 1, 2, 3), row.number(4),
                Optional.of(row.text(5)).filter(name -> !name.isEmpty()).map(CountClass::valueOf), row.instant(6))),
                branch, movedSince);
    }

    /// How many keys of a branch have stock that nobody counted for long.
    ///
    /// @param oldest when the first of them was counted last, or became known
    public record Overdue(String branch, long keys, Instant oldest) {}

    /// The branches with stock that was neither counted nor became known since a moment. What left without its batch, and is
    /// there as a batch, is no stock ([BatchStock.Unassigned#isCovered]).
    public List<Overdue> overdue(Instant since) {
        return sql.list(OVERDUE, row -> new Overdue(row.text(1), row.number(2), row.instant(3)), since);
    }

    /// What is to be counted is told to the tills, and what became of it.
    private void due(String branch, UUID line) {
        mark(FeedDue.COUNT, branch, line);
        mark(FeedDue.COUNT_RESULT, branch, line);
    }

    private void mark(String table, String branch, UUID line) {
        new FeedDue(sql).mark(new FeedDue.Subject(table, branch, line.toString()));
    }

    private static Move.Key key(String branch, Row row, int product, int place, int lot) {
        return new Move.Key(new ProductId(row.uuid(product)), Place.parse(branch, row.text(place)), row.text(lot));
    }

    private static Line line(Row row) {
        Optional<Approval> approval = Optional.of(row.text(11)).filter(id -> !id.isEmpty())
                .map(id -> new Approval(new Person(id, row.text(12)), row.text(13), row.text(14)));
        Optional<Posting> posting = row.findUuid(23).map(entry -> new Posting(new EntryId(entry), row.text(15), row.instant(17),
                finding(row), row.number(22)));
        Optional<Judged> judged = Optional.of(row.text(26)).filter(currency -> !currency.isEmpty())
                .map(currency -> new Judged(finding(row), Money.of(row.number(25), currency)));
        Optional<Refused> refused = Optional.of(row.text(28)).filter(code -> !code.isEmpty())
                .map(code -> new Refused(code, row.text(29)));
        return new Line(row.uuid(2), key(row.text(1), row, 3, 4, 5), CountClass.valueOf(row.text(6)),
                Schedule.Reason.valueOf(row.text(7)), row.instant(8), LineState.valueOf(row.text(9)), row.text(10), approval,
                posting, row.findInstant(24), judged, refused, row.number(27) == 1);
    }

    private static Finding finding(Row row) {
        return new Finding(row.number(18), row.number(19), row.number(20), row.instant(16));
    }
}
