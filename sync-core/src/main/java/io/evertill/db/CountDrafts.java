package io.evertill.db;

import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Tables `count_draft` and `count_sent` at the till: what somebody has counted and not handed in yet, each person apart, and what was
/// handed in or decided and the centre has not told of.
public final class CountDrafts {
    private static final String PUT = """
            INSERT INTO count_draft (counter, product, place, lot, line, counted_qty, pieces, counted_at, mono_ms, boot)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (counter, product, place, lot) DO UPDATE SET line = excluded.line, counted_qty = excluded.counted_qty,
                pieces = excluded.pieces, counted_at = excluded.counted_at, mono_ms = excluded.mono_ms, boot = excluded.boot
            """;
    private static final String OF = """
            SELECT product, place, lot, line, counted_qty, pieces, counted_at, mono_ms, boot FROM count_draft WHERE counter = ?
            ORDER BY counted_at, product, place, lot
            """;
    private static final String REMOVE = "DELETE FROM count_draft WHERE counter = ? AND product = ? AND place = ? AND lot = ?";

    private static final String SEND = """
            INSERT INTO count_sent (line, is_ruling, n, sent_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (line, is_ruling) DO UPDATE SET n = excluded.n, sent_at = excluded.sent_at
            """;
    private static final String SENT = "SELECT line, n FROM count_sent WHERE is_ruling = ? AND sent_at >= ?";
    private static final String FORGET = "DELETE FROM count_sent WHERE sent_at < ?";

    private final Sql sql;

    CountDrafts(Sql sql) {
        this.sql = sql;
    }

    /// Whose goods are counted, and which.
    ///
    /// @param counter the id of the person
    /// @param place a real place's code in the till's store
    /// @param lot the batch; empty for goods of no known batch
    public record Key(String counter, ProductId product, String place, String lot) {}

    /// What was counted of some goods.
    ///
    /// @param line of the count list, or a new one
    /// @param counted in ten-thousandths of the unit, perhaps 0
    /// @param pieces the numbers of the pieces among them, one to a line; may be empty
    /// @param countedAt when somebody last counted them, by the wall clock
    /// @param monoMs the same by the clock that never jumps, of the run `boot`
    public record Kept(Key key, UUID line, long counted, String pieces, Instant countedAt, long monoMs, UUID boot) {}

    /// Keeps what was counted in place of what was kept before.
    public void put(Kept kept) {
        sql.update(PUT, kept.key().counter(), kept.key().product(), kept.key().place(), kept.key().lot(), kept.line(), kept.counted(),
                kept.pieces(), kept.countedAt(), kept.monoMs(), kept.boot());
    }

    /// What a person has counted, the oldest first.
    public List<Kept> of(String counter) {
        return sql.list(OF, row -> new Kept(new Key(counter, new ProductId(row.uuid(1)), row.text(2), row.text(3)), row.uuid(4),
                row.number(5), row.text(6), row.instant(7), row.number(8), row.uuid(9)), counter);
    }

    /// Notes that something about a line was handed in, or decided.
    ///
    /// @param number how many had counted it before, or which count was decided about
    public void send(UUID line, boolean isRuling, long number, Instant at) {
        sql.update(SEND, line, isRuling, number, at);
    }

    /// What was handed in, or decided, since a moment: the number of each line.
    public Map<UUID, Long> sent(boolean isRuling, Instant since) {
        Map<UUID, Long> sent = new HashMap<>();
        sql.each(SENT, row -> sent.put(row.uuid(1), row.number(2)), isRuling, since);
        return sent;
    }

    /// Forgets what was handed in and decided before a moment.
    public void forgetSent(Instant before) {
        sql.update(FORGET, before);
    }

    /// It is handed in, or was not counted after all.
    public void remove(Key key) {
        sql.update(REMOVE, key.counter(), key.product(), key.place(), key.lot());
    }
}
