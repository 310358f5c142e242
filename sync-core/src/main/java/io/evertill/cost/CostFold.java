package io.evertill.cost;

import io.evertill.db.UnitCosts;
import io.evertill.db.UnitCosts.Held;
import io.evertill.entry.Move;
import io.evertill.money.MovingAverage;
import io.evertill.money.UnitPrice;
import io.evertill.stock.Place;
import java.util.Optional;

/// The average of one holding as its movements come one after the other: the same when they are posted and when they are
/// looked at again.
final class CostFold {
    private long productSeq;
    private MovingAverage average;

    CostFold(Held before) {
        this.productSeq = before.productSeq();
        this.average = before.average();
    }

    /// What is known now.
    Held held() {
        return new Held(productSeq, average);
    }

    /// The number of the next movement.
    long next() {
        return productSeq + 1;
    }

    /// Whether a movement has a cost of its own, known or not, rather than the average: goods from a supplier, and what becomes
    /// of goods on their way, which keep what they cost where they came from.
    static boolean hasOwn(Move.Type type) {
        return type == Move.Type.RECEIVE || type == Move.Type.TRANSFER_RECEIVE;
    }

    /// What a movement costs.
    Optional<UnitPrice> unitCost(Move.Type type, Optional<UnitPrice> own) {
        return hasOwn(type) ? own : average.unitCost();
    }

    /// Goes on behind a movement.
    ///
    /// @param own its own cost, where it has one and it is known
    void add(UnitCosts.Costed movement, Optional<UnitPrice> own) {
        productSeq = Math.max(productSeq, movement.productSeq());
        if (!movement.kind().isReal()) {
            return;
        }
        average = own.filter(_ -> hasOwn(movement.type()) && movement.quantity() > 0)
                .map(cost -> average.received(movement.quantity(), cost))
                .orElseGet(() -> average.moved(movement.quantity()));
    }

    /// How much a movement at a place of this kind adds to what the branch has in its hands.
    static long inHand(Place.Kind kind, long quantity) {
        return kind.isReal() ? quantity : 0;
    }
}
