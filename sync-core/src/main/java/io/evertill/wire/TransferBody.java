package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.entry.Entry;
import io.evertill.entry.StockEntry;
import io.evertill.ledger.EntryId;
import io.evertill.sale.Item;
import io.evertill.stock.Quantity;
import io.evertill.transfer.Action;
import io.evertill.transfer.Load;
import io.evertill.transfer.Route;
import io.evertill.transfer.TransferId;
import io.evertill.transfer.Waybill;

/// `transfer/1`: goods on their way between two branches that were handled at one of them.
final class TransferBody {
    private TransferBody() {}

    static ObjectNode write(StockEntry.Transferred transferred) {
        Waybill waybill = transferred.waybill();
        ObjectNode body = Json.object()
                .put("branch", transferred.branch())
                .put("at", Fields.micros(transferred.at()))
                .put("transfer", waybill.transfer().text())
                .put("source", waybill.route().source())
                .put("target", waybill.route().target())
                .put("document", waybill.document())
                .put("action", transferred.action().name())
                .put("approvedBy", transferred.approvedBy());
        transferred.reverses().ifPresent(entry -> body.put("reverses", entry.toString()));
        body.set("by", Parts.person(transferred.by()));
        Items items = Items.of(transferred.loads().stream().map(Load::item).toList());
        items.write(body);
        ArrayNode loads = body.putArray("loads");
        for (Load load : transferred.loads()) {
            ObjectNode fields = loads.addObject()
                    .put("n", load.number())
                    .put("item", items.place(load.item()))
                    .put("good", load.good().text())
                    .put("damaged", load.damaged().text())
                    .put("reason", load.reason());
            fields.set("was", GoodsBody.tracking(load.was()));
            fields.set("is", GoodsBody.tracking(load.is()));
        }
        return body;
    }

    static StockEntry.Transferred transferred(Fields body) {
        Items.Lists lists = Items.Lists.of(body, Entry.LINES_MAX);
        return new StockEntry.Transferred(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                new Waybill(
                        new TransferId(body.text("transfer")),
                        new Route(body.text("source"), body.text("target")),
                        body.text("document")),
                body.choice("action", Action.class),
                body.text("approvedBy"),
                body.findUuid("reverses").map(EntryId::new),
                body.list("loads", Entry.LINES_MAX, fields -> load(fields, lists.item(fields))));
    }

    private static Load load(Fields fields, Item item) {
        return new Load(
                fields.smallNumber("n"),
                item,
                Quantity.parse(fields.text("good"), item.unit()),
                Quantity.parse(fields.text("damaged"), item.unit()),
                GoodsBody.tracking(fields.object("was")),
                GoodsBody.tracking(fields.object("is")),
                fields.text("reason"));
    }
}
