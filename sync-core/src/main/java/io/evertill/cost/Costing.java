package io.evertill.cost;

import io.evertill.db.Stock;
import io.evertill.db.Tx;
import io.evertill.db.UnitCosts;
import io.evertill.db.UnitCosts.Holding;
import io.evertill.entry.Move;
import io.evertill.money.UnitPrice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Says what movements cost while they are posted, and moves the averages.
public final class Costing {
    private Costing() {}

    /// The cost of every move, in order, and its number among those of its product in the branch.
    ///
    /// The rows of the averages are locked until the transaction ends. A cost that nobody knows is empty.
    public static List<Stock.Costed> price(Tx tx, List<Stock.Source> sources) {
        SortedMap<Holding, UnitCosts.Added> added = new TreeMap<>();
        for (Stock.Source source : sources) {
            for (Move move : source.moves()) {
                added.merge(Holding.of(move), new UnitCosts.Added(1,
                        CostFold.inHand(move.place().kind(), move.quantity().tenThousandths())), UnitCosts.Added::plus);
            }
        }
        Map<Holding, UnitCosts.Held> before = tx.unitCosts().raise(added);
        Map<Holding, CostFold> folds = new HashMap<>();
        before.forEach((holding, held) -> folds.put(holding, new CostFold(held)));
        List<Stock.Costed> costed = new ArrayList<>();
        for (Stock.Source source : sources) {
            for (Move move : source.moves()) {
                costed.add(price(tx, move, Optional.ofNullable(folds.get(Holding.of(move))).orElseThrow()));
            }
        }
        before.forEach((holding, held) -> Optional.ofNullable(folds.get(holding))
                .flatMap(fold -> fold.held().average().unitCost())
                .filter(cost -> !Optional.of(cost).equals(held.average().unitCost()))
                .ifPresent(cost -> tx.unitCosts().put(holding, cost)));
        return costed;
    }

    private static Stock.Costed price(Tx tx, Move move, CostFold fold) {
        Optional<UnitPrice> own = own(tx, move);
        long number = fold.next();
        Optional<UnitPrice> cost = fold.unitCost(move.type(), own);
        fold.add(new UnitCosts.Costed(
                number, move.place().kind(), move.type(), move.quantity().tenThousandths(), cost), own);
        return new Stock.Costed(number, cost);
    }

    private static Optional<UnitPrice> own(Tx tx, Move move) {
        return move.type() == Move.Type.TRANSFER_RECEIVE
                ? tx.unitCosts().travelling(move.reference().id(), move.product())
                : move.unitCost();
    }
}
