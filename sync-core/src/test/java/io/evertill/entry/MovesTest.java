package io.evertill.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Tracking;
import io.evertill.transfer.Action;
import io.evertill.transfer.Consigned;
import io.evertill.transfer.Event;
import io.evertill.transfer.Transfer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What entries move: every group sums to zero over all places, and transfers move what their fold says.
class MovesTest {
    private static final int TRANSFERRED = 14;

    @RandomTest
    void whatATransferMovesBetweenKeptPlacesSumsToZeroForEveryProductBatchAndNumber(Chance chance) {
        List<Move> moves = Entries.entry(chance, TRANSFERRED).moves();

        Map<Consigned, Long> sums = new TreeMap<>();
        for (Move move : moves) {
            if (move.counterpart().kind().isKept()) {
                sums.merge(goods(move), move.quantity().tenThousandths(), Math::addExact);
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        assertEquals(Map.of(), sums);
    }

    @RandomTest
    void whatATransferMovesOnItsWayIsWhatItsFoldSays(Chance chance) {
        StockEntry.Transferred entry = (StockEntry.Transferred) Entries.entry(chance, TRANSFERRED);
        Transfer folded = Transfer.of(entry.waybill().transfer(),
                List.of(new Event.Handled(entry.waybill().route(), entry.action(), entry.loads())));

        Map<Consigned, Long> moved = new TreeMap<>();
        for (Move move : entry.moves()) {
            if (move.place().equals(Place.transit(entry.branch(), entry.waybill().transfer().text()))) {
                moved.merge(goods(move), move.quantity().tenThousandths(), Math::addExact);
            }
        }

        moved.values().removeIf(sum -> sum == 0);
        assertEquals(folded.transit(), moved);
    }

    @RandomTest
    void everyMoveOfATransferIsBetweenPlacesThatItsTypeMayJoin(Chance chance) {
        for (Move move : Entries.entry(chance, TRANSFERRED).moves()) {
            boolean isInto = move.quantity().isPositive();
            Place from = isInto ? move.counterpart() : move.place();
            Place to = isInto ? move.place() : move.counterpart();
            assertTrue(move.type() == Move.Type.RELOT || move.type().allows(from.kind(), to.kind()), move.toString());
        }
    }

    @RandomTest
    void nothingReachesTheShelfOfTheTargetBeforeItIsReceived(Chance chance) {
        StockEntry.Transferred entry = (StockEntry.Transferred) Entries.entry(chance, TRANSFERRED);

        boolean isAtTarget = entry.moves().stream().anyMatch(
                move -> move.place().kind().isReal() && move.place().branch().equals(entry.waybill().route().target()));

        assertEquals(entry.action() == Action.RECEIVE || entry.action() == Action.UNEXPLAINED_GAIN, isAtTarget);
    }

    private static Consigned goods(Move move) {
        return new Consigned(move.product(), new Tracking(move.lot(), move.serial()));
    }
}
