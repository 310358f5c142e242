package io.evertill.db;

import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.money.MovingAverage;
import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Table `product_cost` at the centre, what a branch's stock of a product cost on average, and the costs that its movements
/// carry.
///
/// The row owns the numbers of the product's movements in the branch, as a level owns those of its key: raised under the row's
/// lock, after those of all levels, in the transaction that records the movements.
public final class UnitCosts {
    private static final String FIND = "SELECT product_seq, qty, unit_cost, currency FROM product_cost WHERE branch = ? AND product = ?";
    private static final String RAISE = """
            INSERT INTO product_cost (branch, product, product_seq, qty) VALUES (?, ?, ?, ?)
            ON CONFLICT (branch, product) DO UPDATE SET product_seq = product_cost.product_seq + excluded.product_seq,
                qty = product_cost.qty + excluded.qty
            """;
    private static final String RAISE_ALL = """
            INSERT INTO product_cost (branch, product, product_seq, qty)
            SELECT * FROM unnest(?::text[], ?::bytea[], ?::bigint[], ?::bigint[])
            ON CONFLICT (branch, product) DO UPDATE SET product_seq = product_cost.product_seq + excluded.product_seq,
                qty = product_cost.qty + excluded.qty
            RETURNING branch, product, product_seq, qty, unit_cost, currency
            """;
    private static final String SET_COST = "UPDATE product_cost SET unit_cost = ?, currency = ? WHERE branch = ? AND product = ?";
    private static final String PUT = """
            UPDATE product_cost SET product_seq = ?, qty = ?, unit_cost = ?, currency = ? WHERE branch = ? AND product = ?
            """;
    private static final String TRAVELLING = """
            SELECT unit_cost, cost_currency FROM movement
            WHERE ref_type = 'transfer' AND ref_id = ? AND product = ? AND type = 'TRANSFER_OUT' AND unit_cost IS NOT NULL
            ORDER BY recorded_at DESC, entry_id, line LIMIT 1
            """;
    private static final String AFTER = """
            SELECT DISTINCT branch, product FROM level WHERE (branch, product) > (?, ?) ORDER BY branch, product LIMIT ?
            """;
    private static final String MOVEMENTS = """
            SELECT product_seq, place, type, qty, unit_cost, cost_currency FROM movement WHERE branch = ? AND product = ?
            ORDER BY product_seq
            """;
    private static final String OF_ENTRY =
            "SELECT line, unit_cost, cost_currency FROM movement WHERE branch = ? AND entry_id = ? ORDER BY line";

    private final Sql sql;
    private final Dialect dialect;

