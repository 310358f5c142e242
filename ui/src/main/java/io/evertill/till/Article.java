package io.evertill.till;

import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.price.Price;
import io.evertill.product.Guidance;
import io.evertill.product.Product;
import io.evertill.sale.Claim;
import io.evertill.sale.Item;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.time.LocalDate;
import java.util.Optional;

/// Something that can be rung up right now: an item at the price that applies to it at this moment.
///
/// @param onHand what this till believes is on the shelf; empty when unknown
/// @param tracking the batch and number of these very goods, as far as their code says them
/// @param track what must be known of them
/// @param guidance what is asked or said when it is rung up
/// @param claim the reservation that it collects
/// @param expires the last day on which these very goods may be sold, as far as it is known
public record Article(
        Item item, Price price, Optional<Quantity> onHand, Tracking tracking, Product.Track track, Guidance guidance,
        Optional<Claim> claim, Optional<LocalDate> expires) {
    /// The largest price in a code: codes have six digits for it at most.
    private static final long WORTH_MINOR_MAX = 1_000_000_000;

    /// Goods of which no batch and no number is known, none has to be, and nothing is asked or said.
    public Article(Item item, Price price, Optional<Quantity> onHand) {
        this(item, price, onHand, Tracking.NONE, Product.Track.NONE, Guidance.NONE, Optional.empty(), Optional.empty());
    }

    /// The same of which something must be known.
    public Article tracked(Product.Track other) {
        return new Article(item, price, onHand, tracking, other, guidance, claim, expires);
    }

    /// The same with other guidance.
    public Article guided(Guidance other) {
        return new Article(item, price, onHand, tracking, track, other, claim, expires);
    }

    /// The same that somebody had reserved.
    Article claiming(Claim other) {
        return new Article(item, price, onHand, tracking, track, guidance, Optional.of(other), expires);
    }

    /// The same of a batch or with a number.
    public Article marked(Tracking other) {
        return new Article(item, price, onHand, other, track, guidance, claim, expires);
    }

    /// The same that may be sold until a day.
    Article expiring(Optional<LocalDate> lastDay) {
        return new Article(item, price, onHand, tracking, track, guidance, claim, lastDay);
    }

    /// Of which batch so much of it is, and which piece; only one piece has a number.
    Tracking tracking(Quantity quantity) {
        return quantity.tenThousandths() == Quantity.ONE ? tracking : Tracking.lot(tracking.lot());
    }

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
