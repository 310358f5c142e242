package io.evertill.db;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Table `late_payment` at the centre: money that was taken for reservations that had ended, and what was decided.
///
/// A reservation has one at most. Nothing updates or deletes a row.
public final class LatePayments {
    private static final String ADD = """
            INSERT INTO late_payment (branch, reservation, outcome, qty, sellable, at, request, actor)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = """
            SELECT outcome, qty, sellable, at, request, actor FROM late_payment WHERE branch = ? AND reservation = ?
            """;

    private final Sql sql;

    LatePayments(Sql sql) {
        this.sql = sql;
    }

    /// What was decided.
    public enum Outcome {
        /// The goods were still there and were taken.
        TAKEN,
        /// The goods were not there and were taken all the same.
        OVERSOLD,
        /// Nothing was taken: the money goes back.
        REFUND
    }

    /// A payment that came late.
    ///
    /// @param quantity how much was paid for, in ten-thousandths
    /// @param sellable how much there was to sell at that moment
    /// @param request the payment's name
    /// @param by who said so
    public record Late(Outcome outcome, long quantity, long sellable, Instant at, String request, String by) {}

    /// Notes a payment.
    public void add(String branch, UUID reservation, Late late) {
        sql.update(ADD, branch, reservation, late.outcome(), late.quantity(), late.sellable(), late.at(), late.request(),
                late.by());
    }

    /// The payment that came late for a reservation.
    public Optional<Late> find(String branch, UUID reservation) {
        return sql.find(FIND, row -> new Late(Outcome.valueOf(row.text(1)), row.number(2), row.number(3), row.instant(4),
                row.text(5), row.text(6)), branch, reservation);
    }
}
