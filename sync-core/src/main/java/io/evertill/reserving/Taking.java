package io.evertill.reserving;

import io.evertill.db.LatePayments;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.reservation.Reservation;
import io.evertill.stock.Quantity;

/// What becomes of an attempt on a reservation.
public sealed interface Taking {
    /// It is done, now or by the same attempt before.
    record Done(Held held) implements Taking {}

    /// The reservation has ended already, otherwise; nothing was done.
    record Already(Held held, Reservation.State state) implements Taking {}

    /// More was asked for than is reserved; nothing was done.
    record TooMuch(Quantity open) implements Taking {}

    /// Another attempt has this name; nothing was done.
    record Conflict() implements Taking {}

    /// There is no such reservation.
    record Unknown() implements Taking {}

    /// The payment came after the reservation had ended by itself.
    ///
    /// @param sellable how much there was to sell at that moment
    record Late(Held held, LatePayments.Outcome outcome, Quantity sellable) implements Taking {}
}
