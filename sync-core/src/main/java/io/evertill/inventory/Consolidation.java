package io.evertill.inventory;

import io.evertill.db.StockHistory;
import io.evertill.db.StockHistory.AsOf;
import io.evertill.db.Tx;
import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.product.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What all branches have together, product by product (domain R22, R25).
///
/// A product's figures are of one moment, so goods that leave one branch for another are counted once, wherever they are.
public final class Consolidation {
    private static final int PAGE = 500;

    private Consolidation() {}

    /// A product over all branches, in ten-thousandths of its unit.
    ///
    /// @param onHand in the hands of branches: on shelves, held back and picked
    /// @param shelf on shelves, for sale or promised
    /// @param quarantined waiting for an inspection, come back, or in quarantine
    /// @param staged picked for orders
    /// @param transit on the way between branches
    /// @param reserved what of the shelves is promised; empty for a moment in the past, of which only movements are kept
    /// @param value what the goods on hand cost on average, branch by branch; empty where nobody knows that of some of them, where
    ///     they cost different currencies, and for a moment in the past
    public record Row(
            Product product, long onHand, long shelf, long quarantined, long staged, long transit, Optional<Long> reserved,
            Optional<Money> value) {
        /// What can still be promised or sold; below zero when more is promised than there is.
        public Optional<Long> available() {
            return reserved.map(promised -> Math.subtractExact(shelf, promised));
        }

        /// Everything that the company has.
        public long total() {
            return Math.addExact(onHand, transit);
        }

        /// The sum of this and another, under this product.
        public Row plus(Row other) {
            return new Row(product, Math.addExact(onHand, other.onHand), Math.addExact(shelf, other.shelf),
                    Math.addExact(quarantined, other.quarantined), Math.addExact(staged, other.staged),
                    Math.addExact(transit, other.transit),
                    reserved.flatMap(mine -> other.reserved.map(theirs -> Math.addExact(mine, theirs))),
                    Consolidation.plus(value, other.value));
        }
    }

    /// Products behind a SKU, by SKU; start behind an empty text.
    public static List<Row> page(Tx tx, AsOf asOf, String sku, int limit) {
        Assortment assortment = new Assortment(tx);
        List<Row> rows = new ArrayList<>();
        List<StockHistory.Together> page = tx.stockHistory().together(asOf, tx.now(), sku, limit);
        Map<String, Optional<Money>> values = asOf.equals(AsOf.NOW) && !page.isEmpty()
                ? values(tx.stockHistory().worths(sku, page.getLast().figures().sku()))
                : Map.of();
        for (StockHistory.Together of : page) {
            StockHistory.Figures figures = of.figures();
            Product product = assortment.require(figures.product());
            Optional<Money> nothing = asOf.equals(AsOf.NOW) ? Optional.of(Money.zero(product.basePrice().currency())) : Optional.empty();
            rows.add(new Row(product, figures.onHand(), figures.available(), figures.heldBack(),
                    figures.staged(), of.travelling(), of.reserved(), values.getOrDefault(figures.sku(), nothing)));
        }
        return rows;
    }

    private static Map<String, Optional<Money>> values(List<StockHistory.Worth> worths) {
        Map<String, Optional<Money>> values = new HashMap<>();
        worths.forEach(worth -> values.merge(worth.sku(),
                worth.unitCost().map(cost -> Rounding.HALF_UP.total(cost, worth.quantity())), Consolidation::plus));
        return values;
    }

    /// The sum; empty where one is not known, or they are of two currencies.
    private static Optional<Money> plus(Optional<Money> one, Optional<Money> other) {
        return one.flatMap(mine -> other.filter(theirs -> theirs.currency().equals(mine.currency())).map(mine::plus));
    }

    /// Hands over all products, by SKU.
    public static void each(Tx tx, AsOf asOf, Consumer<Row> consumer) {
        List<Row> page = page(tx, asOf, "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(consumer);
            page = page(tx, asOf, page.getLast().product().sku().code(), PAGE);
        }
    }
}
