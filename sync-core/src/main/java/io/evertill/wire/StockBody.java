package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.entry.Entry;
import io.evertill.entry.StockEntry;
import io.evertill.entry.TillEntry;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;

/// `adjustment/1`, `receive/1` and `product/1`: the bodies that move stock without a sale, or make it known.
final class StockBody {
    private StockBody() {}

    static ObjectNode write(StockEntry.Adjusted adjusted) {
        ObjectNode body = Json.object()
                .put("branch", adjusted.branch())
                .put("at", Fields.micros(adjusted.at()))
                .put("document", adjusted.document());
        body.set("by", Parts.person(adjusted.by()));
        Items items = Items.of(adjusted.lines().stream().map(StockEntry.Adjustment::item).toList());
        items.write(body);
        ArrayNode lines = body.putArray("lines");
        for (StockEntry.Adjustment line : adjusted.lines()) {
            lines.addObject()
                    .put("n", line.number())
                    .put("qty", line.quantity().text())
                    .put("kind", line.kind().name())
                    .put("reason", line.reason())
                    .put("item", items.place(line.item()));
        }
        return body;
    }

    static StockEntry.Adjusted adjusted(Fields body) {
        Items.Lists lists = Items.Lists.of(body, Entry.LINES_MAX);
        return new StockEntry.Adjusted(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                body.text("document"),
                body.list("lines", Entry.LINES_MAX, fields -> {
                    Item item = lists.item(fields);
                    return new StockEntry.Adjustment(
                            fields.smallNumber("n"),
                            item,
                            Quantity.parse(fields.text("qty"), item.unit()),
                            fields.choice("kind", Place.Kind.class),
                            fields.text("reason"));
                }));
    }

    static ObjectNode write(StockEntry.Received received) {
        ObjectNode body = Json.object()
                .put("branch", received.branch())
                .put("at", Fields.micros(received.at()))
                .put("supplier", received.supplier())
                .put("document", received.document());
        body.set("by", Parts.person(received.by()));
        Items items = Items.of(received.lines().stream().map(StockEntry.Receipt::item).toList());
        items.write(body);
        ArrayNode lines = body.putArray("lines");
        for (StockEntry.Receipt line : received.lines()) {
            lines.addObject()
                    .put("n", line.number())
                    .put("qty", line.quantity().text())
                    .put("kind", line.kind().name())
                    .put("lot", line.lot())
                    .put("item", items.place(line.item()));
        }
        return body;
    }

    static StockEntry.Received received(Fields body) {
        Items.Lists lists = Items.Lists.of(body, Entry.LINES_MAX);
        return new StockEntry.Received(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                body.text("supplier"),
                body.text("document"),
                body.list("lines", Entry.LINES_MAX, fields -> {
                    Item item = lists.item(fields);
                    return new StockEntry.Receipt(
                            fields.smallNumber("n"),
                            item,
                            Quantity.parse(fields.text("qty"), item.unit()),
                            fields.choice("kind", Place.Kind.class),
                            fields.text("lot"));
                }));
    }

    static ObjectNode write(TillEntry.ProductMet met) {
        ObjectNode body = Json.object().put("branch", met.branch()).put("at", Fields.micros(met.at()));
        body.set("by", Parts.person(met.by()));
        body.set("product", Rows.product(met.product()));
        return body;
    }

    static TillEntry.ProductMet productMet(Fields body) {
        return new TillEntry.ProductMet(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                Rows.product(body.object("product")));
    }
}
