package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.CentreOn;
import io.evertill.db.Incidents;
import io.evertill.db.Repairs;
import io.evertill.db.Stock;
import io.evertill.entry.Move;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Drift is found, named and repaired; damage is found, named and left to a person (domain 2i, I36).
class ReconciliationTest {
    private static final Move.Key TEA = new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, "");
    private static final Move.Key HELD = new Move.Key(Warehouse.TEA.id(), Place.at("S1", Place.Kind.QUARANTINE), "");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void oneCorruptedLevelIsFoundNamedAndRepaired(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            someDays(house);
            BackDoor.of(on, folder).change("UPDATE level SET qty = qty - 10000 WHERE place = 'MAIN/AVAILABLE' AND key_seq = 4");
            Stock.Level right = new Stock.Level(TEA, 6 * Quantity.ONE, 4);
            Stock.Level wrong = new Stock.Level(TEA, 5 * Quantity.ONE, 4);

            List<Finding> looked = look(house);
            Optional<Finding> mended = new Reconciliation(house.db).mend(TEA, "bea");

            Finding drift = new Finding.Drift(Finding.What.LEVEL, right, wrong, 4);
            assertEquals(List.of(drift), looked);
            assertEquals("Product TEA at S1 MAIN/AVAILABLE: the level is 5 after 4 movements; the movements are 4 and sum to 6."
                    + " What was kept was right up to movement 3.", drift.sentence("TEA"));
            assertEquals(Optional.of(drift), mended);
            assertEquals(List.of(new Repairs.Repair(1, right, wrong, 4, "LEVEL", "bea", house.now())),
                    house.db.read(tx -> tx.repairs().of(TEA)));
            assertEquals(List.of(), house.db.read(tx -> tx.incidents().all()));
            assertEquals(List.of(), look(house));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatDriftsAgainIsAnIncident(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            someDays(house);
            for (int time = 1; time <= 2; time++) {
                BackDoor.of(on, folder).change("UPDATE level SET qty = 1, key_seq = 9 WHERE place = 'MAIN/AVAILABLE' AND key_seq = 4");
                new Reconciliation(house.db).mend(TEA, "bea");
            }

            assertEquals(List.of("DRIFT_AGAIN"), incidents(house));
            assertEquals(List.of(1L, 2L), house.db.read(tx -> tx.repairs().of(TEA)).stream().map(Repairs.Repair::occasion).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLevelThatIsGoneOrOfNothingIsDrift(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            someDays(house);
            BackDoor door = BackDoor.of(on, folder);
            door.change("DELETE FROM level WHERE place = 'MAIN/QUARANTINE'");
            door.change("INSERT INTO level (branch, product, place, lot, qty, key_seq)"
                    + " SELECT branch, product, 'MAIN/STAGED', lot, 1, 1 FROM level WHERE place = 'MAIN/AVAILABLE' AND key_seq = 4");

            look(house).forEach(finding -> new Reconciliation(house.db).mend(finding.key(), "bea"));

            assertEquals("2", house.level(Warehouse.TEA, HELD.place()));
            assertEquals(List.of(), look(house));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongSnapshotIsTakenAwayAndTheNextIsRight(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            someDays(house);
            BackDoor.of(on, folder).change("UPDATE snapshot SET qty = qty + 1 WHERE through_key_seq = 3");

            List<Finding> found = look(house);
            found.forEach(finding -> new Reconciliation(house.db).mend(finding.key(), "bea"));
            new Snapshots(house.db).all();

            assertEquals(List.of("SNAPSHOT 2"), found.stream()
                    .map(finding -> finding instanceof Finding.Drift drift ? drift.what() + " " + drift.firstBadKeySeq() : "")
                    .toList());
            assertEquals(List.of(1L, 4L), house.db.read(tx -> tx.stockSnapshots().of(TEA)).stream().map(each -> each.through()).toList());
            assertEquals(List.of(), look(house));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExceptionThatIsNotTrueIsDrift(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.SCRAP, Warehouse.TEA, "2", Warehouse.SHELF, Place.SCRAP);
            BackDoor.of(on, folder).change("UPDATE stock_exception SET short_qty = -5");

            List<Finding> found = look(house);
            found.forEach(finding -> new Reconciliation(house.db).mend(finding.key(), "bea"));

            assertEquals(List.of("Product TEA at S1 MAIN/AVAILABLE: the shelf is at -2, and its open exception says something"
                    + " else, or there is none."), found.stream().map(finding -> finding.sentence("TEA")).toList());
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE movement SET qty = qty - 10000 WHERE place = 'MAIN/AVAILABLE' AND key_seq = 2            | DIFFERENT 2
            UPDATE movement SET actor = 'eve' WHERE place = 'MAIN/AVAILABLE' AND key_seq = 4                | DIFFERENT 4
            DELETE FROM movement WHERE place = 'MAIN/AVAILABLE' AND key_seq = 2                             | GAP 2
            UPDATE movement SET key_seq = 9 WHERE place = 'MAIN/AVAILABLE' AND key_seq = 4                  | GAP 4
            DELETE FROM movement WHERE place = 'MAIN/AVAILABLE' AND key_seq = 4                             | MISSING 4
            DELETE FROM fact WHERE entry_id = (SELECT entry_id FROM movement WHERE type = 'SCRAP')           | DIFFERENT 4
            """)
    void damagedMovementsAreNamedFrozenAndNeverRepaired(String statement, String named) {
        for (CentreOn on : CentreOn.values()) {
            Path own = folder.resolve(on.name());
            own.toFile().mkdirs();
            try (Warehouse house = new Warehouse(on, own)) {
                someDays(house);
                BackDoor door = BackDoor.of(on, own);
                assertEquals(1, door.change(statement));
                List<String> before = ledger(door);

                List<Finding> found = look(house);
                found.forEach(finding -> new Reconciliation(house.db).mend(finding.key(), "bea"));

                assertEquals(List.of(named), found.stream().map(ReconciliationTest::damage).toList());
                assertEquals(before, ledger(door));
                assertEquals(List.of("LEDGER_DAMAGED"), incidents(house));
                assertTrue(isFrozen(house, TEA));
                assertFalse(isFrozen(house, HELD));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsThatLeftAPlaceAndDidNotArriveAreDamage(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            someDays(house);
            BackDoor door = BackDoor.of(on, folder);
            door.change("DELETE FROM movement WHERE place = 'MAIN/QUARANTINE'");
            door.change("DELETE FROM level WHERE place = 'MAIN/QUARANTINE'");

            List<Finding> found = look(house);

            assertEquals(List.of("UNBALANCED 3", "MISSING 1"), found.stream().map(ReconciliationTest::damage).toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void settlingTheIncidentThawsTheKeyAndTheSameDamageDoesNotFreezeItAgain(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            someDays(house);
            BackDoor.of(on, folder).change("UPDATE movement SET actor = 'eve' WHERE place = 'MAIN/AVAILABLE' AND key_seq = 4");
            new Reconciliation(house.db).mend(TEA, "bea");
            boolean isFrozen = isFrozen(house, TEA);
            List<Repairs.Frozen> frozen = house.db.read(tx -> tx.repairs().frozenAfter(Optional.empty(), 10));
            Incidents.Incident incident = house.db.read(tx -> tx.incidents().open()).getFirst();
            house.db.write(tx -> tx.incidents().settle(incident.id(), new Incidents.Settled(tx.now(), "bea", "eve it was")));

            new Reconciliation(house.db).mend(TEA, "bea");

            assertTrue(isFrozen);
            assertEquals(List.of(new Repairs.Frozen(TEA, house.now(), incident.sentence())), frozen);
            assertFalse(isFrozen(house, TEA));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsInFlightNeverLooksLikeDrift(CentreOn on) throws InterruptedException {
        try (Warehouse house = new Warehouse(on, folder)) {
            someDays(house);
            AtomicBoolean isOver = new AtomicBoolean();
            Thread seller = Thread.ofPlatform().start(() -> {
                while (!isOver.get()) {
                    house.move(Move.Type.DAMAGE, Warehouse.TEA, "1", Warehouse.SHELF, HELD.place());
                }
            });
            List<Finding> found = new ArrayList<>();
            for (int round = 1; round <= 20; round++) {
                found.addAll(look(house));
                new Snapshots(house.db).all();
                new Reconciliation(house.db).mend(TEA, "bea").ifPresent(found::add);
            }
            isOver.set(true);
            seller.join();

            assertEquals(List.of(), found);
            assertEquals(List.of(), house.differences());
        }
    }

    private static void someDays(Warehouse house) {
        house.move(Move.Type.RECEIVE, Warehouse.TEA, "10", Place.SUPPLIER, Warehouse.SHELF);
        house.tick(Duration.ofHours(1));
        new Snapshots(house.db).all();
        house.move(Move.Type.SUPPLIER_RETURN, Warehouse.TEA, "1", Warehouse.SHELF, Place.SUPPLIER);
        house.move(Move.Type.DAMAGE, Warehouse.TEA, "2", Warehouse.SHELF, HELD.place());
        house.tick(Duration.ofHours(1));
        new Snapshots(house.db).all();
        house.move(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP);
    }

    private static List<Finding> look(Warehouse house) {
        return new Reconciliation(house.db).look(Optional.empty()).findings();
    }

    private static String damage(Finding finding) {
        return finding instanceof Finding.Damage damage ? damage.kind() + " " + damage.keySeq() : finding.toString();
    }

    private static List<String> incidents(Warehouse house) {
        return house.db.read(tx -> tx.incidents().all()).stream().map(Incidents.Incident::kind).toList();
    }

    private static boolean isFrozen(Warehouse house, Move.Key key) {
        return house.db.read(tx -> Reconciliation.isFrozen(tx, key));
    }

    private static List<String> ledger(BackDoor door) {
        List<String> ledger = door.rows("SELECT * FROM movement ORDER BY branch, product, place, lot, key_seq");
        ledger.addAll(door.computed());
        ledger.addAll(door.rows("SELECT * FROM snapshot ORDER BY branch, product, place, lot, through_key_seq"));
        return ledger;
    }
}
