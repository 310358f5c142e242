package io.evertill.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.Database;
import io.evertill.db.Stock;
import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.StreamId;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReckoningTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final EntryId ENTRY = new EntryId(new UUID(7, 1));

    @TempDir
    Path folder;

    private Database centre;
    private Database till;

    @BeforeEach
    void open() {
        centre = Database.centre(folder.resolve("centre.db"), () -> NOW);
        centre.run(tx -> tx.centre().start(new UUID(1, 1), NOW));
        till = Database.till(folder.resolve("till.db"), () -> NOW);
    }

    @AfterEach
    void close() {
        centre.close();
        till.close();
    }

    @Test
    void emptyLedgersBalance() {
        Reckoning reckoning = Reckoning.of(centre, List.of(till), Set.of());

        assertEquals(new Reckoning(0, 0, 0, List.of()), reckoning);
    }

    @Test
    void anAcknowledgedSaleThatTheCentreDoesNotHoldIsLost() {
        Reckoning reckoning = Reckoning.of(centre, List.of(till), Set.of(ENTRY));

        assertEquals(1, reckoning.lost());
    }

    @Test
    void aMovementThatNoTillMadeIsDoubled() {
        centre.run(tx -> tx.stock().post(List.of(applied()), NOW));

        Reckoning reckoning = Reckoning.of(centre, List.of(till), Set.of());

        // The movement itself, and the level that is not the sum of the tills' entries.
        assertEquals(2, reckoning.doubled());
    }

    private static Stock.Source applied() {
        Move move = new Move(1, ProductId.of(Sku.of("ART1")), Place.shelf(Shop.STORE), Place.CUSTOMER, "", "",
                Quantity.of(-1, Unit.EACH), Move.Type.SALE, new Move.Reference("sale", "", 1), "");
        Genesis genesis = new Genesis("t-1", new StreamId(new UUID(7, 2)), Optional.empty());
        return new Stock.Source(ENTRY, genesis.position(), NOW, "anna", List.of(move));
    }
}
