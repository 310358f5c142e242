package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.entry.Move;
import io.evertill.stock.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Once a day one of the nodes reconciles and takes snapshots.
class NightlyTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void itIsDoneOnceADayByWhoeverComesFirst(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            Nightly one = new Nightly(house.db, new UUID(0, 1));
            Nightly other = new Nightly(house.db, new UUID(0, 2));

            List<Integer> first = List.of(
                    one.step(), other.step(), one.step(), other.step(), one.step(), one.step(), one.step());
            long snapshots = house.db.read(tx -> tx.stockSnapshots().count());
            house.tick(Duration.ofDays(1));
            List<Integer> nextDay = List.of(other.step(), one.step());

            assertEquals(List.of(1, 0, 1, 0, 1, 1, 0), first);
            assertEquals(1, snapshots);
            assertEquals(List.of(1, 0), nextDay);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNodeThatDiedGivesItsWorkUpAndAnotherBeginsItAnew(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            Nightly dead = new Nightly(house.db, new UUID(0, 1));
            Nightly other = new Nightly(house.db, new UUID(0, 2));
            dead.step();
            house.tick(Duration.ofMinutes(9));
            int tooEarly = other.step();
            house.tick(Duration.ofMinutes(2));

            List<Integer> taken = List.of(
                    other.step(), dead.step(), other.step(), dead.step(), other.step(), other.step(), dead.step());

            assertEquals(0, tooEarly);
            assertEquals(List.of(1, 0, 1, 0, 1, 1, 0), taken);
            long snapshots = house.db.read(tx -> tx.stockSnapshots().count());
            assertEquals(1, snapshots);
        }
    }

    @ParameterizedTest
    @EnumSource
    void itRepairsDriftAndTakesNoSnapshotOfDamage(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
            house.move(Move.Type.RECEIVE, Warehouse.RICE, "0.5", Place.SUPPLIER, Warehouse.SHELF);
            BackDoor door = BackDoor.of(on, folder);
            door.change("UPDATE level SET qty = 7 WHERE qty = 100000");
            door.change("UPDATE movement SET qty = 7 WHERE qty = 5000");
            Nightly nightly = new Nightly(house.db, new UUID(0, 1));

            while (nightly.step() > 0) {
                house.tick(Duration.ofSeconds(1));
            }

            Move.Key rice = new Move.Key(Warehouse.RICE.id(), Warehouse.SHELF, "");
            assertEquals("10", house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals(true, house.db.read(tx -> Reconciliation.isFrozen(tx, rice)));
            assertEquals(List.of("100000"), door.rows("SELECT qty FROM snapshot"));
        }
    }
}
