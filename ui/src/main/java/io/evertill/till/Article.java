package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.price.Price;
import io.evertill.sale.Item;
import io.evertill.stock.Quantity;
import java.util.Optional;

/// Something that can be rung up right now: an item at the price that applies to it at this moment.
///
/// @param onHand what this till believes is on the shelf; empty when unknown
public record Article(Item item, Price price, Optional<Quantity> onHand) {
    /// What a code says besides which article it is.
    public sealed interface Portion {
        /// Nothing: one piece, or a weight that must be asked for.
        record Plain() implements Portion {}

        /// How much it weighs.
        record Weighed(Quantity weight) implements Portion {}

        /// What it costs.
        ///
        /// @param quantity how much it is: one piece, or the weight that follows from the price
        record Priced(Quantity quantity, Money price) implements Portion {}
    }
}
