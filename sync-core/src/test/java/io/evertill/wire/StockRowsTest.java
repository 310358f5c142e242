package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.availability.Consignment;
import io.evertill.availability.CountTask;
import io.evertill.availability.Elsewhere;
import io.evertill.availability.Figure;
import io.evertill.availability.FrozenLot;
import io.evertill.availability.LotDate;
import io.evertill.availability.Promise;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.StreamId;
import io.evertill.lot.Lot;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Place;
import io.evertill.transfer.Route;
import io.evertill.transfer.State;
import io.evertill.transfer.TransferId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StockRowsTest {
    private static final ProductId TEA = ProductId.of(Sku.of("TEA"));
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00.123456Z");

    @Test
    void everyRowIsReadAsItWasWritten() {
        Figure figure = new Figure(TEA, -15_000, AT, Map.of(stream(1), 7L, stream(2), 1L));
        Elsewhere elsewhere = new Elsewhere(TEA, "S2", 120_000, AT);
        Consignment consignment = new Consignment(new TransferId("T-1"), new Route("S1", "S2"), State.RETURNING,
                Optional.of(AT), new TreeMap<>(Map.of(TEA, 5_000L)));
        FrozenLot frozen = new FrozenLot(TEA, "L@1", Lot.State.HOLD);
        LotDate date = new LotDate(TEA, "L@1", LocalDate.parse("2027-01-31"));
        Promise promise = new Promise(new UUID(1, 2), TEA, "", 20_000, "Ann", "W-1", AT);
        CountTask task = new CountTask(new UUID(3, 4), TEA, Place.shelf("S1"), "L1", "bea");

        assertEquals(figure, StockRows.figure(bytes(StockRows.figure(figure))));
        assertEquals(elsewhere, StockRows.elsewhere(bytes(StockRows.elsewhere(elsewhere))));
        assertEquals(consignment, StockRows.transfer(bytes(StockRows.transfer(consignment))));
        assertEquals(frozen, StockRows.lot(bytes(StockRows.lot(frozen))));
        assertEquals(date, StockRows.lotDate(bytes(StockRows.lotDate(date))));
        assertEquals(promise, StockRows.reservation(bytes(StockRows.reservation(promise))));
        assertEquals(task, CountRows.task(bytes(CountRows.task(task))));
    }

    /// What the feed of a busy store costs is computed from this: see docs/feed.md.
    @Test
    void theRowsOfABusyStoreAreSmall() {
        Map<StreamId, Long> through = new HashMap<>();
        for (long till = 1; till <= 5; till++) {
            through.put(stream(till), 100_000L);
        }
        ObjectNode level = StockRows.figure(new Figure(TEA, 1_230_000, AT, through));
        ObjectNode elsewhere = StockRows.elsewhere(new Elsewhere(TEA, "S1", 1_230_000, AT));

        int own = line("level", TEA.toString(), level);
        int other = line("elsewhere", TEA + "@S1", elsewhere);
        int batch = line("lot_date", TEA + "@L-123456", StockRows.lotDate(new LotDate(TEA, "L-123456", LocalDate.parse("2027-01-31"))));

        assertTrue(own <= 440, "a line about an own shelf with five tills has " + own + " bytes");
        assertTrue(other <= 210, "a line about another shelf has " + other + " bytes");
        assertTrue(batch <= 210, "a line about a batch has " + batch + " bytes");
    }

    @Test
    void aRowThatIsNotUnderstoodNamesItsField() {
        ObjectNode row = StockRows.lot(new FrozenLot(TEA, "L1", Lot.State.HOLD)).put("state", "MELTED");

        var failure = assertThrows(IllegalArgumentException.class, () -> StockRows.product("lot", bytes(row)));

        assertTrue(String.valueOf(failure.getMessage()).contains("$.state"), failure.getMessage());
    }

    private static int line(String table, String id, ObjectNode row) {
        return FeedLines.write(new FeedPage.Change(table, id, 1_000_000, row, false)).length() + 1;
    }

    private static StreamId stream(long number) {
        return new StreamId(new UUID(0x0190_0000_0000_7000L + number, 0x8000_0000_0000_0000L));
    }

    private static Bytes bytes(ObjectNode row) {
        return Json.canonical(row);
    }
}
