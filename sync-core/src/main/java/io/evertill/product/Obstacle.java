package io.evertill.product;

import java.time.LocalDate;

/// Why goods are not to be sold.
public sealed interface Obstacle {
    /// They may not be sold any more.
    ///
    /// @param day the last day on which they might
    record Expired(LocalDate day) implements Obstacle {}

    /// Their batch is held back or called back.
    record HeldBack(String lot) implements Obstacle {}

    /// This piece was sold by this till and did not come back.
    record SoldBefore(String serial) implements Obstacle {}

    /// The shop does not sell them any more.
    record Withdrawn() implements Obstacle {}
}
