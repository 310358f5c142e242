package io.evertill.central.simulator;

import io.evertill.db.Database;
import io.evertill.db.Stock;
import io.evertill.db.StockSnapshots;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What became visible in the ledger since it was looked at last.
final class Sight {
    private record Seen(EntryId entry, int line, Move.Key key) {}

    private final Database db;
    private final Set<Seen> seen = new HashSet<>();
    private final Map<Move.Key, Sum> sums = new HashMap<>();

    Sight(Database db) {
        this.db = db;
    }

    /// A movement and the product it moved.
    record Row(String sku, Stock.Movement movement) {}

    /// The level of a key, and the same computed from the newest snapshot and the movements behind it.
    ///
    /// @param snapshot what the newest snapshot says; 0 without one
    /// @param through up to which movement of the key it reaches
    /// @param delta the sum of the movements behind it
    /// @param rows how many those are
    /// @param level what the level says
    record Sum(Move.Key key, String sku, long snapshot, long through, long delta, int rows, long level) {
        /// Whether both ways come to the same.
        boolean isRight() {
            return snapshot + delta == level;
        }
    }

    /// What is there.
    ///
    /// @param rows movements, in the order of keys and of their place in each
    /// @param sums one for each key
    record State(List<Row> rows, List<Sum> sums) {}

    /// Everything.
    State all() {
        return db.read(tx -> {
            List<Row> rows = new ArrayList<>();
            tx.stock().eachMovement((movement, sku) -> rows.add(new Row(sku, movement)));
            Map<Move.Key, List<Stock.Movement>> movements = new HashMap<>();
            rows.forEach(row -> movements.computeIfAbsent(row.movement().key(), _ -> new ArrayList<>()).add(row.movement()));
            Map<Move.Key, Sum> sums = new TreeMap<>();
            tx.stock().eachLevel((level, sku) -> sums.put(level.key(), sum(
                    level, sku, tx.stockSnapshots().of(level.key()), movements.getOrDefault(level.key(), List.of()))));
            return new State(rows, List.copyOf(sums.values()));
        });
    }

    /// What was not there when this was asked last.
    State fresh() {
        State all = all();
        List<Row> rows = all.rows().stream()
                .filter(row -> seen.add(new Seen(row.movement().entry(), row.movement().line(), row.movement().key())))
                .toList();
        List<Sum> changed = all.sums().stream()
                .filter(sum -> !sum.equals(sums.put(sum.key(), sum)) || !sum.isRight())
                .toList();
        return new State(rows, changed);
    }

    private static Sum sum(Stock.Level level, String sku, List<StockSnapshots.Taken> snapshots, List<Stock.Movement> movements) {
        StockSnapshots.Taken newest = snapshots.stream()
                .reduce((one, other) -> one.through() > other.through() ? one : other)
                .orElse(new StockSnapshots.Taken(0, 0, Instant.EPOCH));
        List<Stock.Movement> behind = movements.stream().filter(movement -> movement.keySeq() > newest.through()).toList();
        return new Sum(level.key(), sku, newest.quantity(), newest.through(),
                behind.stream().mapToLong(Stock.Movement::quantity).sum(), behind.size(), level.quantity());
    }
}
