package io.evertill.db;

import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tables `movement` and `level`: every change of stock, and their sums.
///
/// A level owns its key's sequence: it is raised under the level's row lock, in the same transaction as the movements that
/// take the numbers, so the numbers of a key are 1, 2, 3 … in commit order (domain 2h).
public final class Stock {
    /// The columns of a [Movement], in the order in which [#movement] reads them.
    static final String COLUMNS = """
            entry_id, line, branch, product, place, type, qty, lot, serial, ref_type, ref_id, ref_line, actor, occurred_at,
                recorded_at, counterpart, reason, key_seq, stream, seq
            """;
    private static final String PUT = """
            INSERT INTO level (branch, product, place, lot, qty, key_seq) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (branch, product, place, lot) DO UPDATE SET qty = excluded.qty, key_seq = excluded.key_seq
            """;
    private static final String REMOVE = "DELETE FROM level WHERE branch = ? AND product = ? AND place = ? AND lot = ?";
    private static final String RAISE = """
            INSERT INTO level (branch, product, place, lot, qty, key_seq) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (branch, product, place, lot)
            DO UPDATE SET qty = level.qty + excluded.qty, key_seq = level.key_seq + excluded.key_seq
            """;
    private static final String RAISE_ALL = """
            INSERT INTO level (branch, product, place, lot, qty, key_seq)
            SELECT * FROM unnest(?::text[], ?::bytea[], ?::text[], ?::text[], ?::bigint[], ?::bigint[])
            ON CONFLICT (branch, product, place, lot)
            DO UPDATE SET qty = level.qty + excluded.qty, key_seq = level.key_seq + excluded.key_seq
            RETURNING branch, product, place, lot, key_seq, qty
            """;
    private static final String LEVEL =
            "SELECT qty, key_seq FROM level WHERE branch = ? AND product = ? AND place = ? AND lot = ?";
    private static final String LEVELS = "SELECT branch, product, place, lot, qty, key_seq FROM level ORDER BY 1, 2, 3, 4";
    private static final String SUMS = """
            SELECT branch, product, place, lot, CAST(sum(qty) AS BIGINT), count(*), min(key_seq), max(key_seq)
            FROM movement GROUP BY branch, product, place, lot ORDER BY 1, 2, 3, 4
            """;
    private static final String MOVEMENTS = "SELECT " + COLUMNS
            + "FROM movement ORDER BY branch, entry_id, line";
    private static final String MOVEMENTS_WITH_SKU = """
            SELECT m.entry_id, m.line, m.branch, m.product, m.place, m.type, m.qty, m.lot, m.serial, m.ref_type, m.ref_id,
                m.ref_line, m.actor, m.occurred_at, m.recorded_at, m.counterpart, m.reason, m.key_seq, m.stream, m.seq,
                coalesce(p.sku, '')
            FROM movement m LEFT JOIN product p ON p.product = m.product ORDER BY m.branch, m.entry_id, m.line
            """;
    private static final String LEVELS_WITH_SKU = """
            SELECT l.branch, l.product, l.place, l.lot, l.qty, l.key_seq, coalesce(p.sku, '')
            FROM level l LEFT JOIN product p ON p.product = l.product ORDER BY l.branch, l.product, l.place, l.lot
            """;
    private static final String OF_KEY = "SELECT " + COLUMNS
            + "FROM movement WHERE branch = ? AND product = ? AND place = ? AND lot = ? ORDER BY key_seq";
    private static final String UNEVEN = """
            SELECT coalesce(l.branch, m.branch), coalesce(l.product, m.product), coalesce(l.place, m.place),
                coalesce(l.lot, m.lot), coalesce(l.qty, 0), coalesce(l.key_seq, 0), coalesce(m.qty, 0), coalesce(m.n, 0),
                coalesce(m.low, 0), coalesce(m.high, 0)
            FROM level l FULL JOIN (
                SELECT branch, product, place, lot, CAST(sum(qty) AS BIGINT) AS qty, count(*) AS n, min(key_seq) AS low,
                    max(key_seq) AS high
                FROM movement GROUP BY branch, product, place, lot
            ) m ON m.branch = l.branch AND m.product = l.product AND m.place = l.place AND m.lot = l.lot
            WHERE l.qty IS NULL OR m.qty IS NULL OR l.qty <> m.qty OR l.key_seq <> m.n OR m.low <> 1 OR m.high <> m.n
            ORDER BY 1, 2, 3, 4
            """;
    private static final String BY_ENTRY = "SELECT " + COLUMNS
            + "FROM movement WHERE branch = ? AND entry_id = ? ORDER BY line";
    private static final String LOCK = """
            INSERT INTO level (branch, product, place, lot, qty, key_seq) VALUES (?, ?, ?, ?, 0, 0)
            ON CONFLICT (branch, product, place, lot) DO UPDATE SET qty = level.qty RETURNING qty, key_seq
            """;
    private static final String FORGET =
            "DELETE FROM level WHERE branch = ? AND product = ? AND place = ? AND lot = ? AND key_seq = 0";
    private static final String SUM_UP_TO = """
            SELECT coalesce(CAST(sum(qty) AS BIGINT), 0) FROM movement
            WHERE branch = ? AND product = ? AND place = ? AND lot = ? AND occurred_at <= ?
            """;
    private static final String BETWEEN = "SELECT " + COLUMNS + """
            FROM movement WHERE branch = ? AND product = ? AND place = ? AND lot = ? AND occurred_at BETWEEN ? AND ?
            ORDER BY key_seq
            """;
    static final String WITH_CUSTOMERS = "SELECT " + COLUMNS + """
            FROM movement WHERE branch = ? AND product = ? AND serial = ? AND counterpart = ?
            """;
    private static final String COUNT_LEVELS = "SELECT count(*) FROM level";
    private static final String OF_ENTRY = "SELECT count(*) FROM movement WHERE branch = ? AND entry_id = ?";
    private static final String COUNT = "SELECT count(*) FROM movement";

