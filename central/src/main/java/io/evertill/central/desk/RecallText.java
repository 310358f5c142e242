package io.evertill.central.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Lots;
import io.evertill.db.Tx;
import io.evertill.inventory.Recall;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.wire.Json;

/// What a program reads of where a batch went.
public final class RecallText {
    private RecallText() {}

    /// Everything, forwards to the customers and backwards to the deliveries.
    public static ObjectNode json(Tx tx, Recall recall) {
        ObjectNode node = Json.object().put("lot", recall.lot()).put("addsUp", recall.addsUp());
        recall.recalledAt().ifPresent(at -> node.put("heldBackSince", at.toString()));
        ArrayNode left = node.putArray("left");
        recall.held().forEach(held -> left.addObject().put("store", held.place().branch()).put("place", held.place().code())
                .put("qty", amount(held.quantity())));
        ArrayNode came = node.putArray("came");
        recall.came().forEach(each -> put(came.addObject(), each));
        ArrayNode sold = node.putArray("sold");
        recall.sold().forEach(each -> put(sold.addObject(), each.movement()).put("afterRecall", each.isAfterRecall()));
        ArrayNode exposed = node.putArray("exposed");
        recall.eachExposed(tx, each -> put(exposed.addObject(), each));
        return node;
    }

    private static ObjectNode put(ObjectNode node, Lots.Traced movement) {
        return node.put("store", movement.branch()).put("qty", amount(movement.quantity()))
                .put("at", movement.occurredAt().toString()).put("document", movement.document())
                .put("receipt", movement.receipt()).put("customer", movement.customer())
                .put("entryId", movement.entry().toString()).put("line", movement.line());
    }

    private static String amount(long tenThousandths) {
        return Decimals.text(tenThousandths, Quantity.SCALE);
    }
}
