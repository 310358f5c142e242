package io.evertill.reserving;

import io.evertill.closing.Closing;
import io.evertill.db.Shelves;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.lot.Fefo;
import io.evertill.lot.Lot;
import io.evertill.reservation.Order;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What batches mean to an order that wants goods, on the branch's day (domain 2e).
final class Batches {
    private final Tx tx;
    private final Order order;

    Batches(Tx tx, Order order) {
        this.tx = tx;
        this.order = order;
    }

    /// The batch that a line names, if nobody may sell it: held back, called back or expired. Of one that nobody defined nothing
    /// is known that speaks against it.
    Optional<Lot> notForSale(Order.Line line) {
        return line.lot().isEmpty()
                ? Optional.empty()
                : tx.lots().find(line.product(), line.lot()).filter(lot -> !lot.isSellable(day(), 0));
    }

    /// From which batches a line that names none could have its goods, first expired first; empty when it names one or there
    /// are none.
    ///
    /// @param taken how much of each key the lines before have, in ten-thousandths; what is suggested is added
    Optional<Fefo.Suggestion> split(Order.Line line, Map<Move.Key, Long> taken) {
        Place shelf = order.shelf(line);
        List<Shelves.Batch> batches =
                line.lot().isEmpty() ? tx.shelves().batches(line.product(), shelf, tx.clock()) : List.of();
        if (batches.isEmpty()) {
            return Optional.empty();
        }
        Fefo.Suggestion suggestion = Fefo.suggest(batches.stream().map(batch -> {
            long before = taken.getOrDefault(new Move.Key(line.product(), shelf, batch.lot().number()), 0L);
            return new Fefo.Candidate(
                    batch.lot(), new Quantity(batch.available() - before, line.quantity().unit()), batch.firstAt());
        }).toList(), line.quantity(), day(), 0);
        suggestion.picks().forEach(pick -> taken.merge(new Move.Key(line.product(), shelf, pick.lot().number()),
                pick.quantity().tenThousandths(), Math::addExact));
        return Optional.of(suggestion);
    }

    private LocalDate day() {
        return LocalDate.ofInstant(tx.clock(), Closing.zone(tx, order.branch()));
    }
}
