package io.evertill.inventory;

import io.evertill.db.Stock;
import io.evertill.db.StockHistory;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why there is as much of a product as there is: its movements in the order in which they became known, each with the
/// balance after it (R19, R20).
///
/// The balance is counted in that order, so what was once shown never changes when something arrives late (domain 2j).
public final class History {
    private History() {}

    /// Behind which movement of a product in a branch a page begins.
    public record Cursor(String place, String lot, long keySeq) {
        /// Before the first.
        public static final Cursor START = new Cursor("", "", 0);
    }

    /// A movement and its key's balance after it, in ten-thousandths.
    ///
    /// @param unitCost what one unit of its goods cost; empty when nobody knows
    public record Line(Stock.Movement movement, long balance, Optional<UnitPrice> unitCost) {
        /// Where to go on behind it.
        public Cursor cursor() {
            return new Cursor(movement.key().place().code(), movement.key().lot(), movement.keySeq());
        }
    }

    /// A product's movements in a branch, by place, lot and number, behind one of them.
    ///
    /// @param limit the most lines
    public static List<Line> page(Tx tx, String branch, ProductId product, Cursor after, int limit) {
        List<Line> lines = new ArrayList<>();
        Optional<Line> before = Optional.empty();
        for (StockHistory.Costed costed
                : tx.stockHistory().of(branch, product, after.place(), after.lot(), after.keySeq(), limit)) {
            Stock.Movement movement = costed.movement();
            Line line = new Line(movement, Math.addExact(balanceBefore(tx, movement, before), movement.quantity()), costed.unitCost());
            lines.add(line);
            before = Optional.of(line);
        }
        return List.copyOf(lines);
    }

    private static long balanceBefore(Tx tx, Stock.Movement movement, Optional<Line> before) {
        Move.Key key = movement.key();
        return before.filter(line -> line.movement().key().equals(key)).map(Line::balance)
                .orElseGet(() -> tx.stockSnapshots().at(key, movement.keySeq() - 1));
    }
}
