package io.evertill.inventory;

import io.evertill.cost.Costing;
import io.evertill.db.Stock;
import io.evertill.db.StockExceptions;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.stock.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The one door to the stock ledger of the centre (domain 2a): movements, levels, and the exceptions that follow, in the
/// transaction of the caller.
///
/// Nothing is refused and nothing is clamped: what happened is posted. A shelf that goes below zero has one open exception
/// that says by how much, until movements bring it back.
public final class StockPosting {
    private StockPosting() {}

    /// Posts what entries moved with what it cost, as far as is known, and corrects the counts that had counted it already.
    public static void post(Tx tx, List<Stock.Source> sources) {
        CountCorrections.lock(tx, sources);
        List<Stock.Change> changes = tx.stock().post(sources, tx.now(), () -> Costing.price(tx, sources));
        if (!changes.isEmpty()) {
            tx.feedDue().levels(changes.stream().map(Stock.Change::key), sources.getLast().entry());
        }
        for (Stock.Change change : changes) {
            if (change.key().place().kind() == Place.Kind.AVAILABLE && (change.before() < 0 || change.after() < 0)) {
                oversold(tx, sources, change);
            }
        }
        CountCorrections.record(tx, sources);
        SerialWatch.moved(tx, sources);
    }

    private static void oversold(Tx tx, List<Stock.Source> sources, Stock.Change change) {
        oversold(tx, change.key(), change.after(), crossing(sources, change), tx.now());
    }

    /// Opens, updates or ends the exception of a shelf whose balance is, or was, below zero.
    ///
    /// @param crossing the movement with which it came to the side of zero on which it is now
    static void oversold(Tx tx, Move.Key key, long balance, Crossing crossing, Instant at) {
        if (balance < 0) {
            tx.stockExceptions().raise(StockExceptions.Kind.OVERSOLD, key, balance, crossing.movement(), at);
            return;
        }
        Optional<Instant> causedAt = tx.stockExceptions().open(StockExceptions.Kind.OVERSOLD, key)
                .flatMap(open -> tx.stock().of(key.place().branch(), open.cause().entry()).stream()
                        .filter(movement -> movement.line() == open.cause().line())
                        .map(Stock.Movement::occurredAt)
                        .findFirst());
        boolean isLate = causedAt.filter(happened -> crossing.occurredAt().isBefore(happened)).isPresent();
        tx.stockExceptions().resolve(StockExceptions.Kind.OVERSOLD, key,
                new StockExceptions.Cure(at, crossing.movement(), isLate));
    }

    /// The movement with which a key's balance last came to the side of zero on which it is now.
    record Crossing(StockExceptions.Cause movement, Instant occurredAt) {}

    private static Crossing crossing(List<Stock.Source> sources, Stock.Change change) {
        long balance = change.before();
        Optional<Crossing> crossing = Optional.empty();
        for (Stock.Source source : sources) {
            for (Move move : source.moves()) {
                if (move.key().equals(change.key())) {
                    boolean wasBelow = balance < 0;
                    balance = Math.addExact(balance, move.quantity().tenThousandths());
                    if (crossing.isEmpty() || wasBelow != balance < 0) {
                        crossing = Optional.of(new Crossing(
                                new StockExceptions.Cause(source.entry(), move.line()), source.occurredAt()));
                    }
                }
            }
        }
        return crossing.orElseThrow();
    }
}