    UnitCosts(Sql sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /// What a branch has of a product, at all its places.
    public record Holding(String branch, ProductId product) implements Comparable<Holding> {
        /// What a move changes.
        public static Holding of(Move move) {
            return new Holding(move.place().branch(), move.product());
        }

        @Override
        public int compareTo(Holding other) {
            int byBranch = branch.compareTo(other.branch);
            return byBranch != 0 ? byBranch : product.compareTo(other.product);
        }
    }

    /// The row of a holding.
    ///
    /// @param productSeq how many movements it was told of
    public record Held(long productSeq, MovingAverage average) {
        /// What there is where no row is.
        public static final Held NOTHING = new Held(0, MovingAverage.NOTHING);
    }

    /// How much a posting adds to a holding.
    ///
    /// @param count how many movements
    /// @param quantity what they add to what the branch has in its hands
    public record Added(long count, long quantity) {
        /// The sum of both.
        public Added plus(Added other) {
            return new Added(count + other.count, Math.addExact(quantity, other.quantity));
        }
    }

    /// A movement as far as costs go.
    public record Costed(long productSeq, Place.Kind kind, Move.Type type, long quantity, Optional<UnitPrice> unitCost) {}

    /// The row of a holding.
    public Held find(Holding holding) {
        return sql.find(FIND, row -> held(row, 1), holding.branch(), holding.product()).orElse(Held.NOTHING);
    }

    /// Counts a posting into the rows and locks them until the transaction ends.
    ///
    /// @return each row as it was before
    public Map<Holding, Held> raise(SortedMap<Holding, Added> added) {
        return switch (dialect) {
            case SQLITE -> raiseEach(added);
            case POSTGRESQL -> raiseAll(added);
        };
    }

    private Map<Holding, Held> raiseEach(SortedMap<Holding, Added> added) {
        Map<Holding, Held> before = new TreeMap<>();
        added.forEach((holding, add) -> {
            before.put(holding, find(holding));
            sql.update(RAISE, holding.branch(), holding.product(), add.count(), add.quantity());
        });
        return before;
    }

    private Map<Holding, Held> raiseAll(SortedMap<Holding, Added> added) {
        List<Holding> holdings = new ArrayList<>(added.keySet());
        Map<Holding, Held> before = new TreeMap<>();
        sql.each(RAISE_ALL, row -> {
            Holding holding = new Holding(row.text(1), new ProductId(row.uuid(2)));
            Held after = held(row, 3);
            Added add = Optional.ofNullable(added.get(holding)).orElseThrow();
            before.put(holding, new Held(after.productSeq() - add.count(), new MovingAverage(
                    Math.subtractExact(after.average().quantity(), add.quantity()), after.average().unitCost())));
        }, sql.array("text", holdings.stream().map(Holding::branch).toArray()),
                sql.array("bytea", holdings.stream().map(holding -> Sql.bytes(holding.product().value())).toArray()),
                sql.array("bigint", added.values().stream().map(Added::count).toArray()),
                sql.array("bigint", added.values().stream().map(Added::quantity).toArray()));
        return before;
    }

    /// Says what a holding costs on average; under its lock.
    public void put(Holding holding, UnitPrice unitCost) {
        sql.update(SET_COST, unitCost.tenThousandths(), unitCost.currency().getCurrencyCode(), holding.branch(), holding.product());
    }

    /// The row of a holding, locked until the transaction ends, made where there is none.
    public Held lock(Holding holding) {
        return raise(new TreeMap<>(Map.of(holding, new Added(0, 0)))).getOrDefault(holding, Held.NOTHING);
    }

    /// Writes a row anew, for a rebuild that holds its lock.
    public void put(Holding holding, Held held) {
        sql.update(PUT, held.productSeq(), held.average().quantity(), held.average().unitCost().map(UnitPrice::tenThousandths),
                held.average().unitCost().map(cost -> cost.currency().getCurrencyCode()), holding.branch(), holding.product());
    }

    /// What goods of a transfer cost where they came from, as far as is known; the newest dispatch counts.
    public Optional<UnitPrice> travelling(String transfer, ProductId product) {
        return sql.find(TRAVELLING, row -> cost(row, 1), transfer, product).flatMap(cost -> cost);
    }

    /// Holdings that have a level, behind one of them.
    public List<Holding> after(Optional<Holding> after, int limit) {
        return sql.list(AFTER, row -> new Holding(row.text(1), new ProductId(row.uuid(2))),
                after.map(Holding::branch).orElse(""), after.map(holding -> Sql.bytes(holding.product().value())).orElse(new byte[0]),
                limit);
    }

    /// Hands over the movements of a holding, in the order of its numbers; those that have none come first.
    public void each(Holding holding, Consumer<Costed> consumer) {
        sql.each(MOVEMENTS, row -> consumer.accept(new Costed(row.number(1), Place.parse(holding.branch(), row.text(2)).kind(),
                Move.Type.valueOf(row.text(3)), row.number(4), cost(row, 5))), holding.branch(), holding.product());
    }

    /// What the movements of an entry cost, by line.
    public SortedMap<Integer, Optional<UnitPrice>> of(String branch, EntryId entry) {
        SortedMap<Integer, Optional<UnitPrice>> costs = new TreeMap<>();
        sql.each(OF_ENTRY, row -> costs.put((int) row.number(1), cost(row, 2)), branch, entry);
        return costs;
    }

    private static Held held(Row row, int column) {
        return new Held(row.number(column), new MovingAverage(row.number(column + 1), cost(row, column + 2)));
    }

    /// A cost in one column and its currency in the next.
    static Optional<UnitPrice> cost(Row row, int column) {
        return row.findNumber(column).map(cost -> new UnitPrice(cost, Currency.getInstance(row.text(column + 1))));
    }
}
