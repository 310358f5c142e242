package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.entry.Move;
import io.evertill.inventory.Warehouse;
import io.evertill.stock.Place;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who looked and then writes is told when somebody else was there.
class ShelvesTest {
    private static final Move.Key TEA = new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, "");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aMovementAndAPromiseBothMakeALookOld(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "4", Place.SUPPLIER, Warehouse.SHELF);
            Shelves.Shelf first = look(house);
            house.move(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP);
            Shelves.Shelf second = look(house);
            boolean afterAMovement = house.db.write(tx -> tx.shelves().lockIfSame(first));
            boolean afterNothing = house.db.write(tx -> tx.shelves().lockIfSame(second));
            boolean afterAPromise = house.db.write(tx -> tx.shelves().lockIfSame(second));

            assertEquals(List.of(false, true, false), List.of(afterAMovement, afterNothing, afterAPromise));
            assertEquals(List.of(false, true), List.of(first.isSameBut(look(house)), second.isSameBut(look(house))));
            assertEquals(List.of(), house.differences());
        }
    }

    private static Shelves.Shelf look(Warehouse house) {
        return house.db.read(tx -> tx.shelves().look(TEA, "", tx.clock()));
    }
}
