package io.evertill.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.db.UnitCosts;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.inventory.BackDoor;
import io.evertill.inventory.Books;
import io.evertill.inventory.History;
import io.evertill.inventory.Nightly;
import io.evertill.inventory.Rebuild;
import io.evertill.inventory.Warehouse;
import io.evertill.ledger.EntryId;
import io.evertill.money.UnitPrice;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.RandomTest;
import io.evertill.transfer.Action;
import io.evertill.transfer.Route;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Movements carry what they cost when they were posted, and the average follows from them.
class CostingTest {
    private static final Place BACK = new Place("S1", "BACK", Place.Kind.AVAILABLE);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void goodsLeaveAtTheAverageOfWhatCame(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.buy(Warehouse.TEA, "10", Optional.of("2"));
            EntryId first = house.move(Move.Type.SCRAP, Warehouse.TEA, "4", Warehouse.SHELF, Place.SCRAP);
            house.buy(Warehouse.TEA, "6", Optional.of("4"));
            EntryId second = house.move(Move.Type.RELOCATE, Warehouse.TEA, "1", Warehouse.SHELF, BACK);

            assertEquals(List.of("2"), costs(house, first));
            assertEquals(List.of("3", "3"), costs(house, second));
            assertEquals("3", average(house, "S1"));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCostThatNobodyKnowsIsNoneAndWaitsForNothing(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            EntryId unknown = house.buy(Warehouse.TEA, "10", Optional.empty());
            EntryId scrapped = house.move(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP);
            house.buy(Warehouse.TEA, "9", Optional.of("2"));
            EntryId more = house.buy(Warehouse.TEA, "2", Optional.empty());

            assertEquals(List.of("unknown"), costs(house, unknown));
            assertEquals(List.of("unknown"), costs(house, scrapped));
            assertEquals(List.of("unknown"), costs(house, more));
            assertEquals("2", average(house, "S1"));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeliveryThatATillTellsWithoutACostIsWorthTheAverage(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.buy(Warehouse.TEA, "10", Optional.of("2"));
            EntryId id = house.entryId();
            Entry received = new StockEntry.Received("S1", house.now(), Warehouse.BEA, "Tea & Co", "D-2", List.of(new StockEntry.Receipt(
                    1, Warehouse.item(Warehouse.TEA), Warehouse.of(Warehouse.TEA, "5"), Place.Kind.AVAILABLE, "")));
            house.db.write(tx -> Books.record(tx, id, received));
            EntryId scrapped = house.move(Move.Type.SCRAP, Warehouse.TEA, "12", Warehouse.SHELF, Place.SCRAP);
            List<History.Line> lines = house.db.read(tx ->
                    History.page(tx, "S1", Warehouse.TEA.id(), History.Cursor.START, 10));

            assertEquals(List.of("unknown"), costs(house, id));
            assertEquals(List.of("2"), costs(house, scrapped));
            assertEquals("2", average(house, "S1"));
            assertEquals(List.of("2", "unknown", "2"), lines.stream()
                    .map(line -> line.unitCost().map(UnitPrice::text).orElse("unknown")).toList());
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsOnTheirWayKeepWhatTheyCostWhereTheyCameFrom(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.buy(Warehouse.TEA, "10", Optional.of("2"));
            handle(house, Action.DISPATCH, "4");
            house.buy(Warehouse.TEA, "6", Optional.of("8"));

            handle(house, Action.RECEIVE, "4");

            assertEquals("2", average(house, "S2"));
            assertEquals("5", average(house, "S1"));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatArrivesBeforeItsDispatchIsKnownHasNoCost(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.buy(Warehouse.TEA, "10", Optional.of("2"));
            handle(house, Action.RECEIVE, "4");
            handle(house, Action.DISPATCH, "4");

            assertEquals("unknown", average(house, "S2"));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAverageThatDriftsIsComputedAnewAtNightAndSomebodyIsTold(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.buy(Warehouse.TEA, "10", Optional.of("2"));
            BackDoor door = BackDoor.of(on, folder);
            List<String> before = door.computed();
            door.change("UPDATE product_cost SET unit_cost = 1, qty = 1");

            night(house);

            assertEquals(before, door.computed());
            assertEquals(List.of("COST_DRIFT"), door.rows("SELECT kind FROM incident"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMovementWithAnotherCostIsToldAndNotChanged(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.buy(Warehouse.TEA, "10", Optional.of("2"));
            house.move(Move.Type.SCRAP, Warehouse.TEA, "4", Warehouse.SHELF, Place.SCRAP);
            BackDoor door = BackDoor.of(on, folder);
            door.change("UPDATE movement SET unit_cost = 7 WHERE type = 'SCRAP'");

            night(house);

            assertEquals(List.of("COST_DAMAGED"), door.rows("SELECT kind FROM incident"));
            assertEquals(List.of("7"), door.rows("SELECT unit_cost FROM movement WHERE type = 'SCRAP'"));
            assertEquals(1, house.differences().size(), house.differences().toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeliveryThatSaysAnotherCostThanItsEntryIsFound(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.buy(Warehouse.TEA, "10", Optional.of("2"));
            BackDoor door = BackDoor.of(on, folder);
            door.change("UPDATE movement SET unit_cost = 10000");
            door.change("UPDATE product_cost SET unit_cost = 10000");

            List<String> differences = house.differences();

            assertEquals(1, differences.size(), differences.toString());
            assertEquals(true, differences.getFirst().contains("cost 2.00 GBP each"), differences.toString());
        }
    }

    /// The average is what a fold over the whole history says, whatever happened, and comes back when it is dropped (I7).
    @RandomTest(seeds = 12)
    void averagesFollowFromTheMovementsOnSqlite(Chance chance) {
        history(CentreOn.SQLITE, chance);
    }

    @RandomTest(seeds = 3)
    void averagesFollowFromTheMovementsOnPostgresql(Chance chance) {
        history(CentreOn.POSTGRESQL, chance);
    }

    private void history(CentreOn on, Chance chance) {
        try (Warehouse house = new Warehouse(on, folder)) {
            for (int step = 0; step < 60; step++) {
                house.tick(Duration.ofMinutes(1));
                String amount = Integer.toString(1 + chance.below(9));
                switch (chance.below(5)) {
                    case 0 -> house.buy(Warehouse.TEA, amount, chance.maybe(() -> chance.below(500) + "." + chance.below(10_000)));
                    case 1 -> house.move(Move.Type.FOUND, Warehouse.TEA, amount, Place.FOUND, chance.pick(Warehouse.SHELF, BACK));
                    case 2 -> house.move(Move.Type.RELOCATE, Warehouse.TEA, amount, Warehouse.SHELF, BACK);
                    case 3 -> handle(house, chance.pick(Action.DISPATCH, Action.RECEIVE), amount);
                    default -> house.move(Move.Type.SCRAP, Warehouse.TEA, amount, Warehouse.SHELF, Place.SCRAP);
                }
            }
            BackDoor door = BackDoor.of(on, folder);
            List<String> before = door.computed();
            assertEquals(List.of(), CostCheck.look(house.db, Optional.empty()).found());
            assertEquals(List.of(), house.differences());

            door.change("UPDATE product_cost SET unit_cost = NULL, currency = NULL, qty = 0, product_seq = 0");
            Rebuild.of(house.db, _ -> true);

            assertEquals(before, door.computed());
        }
    }

    private static void night(Warehouse house) {
        Nightly nightly = new Nightly(house.db, new UUID(0, 1));
        while (nightly.step() > 0) {
            house.tick(Duration.ofSeconds(1));
        }
    }

    private static void handle(Warehouse house, Action action, String amount) {
        house.carry(action, "T1", new Route("S1", "S2"), amount);
    }

    private static List<String> costs(Warehouse house, EntryId entry) {
        return house.db.read(tx -> tx.unitCosts().of("S1", entry)).values().stream().map(CostingTest::text).toList();
    }

    private static String average(Warehouse house, String branch) {
        return text(house.db.read(tx -> tx.unitCosts().find(new UnitCosts.Holding(branch, Warehouse.TEA.id()))).average().unitCost());
    }

    private static String text(Optional<UnitPrice> cost) {
        return cost.map(UnitPrice::text).orElse("unknown");
    }
}
