package io.evertill.reservation;

import io.evertill.stock.Quantity;
import io.evertill.stock.Wording;
import java.util.List;
import java.util.Optional;

/// What somebody means of all that an order reserved.
///
/// @param branch the branch on whose shelves it stands
/// @param client the program or person that reserved it, 1 to 64 characters
/// @param order the client's order, 1 to 64 characters
/// @param parts which lines of it, each once; empty for all that has not ended
public record Basket(String branch, String client, String order, List<Part> parts) {
    /// Checks the ranges above.
    public Basket {
        parts = List.copyOf(parts);
        Wording.require("a client", client, Step.NAME_LENGTH_MAX);
        Wording.require("an order", order, Step.NAME_LENGTH_MAX);
        if (parts.stream().map(Part::line).distinct().count() != parts.size()) {
            throw new IllegalArgumentException("each line of an order is named once");
        }
    }

    /// One line.
    ///
    /// @param quantity how much of it; empty for all that is left
    public record Part(String line, Optional<Quantity> quantity) {
        /// Refuses a part of nothing.
        public Part {
            if (quantity.filter(some -> !some.isPositive()).isPresent()) {
                throw new IllegalArgumentException("nothing of line " + line);
            }
        }
    }
}
