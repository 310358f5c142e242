package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.CentreOn;
import io.evertill.db.StockExceptions;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Facts are posted as they are, and what cannot be true opens, updates and resolves an exception (domain 2a, I14).
class StockPostingTest {
    private static final Move.Key TEA = new Move.Key(Warehouse.TEA.id(), Warehouse.SHELF, "");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aShelfThatGoesBelowZeroHasOneExceptionThatSaysByHowMuch(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "3", Place.SUPPLIER, Warehouse.SHELF);
            EntryId first = house.move(Move.Type.SUPPLIER_RETURN, Warehouse.TEA, "5", Warehouse.SHELF, Place.SUPPLIER);
            house.tick(Duration.ofMinutes(1));

            house.move(Move.Type.SCRAP, Warehouse.TEA, "2", Warehouse.SHELF, Place.SCRAP);

            assertEquals("-4", house.level(Warehouse.TEA, Warehouse.SHELF));
            StockExceptions.Raised open = open(house).orElseThrow();
            assertEquals(new StockExceptions.Cause(first, 1), open.cause());
            assertEquals(-4 * Quantity.ONE, open.shortBy());
            assertEquals(house.now(), open.updatedAt());
            assertEquals(1, openCount(house));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMovementThatBringsTheShelfBackEndsIt(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.SCRAP, Warehouse.TEA, "2", Warehouse.SHELF, Place.SCRAP);
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "1", Place.SUPPLIER, Warehouse.SHELF);
            house.tick(Duration.ofMinutes(1));

            EntryId cure = house.move(Move.Type.RECEIVE, Warehouse.TEA, "1", Place.SUPPLIER, Warehouse.SHELF);

            StockExceptions.Raised raised = house.db.read(tx -> tx.stockExceptions().of(TEA)).getFirst();
            assertEquals(Optional.of(new StockExceptions.Cure(house.now(), new StockExceptions.Cause(cure, 1), false)),
                    raised.cure());
            assertEquals(Optional.empty(), open(house));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeliveryThatWasOnlyLateIsToldFromAMistake(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            var late = house.moved(
                    Move.Type.RECEIVE, Warehouse.TEA, "2", Place.SUPPLIER, Warehouse.SHELF, Tracking.NONE);
            house.tick(Duration.ofHours(1));
            house.move(Move.Type.SCRAP, Warehouse.TEA, "2", Warehouse.SHELF, Place.SCRAP);

            house.db.write(tx -> Books.record(tx, house.entryId(), late));

            assertTrue(house.db.read(tx -> tx.stockExceptions().of(TEA)).getFirst().cure().orElseThrow().isLate());
        }
    }

    @ParameterizedTest
    @EnumSource
    void goodsHeldBackAreNoShelf(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.SCRAP, Warehouse.TEA, "2", Place.at("S1", Place.Kind.QUARANTINE), Place.SCRAP);

            assertEquals(0, openCount(house));
        }
    }

    private static Optional<StockExceptions.Raised> open(Warehouse house) {
        return house.db.read(tx -> tx.stockExceptions().open(StockExceptions.Kind.OVERSOLD, TEA));
    }

    private static long openCount(Warehouse house) {
        return house.db.read(tx -> tx.stockExceptions().openCount());
    }
}
