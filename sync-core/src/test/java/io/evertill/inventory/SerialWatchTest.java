package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.CentreOn;
import io.evertill.db.Incidents;
import io.evertill.db.Serials;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.ledger.EntryId;
import io.evertill.lot.Serial;
import io.evertill.stock.Place;
import io.evertill.stock.Tracking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A piece that is told to be at two places at once is a conflict, and both facts stand (domain 2f, I23).
class SerialWatchTest {
    private static final Tracking PIECE = new Tracking("", "SN-1");
    private static final Place STAGED = Place.at("S1", Place.Kind.STAGED);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aPieceThatIsReceivedPickedAndShippedHasAHistoryAndNoConflict(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            move(house, Move.Type.RECEIVE, Place.SUPPLIER, Warehouse.SHELF);
            move(house, Move.Type.PICK, Warehouse.SHELF, STAGED);
            move(house, Move.Type.SHIP, STAGED, Place.CUSTOMER);

            assertEquals(List.of(Move.Type.RECEIVE, Move.Type.PICK, Move.Type.SHIP),
                    history(house).stream().map(Serials.Event::type).toList());
            assertEquals(List.of(), open(house));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPieceThatLeavesTwiceIsAConflictAndStockHasBothSales(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.FOUND, Warehouse.TEA, "5", Place.FOUND, STAGED);
            move(house, Move.Type.RECEIVE, Place.SUPPLIER, Warehouse.SHELF);
            move(house, Move.Type.PICK, Warehouse.SHELF, STAGED);
            move(house, Move.Type.SHIP, STAGED, Place.CUSTOMER);

            EntryId second = move(house, Move.Type.SHIP, STAGED, Place.CUSTOMER);

            Serials.Conflict conflict = open(house).getFirst();
            assertEquals(Serial.Kind.SOLD_TWICE, conflict.kind());
            assertEquals(second, conflict.entry());
            assertEquals("4", house.level(Warehouse.TEA, STAGED));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConflictIsNotedOnceAndEndsWhenSomebodySettlesIt(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            move(house, Move.Type.SCRAP, Warehouse.SHELF, Place.SCRAP);
            Serials.Conflict conflict = open(house).getFirst();
            move(house, Move.Type.FOUND, Place.FOUND, Warehouse.SHELF);
            Incidents.Settled settled = new Incidents.Settled(house.now(), "Bea", "the delivery note was lost");

            boolean isSettled = house.db.write(tx -> tx.serials().settle(conflict.id(), settled));

            assertEquals(Serial.Kind.NEVER_RECEIVED, conflict.kind());
            assertTrue(isSettled);
            assertEquals(List.of(), open(house));
            boolean isSettledAgain = house.db.write(tx -> tx.serials().settle(conflict.id(), settled));
            assertFalse(isSettledAgain);
            assertEquals(1, house.db.read(tx -> tx.serials().conflicts(Warehouse.TEA.id(), "SN-1")).size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void bothBranchesCountAPieceThatLeftBoth(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            move(house, Move.Type.RECEIVE, Place.SUPPLIER, Warehouse.SHELF);
            elsewhere(house, Move.Type.RECEIVE, Place.SUPPLIER, Place.shelf("S2"), new Tracking("", "SN-2"));
            move(house, Move.Type.SCRAP, Warehouse.SHELF, Place.SCRAP);
            List<String> before = queued(house);

            elsewhere(house, Move.Type.SCRAP, Place.shelf("S2"), Place.SCRAP, PIECE);
            elsewhere(house, Move.Type.RELOCATE, Place.shelf("S2"), new Place("S2", "BACK", Place.Kind.AVAILABLE),
                    new Tracking("", "SN-2"));

            assertEquals(List.of(), before);
            assertEquals(List.of("S1 SERIAL_CONFLICT", "S2 SERIAL_CONFLICT"), queued(house));
        }
    }

    private static void elsewhere(Warehouse house, Move.Type type, Place from, Place to, Tracking piece) {
        house.tick(Duration.ofMinutes(1));
        EntryId id = house.entryId();
        Entry moved = new StockEntry.GoodsMoved("S2", house.now(), Warehouse.BEA, type, "D-2", List.of(new StockEntry.Goods(
                1, Warehouse.item(Warehouse.TEA), Warehouse.of(Warehouse.TEA, "1"), from, to, piece, piece, "as told")));
        house.db.write(tx -> Books.record(tx, id, moved));
    }

    private static List<String> queued(Warehouse house) {
        return house.db.read(tx -> Stream.of("S1", "S2").flatMap(branch -> Counts.open(tx, branch).stream()).toList()).stream()
                .map(line -> line.key().place().branch() + " " + line.reason())
                .toList();
    }

    private static EntryId move(Warehouse house, Move.Type type, Place from, Place to) {
        house.tick(Duration.ofMinutes(1));
        EntryId id = house.entryId();
        Entry moved = house.moved(type, Warehouse.TEA, "1", from, to, PIECE);
        house.db.write(tx -> Books.record(tx, id, moved));
        return id;
    }

    private static List<Serials.Event> history(Warehouse house) {
        return house.db.read(tx -> tx.serials().history(Warehouse.TEA.id(), "SN-1"));
    }

    private static List<Serials.Conflict> open(Warehouse house) {
        return house.db.read(tx -> tx.serials().open(new UUID(0, 0), 100));
    }
}
