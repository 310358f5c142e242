package io.evertill.sale;

import io.evertill.stock.Place;
import java.util.Optional;
import java.util.UUID;

/// What a return line brings back.
///
/// @param sold the line that sold it; empty for a return without a receipt
/// @param condition decides where the goods go (domain 2k)
/// @param reason why, in the cashier's words or a code; may be empty with a receipt, never without one
public record ReturnOf(Optional<SoldLine> sold, Condition condition, String reason) {
    /// A line of an earlier sale.
    ///
    /// @param sale the entry id of that sale
    /// @param receipt its receipt number
    /// @param line the line's number in it
    public record SoldLine(UUID sale, ReceiptNumber receipt, int line) {}

    /// What state the goods came back in.
    public enum Condition {
        /// As new: back on the shelf.
        RESALABLE(Place.Kind.AVAILABLE),
        /// Opened, or nobody looked: set aside.
        UNKNOWN(Place.Kind.RETURNED),
        /// Broken: held back.
        DAMAGED(Place.Kind.QUARANTINE),
        /// Out of date: thrown away.
        EXPIRED(Place.Kind.SCRAP);

        private final Place.Kind goesTo;

        Condition(Place.Kind goesTo) {
            this.goesTo = goesTo;
        }

        /// The place where goods in this condition go at a branch.
        public Place place(String branch) {
            return goesTo.isReal() ? Place.at(branch, goesTo) : new Place("", "", goesTo);
        }
    }

    /// Refuses a return without a receipt and without a reason.
    public ReturnOf {
        if (sold.isEmpty() && reason.isBlank()) {
            throw new IllegalArgumentException("a return without a receipt needs a reason");
        }
    }
}
