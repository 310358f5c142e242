package io.evertill.reservation;

import io.evertill.stock.Quantity;
import io.evertill.stock.Wording;
import java.util.Optional;

/// Money was taken for reserved goods: a fact, whatever became of the reservation meanwhile.
///
/// @param id the payment's name, by which it is known again, 1 to 64 characters
/// @param by who says so, 1 to 64 characters
/// @param wanted how much was paid for; empty for all of it
/// @param isRestKept whether the rest stays reserved; otherwise it is given back
/// @param late what to do when it comes after the reservation has ended and the goods are gone
public record Payment(String id, String by, Optional<Quantity> wanted, boolean isRestKept, Late late) {
    /// What to do when goods that were paid for are gone.
    public enum Late {
        /// Take them all the same: the shelf says what is missing.
        OVERSELL_AND_FLAG,
        /// Take nothing: the money goes back.
        REFUND
    }

    /// The same money for so much of another reservation.
    public Payment of(Optional<Quantity> other) {
        return new Payment(id, by, other, isRestKept, late);
    }

    /// Checks the ranges above.
    public Payment {
        Wording.require("a payment", id, Step.NAME_LENGTH_MAX);
        Wording.require("who says so", by, Step.NAME_LENGTH_MAX);
        if (wanted.filter(quantity -> !quantity.isPositive()).isPresent()) {
            throw new IllegalArgumentException("a payment for nothing: " + id);
        }
    }
}
