package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.db.StockSnapshots;
import io.evertill.entry.Move;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A snapshot is cut by the key's own number, never by a time (domain 2h, I6).
class SnapshotsTest {
    private static final Move.Key TEA = new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, "");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatHappenedBeforeASnapshotAndBecameKnownAfterItCounts(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "94", Place.SUPPLIER, Warehouse.SHELF);
            house.tick(Duration.ofHours(8));
            var late = house.moved(
                    Move.Type.SUPPLIER_RETURN, Warehouse.TEA, "7", Warehouse.SHELF, Place.SUPPLIER, Tracking.NONE);
            house.tick(Duration.ofHours(8));
            new Snapshots(house.db).all();
            house.tick(Duration.ofHours(8));

            house.db.write(tx -> Books.record(tx, house.entryId(), late));

            assertEquals("87", current(house));
            assertEquals("87", house.level(Warehouse.TEA, Warehouse.SHELF));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyHasManyAndEachIsTheSumOfTheMovementsUpToItsCut(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            new Snapshots(house.db).all();
            house.move(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP);
            house.move(Move.Type.SCRAP, Warehouse.TEA, "2", Warehouse.SHELF, Place.SCRAP);
            house.tick(Duration.ofDays(1));
            new Snapshots(house.db).all();
            house.move(Move.Type.SCRAP, Warehouse.TEA, "3", Warehouse.SHELF, Place.SCRAP);

            assertEquals(List.of(
                    new StockSnapshots.Taken(1, 10 * Quantity.ONE, house.now().minus(Duration.ofDays(1))),
                    new StockSnapshots.Taken(3, 7 * Quantity.ONE, house.now())),
                    house.db.read(tx -> tx.stockSnapshots().of(TEA)));
            assertEquals("4", current(house));
            assertEquals(List.of(0L, 100_000L, 90_000L, 70_000L, 40_000L), house.db.read(tx -> List.of(
                    tx.stockSnapshots().at(TEA, 0), tx.stockSnapshots().at(TEA, 1), tx.stockSnapshots().at(TEA, 2),
                    tx.stockSnapshots().at(TEA, 3), tx.stockSnapshots().at(TEA, 4))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyWithoutOneIsSummedFromItsBeginning(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "5", Place.SUPPLIER, Warehouse.SHELF);

            assertEquals("5", current(house));
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatChangedGetsAnother(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "5", Place.SUPPLIER, Warehouse.SHELF);
            house.move(Move.Type.RECEIVE, Warehouse.RICE, "0.5", Place.SUPPLIER, Warehouse.SHELF);
            Snapshots.Page first = new Snapshots(house.db).all();
            house.move(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP);

            Snapshots.Page second = new Snapshots(house.db).all();
            Snapshots.Page third = new Snapshots(house.db).all();

            assertEquals(List.of(2L, 1L, 0L), List.of(first.taken(), second.taken(), third.taken()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyWhoseLevelIsNotItsMovementsGetsNone(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "5", Place.SUPPLIER, Warehouse.SHELF);
            house.move(Move.Type.RECEIVE, Warehouse.RICE, "0.5", Place.SUPPLIER, Warehouse.SHELF);
            BackDoor.of(on, folder).change("UPDATE level SET qty = qty + 1 WHERE qty = 50000");

            Snapshots.Page page = new Snapshots(house.db).all();

            assertEquals(List.of(1L, 1L), List.of(page.taken(), page.uneven()));
            assertEquals(List.of(), house.db.read(tx -> tx.stockSnapshots().of(TEA)));
        }
    }

    private static String current(Warehouse house) {
        long quantity = house.db.read(tx -> tx.stockSnapshots().current(TEA));
        return new Quantity(quantity, Warehouse.TEA.unit()).text();
    }
}
