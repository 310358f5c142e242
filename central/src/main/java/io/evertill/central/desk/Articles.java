package io.evertill.central.desk;

import io.evertill.central.office.Refusal;
import io.evertill.db.Tx;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Item;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;

/// Products as people name them.
public final class Articles {
    private Articles() {}

    /// The product with a SKU.
    ///
    /// @throws Refusal when there is none
    public static Product find(Tx tx, String sku) {
        return tx.definitions().product(ProductId.of(sku(sku)))
                .map(definition -> Rows.product(Json.parse(definition.content())))
                .orElseThrow(() -> new Refusal(Refusal.Kind.USAGE, "There is no product " + sku + ". Import it first."));
    }

    /// The product with a SKU, as a line of an entry names it.
    ///
    /// @throws Refusal when there is none, or its tax code is not defined
    public static Item item(Tx tx, String sku) {
        Product product = find(tx, sku);
        return tx.definitions().tax(product.taxCode())
                .map(definition -> Item.of(product, Rows.tax(Json.parse(definition.content()))))
                .orElseThrow(() -> new Refusal(Refusal.Kind.USAGE, "Product " + sku + " has the tax code " + product.taxCode()
                        + ", which is not defined. Define it with: evertill-central tax"));
    }

    private static Sku sku(String text) {
        try {
            return Sku.of(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "This is no SKU: " + e.getMessage());
        }
    }
}
