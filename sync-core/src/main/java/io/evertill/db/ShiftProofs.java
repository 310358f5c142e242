package io.evertill.db;

import io.evertill.ledger.Hash;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Table `shift_proof` at the till: what the centre last said to have of a closed shift.
public final class ShiftProofs {
    private static final String PUT = """
            INSERT INTO shift_proof (shift, sales, total, digest, is_same, asked_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (shift) DO UPDATE SET sales = excluded.sales, total = excluded.total, digest = excluded.digest,
                is_same = excluded.is_same, asked_at = excluded.asked_at
            """;
    private static final String FIND = "SELECT sales, total, digest, is_same, asked_at FROM shift_proof WHERE shift = ?";
    private static final String DUE = """
            SELECT s.shift FROM shift s LEFT JOIN shift_proof p ON p.shift = s.shift
            WHERE s.closed_at IS NOT NULL AND coalesce(p.is_same, 0) = 0 AND coalesce(p.asked_at, 0) <= ?
            ORDER BY coalesce(p.asked_at, 0), s.closed_at DESC LIMIT 1
            """;

    private final Sql sql;

    ShiftProofs(Sql sql) {
        this.sql = sql;
    }

    /// What the centre said.
    ///
    /// @param sales how many
    /// @param total what they come to, in minor units of the shift's currency
    /// @param digest what proves which they are
    /// @param isSame whether all of it is what the till wrote
    /// @param askedAt by this till's clock
    public record Told(long sales, long total, Hash digest, boolean isSame, Instant askedAt) {}

    /// Keeps an answer in place of the one before.
    public void put(UUID shift, Told told) {
        sql.update(PUT, shift, told.sales(), told.total(), told.digest(), told.isSame(), told.askedAt());
    }

    /// The last answer about a shift.
    public Optional<Told> find(UUID shift) {
        return sql.find(FIND, row -> new Told(row.number(1), row.number(2), row.hash(3), row.flag(4), row.instant(5)), shift);
    }

    /// The closed shift that is to be asked about next: the newest that nobody asked about, else the one that was asked about longest
    /// ago, unless both ends have the same.
    ///
    /// @param askedUntil one that was asked about later is left alone
    public Optional<UUID> due(Instant askedUntil) {
        return sql.find(DUE, row -> row.uuid(1), askedUntil);
    }
}
