package io.evertill.reserving;

import io.evertill.db.ReservationEntries;
import io.evertill.lot.Fefo;
import io.evertill.lot.Lot;
import io.evertill.stock.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What becomes of an order to reserve goods.
public sealed interface Placing {
    /// All of it is reserved, now or by the same order before.
    ///
    /// @param lines one for each line, in the order's order, as they stand
    record Placed(List<ReservationEntries.Held> lines) implements Placing {}

    /// There is less than lines want; nothing was reserved.
    ///
    /// @param lines those that are short, in the order's order; one at least
    record Insufficient(List<Missing> lines) implements Placing {
        /// Copies the list.
        public Insufficient {
            lines = List.copyOf(lines);
        }
    }

    /// A line that wants more than there is.
    ///
    /// @param sellable how much of it could be reserved, behind the lines before
    /// @param batches from which batches a line that names none could have its goods; empty when none are on the shelf
    record Missing(String line, Quantity sellable, Optional<Fefo.Suggestion> batches) {}

    /// A line names a batch that nobody may sell: held back, called back or expired; nothing was reserved.
    record NotForSale(String line, Lot lot) implements Placing {}

    /// The owner would have more of one key than anybody may; nothing was reserved.
    record TooManyForOwner(String line) implements Placing {}

    /// Something else was ordered before under the same names; nothing was reserved.
    record Conflict(String line) implements Placing {}

    /// The goods of a line are not known, or are none; nothing was reserved.
    record Unknown(String line) implements Placing {}

    /// Nothing is reserved for so long.
    record TooLong(Duration most) implements Placing {}
}
