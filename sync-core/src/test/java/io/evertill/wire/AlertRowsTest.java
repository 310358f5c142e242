package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.alert.Facts;
import io.evertill.alert.RedCard;
import io.evertill.ledger.Bytes;
import io.evertill.stock.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertRowsTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00.123456Z");
    private static final Facts.Goods RICE = new Facts.Goods("RICE", "Rice “long”", Unit.KILOGRAM);
    private static final List<Facts> ALL = List.of(new Facts.None(),
            new Facts.LowStock(RICE, -15_000, 0, 25_000, 120_000, "T7"), new Facts.LowStock(RICE, 1, 2, 0, 3, ""),
            new Facts.Oversold(RICE, "MAIN/AVAILABLE", "L-1", -3_500, AT), new Facts.Unassigned(RICE, "BACK/AVAILABLE", 7_000, AT),
            new Facts.Uncounted(12, 91, AT), new Facts.Parked("T2", "t-2", 3), new Facts.Silent("T2", "t-2", AT),
            new Facts.Underway("T7", "S2", AT, Optional.empty()), new Facts.Underway("T7", "S2", AT, Optional.of(AT)));

    private static RedCard card(Facts facts, Optional<RedCard.Seen> seen) {
        return new RedCard(new UUID(1, 2), "LOW_STOCK", AT, facts, "It is so.", "Do it.", seen);
    }

    private static Bytes bytes(ObjectNode row) {
        return Json.canonical(row);
    }

    @Test
    void everyCardIsReadAsItWasWritten() {
        for (Facts facts : ALL) {
            RedCard unseen = card(facts, Optional.empty());
            RedCard seen = card(facts, Optional.of(new RedCard.Seen(AT, "Bea")));

            assertEquals(unseen, AlertRows.card(bytes(AlertRows.card(unseen))));
            assertEquals(seen, AlertRows.card(bytes(AlertRows.card(seen))));
            assertEquals(facts, AlertRows.facts(AlertRows.text(facts)));
        }
        assertEquals("", AlertRows.text(new Facts.None()));
    }

    /// What a newer centre says of a card in figures is left to its sentence.
    @Test
    void factsThatNobodyUnderstandsAreNone() {
        ObjectNode row = AlertRows.card(card(new Facts.Parked("T2", "t-2", 3), Optional.empty()));
        for (String facts : List.of("{\"form\":\"WEATHER\"}", "{\"form\":\"PARKED\",\"till\":7}", "{}", "[]", "\"none\"")) {
            row.set("facts", Json.parse(Bytes.of(facts).content()));

            assertEquals(card(new Facts.None(), Optional.empty()), AlertRows.card(bytes(row)), facts);
        }
        assertEquals(new Facts.None(), AlertRows.facts("no JSON"));
    }

    @Test
    void aCardWithoutASentenceIsNone() {
        ObjectNode row = AlertRows.card(card(new Facts.None(), Optional.empty()));
        row.remove("sentence");

        var e = assertThrows(IllegalArgumentException.class, () -> AlertRows.card(bytes(row)));

        assertTrue(String.valueOf(e.getMessage()).contains("sentence"), e.getMessage());
    }

    /// What five thousand cards cost is computed from this: see docs/red-cards.md.
    @Test
    void aRowIsSmall() {
        RedCard low = new RedCard(new UUID(1, 2), "LOW_STOCK", AT,
                new Facts.LowStock(new Facts.Goods("TEA-GREEN-100", "Green tea, 100 bags", Unit.EACH), 40_000, 110_000, 0, 50_000, ""),
                "TEA-GREEN-100: 4 available, 11 in the store, 0 on the way; at least 5 are wanted.",
                "Order it, or ask another store for it.", Optional.empty());

        int length = bytes(AlertRows.card(low)).length();

        assertTrue(length > 300 && length < 500, () -> "a row has " + length + " bytes");
    }
}
