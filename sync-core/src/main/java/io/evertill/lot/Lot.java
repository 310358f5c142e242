package io.evertill.lot;

import io.evertill.product.ProductId;
import io.evertill.stock.Wording;
import java.time.LocalDate;
import java.util.Optional;

/// A batch of a product.
///
/// @param product what it is a batch of
/// @param number as printed on it, 1 to 64 characters; with the product its name for ever
/// @param expiresOn the last day on which it may be sold, by the branch's calendar; empty when it keeps
/// @param supplier who made or brought it, at most 100 characters, may be empty
/// @param state what people decided about it
public record Lot(ProductId product, String number, Optional<LocalDate> expiresOn, String supplier, State state) {
    private static final int NUMBER_LENGTH_MAX = 64;
    private static final int SUPPLIER_LENGTH_MAX = 100;

    /// What people decided.
    public enum State {
        /// It is sold.
        ACTIVE,
        /// It is held back until somebody knows more.
        HOLD,
        /// It is called back, also from customers.
        RECALLED
    }

    /// Checks the ranges above.
    public Lot {
        Wording.require("a lot's number", number, NUMBER_LENGTH_MAX);
        Wording.allow("a supplier", supplier, SUPPLIER_LENGTH_MAX);
    }

    /// Whether it may be sold on a day, with so many days left.
    public boolean isSellable(LocalDate day, int shelfDaysMin) {
        return state == State.ACTIVE && expiresOn.map(last -> !last.minusDays(shelfDaysMin).isBefore(day)).orElse(true);
    }
}
