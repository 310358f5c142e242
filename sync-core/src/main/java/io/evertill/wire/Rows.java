package io.evertill.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.money.UnitPrice;
import io.evertill.price.PriceRule;
import io.evertill.product.Gtin;
import io.evertill.product.Guidance;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxRate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/// The rows of the feed: products, prices, taxes and settings as JSON objects.
public final class Rows {
    private Rows() {}

    /// A product as a feed row.
    public static ObjectNode product(Product product) {
        ObjectNode row = Json.object()
                .put("id", product.id().toString())
                .put("sku", product.sku().code())
                .put("name", product.name())
                .put("unit", product.unit().code())
                .put("step", Decimals.text(product.unit().step(), Quantity.SCALE))
                .put("kind", product.kind().name())
                .put("tax", product.taxCode())
                .put("price", product.basePrice().text())
                .put("cur", product.basePrice().currency().getCurrencyCode());
        ArrayNode gtins = row.putArray("gtins");
        product.gtins().forEach(gtin -> gtins.add(gtin.digits()));
        product.guidance().age().ifPresent(years -> row.put("age", years));
        product.guidance().message().ifPresent(text -> row.put("message", text));
        if (product.track() != Product.Track.NONE) {
            row.put("track", product.track().name());
        }
        return row;
    }

    /// Reads a product's feed row.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static Product product(JsonNode row) {
        return product(Fields.of(row));
    }

    static Product product(Fields row) {
        return new Product(
                ProductId.parse(row.text("id")),
                new Sku(row.text("sku")),
                row.text("name"),
                Parts.unit(row),
                row.choice("kind", Product.Kind.class),
                row.text("tax"),
                UnitPrice.parse(row.text("price"), Currency.getInstance(row.text("cur"))),
                gtins(row.texts("gtins", Product.GTINS_MAX)),
                row.has("track") ? row.choice("track", Product.Track.class) : Product.Track.NONE,
                new Guidance(row.has("age") ? Optional.of(row.smallNumber("age")) : Optional.empty(), row.findText("message")));
    }

    /// A price rule as a feed row.
    public static ObjectNode price(PriceRule rule) {
        ObjectNode row = Json.object()
                .put("id", rule.id())
                .put("product", rule.product().toString())
                .put("branch", rule.branch())
                .put("level", rule.level().name())
                .put("priority", rule.priority())
                .put("price", rule.price().text())
                .put("cur", rule.price().currency().getCurrencyCode())
                .put("validFrom", Fields.micros(rule.validFrom()));
        rule.validTo().ifPresent(validTo -> row.put("validTo", Fields.micros(validTo)));
        return row;
    }

    /// Reads a price rule's feed row.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static PriceRule price(JsonNode node) {
        Fields row = Fields.of(node);
        return new PriceRule(
                row.text("id"),
                ProductId.parse(row.text("product")),
                row.text("branch"),
                row.choice("level", PriceRule.Level.class),
                row.smallNumber("priority"),
                UnitPrice.parse(row.text("price"), Currency.getInstance(row.text("cur"))),
                row.instant("validFrom"),
                row.findInstant("validTo"));
    }

    /// A tax rate as a feed row.
    public static ObjectNode tax(TaxRate rate) {
        return Parts.rate(rate);
    }

    /// Reads a tax rate's feed row.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static TaxRate tax(JsonNode row) {
        return Parts.rate(Fields.of(row));
    }

    /// A setting as a feed row.
    public static ObjectNode setting(String name, String value) {
        return Json.object().put("name", name).put("value", value);
    }

    /// Reads the value of a setting's feed row.
    ///
    /// @throws IllegalArgumentException when it has none
    public static String setting(JsonNode row) {
        return Fields.of(row).text("value");
    }

    private static List<Gtin> gtins(List<String> digits) {
        return digits.stream().map(Gtin::new).toList();
    }
}
