package io.evertill.reserving;

import io.evertill.db.ReservationEntries;
import io.evertill.stock.Quantity;
import java.time.Duration;
import java.util.List;

/// What becomes of an order to reserve goods.
public sealed interface Placing {
    /// All of it is reserved, now or by the same order before.
    ///
    /// @param lines one for each line, in the order's order, as they stand
    record Placed(List<ReservationEntries.Held> lines) implements Placing {}

    /// There is less than a line wants; nothing was reserved.
    ///
    /// @param sellable how much of it could be reserved
    record Insufficient(String line, Quantity sellable) implements Placing {}

    /// The owner would have more of one key than anybody may; nothing was reserved.
    record TooManyForOwner(String line) implements Placing {}

    /// Something else was ordered before under the same names; nothing was reserved.
    record Conflict(String line) implements Placing {}

    /// The goods of a line are not known, or are none; nothing was reserved.
    record Unknown(String line) implements Placing {}

    /// Nothing is reserved for so long.
    record TooLong(Duration most) implements Placing {}
}
