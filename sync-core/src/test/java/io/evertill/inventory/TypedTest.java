package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.closing.Closing;
import io.evertill.db.CentreOn;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.stock.Branch;
import io.evertill.stock.Location;
import io.evertill.stock.Place;
import io.evertill.stock.Tracking;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What people type is asked for its place and its day; what tills tell is not.
class TypedTest {
    private static final Place BACK = new Place("S1", "BACK", Place.Kind.AVAILABLE);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void goodsAreMovedToALocationThatIsDefined(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Entry entry = relocated(house);
            Optional<String> before = house.db.read(tx -> Typed.refusal(tx, house.entryId(), entry));
            house.db.run(tx -> tx.branches().put(new Location("S1", "BACK", "3", "B"), tx.now()));
            Optional<String> after = house.db.read(tx -> Typed.refusal(tx, house.entryId(), entry));

            assertEquals(Optional.of(
                    "Store S1 has no location BACK. Define it: evertill-central location BACK --store S1"), before);
            assertEquals(Optional.empty(), after);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRecordedBeforeGoesOn(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            EntryId id = house.move(Move.Type.RELOCATE, Warehouse.TEA, "1", Warehouse.SHELF, BACK);

            assertEquals(Optional.empty(), house.db.read(tx -> Typed.refusal(tx, id, relocated(house))));
            assertEquals("1", house.level(Warehouse.TEA, BACK));
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsAreNotMovedOnADayThatIsClosed(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Entry entry = house.moved(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP, Tracking.NONE);
            house.tick(Duration.ofDays(1));
            assertInstanceOf(Closing.Outcome.Closed.class, house.db.write(tx -> Closing.close(tx, new Closing.Order(
                    "S1", LocalDate.of(2026, 3, 2), "Bea", Set.of(), false, ""))));

            Optional<String> refusal = house.db.write(tx -> Typed.refusal(tx, house.entryId(), entry));

            assertEquals(Optional.of("Store S1 is closed through 2026-03-02 (Z), and " + entry.at() + " is before its end."
                    + " Date it 2026-03-03 or later."), refusal);
        }
    }

    @ParameterizedTest
    @EnumSource
    void branchesAndLocationsAreListedByPage(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Branch store = new Branch("S1", "High Street", Branch.Kind.STORE);
            Branch van = new Branch("V1", "Van 1", Branch.Kind.VEHICLE);
            Location back = new Location("S1", "BACK", "3", "B");
            house.db.run(tx -> {
                tx.branches().put(van, tx.now());
                tx.branches().put(new Branch("S1", "Hi Street", Branch.Kind.WAREHOUSE), tx.now());
                tx.branches().put(store, tx.now());
                tx.branches().put(back, tx.now());
            });

            assertEquals(List.of(store), house.db.read(tx -> tx.branches().after("", 1)));
            assertEquals(List.of(van), house.db.read(tx -> tx.branches().after("S1", 1)));
            assertEquals(Optional.of(store), house.db.read(tx -> tx.branches().find("S1")));
            assertEquals(List.of(back), house.db.read(tx -> tx.branches().locationsAfter("", "", 9)));
            assertEquals(Optional.of(Location.main("V1")), house.db.read(tx -> tx.branches().location("V1", "MAIN")));
            assertEquals(Optional.empty(), house.db.read(tx -> tx.branches().location("V1", "BACK")));
        }
    }

    private static Entry relocated(Warehouse house) {
        return house.moved(Move.Type.RELOCATE, Warehouse.TEA, "1", Warehouse.SHELF, BACK, Tracking.NONE);
    }
}
