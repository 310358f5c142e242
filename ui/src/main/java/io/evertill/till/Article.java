package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.price.Price;
import io.evertill.sale.Item;
import io.evertill.stock.Quantity;
import java.util.Optional;

/// Something that can be rung up right now: an item at the price that applies to it at this moment.
///
/// @param onHand what this till believes is on the shelf; empty when unknown
public record Article(Item item, Price price, Optional<Quantity> onHand) {
    /// The largest price in a code: codes have six digits for it at most.
    private static final long WORTH_MINOR_MAX = 1_000_000_000;

    /// What a code says besides which article it is.
    public sealed interface Portion {
        /// Nothing: one piece, or a weight that must be asked for.
        record Plain() implements Portion {}

        /// How much it weighs.
        record Weighed(Quantity weight) implements Portion {}

        /// What it costs.
        record Priced(Money price) implements Portion {}
    }

    /// How much of it a price buys: one piece, or as much of what is measured as comes nearest.
    ///
    /// @return empty when no amount costs that, because it is free or the price makes no sense
    Optional<Quantity> worth(Money amount) {
        if (!item.unit().isMeasured()) {
            return Optional.of(Quantity.of(1, item.unit()));
        }
        long unit = price.unit().tenThousandths();
        if (unit <= 0 || amount.minor() <= 0 || amount.minor() > WORTH_MINOR_MAX) {
            return Optional.empty();
        }
        long parts = amount.minor();
        for (int digit = amount.currency().getDefaultFractionDigits(); digit < UnitPrice.SCALE + Quantity.SCALE; digit++) {
            parts *= 10;
        }
        long step = item.unit().step();
        long steps = (parts / unit + step / 2) / step;
        long quantity = Math.max(1, steps) * step;
        return quantity > Quantity.TEN_THOUSANDTHS_MAX ? Optional.empty() : Optional.of(new Quantity(quantity, item.unit()));
    }
}
