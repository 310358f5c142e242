package io.evertill.money;

import java.util.Optional;

/// What the goods that somebody has cost on average, moved by every delivery whose cost is known.
///
/// A delivery brings the average to (what there was × its cost + what came × its cost) / both, at four decimals, half up.
/// Where nothing is left to be averaged with (there was nothing, or less), where nothing was known, or where the cost is in
/// another currency, the delivery's cost is the average. Goods of unknown cost count as much as the others do: an unknown cost
/// is no cost of zero. Whatever leaves, leaves at the average and does not change it.
///
/// @param quantity how much there is, in ten-thousandths of the goods' unit; below zero when more left than is known to have
///     come
/// @param unitCost what one unit cost; empty while nobody knows
public record MovingAverage(long quantity, Optional<UnitPrice> unitCost) {
    /// Nothing, of which nothing is known.
    public static final MovingAverage NOTHING = new MovingAverage(0, Optional.empty());

    /// Behind goods that came or left at whatever they cost.
    public MovingAverage moved(long more) {
        return new MovingAverage(Math.addExact(quantity, more), unitCost);
    }

    /// Behind goods that came at a known cost.
    ///
    /// @param more how much came, above zero
    public MovingAverage received(long more, UnitPrice each) {
        if (more <= 0) {
            throw new IllegalArgumentException("a delivery of " + more);
        }
        UnitPrice average = unitCost.filter(cost -> quantity > 0 && cost.currency().equals(each.currency()))
                .map(cost -> Rounding.HALF_UP.average(cost, quantity, each, more))
                .orElse(each);
        return new MovingAverage(Math.addExact(quantity, more), Optional.of(average));
    }
}
