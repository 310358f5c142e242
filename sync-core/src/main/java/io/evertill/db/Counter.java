package io.evertill.db;

import io.evertill.ledger.Bytes;
import io.evertill.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Tables `basket` and `open_attempt` at the till: what is on the counter, kept for after a crash.
public final class Counter {
    private static final String KEEP = """
            INSERT INTO basket (id, content, kept_at) VALUES (1, ?, ?)
            ON CONFLICT (id) DO UPDATE SET content = excluded.content, kept_at = excluded.kept_at
            """;
    private static final String CLEAR = "DELETE FROM basket WHERE id = 1";
    private static final String FIND = "SELECT content FROM basket WHERE id = 1";
    private static final String KEPT_AT = "SELECT kept_at FROM basket WHERE id = 1";
    private static final String ASK =
            "INSERT INTO open_attempt (attempt, amount, currency, asked_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String ANSWER = "DELETE FROM open_attempt WHERE attempt = ?";
    private static final String OPEN = "SELECT attempt, amount, currency, asked_at FROM open_attempt ORDER BY asked_at";

    private final Sql sql;

    Counter(Sql sql) {
        this.sql = sql;
    }

    /// A card payment without an answer yet.
    public record OpenAttempt(UUID attempt, Money amount, Instant askedAt) {}

    /// Keeps the basket in place of the one kept before.
    public void keep(Bytes basket, Instant at) {
        sql.update(KEEP, basket, at);
    }

    /// Forgets the basket: it was sold or given up.
    public void clear() {
        sql.update(CLEAR);
    }

    /// The kept basket.
    public Optional<Bytes> basket() {
        return sql.find(FIND, row -> row.bytes(1));
    }

    /// When it was kept.
    public Optional<Instant> keptAt() {
        return sql.find(KEPT_AT, row -> row.instant(1));
    }

    /// Notes an attempt before the terminal is asked.
    public void ask(OpenAttempt attempt) {
        sql.update(ASK, attempt.attempt(), attempt.amount().minor(), attempt.amount().currency().getCurrencyCode(),
                attempt.askedAt());
    }

    /// Notes that an attempt has its answer.
    public void answer(UUID attempt) {
        sql.update(ANSWER, attempt);
    }

    /// The attempts without an answer, the oldest first.
    public List<OpenAttempt> openAttempts() {
        return sql.list(OPEN, row ->
                new OpenAttempt(row.uuid(1), Money.of(row.number(2), row.text(3)), row.instant(4)));
    }
}
