package io.evertill.central.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Stock;
import io.evertill.db.StockHistory.Figures;
import io.evertill.inventory.History;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;

/// What a program reads of stock.
public final class StockForms {
    private StockForms() {}

    /// Writes a store's figures.
    public static void put(Figures of, ObjectNode row) {
        row.put("store", of.branch())
                .put("sku", of.sku())
                .put("available", text(of.available()))
                .put("reserved", text(of.reserved()))
                .put("heldBack", text(of.heldBack()))
                .put("staged", text(of.staged()))
                .put("onHand", text(of.onHand()))
                .put("inbound", text(of.inbound()));
        of.unitCost().ifPresent(cost -> row.put("unitCost", cost.text()).put("currency", cost.currency().getCurrencyCode()));
        of.value().ifPresent(value -> row.put("value", value.text()));
    }

    /// Writes a movement and the balance after it.
    public static void put(History.Line line, ObjectNode row) {
        Stock.Movement of = line.movement();
        row.put("store", of.key().place().branch())
                .put("place", of.key().place().code())
                .put("lot", of.key().lot())
                .put("serial", of.serial())
                .put("number", of.keySeq())
                .put("type", of.type())
                .put("quantity", text(of.quantity()))
                .put("balance", text(line.balance()))
                .put("counterpart", of.counterpart())
                .put("document", of.reference().id())
                .put("documentType", of.reference().type())
                .put("documentLine", of.reference().line())
                .put("reason", of.reason())
                .put("actor", of.actor())
                .put("occurredAt", of.occurredAt().toString())
                .put("recordedAt", of.recordedAt().toString())
                .put("entry", of.entry().toString())
                .put("line", of.line());
        line.unitCost().ifPresent(cost -> row.put("unitCost", cost.text()).put("currency", cost.currency().getCurrencyCode()));
    }

    private static String text(long quantity) {
        return Decimals.text(quantity, Quantity.SCALE);
    }
}
