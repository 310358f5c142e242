package io.evertill.db;

import io.evertill.ledger.Hash;
import io.evertill.staff.Lockout;

/// Table `pin_try` at the till: wrong PINs in a row, by person. A new PIN begins at none.
public final class PinTries {
    private static final String FIND = "SELECT failures, since FROM pin_try WHERE person = ? AND pin = ?";
    private static final String PUT = """
            INSERT INTO pin_try (person, pin, failures, since) VALUES (?, ?, ?, ?)
            ON CONFLICT (person) DO UPDATE SET pin = excluded.pin, failures = excluded.failures, since = excluded.since
            """;
    private static final String CLEAR = "DELETE FROM pin_try WHERE person = ?";

    private final Sql sql;

    PinTries(Sql sql) {
        this.sql = sql;
    }

    /// What went wrong with a PIN of a person.
    ///
    /// @param pin SHA-256 of the PIN's hash
    public Lockout find(String person, Hash pin) {
        return sql.find(FIND, row -> new Lockout((int) row.number(1), row.instant(2)), person, pin).orElse(Lockout.NONE);
    }

    /// Notes it.
    public void put(String person, Hash pin, Lockout lockout) {
        sql.update(PUT, person, pin, lockout.failures(), lockout.since());
    }

    /// Forgets it: the PIN was right.
    public void clear(String person) {
        sql.update(CLEAR, person);
    }
}
