package io.evertill.db;

import io.evertill.entry.Move;
import io.evertill.product.ProductId;
import io.evertill.reservation.Reservation;
import io.evertill.reservation.Step;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Tables `reservation` and `reservation_entry` at the centre: promises of goods (domain 2b).
///
/// Entries are only appended. A header's state and end are what its entries come to, written with them; how much is promised
/// stands nowhere but in the entries. The tills of the branch are told of every change.
public final class ReservationEntries {
    private static final String COLUMNS =
            "reservation, branch, location, product, lot, unit, step, qty, owner, client, order_id, order_line, lifetime";
    private static final String ADD = "INSERT INTO reservation (" + COLUMNS + """
            , made_at, expires_at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE')
            ON CONFLICT DO NOTHING
            """;
    private static final String APPEND = """
            INSERT INTO reservation_entry (branch, reservation, number, kind, qty, at, expires_at, request, actor)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String HEAD = "UPDATE reservation SET state = ?, expires_at = ? WHERE branch = ? AND reservation = ?";
    private static final String FIND = "SELECT " + COLUMNS + " FROM reservation WHERE reservation = ?";
    private static final String LOCK =
            "UPDATE reservation SET state = state WHERE reservation = ? RETURNING " + COLUMNS;
    private static final String STEPS = """
            SELECT kind, qty, at, expires_at, request, actor FROM reservation_entry
            WHERE branch = ? AND reservation = ? ORDER BY number
            """;
    private static final String DUE = "SELECT " + COLUMNS + """
             FROM reservation WHERE state = 'ACTIVE' AND expires_at <= ? ORDER BY expires_at, reservation LIMIT ?
            """;
    private static final String DUE_UNLOCKED = DUE + " FOR UPDATE SKIP LOCKED";
    private static final String AFTER = "SELECT " + COLUMNS + """
             FROM reservation WHERE branch = ? AND reservation > ? AND state = 'ACTIVE' AND expires_at > ?
            ORDER BY reservation LIMIT ?
            """;
    private static final String OF_ORDER = "SELECT " + COLUMNS + """
             FROM reservation WHERE branch = ? AND client = ? AND order_id = ? ORDER BY made_at, order_line
            """;
    private static final String AT_RISK = """
            SELECT reservation FROM (
                SELECT r.reservation, r.made_at,
                    CAST(sum(sum(e.qty)) OVER (ORDER BY r.made_at, r.reservation) AS BIGINT) AS upto
                FROM reservation r JOIN reservation_entry e ON e.branch = r.branch AND e.reservation = r.reservation
                WHERE r.branch = ? AND r.product = ? AND r.lot = ? AND r.location = ? AND r.state = 'ACTIVE' AND r.expires_at > ?
                GROUP BY r.reservation, r.made_at) q
            WHERE upto > (SELECT coalesce(max(qty), 0) FROM level WHERE branch = ? AND product = ? AND place = ? AND lot = ?)
            ORDER BY made_at, reservation
            """;
    private static final String WRONG = """
            SELECT r.reservation FROM reservation r
            WHERE (r.state = 'ACTIVE') <> ((SELECT coalesce(sum(e.qty), 0) FROM reservation_entry e
                    WHERE e.branch = r.branch AND e.reservation = r.reservation) > 0)
                OR r.expires_at <> (SELECT max(e.expires_at) FROM reservation_entry e
                    WHERE e.branch = r.branch AND e.reservation = r.reservation)
            ORDER BY r.reservation
            """;

    private final Sql sql;
    private final Dialect dialect;

    ReservationEntries(Sql sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /// A reservation and who asked for it.
    ///
    /// @param client the program or person that asked
    /// @param order the client's order
    /// @param line the line in it
    /// @param lifetime how long it was to last at first
    public record Held(Reservation reservation, String client, String order, String line, Duration lifetime) {
        /// The same after more steps.
        public Held then(List<Step> steps) {
            return new Held(reservation.then(steps), client, order, line, lifetime);
        }
    }

    /// Adds a reservation; answers false and adds nothing when there is one of its id.
    public boolean add(Held held) {
        Reservation one = held.reservation();
        Unit unit = one.quantity().unit();
        boolean isNew = sql.update(ADD, one.id(), one.branch(), one.shelf().location(), one.product(), one.lot(), unit.code(),
                unit.step(), one.quantity().tenThousandths(), one.owner(), held.client(), held.order(), held.line(),
                micros(held.lifetime()), one.madeAt(), one.expiresAt()) == 1;
        if (isNew) {
            append(one, one.steps(), 0);
        }
        return isNew;
    }

    /// Adds steps to a reservation; only under its lock.
    ///
    /// @return the reservation after them
    public Held append(Held held, List<Step> steps) {
        append(held.reservation(), steps, held.reservation().steps().size());
        Held after = held.then(steps);
        Reservation one = after.reservation();
        sql.update(HEAD, one.state(steps.getLast().at()), one.expiresAt(), one.branch(), one.id());
        return after;
    }

    /// A reservation by its id.
    public Optional<Held> find(UUID id) {
        return whole(sql.list(FIND, ReservationEntries::head, id)).stream().findFirst();
    }

    /// A reservation by its id, its row locked until the transaction ends.
    public Optional<Held> lock(UUID id) {
        return whole(sql.list(LOCK, ReservationEntries::head, id)).stream().findFirst();
    }

    /// The reservations of a client's order in a branch, in the order in which they were made.
    public List<Held> of(String branch, String client, String order) {
        return whole(sql.list(OF_ORDER, ReservationEntries::head, branch, client, order));
    }

    /// Reservations whose moment has come and that are still written down as active, the earliest first, locked; those that
    /// somebody else has locked are passed over.
    public List<Held> due(Instant now, int limit) {
        String statement = switch (dialect) {
            case SQLITE -> DUE;
            case POSTGRESQL -> DUE_UNLOCKED;
        };
        return whole(sql.list(statement, ReservationEntries::head, now, limit));
    }

    /// Active reservations of a branch behind one of them, by id; start behind the id of zeros.
    public List<Held> after(String branch, UUID id, Instant now, int limit) {
        return whole(sql.list(AFTER, ReservationEntries::head, branch, id, now, limit));
    }

    /// The active reservations of a key that the shelf does not cover: the oldest promises are kept, so these are the newest.
    public List<UUID> atRisk(Move.Key key, Instant now) {
        String branch = key.place().branch();
        return sql.list(AT_RISK, row -> row.uuid(1), branch, key.product(), key.lot(), key.place().location(), now,
                branch, key.product(), key.place().code(), key.lot());
    }

    /// Reservations whose header is not what their entries come to.
    public List<UUID> wrong() {
        return sql.list(WRONG, row -> row.uuid(1));
    }

    private void append(Reservation reservation, List<Step> steps, int before) {
        int number = before;
        for (Step step : steps) {
            number++;
            sql.update(APPEND, reservation.branch(), reservation.id(), (long) number, step.kind(), step.change(), step.at(),
                    step.expiresAt(), step.request(), step.by());
        }
        new FeedDue(sql).mark(new FeedDue.Subject(FeedDue.RESERVATION, reservation.branch(), reservation.id().toString()));
    }

    private List<Held> whole(List<Head> heads) {
        return heads.stream()
                .map(head -> head.with(sql.list(STEPS, ReservationEntries::step, head.shelf().branch(), head.id())))
                .toList();
    }

    /// A row of `reservation`.
    private record Head(UUID id, Place shelf, ProductId product, String lot, Quantity quantity, String owner, String client,
            String order, String line, Duration lifetime) {
        Held with(List<Step> steps) {
            return new Held(
                    new Reservation(id, shelf, product, lot, quantity, owner, steps), client, order, line, lifetime);
        }
    }

    private static Head head(Row row) {
        Unit unit = new Unit(row.text(6), row.number(7));
        return new Head(row.uuid(1), Place.shelf(row.text(2), row.text(3)), new ProductId(row.uuid(4)), row.text(5),
                new Quantity(row.number(8), unit), row.text(9), row.text(10), row.text(11), row.text(12),
                Duration.of(row.number(13), ChronoUnit.MICROS));
    }

    private static Step step(Row row) {
        return new Step(Step.Kind.valueOf(row.text(1)), row.number(2), row.instant(3), row.instant(4), row.text(5),
                row.text(6));
    }

    private static long micros(Duration duration) {
        return TimeUnit.MICROSECONDS.convert(duration);
    }
}
