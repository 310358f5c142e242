package io.evertill.inventory;

import static java.util.stream.Collectors.toSet;

import io.evertill.count.CountClass;
import io.evertill.count.Schedule;
import io.evertill.db.Serials;
import io.evertill.db.Stock;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.lot.Serial;
import io.evertill.product.ProductId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

/// Notes what was told of a piece with a number and cannot be true (domain 2f). Both sales of one piece stand; somebody has
/// to look which box is on the shelf, so that the product is to be counted where the piece may be.
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
        for (Serial.Conflict conflict : serial.conflicts()) {
            if (tx.serials().note(piece.product(), piece.serial(), conflict.kind(), events.get(conflict.step()), tx.now())) {
                branches(events, serial, conflict).forEach(branch -> count(tx, piece, branch));
            }
        }
    }

    /// Where the piece may be: the branch that told what cannot be, and the one that told of it last what can.
    private static Set<String> branches(List<Serials.Event> events, Serial serial, Serial.Conflict conflict) {
        Set<Integer> wrong = serial.conflicts().stream().map(Serial.Conflict::step).collect(toSet());
        Set<String> branches = new TreeSet<>(Set.of(events.get(conflict.step()).branch()));
        IntStream.range(0, conflict.step())
                .filter(step -> !wrong.contains(step))
                .max()
                .ifPresent(step -> branches.add(events.get(step).branch()));
        return branches;
    }

    private static void count(Tx tx, Piece piece, String branch) {
        List<Move.Key> shelves = tx.serials().shelves(branch, piece.product());
        CountClass countClass = Counts.countClass(tx, branch, piece.product());
        for (Move.Key key : shelves) {
            UUID line = Derived.id("count of a piece", branch, key.product().toString(), key.place().code(), key.lot(),
                    piece.serial(), tx.now().toString());
            tx.countLines().plan(line, key, countClass, Schedule.Reason.SERIAL_CONFLICT, tx.now());
        }
    }
}
