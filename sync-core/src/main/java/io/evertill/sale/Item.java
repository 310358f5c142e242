package io.evertill.sale;

import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;

/// What a line is about, as it was when the line was rung up: later changes of the catalogue do not touch it.
public record Item(ProductId product, Sku sku, String name, Unit unit, Product.Kind kind, TaxRate tax) {
    /// The item of a product under the tax rate that its tax code names.
    public static Item of(Product product, TaxRate tax) {
        if (!product.taxCode().equals(tax.code())) {
            throw new IllegalArgumentException(product.sku() + " has tax code " + product.taxCode() + ", not " + tax.code());
        }
        return new Item(product.id(), product.sku(), product.name(), product.unit(), product.kind(), tax);
    }
}
