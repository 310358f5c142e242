package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Table `kept_payment` at the centre: money that a card terminal keeps and no sale holds, which somebody pays back by hand.
///
/// Nothing deletes a row; a person settles it.
public final class KeptPayments {
    private static final String ADD = """
            INSERT INTO kept_payment (branch, attempt, entry_id, terminal, amount, currency, told, noted_by, occurred_at, settled_at,
                settled_by, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, '', '') ON CONFLICT DO NOTHING
            """;
    private static final String SETTLE = """
            UPDATE kept_payment SET settled_at = ?, settled_by = ?, note = ? WHERE attempt = ? AND settled_at IS NULL
            """;
    private static final String OPEN = """
            SELECT branch, attempt, entry_id, terminal, amount, currency, told, noted_by, occurred_at FROM kept_payment
            WHERE settled_at IS NULL AND attempt > ? ORDER BY attempt LIMIT ?
            """;

    private final Sql sql;

    KeptPayments(Sql sql) {
        this.sql = sql;
    }

    /// A payment that a terminal keeps.
    ///
    /// @param attempt its id
    /// @param entry the entry that says so
    /// @param terminal the till
    /// @param amount below zero when it was paid to the card
    /// @param told the reference by which the card terminal knows it; may be empty
    /// @param notedBy who said so: a person, or the till that heard the card terminal
    /// @param at when, corrected
    public record Kept(
            String branch, UUID attempt, EntryId entry, String terminal, Money amount, String told, String notedBy, Instant at) {}

    /// Adds a payment; one that is known already stays as it is.
    public void add(Kept kept) {
        sql.update(ADD, kept.branch(), kept.attempt(), kept.entry(), kept.terminal(), kept.amount().minor(),
                kept.amount().currency().getCurrencyCode(), kept.told(), kept.notedBy(), kept.at());
    }

    /// Ends a matter; answers false when there is no such open one.
    public boolean settle(UUID attempt, Incidents.Settled settled) {
        return sql.update(SETTLE, settled.at(), settled.by(), settled.note(), attempt) > 0;
    }

    /// What nobody has settled, behind one of them; start behind the nil id.
    public List<Kept> open(UUID after, int limit) {
        return sql.list(OPEN, row -> new Kept(row.text(1), row.uuid(2), new EntryId(row.uuid(3)), row.text(4),
                Money.of(row.number(5), row.text(6)), row.text(7), row.text(8), row.instant(9)), after, limit);
    }
}
