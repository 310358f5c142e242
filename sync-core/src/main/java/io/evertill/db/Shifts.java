package io.evertill.db;

import io.evertill.money.Money;
import io.evertill.person.Person;
import io.evertill.shift.Drawer;
import io.evertill.shift.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/// Table `shift` at the till: shifts and what their drawer should hold.
public final class Shifts {
    private static final String OPEN = """
            INSERT INTO shift (shift, business_date, opened_at, opened_by, opened_by_name, currency, opening_float, cash,
                sales, total, closed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, NULL)
            """;
    private static final String FIND_OPEN = """
            SELECT shift, business_date, opened_at, opened_by, opened_by_name, currency, opening_float
            FROM shift WHERE closed_at IS NULL ORDER BY opened_at DESC LIMIT 1
            """;
    private static final String ADD =
            "UPDATE shift SET cash = cash + ?, sales = sales + ?, total = total + ? WHERE shift = ? AND closed_at IS NULL";
    private static final String DRAWER = "SELECT currency, cash, sales, total FROM shift WHERE shift = ?";
    private static final String ALL = "SELECT shift, currency, cash, sales, total FROM shift ORDER BY opened_at, shift";
    private static final String CLOSE = "UPDATE shift SET closed_at = ?, counted = ? WHERE shift = ? AND closed_at IS NULL";

    private static final String LEFT =
            "SELECT currency, counted FROM shift WHERE closed_at IS NOT NULL ORDER BY closed_at DESC, opened_at DESC LIMIT 1";

    private static final String OF_DATE = "SELECT shift FROM shift WHERE business_date = ? ORDER BY shift";

    private final Sql sql;

    Shifts(Sql sql) {
        this.sql = sql;
    }

    /// Opens a shift; its drawer holds the float.
    public void open(Shift shift) {
        sql.update(OPEN, shift.id(), shift.businessDate().toString(), shift.openedAt(), shift.openedBy().id(),
                shift.openedBy().name(), shift.openingFloat().currency().getCurrencyCode(), shift.openingFloat().minor(),
                shift.openingFloat().minor());
    }

    /// The open shift.
    public Optional<Shift> open() {
        return sql.find(FIND_OPEN, row -> new Shift(
                row.uuid(1),
                LocalDate.parse(row.text(2)),
                row.instant(3),
                new Person(row.text(4), row.text(5)),
                Money.of(row.number(7), row.text(6))));
    }

    /// Adds to an open shift's figures.
    ///
    /// @param cash what came into the drawer, negative for out
    /// @param sales how many sales
    /// @param total their sum
    /// @throws IllegalStateException when there is no such open shift
    public void add(UUID shift, Money cash, int sales, Money total) {
        if (sql.update(ADD, cash.minor(), sales, total.minor(), shift) != 1) {
            throw new IllegalStateException("no open shift " + shift);
        }
    }

    /// What a shift's drawer should hold.
    public Optional<Drawer> drawer(UUID shift) {
        return sql.find(DRAWER, row ->
                new Drawer(Money.of(row.number(2), row.text(1)), row.number(3), Money.of(row.number(4), row.text(1))), shift);
    }

    /// Hands over every shift with what its drawer should hold, the oldest first.
    public void each(BiConsumer<UUID, Drawer> consumer) {
        sql.each(ALL, row -> consumer.accept(row.uuid(1),
                new Drawer(Money.of(row.number(3), row.text(2)), row.number(4), Money.of(row.number(5), row.text(2)))));
    }

    /// Closes a shift.
    ///
    /// @param counted what its drawer held
    public void close(UUID shift, Instant at, Money counted) {
        sql.update(CLOSE, at, counted.minor(), shift);
    }

    /// What the drawer of the shift that was closed last held then; empty when none was, or it was not noted.
    public Optional<Money> left() {
        return sql.find(LEFT, row -> row.findNumber(2).map(counted -> Money.of(counted, row.text(1)))).flatMap(left -> left);
    }

    /// The shifts of a business date.
    public List<UUID> of(LocalDate date) {
        return sql.list(OF_DATE, row -> row.uuid(1), date.toString());
    }
}
