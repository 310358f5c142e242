package io.evertill.inventory;

import io.evertill.count.Finding;
import io.evertill.db.CountAttempts;
import io.evertill.db.CountLines;
import io.evertill.db.Postings;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Posting;
import io.evertill.stock.Place;
import io.evertill.transfer.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The shortcuts that others take with stock (domain 3), each in the place of a right part: called with what the right one
/// answers, and with its arguments.
public final class Wrong {
    private Wrong() {}

    /// A count is compared with what was there when it was posted.
    public static Finding atPosting(Finding right, Tx tx, CountLines.Line line, CountAttempts.Attempt attempt) {
        return new Finding(right.counted(), right.before(), right.before(), right.countedAt());
    }

    /// A count is compared with what was there when it was put on the list.
    public static Finding atOpening(Finding right, Tx tx, CountLines.Line line, CountAttempts.Attempt attempt) {
        long[] known = {0};
        tx.stock().eachMovement(line.key(), movement ->
                known[0] += movement.recordedAt().isAfter(line.plannedAt()) ? 0 : movement.quantity());
        return new Finding(right.counted(), known[0], right.before(), right.countedAt());
    }

    /// Nothing that comes late is late.
    public static boolean notLate(boolean right, Move move) {
        return false;
    }

    /// Goods that leave are at once on the target's shelf.
    public static List<Move> atOnce(List<Move> right, StockEntry.Transferred entry) {
        Place shelf = Place.shelf(entry.waybill().route().target());
        return entry.action() != Action.DISPATCH ? right : right.stream()
                .map(move -> move.place().kind() == Place.Kind.TRANSIT ? moved(move, shelf, move.counterpart())
                        : moved(move, move.place(), shelf))
                .toList();
    }

    /// Goods that arrive damaged are held back, and are on the way as before.
    public static List<Move> stillOnTheWay(List<Move> right, StockEntry.Transferred entry) {
        List<Move> wrong = new ArrayList<>();
        for (Move move : right) {
            if (move.place().kind() != Place.Kind.TRANSIT || move.counterpart().kind() != Place.Kind.QUARANTINE) {
                wrong.add(new Move(wrong.size() + 1, move.product(), move.place(), move.counterpart(), move.lot(), move.serial(),
                        move.quantity(), move.type(), move.reference(), move.reason()));
            }
        }
        return List.copyOf(wrong);
    }

    private static Move moved(Move move, Place place, Place counterpart) {
        return new Move(move.line(), move.product(), place, counterpart, move.lot(), move.serial(), move.quantity(), move.type(),
                move.reference(), move.reason());
    }

    /// The centre gives everything that arrives an id of its own.
    static Postings.Stored idOfTheCentre(Tx tx, String branch, Posting posting) {
        Fact fact = new Fact(new EntryId(UUID.nameUUIDFromBytes(posting.position().hash().bytes())), posting.fact().meta(),
                posting.fact().body());
        tx.facts().append(branch, fact);
        return new Postings.Stored(new Posting(posting.position(), fact), Postings.State.FIRST, tx.now());
    }
}
