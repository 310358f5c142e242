package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.CentreOn;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Position;
import io.evertill.stock.Place;
import io.evertill.stock.Tracking;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BooksTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aFactRecordedTwiceMovesStockOnce(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            Entry fact = received(house, "4");
            EntryId id = house.entryId();
            Books.Recorded first = house.db.write(tx -> Books.record(tx, id, fact));

            Books.Recorded second = house.db.write(tx -> Books.record(tx, id, fact));

            assertInstanceOf(Books.Recorded.Posted.class, first);
            assertEquals(new Books.Recorded.Known(), second);
            assertEquals("4", house.level(Warehouse.TEA, Warehouse.SHELF));
            assertEquals(List.of(), house.differences());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherFactUnderTheSameIdIsAConflictAndMovesNothing(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            EntryId id = house.entryId();
            house.db.write(tx -> Books.record(tx, id, received(house, "4")));

            Books.Recorded other = house.db.write(tx -> Books.record(tx, id, received(house, "5")));

            assertEquals(new Books.Recorded.Conflict(), other);
            assertEquals("4", house.level(Warehouse.TEA, Warehouse.SHELF));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCentreThatBeganAnotherLifeGoesOnInANewStream(CentreOn on) {
        try (Warehouse house = new Warehouse(on, folder)) {
            house.move(Move.Type.RECEIVE, Warehouse.TEA, "4", Place.SUPPLIER, Warehouse.SHELF);
            AcceptedStreams.Held before = streams(house).getFirst();
            house.db.run(tx -> tx.centre().renew(house.id()));

            house.move(Move.Type.SCRAP, Warehouse.TEA, "1", Warehouse.SHELF, Place.SCRAP);

            AcceptedStreams.Held after = streams(house).getLast();
            assertNotEquals(before.id(), after.id());
            assertEquals(Optional.of(before.accepted()), after.genesis().parent());
            assertEquals(new Position(after.id(), 1, after.accepted().hash()), after.accepted());
            assertEquals(List.of(), house.differences());
        }
    }

    private static List<AcceptedStreams.Held> streams(Warehouse house) {
        return house.db.read(tx -> tx.acceptedStreams().of("S1", Books.TERMINAL));
    }

    private static Entry received(Warehouse house, String amount) {
        return house.moved(
                Move.Type.RECEIVE, Warehouse.TEA, amount, Place.SUPPLIER, Warehouse.SHELF, Tracking.lot(""));
    }
}
