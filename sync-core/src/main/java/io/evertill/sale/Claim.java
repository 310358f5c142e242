package io.evertill.sale;

import io.evertill.stock.Quantity;
import io.evertill.stock.Wording;
import java.util.Objects;
import java.util.UUID;

/// What a customer had reserved and now collects with a line: all of the line's quantity.
///
/// @param reservation its id
/// @param order the order as the customer names it, 1 to 64 characters
/// @param promised how much was left to collect when it was put on the counter, by this line and others; above zero
/// @param isRestGivenUp whether the customer does not want what is left; otherwise it stays reserved
public record Claim(UUID reservation, String order, Quantity promised, boolean isRestGivenUp) {
    private static final int ORDER_LENGTH_MAX = 64;

    /// Checks the ranges above.
    public Claim {
        Objects.requireNonNull(reservation);
        Wording.require("an order", order, ORDER_LENGTH_MAX);
        if (!promised.isPositive()) {
            throw new IllegalArgumentException("nothing is left to collect of reservation " + reservation);
        }
    }

    /// The same when the customer does not want what is left, or does after all.
    public Claim givingUp(boolean isGivenUp) {
        return new Claim(reservation, order, promised, isGivenUp);
    }
}
