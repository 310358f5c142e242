package io.evertill.till;

import io.evertill.product.ProductId;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.stock.Quantity;
import java.util.Optional;

/// A basket with more of something, before it is on the counter.
///
/// @param basket as it would be
/// @param line the number of the line that is new or grew
/// @param then what the cashier does afterwards, when something was rung up or had to be asked
/// @param sound what is heard when something was rung up; empty when only a quantity grew
public record Proposal(Basket basket, int line, Activity then, Optional<TillEffect.Sound> sound) {
    /// What there is more of.
    public Item item() {
        return basket.find(line).orElseThrow().item();
    }

    /// How much of the item would be sold.
    public Quantity wanted() {
        return wanted(basket, item());
    }

    /// How much of an item a basket sells that nobody had reserved; what comes back in the same sale is not taken off, for it may be
    /// damaged.
    static Quantity wanted(Basket basket, Item item) {
        ProductId product = item.product();
        return basket.lines().stream()
                .filter(line -> line.item().product().equals(product) && line.quantity().unit().equals(item.unit()))
                .filter(line -> line.claim().isEmpty())
                .map(Line::quantity)
                .filter(Quantity::isPositive)
                .reduce(Quantity.zero(item.unit()), Quantity::plus);
    }
}
