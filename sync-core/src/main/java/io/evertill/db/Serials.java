package io.evertill.db;

import io.evertill.entry.Move;
import io.evertill.ledger.EntryId;
import io.evertill.lot.Serial;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
            ORDER BY m.recorded_at, CASE WHEN m.type <> 'COUNT_CORRECTION' THEN 1
                WHEN m.qty > 0 OR EXISTS (SELECT 1 FROM movement a WHERE a.product = m.product AND a.serial = m.serial
                    AND a.serial <> '' AND a.type = 'COUNT_ADJUSTMENT' AND a.ref_id = m.ref_id) THEN 0 ELSE 2 END,
                m.branch, m.stream, m.seq, m.line
            """;
    private static final String AT_KEY = """
            SELECT serial, CAST(sum(qty) AS BIGINT) FROM movement
            WHERE branch = ? AND product = ? AND place = ? AND lot = ? AND serial <> '' AND occurred_at <= ?
            GROUP BY serial HAVING sum(qty) <> 0
            """;
    private static final String IS_AT_KEY = """
            SELECT CASE WHEN EXISTS (SELECT 1 FROM movement WHERE product = ? AND serial <> '')
                AND EXISTS (SELECT 1 FROM movement WHERE branch = ? AND product = ? AND place = ? AND lot = ?
                    AND serial <> '' GROUP BY serial HAVING sum(qty) > 0) THEN 1 ELSE 0 END
            """;
    private static final String SHELVES = """
            SELECT place, lot FROM level WHERE branch = ? AND product = ? AND place LIKE '%/AVAILABLE' ORDER BY place, lot
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

    /// Notes a conflict; answers false and changes nothing when it is noted already.
    public boolean note(ProductId product, String serial, Serial.Kind kind, Event event, Instant at) {
        UUID id = UUID.nameUUIDFromBytes(String.join("\n", "serial conflict", product.toString(), serial, event.branch(),
                event.entry().toString(), String.valueOf(event.line())).getBytes(StandardCharsets.UTF_8));
        return sql.update(NOTE, id, product, serial, kind, event.branch(), event.entry(), (long) event.line(), at) == 1;
    }

    /// How often each number is at a key, as the movements up to a moment say that are known now; those that are there no more
    /// are left out.
    public SortedMap<String, Long> at(Move.Key key, Instant occurredAt) {
        SortedMap<String, Long> pieces = new TreeMap<>();
        sql.each(AT_KEY, row -> pieces.put(row.text(1), row.number(2) / Quantity.ONE), key.place().branch(), key.product(),
                key.place().code(), key.lot(), occurredAt);
        return pieces;
    }

    /// Whether pieces with numbers are at a key.
    public boolean isByPiece(Move.Key key) {
        return sql.number(IS_AT_KEY, key.product(), key.place().branch(), key.product(), key.place().code(), key.lot()) == 1;
    }

    /// The keys of a product on the shelves of a branch, of which there is or was something.
    public List<Move.Key> shelves(String branch, ProductId product) {
        return sql.list(SHELVES, row -> new Move.Key(product, Place.parse(branch, row.text(1)), row.text(2)), branch, product);
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
    ///
    /// What takes a posted count back stands before the movement that it takes it back for, so that the piece is where it
    /// moved from; but a piece that only came to be known, and was not seen, is missing behind it.
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
