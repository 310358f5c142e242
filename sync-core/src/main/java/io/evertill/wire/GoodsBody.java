package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.money.UnitPrice;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.util.Currency;

/// `goods/1`: goods that went from one place to another. `goods/2`: the same where something is said of costs.
final class GoodsBody {
    private GoodsBody() {}

    static ObjectNode write(StockEntry.GoodsMoved moved) {
        ObjectNode body = Json.object()
                .put("branch", moved.branch())
                .put("at", Fields.micros(moved.at()))
                .put("type", moved.type().name())
                .put("document", moved.document());
        body.set("by", Parts.person(moved.by()));
        Items items = Items.of(moved.lines().stream().map(StockEntry.Goods::item).toList());
        items.write(body);
        ArrayNode lines = body.putArray("lines");
        for (StockEntry.Goods line : moved.lines()) {
            ObjectNode fields = lines.addObject()
                    .put("n", line.number())
                    .put("item", items.place(line.item()))
                    .put("qty", line.quantity().text())
                    .put("from", line.from().code())
                    .put("to", line.to().code())
                    .put("reason", line.reason());
            fields.set("was", tracking(line.was()));
            fields.set("is", tracking(line.is()));
            line.unitCost().ifPresent(cost -> fields.set("cost", Json.object()
                    .put("cur", cost.currency().getCurrencyCode())
                    .put("each", cost.text())));
        }
        return body;
    }

    /// Whether anything is said of costs.
    static boolean isCosted(StockEntry.GoodsMoved moved) {
        return moved.lines().stream().anyMatch(line -> line.unitCost().isPresent());
    }

    static StockEntry.GoodsMoved moved(Fields body) {
        Items.Lists lists = Items.Lists.of(body, Entry.LINES_MAX);
        String branch = body.text("branch");
        return new StockEntry.GoodsMoved(
                branch,
                body.instant("at"),
                Parts.person(body.object("by")),
                body.choice("type", Move.Type.class),
                body.text("document"),
                body.list("lines", Entry.LINES_MAX, fields -> {
                    Item item = lists.item(fields);
                    return new StockEntry.Goods(
                            fields.smallNumber("n"),
                            item,
                            Quantity.parse(fields.text("qty"), item.unit()),
                            Place.parse(branch, fields.text("from")),
                            Place.parse(branch, fields.text("to")),
                            tracking(fields.object("was")),
                            tracking(fields.object("is")),
                            fields.text("reason"),
                            fields.findObject("cost").map(GoodsBody::cost));
                }));
    }

    private static UnitPrice cost(Fields fields) {
        return UnitPrice.parse(fields.text("each"), Currency.getInstance(fields.text("cur")));
    }

    static ObjectNode tracking(Tracking tracking) {
        return Json.object().put("lot", tracking.lot()).put("serial", tracking.serial());
    }

    static Tracking tracking(Fields fields) {
        return new Tracking(fields.text("lot"), fields.text("serial"));
    }
}
