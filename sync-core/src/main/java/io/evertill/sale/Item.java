package io.evertill.sale;

import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Unit;
import io.evertill.stock.Wording;
import io.evertill.tax.TaxRate;

/// What a line is about, as it was when the line was rung up: later changes of the catalogue do not touch it.
public record Item(ProductId product, Sku sku, String name, Unit unit, Product.Kind kind, TaxRate tax) {
    private static final int JSON_BYTES = 160;

    /// Refuses a name that no product can have.
    public Item {
        Wording.require("an item's name", name, Product.NAME_LENGTH_MAX);
    }

    /// The most room that it takes in an entry, in bytes.
    public int room() {
        return JSON_BYTES + Wording.jsonBytes(name) + Wording.jsonBytes(sku.code()) + Wording.jsonBytes(unit.code());
    }

    /// The same under another tax rate.
    Item under(TaxRate other) {
        return other.equals(tax) ? this : new Item(product, sku, name, unit, kind, other);
    }

    /// The same as everybody buys it who is not exempt.
    public Item taxed() {
        return under(tax.taxed());
    }

    /// The item of a product under the tax rate that its tax code names.
    public static Item of(Product product, TaxRate tax) {
        if (!product.taxCode().equals(tax.code())) {
            throw new IllegalArgumentException(product.sku() + " has tax code " + product.taxCode() + ", not " + tax.code());
        }
        return new Item(product.id(), product.sku(), product.name(), product.unit(), product.kind(), tax);
    }
}
