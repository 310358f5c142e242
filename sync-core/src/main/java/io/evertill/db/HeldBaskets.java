package io.evertill.db;

import io.evertill.ledger.Bytes;
import io.evertill.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Table `held_basket` at the till: baskets that wait for their customer.
public final class HeldBaskets {
    private static final String NEXT = "SELECT coalesce(max(number), 0) + 1 FROM held_basket";
    private static final String HOLD = """
            INSERT INTO held_basket (number, name, content, lines, total, currency, held_at, held_by, business_date)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LIST = """
            SELECT number, name, lines, total, currency, held_at, held_by, business_date FROM held_basket ORDER BY number
            """;
    private static final String FIND = "SELECT content FROM held_basket WHERE number = ?";
    private static final String HELD_AT = "SELECT held_at FROM held_basket WHERE number = ?";
    private static final String REMOVE = "DELETE FROM held_basket WHERE number = ?";

    private final Sql sql;

    HeldBaskets(Sql sql) {
        this.sql = sql;
    }

    /// A basket that waits.
    ///
    /// @param number by which it is called back, from 1
    /// @param name what the cashier calls it, may be empty
    /// @param by the name of the cashier who held it
    /// @param businessDate of the shift in which it was held
    public record Held(long number, String name, int lines, Money total, Instant at, String by, LocalDate businessDate) {}

    /// The number for the next one.
    public long next() {
        return sql.find(NEXT, row -> row.number(1)).orElseThrow();
    }

    /// Puts one aside.
    public void hold(Held held, Bytes content) {
        sql.update(HOLD, held.number(), held.name(), content, (long) held.lines(), held.total().minor(),
                held.total().currency().getCurrencyCode(), held.at(), held.by(), held.businessDate().toEpochDay());
    }

    /// All that wait, by number.
    public List<Held> all() {
        return sql.list(LIST, row -> new Held(row.number(1), row.text(2), (int) row.number(3), Money.of(row.number(4), row.text(5)),
                row.instant(6), row.text(7), LocalDate.ofEpochDay(row.number(8))));
    }

    /// What one holds.
    public Optional<Bytes> find(long number) {
        return sql.find(FIND, row -> row.bytes(1), number);
    }

    /// Since when one waits.
    public Optional<Instant> heldAt(long number) {
        return sql.find(HELD_AT, row -> row.instant(1), number);
    }

    /// It waits no longer.
    public void remove(long number) {
        sql.update(REMOVE, number);
    }
}
