package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.entry.Move;
import io.evertill.stock.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is kept beside the movements can be dropped and comes back the same (domain I7).
class RebuildTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void levelsAndOpenExceptionsThatAreGoneComeBackTheSame(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            someDays(house);
            BackDoor door = BackDoor.of(on, folder);
            List<String> before = door.computed();
            door.change("DELETE FROM level");
            door.change("DELETE FROM stock_exception WHERE resolved_at IS NULL");

            Rebuild.Done done = Rebuild.of(house.db, _ -> true);

            assertEquals(before, door.computed());
            assertEquals(new Rebuild.Done(3, 3), done);
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExceptionThatWasEndedByMistakeIsOpenAgain(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            someDays(house);
            BackDoor door = BackDoor.of(on, folder);
            List<String> before = door.computed();
            door.change("UPDATE stock_exception SET resolved_at = 1, cured_entry_id = entry_id, cured_line = 1"
                    + " WHERE resolved_at IS NULL");

            Rebuild.of(house.db, _ -> true);

            assertEquals(before, door.computed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExceptionOfAShelfThatIsNotBelowZeroEndsAndNamesItsCure(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            someDays(house);
            BackDoor door = BackDoor.of(on, folder);
            List<String> before = door.computed();
            door.change("UPDATE stock_exception SET resolved_at = NULL, cured_entry_id = NULL, cured_line = NULL"
                    + " WHERE resolved_at IS NOT NULL");

            Rebuild.of(house.db, _ -> true);

            assertEquals(before, door.computed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRightIsLeftAlone(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            someDays(house);
            List<String> before = BackDoor.of(on, folder).computed();

            Rebuild.Done done = Rebuild.of(house.db, key -> key.product().equals(Warehouse.TEA.id()));

            assertEquals(before, BackDoor.of(on, folder).computed());
            assertEquals(new Rebuild.Done(2, 0), done);
        }
    }

    /// Tea was below zero and is not, rice is.
    private static void someDays(Warehouse house) {
        house.move(Move.Type.SCRAP, Warehouse.TEA, "2", Warehouse.SHELF, Place.SCRAP);
        house.tick(Duration.ofHours(1));
        house.move(Move.Type.RECEIVE, Warehouse.TEA, "8", Place.SUPPLIER, Warehouse.SHELF);
        house.tick(Duration.ofHours(1));
        house.move(Move.Type.DAMAGE, Warehouse.TEA, "1", Warehouse.SHELF, Place.at("S1", Place.Kind.QUARANTINE));
        house.tick(Duration.ofHours(1));
        house.move(Move.Type.SCRAP, Warehouse.RICE, "0.5", Warehouse.SHELF, Place.SCRAP);
        house.tick(Duration.ofHours(1));
        house.move(Move.Type.SCRAP, Warehouse.RICE, "0.25", Warehouse.SHELF, Place.SCRAP);
    }
}
