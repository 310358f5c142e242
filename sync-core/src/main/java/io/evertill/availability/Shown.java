package io.evertill.availability;

import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.time.Instant;
import java.util.Optional;

/// What a till shows of a product in its own branch: the centre's figure and what the till has recorded since.
///
/// @param quantity what stands for sale, in ten-thousandths: the figure and the till's own movements that it does not cover
/// @param uncovered those movements alone
/// @param promised how much of it is promised to somebody
/// @param asOf when the centre knew the figure
public record Shown(long quantity, long uncovered, long promised, Instant asOf) {
    /// What can be sold without breaking a promise; below zero when promises are not covered.
    public long sellable() {
        return Math.subtractExact(quantity, promised);
    }

    /// What stands for sale in a unit; empty when the product was counted in another one, and does not fit.
    public Optional<Quantity> in(Unit unit) {
        return Shown.in(unit, quantity);
    }

    /// What can be sold in a unit, as [#in].
    public Optional<Quantity> sellableIn(Unit unit) {
        return Shown.in(unit, sellable());
    }

    /// Ten-thousandths in a unit; empty when they do not fit.
    public static Optional<Quantity> in(Unit unit, long quantity) {
        boolean fits = quantity % unit.step() == 0 && Math.abs(quantity) <= Quantity.TEN_THOUSANDTHS_MAX;
        return fits ? Optional.of(new Quantity(quantity, unit)) : Optional.empty();
    }
}
