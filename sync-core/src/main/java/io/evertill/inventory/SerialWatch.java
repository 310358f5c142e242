package io.evertill.inventory;

import io.evertill.db.Serials;
import io.evertill.db.Stock;
import io.evertill.db.Tx;
import io.evertill.ledger.Move;
import io.evertill.lot.Serial;
import io.evertill.product.ProductId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Notes what was told of a piece with a number and cannot be true (domain 2f). Both sales of one piece stand; somebody has
/// to look which box is on the shelf.
final class SerialWatch {
    private SerialWatch() {}

    /// Looks at the pieces that were just moved.
    static void moved(Tx tx, List<Stock.Source> sources) {
        Set<Piece> pieces = new TreeSet<>();
        for (Stock.Source source : sources) {
            for (Move move : source.moves()) {
                if (!move.serial().isEmpty()) {
                    pieces.add(new Piece(move.product(), move.serial()));
                }
            }
        }
        pieces.forEach(piece -> look(tx, piece));
    }

    private record Piece(ProductId product, String serial) implements Comparable<Piece> {
        @Override
        public int compareTo(Piece other) {
            int byProduct = product.compareTo(other.product);
            return byProduct != 0 ? byProduct : serial.compareTo(other.serial);
        }
    }

    private static void look(Tx tx, Piece piece) {
        List<Serials.Event> events = tx.serials().history(piece.product(), piece.serial());
        Serial serial = Serial.of(events.stream().map(Serials.Event::step).toList());
        serial.conflicts().forEach(conflict ->
                tx.serials().note(piece.product(), piece.serial(), conflict.kind(), events.get(conflict.step()), tx.now()));
    }
}
