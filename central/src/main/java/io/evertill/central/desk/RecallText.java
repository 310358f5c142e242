package io.evertill.central.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Lots;
import io.evertill.db.Tx;
import io.evertill.feed.Clientele;
import io.evertill.inventory.Recall;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.wire.Json;
import java.time.Instant;
import java.util.Optional;

/// What a program reads of where a batch went.
public final class RecallText {
    private RecallText() {}

    /// Everything, forwards to the customers and backwards to the deliveries.
    public static ObjectNode json(Tx tx, Recall recall) {
        ObjectNode node = json(recall);
        ArrayNode came = node.putArray("came");
        recall.came().forEach(each -> put(came.addObject(), each));
        ArrayNode sold = node.putArray("sold");
        recall.sold().forEach(each -> bought(tx, put(sold.addObject(), each.movement()), each.movement())
                .put("afterRecall", each.isAfterRecall()));
        ArrayNode exposed = node.putArray("exposed");
        recall.eachExposed(tx, each -> bought(tx, put(exposed.addObject(), each), each));
        return node;
    }

    /// What is left and whether it adds up: everything but the movements.
    public static ObjectNode json(Recall recall) {
        ObjectNode node = Json.object().put("lot", recall.lot()).put("addsUp", recall.addsUp());
        recall.recalledAt().ifPresent(at -> node.put("heldBackSince", at.toString()));
        ArrayNode left = node.putArray("left");
        recall.held().forEach(held -> left.addObject().put("store", held.place().branch()).put("place", held.place().code())
                .put("qty", amount(held.quantity())));
        return node;
    }

    /// Writes a movement that has to do with a batch.
    ///
    /// @param recalledAt when the batch was first held back or called back; empty when it never was
    public static ObjectNode put(Lots.Traced movement, Optional<Instant> recalledAt, ObjectNode node) {
        return put(node, movement)
                .put("type", movement.type().name())
                .put("from", movement.quantity() < 0 ? movement.place().code() : movement.counterpart().code())
                .put("to", movement.quantity() < 0 ? movement.counterpart().code() : movement.place().code())
                .put("afterRecall", recalledAt.filter(at -> movement.occurredAt().isAfter(at)).isPresent());
    }

    /// Who bought, and how to reach the person, as far as the book of customers knows.
    private static ObjectNode bought(Tx tx, ObjectNode node, Lots.Traced movement) {
        movement.buyer().ifPresent(id -> {
            ObjectNode buyer = node.putObject("buyer").put("id", id.toString());
            Clientele.resolve(tx, id).ifPresent(customer -> buyer.put("name", customer.name()).put("phone", customer.phone())
                    .put("email", customer.email()));
        });
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
