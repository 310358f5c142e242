package io.evertill.inventory;

import io.evertill.db.Tx;
import io.evertill.db.UnitCosts;
import io.evertill.money.Money;
import io.evertill.money.Rounding;
import io.evertill.money.UnitPrice;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.sale.Item;
import io.evertill.tax.TaxRate;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The products of the centre as counts need them, each asked for once.
///
/// What goods are worth is what they cost on average in the branch, or their base price where nobody knows that.
public final class Assortment {
    private final Tx tx;
    private final Map<ProductId, Optional<Product>> products = new HashMap<>();
    private final Map<UnitCosts.Holding, Optional<UnitPrice>> costs = new HashMap<>();

    /// The products as a transaction sees them.
    public Assortment(Tx tx) {
        this.tx = tx;
    }

    /// The product with an id.
    public Optional<Product> find(ProductId id) {
        return products.computeIfAbsent(id, each -> tx.definitions().product(each)
                .map(definition -> Rows.product(Json.parse(definition.content()))));
    }

    /// The product with an id that stands in the ledger, and so is known.
    public Product require(ProductId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("the centre does not know product " + id));
    }

    /// A product as an entry names it. A tax rate that the centre does not know is none: counts have no tax.
    public Item item(Product product) {
        TaxRate rate = tx.definitions().tax(product.taxCode())
                .map(definition -> Rows.tax(Json.parse(definition.content())))
                .orElseGet(() -> new TaxRate(product.taxCode(), product.taxCode(), 0, TaxRate.Kind.INCLUSIVE));
        return Item.of(product, rate);
    }

    /// What one unit of a product is worth in a branch, in the currency of its base price.
    public UnitPrice each(String branch, Product product) {
        return costs.computeIfAbsent(new UnitCosts.Holding(branch, product.id()),
                        holding -> tx.unitCosts().find(holding).average().unitCost())
                .filter(cost -> cost.currency().equals(product.basePrice().currency()))
                .orElse(product.basePrice());
    }

    /// What so much of a product is worth in a branch, with the sign of the quantity.
    public Money value(String branch, Product product, long quantity) {
        return Rounding.HALF_UP.total(each(branch, product), quantity);
    }
}
