package io.evertill.till;

import io.evertill.stock.Quantity;
import java.time.Instant;

/// How much of a product can be sold here, as far as the till knows.
///
/// @param sellable what stands for sale and is promised to nobody; below zero when more was sold or promised than was there
/// @param asOf when that was so, by the till's clock
public record Sighting(Quantity sellable, Instant asOf) {
    /// What a person may expect to find: never less than nothing.
    public Quantity expected() {
        return sellable.isNegative() ? Quantity.zero(sellable.unit()) : sellable;
    }
}
