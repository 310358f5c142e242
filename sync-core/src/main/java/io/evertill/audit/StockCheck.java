package io.evertill.audit;

import io.evertill.db.Postings;
import io.evertill.db.Stock;
import io.evertill.db.Tx;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.util.List;

/// Compares movements with the entries that made them, and levels with movements.
final class StockCheck {
    private final Tx tx;
    private final Tally tally;
    private long expected;

    StockCheck(Tx tx, Tally tally) {
        this.tx = tx;
        this.tally = tally;
    }

    /// An entry's movements are its moves, no more and no less.
    ///
    /// @param occurred when they may be said to have happened, at least one time
    void entry(Postings.Stored stored, Entry entry, List<Instant> occurred) {
        EntryId id = stored.posting().fact().id();
        List<Move> moves = entry.moves();
        List<Stock.Movement> movements = moves.isEmpty() ? List.of() : tx.stock().of(entry.branch(), id);
        expected += moves.size();
        if (moves.size() != movements.size()) {
            tally.differ("movement", "Entry " + id + " moves stock " + moves.size() + " times, "
                    + movements.size() + " movements are stored.");
            return;
        }
        for (int at = 0; at < moves.size(); at++) {
            Stock.Movement found = movements.get(at);
            Instant occurredAt = occurred.contains(found.occurredAt()) ? found.occurredAt() : occurred.getFirst();
            if (!found.equals(movement(stored, entry, occurredAt, moves.get(at), found))) {
                tally.differ("movement", "Line " + moves.get(at).line() + " of entry " + id + " moves "
                        + moves.get(at).quantity() + " at " + moves.get(at).place().code() + "; the movement stored says "
                        + Decimals.text(found.quantity(), Quantity.SCALE) + " at " + found.key().place().code()
                        + ", or differs in another column.");
            }
        }
    }

    /// There are no movements but those of entries, and every level is the sum of its movements, numbered 1, 2, 3 ….
    void whole() {
        tally.count("movements", tx.stock().count());
        tally.compare("movement", "Movements", expected, tx.stock().count());
        tally.count("levels", tx.stock().levelCount());
        tx.stock().eachUneven((level, sum) -> tally.differ("level", sentence(level, sum)));
    }

    private static String sentence(Stock.Level level, Stock.Sum sum) {
        Move.Key key = level.key();
        String of = "Product " + key.product() + " at " + key.place().branch() + " " + key.place().code()
                + (key.lot().isEmpty() ? "" : " lot " + key.lot()) + ": ";
        if (level.quantity() != sum.quantity()) {
            return of + "the level is " + Decimals.text(level.quantity(), Quantity.SCALE) + ", its movements sum to "
                    + Decimals.text(sum.quantity(), Quantity.SCALE) + ".";
        }
        return of + "the level counts " + level.keySeq() + " movements, there are " + sum.count() + ", numbered "
                + sum.first() + " to " + sum.last() + ".";
    }

    /// The movement that a move should have made; number and time of recording follow from nothing else.
    private static Stock.Movement movement(
            Postings.Stored stored, Entry entry, Instant occurredAt, Move move, Stock.Movement found) {
        return new Stock.Movement(
                stored.posting().fact().id(),
                move.line(),
                move.key(),
                move.type().name(),
                move.quantity().tenThousandths(),
                move.serial(),
                move.reference(),
                entry.by().id(),
                occurredAt,
                found.recordedAt(),
                move.counterpart().code(),
                move.reason(),
                found.keySeq(),
                stored.posting().position().stream(),
                stored.posting().seq());
    }
}
