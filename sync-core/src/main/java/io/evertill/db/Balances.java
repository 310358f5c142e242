package io.evertill.db;

import io.evertill.entry.Move;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is kept about the keys of stock beside what their movements say: levels, snapshots, sums (domain 2i).
///
/// Everything of one answer is one state of the database only in a transaction that reads one ([Database#read]) or that
/// holds the key's lock ([Stock#lock]).
public final class Balances {
    private static final String KEYS =
            "SELECT branch, product, place, lot FROM level WHERE " + Keys.AFTER + " ORDER BY branch, product, place, lot LIMIT ?";
    private static final String LEVELS = "SELECT branch, product, place, lot, qty, key_seq FROM level WHERE ";
    private static final String SUMS = """
            SELECT branch, product, place, lot, CAST(sum(qty) AS BIGINT), count(*), min(key_seq), max(key_seq)
            FROM movement WHERE :keys GROUP BY branch, product, place, lot
            """;
    private static final String SNAPSHOTS = """
            SELECT branch, product, place, lot, qty, through_key_seq,
                (SELECT CAST(coalesce(sum(m.qty), 0) AS BIGINT) FROM movement m WHERE m.branch = snapshot.branch
                    AND m.product = snapshot.product AND m.place = snapshot.place AND m.lot = snapshot.lot
                    AND m.key_seq > snapshot.through_key_seq)
            FROM snapshot WHERE :keys AND through_key_seq = (SELECT max(n.through_key_seq) FROM snapshot n
                WHERE n.branch = snapshot.branch AND n.product = snapshot.product AND n.place = snapshot.place
                    AND n.lot = snapshot.lot)
            """;
    private static final String UNBALANCED = """
            SELECT branch, product, place, lot, min(key_seq) FROM movement
            WHERE :keys AND counterpart LIKE '%/%' AND 0 <> (SELECT sum(o.qty) FROM movement o
                WHERE o.branch = movement.branch AND o.entry_id = movement.entry_id AND o.product = movement.product
                    AND o.lot = movement.lot AND o.serial = movement.serial AND o.counterpart LIKE '%/%')
            GROUP BY branch, product, place, lot
            """;

    private final Sql sql;

    Balances(Sql sql) {
        this.sql = sql;
    }

    /// A key: its level, what its movements say, and its latest snapshot.
    ///
    /// @param level its level; nothing of no movement without one
    /// @param sum what its movements sum to; zeros without any
    /// @param through where its latest snapshot was cut, 0 without one
    /// @param snapshot the quantity of that
    /// @param delta what the movements behind the cut sum to
    /// @param unbalanced the number of its first movement between two kept places whose other side does not match; 0 when
    ///     all do
    public record Balance(Stock.Level level, Stock.Sum sum, long through, long snapshot, long delta, long unbalanced) {
        /// The key.
        public Move.Key key() {
            return level.key();
        }

        /// Whether its movements have the numbers 1, 2, 3 ….
        public boolean isGapless() {
            return sum.count() == sum.last() && (sum.count() == 0 || sum.first() == 1);
        }

        /// Whether level, snapshot and movements say the same.
        public boolean isEven() {
            return level.quantity() == sum.quantity() && level.keySeq() == sum.count() && through <= sum.count()
                    && (through == 0 || snapshot + delta == sum.quantity());
        }
    }

    /// Keys in order.
    ///
    /// @param last where to go on; empty at the end
    public record Page(List<Balance> balances, Optional<Move.Key> last) {}

    /// One key.
    public Balance of(Move.Key key) {
        List<Balance> found = balances(Keys.ONE, Keys.of(key));
        return found.isEmpty() ? new Gathered(key).balance() : found.getFirst();
    }

    /// The keys behind one of them.
    ///
    /// @param limit the most levels of which it answers
    public Page after(Optional<Move.Key> after, int limit) {
        List<Move.Key> levels = sql.list(KEYS, row -> Stock.key(row, 1, 2, 3, 4), Keys.with(Keys.after(after), limit));
        Optional<Move.Key> last = levels.size() < limit ? Optional.empty() : Optional.of(levels.getLast());
        return new Page(balances(Keys.BETWEEN, Keys.between(after, last)), last);
    }

    private List<Balance> balances(String where, Object[] arguments) {
        Map<Move.Key, Gathered> gathered = new HashMap<>();
        sql.each(LEVELS + where, row -> at(gathered, row).level(row.number(5), row.number(6)), arguments);
        sql.each(of(SUMS, where), row ->
                at(gathered, row).sum(row.number(5), row.number(6), row.number(7), row.number(8)), arguments);
        sql.each(of(SNAPSHOTS, where), row ->
                at(gathered, row).snapshot(row.number(5), row.number(6), row.number(7)), arguments);
        sql.each(of(UNBALANCED, where), row -> at(gathered, row).unbalanced = row.number(5), arguments);
        List<Balance> balances = new ArrayList<>(gathered.size());
        gathered.keySet().stream().sorted().forEach(key -> balances.add(at(gathered, key).balance()));
        return balances;
    }

    private static String of(String statement, String where) {
        return statement.replace(":keys", where);
    }

    private static Gathered at(Map<Move.Key, Gathered> gathered, Row row) {
        return at(gathered, Stock.key(row, 1, 2, 3, 4));
    }

    private static Gathered at(Map<Move.Key, Gathered> gathered, Move.Key key) {
        return gathered.computeIfAbsent(key, Gathered::new);
    }

    /// What was found of a key so far.
    private static final class Gathered {
        private Stock.Level level;
        private Stock.Sum sum;
        private long through;
        private long snapshot;
        private long delta;
        private long unbalanced;

        Gathered(Move.Key key) {
            this.level = new Stock.Level(key, 0, 0);
            this.sum = new Stock.Sum(key, 0, 0, 0, 0);
        }

        void level(long quantity, long keySeq) {
            level = new Stock.Level(level.key(), quantity, keySeq);
        }

        void sum(long quantity, long count, long first, long last) {
            sum = new Stock.Sum(level.key(), quantity, count, first, last);
        }

        void snapshot(long quantity, long at, long since) {
            snapshot = quantity;
            through = at;
            delta = since;
        }

        Balance balance() {
            return new Balance(level, sum, through, snapshot, delta, unbalanced);
        }
    }
}
