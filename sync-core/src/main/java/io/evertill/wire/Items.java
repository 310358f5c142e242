package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Item;
import io.evertill.sale.Line;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.tax.TaxRate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The tax rates and items of a body, each written once; lines name them by their place in the list.
///
/// By place and not by code: after a change of the law a return and a sale in one basket have two rates under one code.
final class Items {
    private static final int NOWHERE = -1;

    private final Map<TaxRate, Integer> rates = new LinkedHashMap<>();
    private final Map<Item, Integer> items = new LinkedHashMap<>();

    private Items() {}

    /// Of the lines of a basket or sale.
    static Items of(List<Line> lines, List<Line> voided) {
        return of(Stream.concat(lines.stream(), voided.stream()).map(Line::item).toList());
    }

    static Items of(Collection<Item> all) {
        Items items = new Items();
        for (Item item : all) {
            items.rates.putIfAbsent(item.tax(), items.rates.size());
            items.items.putIfAbsent(item, items.items.size());
        }
        return items;
    }

    /// The fields `rates` and `items`.
    void write(ObjectNode body) {
        ArrayNode rateRows = body.putArray("rates");
        rates.keySet().forEach(rate -> rateRows.add(Parts.rate(rate)));
        ArrayNode itemRows = body.putArray("items");
        for (Item item : items.keySet()) {
            itemRows.addObject()
                    .put("id", item.product().toString())
                    .put("sku", item.sku().code())
                    .put("name", item.name())
                    .put("unit", item.unit().code())
                    .put("step", Decimals.text(item.unit().step(), Quantity.SCALE))
                    .put("kind", item.kind().name())
                    .put("rate", place(item.tax()));
        }
    }

    /// Where an item stands.
    int place(Item item) {
        return requireGathered(items.getOrDefault(item, NOWHERE), item);
    }

    /// Where a rate stands.
    int place(TaxRate rate) {
        return requireGathered(rates.getOrDefault(rate, NOWHERE), rate);
    }

    private static int requireGathered(int place, Object what) {
        if (place == NOWHERE) {
            throw new IllegalStateException("not gathered before: " + what);
        }
        return place;
    }

    /// The lists of a body that was read.
    record Lists(List<TaxRate> rates, List<Item> items) {
        static Lists of(Fields body, int countMax) {
            List<TaxRate> rates = body.list("rates", countMax, Parts::rate);
            List<Item> items = body.list("items", countMax, fields -> new Item(
                    ProductId.parse(fields.text("id")),
                    new Sku(fields.text("sku")),
                    fields.text("name"),
                    Parts.unit(fields),
                    fields.choice("kind", Product.Kind.class),
                    one(rates, fields, "rate")));
            return new Lists(rates, items);
        }

        /// The item that a field names.
        Item item(Fields fields) {
            return one(items, fields, "item");
        }

        /// The rate that a field names.
        TaxRate rate(Fields fields) {
            return one(rates, fields, "rate");
        }

        private static <T> T one(List<T> these, Fields fields, String name) {
            long place = fields.number(name);
            if (place < 0 || place >= these.size()) {
                throw new IllegalArgumentException(
                        fields.path() + "." + name + " is " + place + " of a list of " + these.size());
            }
            return these.get((int) place);
        }
    }
}
