package io.evertill.reservation;

import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Wording;
import java.time.Duration;
import java.util.List;

/// Goods that somebody wants to have reserved, all or none. Client, order and line name a reservation: the same a second time
/// is the same one.
///
/// @param branch the branch on whose shelves they stand
/// @param client the program or person that asks, 1 to 64 characters
/// @param id the client's order, 1 to 64 characters
/// @param owner for whom, 1 to 64 characters
/// @param lifetime how long they are to be kept
/// @param lines what, 1 to 100
public record Order(String branch, String client, String id, String owner, Duration lifetime, List<Line> lines) {
    /// The most lines of an order.
    public static final int LINES_MAX = 100;

    /// Checks the ranges above.
    public Order {
        lines = List.copyOf(lines);
        Wording.require("a client", client, Step.NAME_LENGTH_MAX);
        Wording.require("an order", id, Step.NAME_LENGTH_MAX);
        Wording.require("an owner", owner, Step.NAME_LENGTH_MAX);
        boolean isOnce = lines.stream().map(Line::id).distinct().count() == lines.size();
        if (!Place.isName(branch) || lines.isEmpty() || lines.size() > LINES_MAX || !isOnce) {
            throw new IllegalArgumentException(
                    "an order has a store, and 1 to " + LINES_MAX + " lines, each with a name of its own");
        }
    }

    /// The shelf of a line.
    public Place shelf(Line line) {
        return Place.shelf(branch, line.location());
    }

    /// One of the goods.
    ///
    /// @param id the line's name in the order, 1 to 64 characters
    /// @param location where in the branch, [Place#MAIN] for the shelf that every branch has
    /// @param lot the batch, at most 64 characters; empty for goods of no known batch
    /// @param quantity how much, above zero
    public record Line(String id, ProductId product, String location, String lot, Quantity quantity) {
        /// Checks the ranges above.
        public Line {
            Wording.require("an order's line", id, Step.NAME_LENGTH_MAX);
            Wording.allow("a lot", lot, Step.NAME_LENGTH_MAX);
            if (!quantity.isPositive() || !Place.isName(location)) {
                throw new IllegalArgumentException("nothing is reserved by line " + id + ": " + quantity + " at '" + location + "'");
            }
        }
    }
}
