package io.evertill.db;

import io.evertill.entry.Move;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tables `repair_event` and `frozen_key` at the centre: what was wrong with a key of stock, and what was done about it.
public final class Repairs {
    private static final String APPEND = """
            INSERT INTO repair_event (branch, product, place, lot, occasion, expected_qty, expected_key_seq, found_qty,
                found_key_seq, first_bad_key_seq, cause, repaired_by, repaired_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String COLUMNS = "branch, product, place, lot, occasion, expected_qty, expected_key_seq, found_qty,"
            + " found_key_seq, first_bad_key_seq, cause, repaired_by, repaired_at";
    private static final String OF_KEY = "SELECT " + COLUMNS + " FROM repair_event WHERE " + Keys.ONE + " ORDER BY occasion";
    private static final String COUNT = "SELECT count(*) FROM repair_event WHERE " + Keys.ONE;
    private static final String FREEZE = """
            INSERT INTO frozen_key (branch, product, place, lot, incident, frozen_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (branch, product, place, lot, incident) DO NOTHING
            """;
    private static final String IS_FROZEN = """
            SELECT count(*) FROM frozen_key f JOIN incident i ON i.incident = f.incident
            WHERE f.branch = ? AND f.product = ? AND f.place = ? AND f.lot = ? AND i.settled_at IS NULL
            """;
    private static final String HAS_FROZEN = """
            SELECT count(*) FROM frozen_key f JOIN incident i ON i.incident = f.incident
            WHERE f.branch = ? AND f.product = ? AND i.settled_at IS NULL
            """;
    private static final String FROZEN = """
            SELECT f.branch, f.product, f.place, f.lot, f.frozen_at, i.sentence
            FROM frozen_key f JOIN incident i ON i.incident = f.incident
            WHERE (f.branch, f.product, f.place, f.lot) > (?, ?, ?, ?) AND i.settled_at IS NULL
            ORDER BY f.branch, f.product, f.place, f.lot, f.frozen_at LIMIT ?
            """;

    private final Sql sql;

    Repairs(Sql sql) {
        this.sql = sql;
    }

    /// A repair.
    ///
    /// @param occasion how many repairs of the key there were with it; more than 1 means a defect of the program
    /// @param expected what the movements say
    /// @param found what was kept instead
    /// @param firstBadKeySeq the first movement after which what was kept is not known to have been right, from 1
    /// @param cause what was wrong, such as `LEVEL`
    public record Repair(
            long occasion, Stock.Level expected, Stock.Level found, long firstBadKeySeq, String cause, String by, Instant at) {}

    /// A key on which requests are refused.
    public record Frozen(Move.Key key, Instant at, String sentence) {}

    /// Notes a repair.
    public void append(Repair repair) {
        sql.update(APPEND, Keys.with(Keys.of(repair.expected().key()), repair.occasion(), repair.expected().quantity(),
                repair.expected().keySeq(), repair.found().quantity(), repair.found().keySeq(), repair.firstBadKeySeq(),
                repair.cause(), repair.by(), repair.at()));
    }

    /// The repairs of a key, the oldest first.
    public List<Repair> of(Move.Key key) {
        return sql.list(OF_KEY, row -> new Repair(row.number(5), new Stock.Level(key, row.number(6), row.number(7)),
                new Stock.Level(key, row.number(8), row.number(9)), row.number(10), row.text(11), row.text(12),
                row.instant(13)), Keys.of(key));
    }

    /// How many repairs of a key there were.
    public long count(Move.Key key) {
        return sql.number(COUNT, Keys.of(key));
    }

    /// Refuses requests on a key until somebody settles an incident; a second time changes nothing.
    public void freeze(Move.Key key, Incidents.Event incident, Instant at) {
        sql.update(FREEZE, Keys.with(Keys.of(key), incident.id(), at));
    }

    /// Whether requests on a key are refused.
    public boolean isFrozen(Move.Key key) {
        return sql.number(IS_FROZEN, Keys.of(key)) > 0;
    }

    /// Whether requests on any key of a product in a branch are refused.
    public boolean hasFrozen(UnitCosts.Holding holding) {
        return sql.number(HAS_FROZEN, holding.branch(), holding.product()) > 0;
    }

    /// The frozen keys behind one of them, a key once for each incident that freezes it.
    public List<Frozen> frozenAfter(Optional<Move.Key> after, int limit) {
        return sql.list(FROZEN, row -> new Frozen(Stock.key(row, 1, 2, 3, 4), row.instant(5), row.text(6)),
                Keys.with(Keys.after(after), limit));
    }
}
