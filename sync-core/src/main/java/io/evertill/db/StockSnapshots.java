package io.evertill.db;

import io.evertill.entry.Move;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Table `snapshot` at the centre: what a key's movements up to one of them sum to (domain 2h).
///
/// It is cut by the key's own sequence, never by a time: what arrives late has a higher number, whenever it happened. Many
/// per key; none changes. A cache like a level: the balance is always what the movements sum to.
public final class StockSnapshots {
    private static final String APPEND = """
            INSERT INTO snapshot (branch, product, place, lot, through_key_seq, qty, taken_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (branch, product, place, lot, through_key_seq) DO NOTHING
            """;
    private static final String OF_KEY = "SELECT through_key_seq, qty, taken_at FROM snapshot WHERE " + Keys.ONE
            + " ORDER BY through_key_seq";
    private static final String UP_TO = "SELECT through_key_seq, qty, taken_at FROM snapshot WHERE " + Keys.ONE
            + " AND through_key_seq <= ? ORDER BY through_key_seq DESC LIMIT 1";
    private static final String BETWEEN = "SELECT CAST(coalesce(sum(qty), 0) AS BIGINT) FROM movement WHERE " + Keys.ONE
            + " AND key_seq > ? AND key_seq <= ?";
    private static final String CHANGED = """
            SELECT l.branch, l.product, l.place, l.lot, l.qty, l.key_seq, coalesce(s.qty, 0), coalesce(s.through_key_seq, 0),
                (SELECT CAST(coalesce(sum(m.qty), 0) AS BIGINT) FROM movement m WHERE m.branch = l.branch
                    AND m.product = l.product AND m.place = l.place AND m.lot = l.lot
                    AND m.key_seq > coalesce(s.through_key_seq, 0)),
                (SELECT count(*) FROM movement m WHERE m.branch = l.branch AND m.product = l.product AND m.place = l.place
                    AND m.lot = l.lot AND m.key_seq > coalesce(s.through_key_seq, 0)),
                (SELECT coalesce(max(m.key_seq), 0) FROM movement m WHERE m.branch = l.branch AND m.product = l.product
                    AND m.place = l.place AND m.lot = l.lot)
            FROM level l LEFT JOIN snapshot s ON s.branch = l.branch AND s.product = l.product AND s.place = l.place
                AND s.lot = l.lot AND s.through_key_seq = (
                    SELECT max(n.through_key_seq) FROM snapshot n WHERE n.branch = l.branch AND n.product = l.product
                        AND n.place = l.place AND n.lot = l.lot)
            WHERE (l.branch, l.product, l.place, l.lot) > (?, ?, ?, ?) AND l.key_seq <> coalesce(s.through_key_seq, 0)
            ORDER BY l.branch, l.product, l.place, l.lot LIMIT ?
            """;
    private static final String RIGHT = """
            qty = (SELECT coalesce(sum(m.qty), 0) FROM movement m WHERE m.branch = snapshot.branch
                AND m.product = snapshot.product AND m.place = snapshot.place AND m.lot = snapshot.lot
                AND m.key_seq <= snapshot.through_key_seq)
            AND EXISTS (SELECT 1 FROM movement m WHERE m.branch = snapshot.branch AND m.product = snapshot.product
                AND m.place = snapshot.place AND m.lot = snapshot.lot AND m.key_seq = snapshot.through_key_seq)
            """;
    private static final String JUDGE = "SELECT through_key_seq, CASE WHEN " + RIGHT + " THEN 1 ELSE 0 END FROM snapshot WHERE "
            + Keys.ONE + " ORDER BY through_key_seq";
    private static final String REMOVE_WRONG = "DELETE FROM snapshot WHERE " + Keys.ONE + " AND NOT (" + RIGHT + ")";
    private static final String COUNT = "SELECT count(*) FROM snapshot";

    private final Sql sql;

    StockSnapshots(Sql sql) {
        this.sql = sql;
    }

    /// A snapshot.
    ///
    /// @param through the number of the last movement in it, from 1
    /// @param quantity what the movements up to there sum to, in ten-thousandths
    public record Taken(long through, long quantity, Instant takenAt) {}

    /// A key that changed since its last snapshot.
    ///
    /// @param level its level now
    /// @param before the quantity of its last snapshot, 0 without one
    /// @param through where that was cut, 0 without one
    /// @param delta what the movements since then sum to
    /// @param count how many there are
    /// @param last the key's highest number
    public record Changed(Stock.Level level, long before, long through, long delta, long count, long last) {
        /// Whether the level is the last snapshot and all movements since, without a gap.
        public boolean isWhole() {
            return level.quantity() == before + delta && level.keySeq() == through + count && level.keySeq() == last;
        }
    }

    /// Adds a snapshot; one more of the same cut changes nothing, and the answer is false.
    public boolean append(Move.Key key, Taken taken) {
        return sql.update(APPEND, Keys.with(Keys.of(key), taken.through(), taken.quantity(), taken.takenAt())) == 1;
    }

    /// The snapshots of a key, the oldest cut first.
    public List<Taken> of(Move.Key key) {
        return sql.list(OF_KEY, StockSnapshots::taken, Keys.of(key));
    }

    /// A key's balance now: its latest snapshot, or nothing, and all movements since.
    public long current(Move.Key key) {
        return at(key, Long.MAX_VALUE);
    }

    /// A key's balance after the movement of a number: the snapshot before it and the movements in between.
    public long at(Move.Key key, long keySeq) {
        Taken from = sql.find(UP_TO, StockSnapshots::taken, Keys.with(Keys.of(key), keySeq))
                .orElse(new Taken(0, 0, Instant.EPOCH));
        return Math.addExact(from.quantity(), sql.number(BETWEEN, Keys.with(Keys.of(key), from.through(), keySeq)));
    }

    /// Keys behind one of them that changed since their last snapshot.
    public List<Changed> changed(Optional<Move.Key> after, int limit) {
        return sql.list(CHANGED, row -> new Changed(
                new Stock.Level(Stock.key(row, 1, 2, 3, 4), row.number(5), row.number(6)), row.number(7), row.number(8),
                row.number(9), row.number(10), row.number(11)), Keys.with(Keys.after(after), limit));
    }

    /// The cut of a key's last snapshot that is what its movements sum to and has only such before it; 0 without one.
    public long lastRight(Move.Key key) {
        long[] through = {0};
        sql.eachUntil(JUDGE, row -> {
            boolean isRight = row.flag(2);
            through[0] = isRight ? row.number(1) : through[0];
            return !isRight;
        }, Keys.of(key));
        return through[0];
    }

    /// Removes those snapshots of a key that are not what its movements sum to, for a repair; answers how many.
    public int removeWrong(Move.Key key) {
        return sql.update(REMOVE_WRONG, Keys.of(key));
    }

    /// How many there are.
    public long count() {
        return sql.number(COUNT);
    }

    private static Taken taken(Row row) {
        return new Taken(row.number(1), row.number(2), row.instant(3));
    }
}
