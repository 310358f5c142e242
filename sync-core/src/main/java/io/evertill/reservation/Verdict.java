package io.evertill.reservation;

import io.evertill.stock.Quantity;
import java.util.List;

/// What an attempt on a reservation comes to.
public sealed interface Verdict {
    /// It is allowed: these steps follow.
    record Next(List<Step> steps) implements Verdict {
        /// Copies the list.
        public Next {
            steps = List.copyOf(steps);
        }
    }

    /// The same was asked for before; nothing follows, and the first outcome stands.
    ///
    /// @param first the step that was made then
    record Known(Step first) implements Verdict {}

    /// Something else was asked for before under this name; nothing follows.
    record Conflict() implements Verdict {}

    /// The reservation has ended already; nothing follows.
    record Already(Reservation.State state) implements Verdict {}

    /// More was asked for than is promised; nothing follows.
    record TooMuch(Quantity open) implements Verdict {}
}