    private final Sql sql;
    private final Dialect dialect;

    Stock(Sql sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /// The moves of one entry, with what is needed to record them.
    ///
    /// @param position where the entry stands
    /// @param occurredAt when it happened: at the till by its clock, at the centre by the centre's as far as it is known
    /// @param actor who did it
    public record Source(EntryId entry, Position position, Instant occurredAt, String actor, List<Move> moves) {}

    /// A key's level: how much there is, and how many movements made it.
    public record Level(Move.Key key, long quantity, long keySeq) {}

    /// What a post did to a key's level.
    ///
    /// @param keySeqNext the number that the first of its movements took
    public record Change(Move.Key key, long before, long after, long keySeqNext) {}

    /// What a key's movements say: their sum, their number, the lowest and the highest of their sequences.
    public record Sum(Move.Key key, long quantity, long count, long first, long last) {}

    /// A movement as stored.
    public record Movement(
            EntryId entry,
            int line,
            Move.Key key,
            String type,
            long quantity,
            String serial,
            Move.Reference reference,
            String actor,
            Instant occurredAt,
            Instant recordedAt,
            String counterpart,
            String reason,
            long keySeq,
            StreamId stream,
            long seq) {}

    /// What is recorded beside a movement at the centre.
    ///
    /// @param productSeq its number among the movements of its product in the branch, from 1; 0 where none are given
    /// @param unitCost what one unit cost; empty when nobody knows
    public record Costed(long productSeq, Optional<UnitPrice> unitCost) {
        /// Without a number and a cost.
        public static final Costed NOT = new Costed(0, Optional.empty());
    }

    /// Records the moves of entries and raises the levels of their keys, keys in sorted order so that writers never wait for
    /// each other in a circle.
    ///
    /// @return what it did to each key
    public List<Change> post(List<Source> sources, Instant recordedAt) {
        return post(sources, recordedAt, Optional.empty());
    }

    /// The same at the centre, with what movements cost.
    ///
    /// @param costing says it of every move in order; called once the locks of all levels are held
    public List<Change> post(List<Source> sources, Instant recordedAt, Supplier<List<Costed>> costing) {
        return post(sources, recordedAt, Optional.of(costing));
    }

    private List<Change> post(List<Source> sources, Instant recordedAt, Optional<Supplier<List<Costed>>> costing) {
        Map<Move.Key, long[]> sums = new TreeMap<>();
        for (Source source : sources) {
            for (Move move : source.moves()) {
                long[] sum = sums.computeIfAbsent(move.key(), _ -> new long[2]);
                sum[0] = Math.addExact(sum[0], move.quantity().tenThousandths());
                sum[1]++;
            }
        }
        if (sums.isEmpty()) {
            return List.of();
        }
        List<Change> changes = switch (dialect) {
            case SQLITE -> raiseEach(sums);
            case POSTGRESQL -> raiseAll(sums);
        };
        new MovementRows(sql, dialect, recordedAt).append(sources, changes, costing.map(Supplier::get));
        return changes;
    }

    /// A key's level; nothing and no movement when it never had one.
    public Level level(Move.Key key) {
        return sql.find(LEVEL, row -> new Level(key, row.number(1), row.number(2)),
                        key.place().branch(), key.product(), key.place().code(), key.lot())
                .orElse(new Level(key, 0, 0));
    }

    /// A key's level, locked until the transaction ends also where there is none yet: whoever does so calls [#forget] behind it.
    public Level lock(Move.Key key) {
        return sql.find(LOCK, row -> new Level(key, row.number(1), row.number(2)),
                        key.place().branch(), key.product(), key.place().code(), key.lot())
                .orElseThrow();
    }

    /// Writes a level anew, for a rebuild that holds the key's lock; a key without movements has none.
    public void put(Level level) {
        Move.Key key = level.key();
        if (level.keySeq() == 0) {
            sql.update(REMOVE, key.place().branch(), key.product(), key.place().code(), key.lot());
        } else {
            sql.update(PUT, key.place().branch(), key.product(), key.place().code(), key.lot(), level.quantity(), level.keySeq());
        }
    }

    /// Takes away a level that [#lock] made and that no movement has.
    public void forget(Move.Key key) {
        sql.update(FORGET, key.place().branch(), key.product(), key.place().code(), key.lot());
    }

    /// What a key's movements up to a moment sum to, as known now (domain 2h).
    public long sumUpTo(Move.Key key, Instant occurredAt) {
        return sql.number(SUM_UP_TO, key.place().branch(), key.product(), key.place().code(), key.lot(), occurredAt);
    }

    /// The last movement with which a numbered piece went to a customer, below zero, or came back from one; empty when it did
    /// neither here. It reads all movements of the product in the branch.
    ///
    /// @param order the streams, each behind the one that it goes on from: clocks decide nothing
    public Optional<Movement> lastWithCustomers(String branch, ProductId product, String serial, List<StreamId> order) {
        return sql.list(WITH_CUSTOMERS, Stock::movement, branch, product, serial, Place.CUSTOMER.code()).stream()
                .max(Comparator.<Movement>comparingInt(movement -> order.indexOf(movement.stream()))
                        .thenComparingLong(Movement::seq)
                        .thenComparingInt(Movement::line));
    }

    /// Hands over every level, by key.
    public void eachLevel(Consumer<Level> consumer) {
        sql.each(LEVELS, row -> consumer.accept(new Level(key(row, 1, 2, 3, 4), row.number(5), row.number(6))));
    }

    /// Hands over what every key's movements sum to, by key.
    public void eachSum(Consumer<Sum> consumer) {
        sql.each(SUMS, row -> consumer.accept(
                new Sum(key(row, 1, 2, 3, 4), row.number(5), row.number(6), row.number(7), row.number(8))));
    }

    /// Hands over every movement with the product's SKU, by entry; an empty SKU when the product is not known any more.
    public void eachMovement(BiConsumer<Movement, String> consumer) {
        sql.each(MOVEMENTS_WITH_SKU, row -> consumer.accept(movement(row), row.text(21)));
    }

    /// Hands over every level with the product's SKU, by key; an empty SKU when the product is not known any more.
    public void eachLevel(BiConsumer<Level, String> consumer) {
        sql.each(LEVELS_WITH_SKU, row -> consumer.accept(
                new Level(key(row, 1, 2, 3, 4), row.number(5), row.number(6)), row.text(7)));
    }

    /// Hands over every movement, by entry.
    public void eachMovement(Consumer<Movement> consumer) {
        sql.each(MOVEMENTS, row -> consumer.accept(movement(row)));
    }

    /// A key's movements, in the order in which they became known.
    public void eachMovement(Move.Key key, Consumer<Movement> consumer) {
        sql.each(OF_KEY, row -> consumer.accept(movement(row)),
                key.place().branch(), key.product(), key.place().code(), key.lot());
    }

    /// A key's movements that happened between two moments, both included.
    public void eachBetween(Move.Key key, Instant from, Instant to, Consumer<Movement> consumer) {
        sql.each(BETWEEN, row -> consumer.accept(movement(row)),
                key.place().branch(), key.product(), key.place().code(), key.lot(), from, to);
    }

    /// Hands over every key whose level is not what its movements say, or whose sequence has a hole.
    public void eachUneven(BiConsumer<Level, Sum> consumer) {
        sql.each(UNEVEN, row -> {
            Move.Key key = key(row, 1, 2, 3, 4);
            consumer.accept(new Level(key, row.number(5), row.number(6)),
                    new Sum(key, row.number(7), row.number(8), row.number(9), row.number(10)));
        });
    }

    /// The movements of an entry, by line.
    public List<Movement> of(String branch, EntryId entry) {
        return sql.list(BY_ENTRY, Stock::movement, branch, entry);
    }

    /// How many levels there are.
    public long levelCount() {
        return sql.number(COUNT_LEVELS);
    }

    /// How many movements an entry made.
    public long count(String branch, EntryId entry) {
        return sql.number(OF_ENTRY, branch, entry);
    }

    /// How many movements there are.
    public long count() {
        return sql.number(COUNT);
    }

    /// Looks before it writes: there is one writer, and RETURNING would cost SQLite a temporary table each time.
    private List<Change> raiseEach(Map<Move.Key, long[]> sums) {
        List<Change> changes = new ArrayList<>(sums.size());
        sums.forEach((key, sum) -> {
            Level level = level(key);
            changes.add(new Change(key, level.quantity(), Math.addExact(level.quantity(), sum[0]), level.keySeq() + 1));
            sql.update(RAISE, key.place().branch(), key.product(), key.place().code(), key.lot(), sum[0], sum[1]);
        });
        return changes;
    }

    private List<Change> raiseAll(Map<Move.Key, long[]> sums) {
        List<Move.Key> keys = List.copyOf(sums.keySet());
        Object[] branches = keys.stream().map(key -> key.place().branch()).toArray();
        Object[] products = keys.stream().map(key -> Sql.bytes(key.product().value())).toArray();
        Object[] places = keys.stream().map(key -> key.place().code()).toArray();
        Object[] lots = keys.stream().map(Move.Key::lot).toArray();
        Object[] quantities = sums.values().stream().map(sum -> sum[0]).toArray();
        Object[] counts = sums.values().stream().map(sum -> sum[1]).toArray();
        List<Change> changes = new ArrayList<>(sums.size());
        sql.each(RAISE_ALL, row -> {
            Move.Key key = key(row, 1, 2, 3, 4);
            long[] sum = requireSum(sums, key);
            changes.add(new Change(key, row.number(6) - sum[0], row.number(6), row.number(5) - sum[1] + 1));
        }, sql.array("text", branches), sql.array("bytea", products), sql.array("text", places), sql.array("text", lots),
                sql.array("bigint", quantities), sql.array("bigint", counts));
        return changes;
    }

    private static long[] requireSum(Map<Move.Key, long[]> sums, Move.Key key) {
        long[] sum = sums.get(key);
        if (sum == null) {
            throw new IllegalStateException("the database answered a key that was not asked for: " + key);
        }
        return sum;
    }

    static Move.Key key(Row row, int branch, int product, int place, int lot) {
        UUID id = row.uuid(product);
        return new Move.Key(new ProductId(id), Place.parse(row.text(branch), row.text(place)), row.text(lot));
    }

    static Movement movement(Row row) {
        return new Movement(
                new EntryId(row.uuid(1)),
                (int) row.number(2),
                key(row, 3, 4, 5, 8),
                row.text(6),
                row.number(7),
                row.text(9),
                new Move.Reference(row.text(10), row.text(11), (int) row.number(12)),
                row.text(13),
                row.instant(14),
                row.instant(15),
                row.text(16),
                row.text(17),
                row.number(18),
                new StreamId(row.uuid(19)),
                row.number(20));
    }
}
