package io.evertill.db;

import io.evertill.entry.Move;
import io.evertill.lot.Lot;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Table `level` at the centre, for whoever promises goods because of what it says (domain 2m).
///
/// A movement raises a key's sequence, a promise its version. Both are changed under the row's lock, so a promise that finds
/// both as they were when it looked changes the row as if nobody else had been there.
public final class Shelves {
    private static final String RESERVED = """
            (SELECT CAST(coalesce(sum(e.qty), 0) AS BIGINT)
            FROM reservation r JOIN reservation_entry e ON e.branch = r.branch AND e.reservation = r.reservation
            WHERE r.branch = l.branch AND r.product = l.product AND r.lot = l.lot AND r.location || '/AVAILABLE' = l.place
                AND r.state = 'ACTIVE' AND r.expires_at > ?
            """;
    private static final String LOOK = "SELECT l.qty, l.key_seq, l.version, " + RESERVED + "), " + RESERVED + """
                AND r.owner = ?)
            FROM level l WHERE l.branch = ? AND l.product = ? AND l.place = ? AND l.lot = ?
            """;
    private static final String BATCHES = """
            SELECT l.lot, b.expires_on, coalesce(b.supplier, ''), coalesce((
                SELECT d.state FROM lot_decision d WHERE d.product = l.product AND d.lot = l.lot
                ORDER BY d.number DESC LIMIT 1), 'ACTIVE'),
            """ + "l.qty - " + RESERVED + """
            ), m.occurred_at
            FROM level l LEFT JOIN lot b ON b.product = l.product AND b.lot = l.lot
            JOIN movement m ON m.branch = l.branch AND m.product = l.product AND m.place = l.place AND m.lot = l.lot AND m.key_seq = 1
            WHERE l.branch = ? AND l.product = ? AND l.place = ? AND l.lot <> '' AND l.qty > 0 ORDER BY l.lot
            """;
    private static final String RAISE =
            "UPDATE level SET version = version + 1 WHERE branch = ? AND product = ? AND place = ? AND lot = ?";
    private static final String RAISE_SAME = RAISE + " AND version = ? AND key_seq = ?";

    private final Sql sql;

    Shelves(Sql sql) {
        this.sql = sql;
    }

    /// What a shelf holds of a key and what of it is promised, all of one moment.
    ///
    /// @param level what the ledger says is there, in ten-thousandths like all that follow
    /// @param keySeq how many movements made it
    /// @param version how often something was promised of it
    /// @param reserved what active reservations keep back
    /// @param owned what those of one owner keep back
    public record Shelf(Move.Key key, long level, long keySeq, long version, long reserved, long owned) {
        /// What is there and not promised; below zero when more is promised than there is.
        public long available() {
            return Math.subtractExact(level, reserved);
        }

        /// What may still be promised.
        public long sellable() {
            return Math.max(0, available());
        }

        /// Whether nothing was moved or promised between two looks, apart from one promise of the looker's own.
        public boolean isSameBut(Shelf later) {
            return keySeq == later.keySeq && version + 1 == later.version;
        }
    }

    /// Looks at a shelf without waiting for anybody; a key that never had a level has nothing.
    ///
    /// @param owner whose reservations count as `owned`
    /// @param now the moment at which reservations count or have ended
    public Shelf look(Move.Key key, String owner, Instant now) {
        return sql.find(LOOK, row -> new Shelf(
                        key, row.number(1), row.number(2), row.number(3), row.number(4), row.number(5)),
                        now, now, owner, key.place().branch(), key.product(), key.place().code(), key.lot())
                .orElse(new Shelf(key, 0, 0, 0, 0, 0));
    }

    /// A batch that stands on a shelf.
    ///
    /// @param available how much of it is not promised, in ten-thousandths; below zero when too much is
    /// @param firstAt when the first of it came there
    public record Batch(Lot lot, long available, Instant firstAt) {}

    /// The batches of a product on a shelf, by number, without waiting for anybody.
    ///
    /// @param now the moment at which reservations count or have ended
    public List<Batch> batches(ProductId product, Place shelf, Instant now) {
        return sql.list(BATCHES, row -> new Batch(
                new Lot(product, row.text(1), row.findText(2).map(LocalDate::parse), row.text(3), Lot.State.valueOf(row.text(4))),
                row.number(5), row.instant(6)), now, shelf.branch(), product, shelf.code());
    }

    /// Waits for a shelf's lock, which lasts until the transaction ends, and raises the version.
    public void lock(Move.Key key) {
        sql.update(RAISE, key.place().branch(), key.product(), key.place().code(), key.lot());
    }

    /// The same, if nothing was moved or promised since a look; otherwise answers false and has changed nothing.
    public boolean lockIfSame(Shelf seen) {
        Move.Key key = seen.key();
        return sql.update(RAISE_SAME, key.place().branch(), key.product(), key.place().code(), key.lot(), seen.version(),
                seen.keySeq()) == 1;
    }
}
