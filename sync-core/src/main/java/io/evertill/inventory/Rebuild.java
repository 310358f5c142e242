package io.evertill.inventory;

import io.evertill.cost.CostCheck;
import io.evertill.db.Balances;
import io.evertill.db.Database;
import io.evertill.db.FeedDue;
import io.evertill.db.Stock;
import io.evertill.db.StockExceptions;
import io.evertill.db.Tx;
import io.evertill.db.UnitCosts;
import io.evertill.entry.Move;
import io.evertill.stock.Place;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Computes what is kept beside the movements anew from them: levels, snapshots, the open exceptions of shelves below
/// zero and average costs (domain I7).
///
/// A key is rebuilt under its lock, so posting may go on. Movements are never changed.
public final class Rebuild {
    private static final int PAGE = 200;
    private static final int MOVEMENTS = 500;

    private Rebuild() {}

    /// What was rebuilt.
    ///
    /// @param changed how many keys had another level, a wrong snapshot, a wrong exception or a wrong average cost before
    public record Done(long keys, long changed) {}

    /// Rebuilds those keys that are chosen, some at a time.
    public static Done of(Database db, Predicate<Move.Key> isChosen) {
        long keys = 0;
        long changed = 0;
        Optional<Move.Key> after = Optional.empty();
        do {
            Optional<Move.Key> from = after;
            Balances.Page page = db.read(tx -> tx.balances().after(from, PAGE));
            List<Move.Key> chosen = page.balances().stream().map(Balances.Balance::key).filter(isChosen).sorted().toList();
            keys += chosen.size();
            changed += chosen.isEmpty() ? 0 : db.write(tx -> rebuild(tx, chosen));
            after = page.last();
        } while (after.isPresent());
        return new Done(keys, changed);
    }

    private static long rebuild(Tx tx, List<Move.Key> chosen) {
        chosen.forEach(tx.stock()::lock);
        Set<Move.Key> wrong = new HashSet<>();
        SortedMap<UnitCosts.Holding, Move.Key> holdings = new TreeMap<>();
        for (Move.Key key : chosen) {
            if (key(tx, key)) {
                wrong.add(key);
            }
            holdings.putIfAbsent(new UnitCosts.Holding(key.place().branch(), key.product()), key);
        }
        holdings.forEach((holding, key) -> {
            if (CostCheck.rebuild(tx, holding)) {
                wrong.add(key);
            }
        });
        return wrong.size();
    }

    /// Rebuilds a key whose lock the transaction holds; answers whether anything was wrong.
    static boolean key(Tx tx, Move.Key key) {
        Balances.Balance balance = tx.balances().of(key);
        Stock.Level level = new Stock.Level(key, balance.sum().quantity(), balance.sum().count());
        tx.stock().put(level);
        boolean wasLevel = !level.equals(balance.level());
        if (wasLevel && key.place().kind() == Place.Kind.AVAILABLE) {
            tx.feedDue().mark(new FeedDue.Subject(FeedDue.LEVEL, key.place().branch(), key.product().toString()));
        }
        boolean wasSnapshot = tx.stockSnapshots().removeWrong(key) > 0;
        boolean wasException = key.place().kind() == Place.Kind.AVAILABLE && exception(tx, level);
        return wasLevel || wasSnapshot || wasException;
    }

    private static boolean exception(Tx tx, Stock.Level level) {
        Move.Key key = level.key();
        Optional<StockExceptions.Raised> open = tx.stockExceptions().open(StockExceptions.Kind.OVERSOLD, key);
        long shortBy = Math.min(0, level.quantity());
        if (open.map(StockExceptions.Raised::shortBy).orElse(0L) == shortBy) {
            return false;
        }
        if (level.keySeq() > 0) {
            Fold fold = fold(tx, key);
            StockPosting.Crossing crossing = fold.crossing.orElseThrow();
            if (open.isEmpty()) {
                tx.stockExceptions().reopen(StockExceptions.Kind.OVERSOLD, key, crossing.movement());
            }
            StockPosting.oversold(tx, key, shortBy, crossing, fold.crossedAt);
            if (shortBy < 0) {
                StockPosting.oversold(tx, key, shortBy, crossing, fold.lastAt);
            }
        }
        return true;
    }

    /// A key's movements, one after the other.
    private static final class Fold {
        private long balance;
        private Optional<StockPosting.Crossing> crossing = Optional.empty();
        private Instant crossedAt = Instant.EPOCH;
        private Instant lastAt = Instant.EPOCH;

        void add(Stock.Movement movement) {
            boolean wasBelow = balance < 0;
            balance = Math.addExact(balance, movement.quantity());
            lastAt = movement.recordedAt();
            if (crossing.isEmpty() || wasBelow != balance < 0) {
                crossing = Optional.of(new StockPosting.Crossing(
                        new StockExceptions.Cause(movement.entry(), movement.line()), movement.occurredAt()));
                crossedAt = movement.recordedAt();
            }
        }
    }

    private static Fold fold(Tx tx, Move.Key key) {
        Fold fold = new Fold();
        long last = 0;
        List<Stock.Movement> page;
        do {
            page = tx.stockHistory().of(key, last, MOVEMENTS);
            page.forEach(fold::add);
            last = page.isEmpty() ? last : page.getLast().keySeq();
        } while (page.size() == MOVEMENTS);
        return fold;
    }
}
