package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Move;
import io.evertill.lot.Serial;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Table `serial_conflict` at the centre, and what the ledger says of a piece with a number.
public final class Serials {
    private static final String NOTE = """
            INSERT INTO serial_conflict (conflict, product, serial, kind, branch, entry_id, line, noticed_at, settled_at,
                settled_by, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, '', '') ON CONFLICT (conflict) DO NOTHING
            """;
    private static final String SETTLE = """
            UPDATE serial_conflict SET settled_at = ?, settled_by = ?, note = ? WHERE conflict = ? AND settled_at IS NULL
            """;
    private static final String COLUMNS =
            "conflict, product, serial, kind, branch, entry_id, line, noticed_at, settled_at, settled_by, note";
    private static final String OPEN = "SELECT " + COLUMNS
            + " FROM serial_conflict WHERE settled_at IS NULL AND conflict > ? ORDER BY conflict LIMIT ?";
    private static final String OF_SERIAL =
            "SELECT " + COLUMNS + " FROM serial_conflict WHERE product = ? AND serial = ? ORDER BY noticed_at, conflict";
    private static final String HISTORY = """
            SELECT m.branch, m.entry_id, m.line, m.type, m.qty, m.place, m.counterpart, m.ref_type, m.ref_id, m.occurred_at,
                m.recorded_at, coalesce(s.receipt, ''), coalesce(s.customer, '')
            FROM movement m LEFT JOIN sale s ON s.branch = m.branch AND s.entry_id = m.entry_id
            WHERE m.product = ? AND m.serial = ? AND m.serial <> ''
            ORDER BY m.recorded_at, m.branch, m.stream, m.seq, m.line
            """;

    private final Sql sql;

    Serials(Sql sql) {
        this.sql = sql;
    }

    /// Something that happened to a piece, in the order in which it became known.
    ///
    /// @param receipt empty when it belongs to no sale
    /// @param customer empty when nobody knows
    public record Event(
            String branch, EntryId entry, int line, Move.Type type, Serial.Step step, String document, Instant occurredAt,
            Instant recordedAt, String receipt, String customer) {}

    /// A movement that cannot be true of its piece.
    ///
    /// @param settled who found out what, and when; empty while it is open
    public record Conflict(
            UUID id, ProductId product, String serial, Serial.Kind kind, String branch, EntryId entry, int line,
            Instant noticedAt, Optional<Incidents.Settled> settled) {}

    /// Notes a conflict; a second time changes nothing.
    public void note(ProductId product, String serial, Serial.Kind kind, Event event, Instant at) {
        UUID id = UUID.nameUUIDFromBytes(String.join("\n", "serial conflict", product.toString(), serial, event.branch(),
                event.entry().toString(), String.valueOf(event.line())).getBytes(StandardCharsets.UTF_8));
        sql.update(NOTE, id, product, serial, kind, event.branch(), event.entry(), (long) event.line(), at);
    }

    /// Ends a conflict; answers false when there is no such open one.
    public boolean settle(UUID conflict, Incidents.Settled settled) {
        return sql.update(SETTLE, settled.at(), settled.by(), settled.note(), conflict) == 1;
    }

    /// Open conflicts behind one of them; start behind the nil id.
    public List<Conflict> open(UUID after, int limit) {
        return sql.list(OPEN, Serials::conflict, after, limit);
    }

    /// The conflicts of a piece, the oldest first.
    public List<Conflict> conflicts(ProductId product, String serial) {
        return sql.list(OF_SERIAL, Serials::conflict, product, serial);
    }

    /// Everything that became known of a piece. Goods that went from one kept place to another are one event.
    public List<Event> history(ProductId product, String serial) {
        return sql.list(HISTORY, Serials::event, product, serial).stream().flatMap(Optional::stream).toList();
    }

    private static Optional<Event> event(Row row) {
        String branch = row.text(1);
        Place place = Place.parse(branch, row.text(6));
        Place counterpart = Place.parse(branch, row.text(7));
        boolean isIn = row.number(5) > 0;
        if (isIn && counterpart.kind().isKept()) {
            return Optional.empty();
        }
        Serial.Step step = isIn ? new Serial.Step(counterpart, place) : new Serial.Step(place, counterpart);
        return Optional.of(new Event(branch, new EntryId(row.uuid(2)), (int) row.number(3), Move.Type.valueOf(row.text(4)), step,
                row.text(9), row.instant(10), row.instant(11), row.text(12), row.text(13)));
    }

    private static Conflict conflict(Row row) {
        return new Conflict(row.uuid(1), new ProductId(row.uuid(2)), row.text(3), Serial.Kind.valueOf(row.text(4)), row.text(5),
                new EntryId(row.uuid(6)), (int) row.number(7), row.instant(8),
                row.findInstant(9).map(at -> new Incidents.Settled(at, row.text(10), row.text(11))));
    }
}
