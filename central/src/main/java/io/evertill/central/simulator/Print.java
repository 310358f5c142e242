package io.evertill.central.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Stock;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.util.List;

/// What is in the ledger, for people and for programs.
final class Print {
    private Print() {}

    /// One line for each movement.
    static void rows(List<Sight.Row> rows, PrintWriter out) {
        for (Sight.Row row : rows) {
            Stock.Movement movement = row.movement();
            out.println("  + " + name(movement.key(), row.sku()) + " #" + movement.keySeq() + ": " + signed(movement.quantity()) + " "
                    + movement.type() + " (" + movement.counterpart() + "), happened " + movement.occurredAt() + ", known "
                    + movement.recordedAt() + ", by " + movement.actor());
        }
    }

    /// One line for each level.
    static void sums(List<Sight.Sum> sums, PrintWriter out) {
        for (Sight.Sum sum : sums) {
            out.println("  = " + name(sum.key(), sum.sku()) + ": " + text(sum.level()) + "; snapshot " + text(sum.snapshot())
                    + " (to #" + sum.through() + ") " + signed(sum.delta()) + " in " + sum.rows() + " movements"
                    + (sum.isRight() ? "" : " IS NOT THE LEVEL"));
        }
    }

    /// The same for programs.
    static ObjectNode json(Sight.State state) {
        ObjectNode node = Json.object();
        ArrayNode rows = node.putArray("rows");
        state.rows().forEach(row -> rows.addObject()
                .put("sku", row.sku())
                .put("store", row.movement().key().place().branch())
                .put("place", row.movement().key().place().code())
                .put("lot", row.movement().key().lot())
                .put("serial", row.movement().serial())
                .put("keySeq", row.movement().keySeq())
                .put("quantity", text(row.movement().quantity()))
                .put("type", row.movement().type())
                .put("counterpart", row.movement().counterpart())
                .put("entry", row.movement().entry().toString())
                .put("line", row.movement().line())
                .put("occurredAt", row.movement().occurredAt().toString())
                .put("recordedAt", row.movement().recordedAt().toString())
                .put("by", row.movement().actor()));
        ArrayNode levels = node.putArray("levels");
        state.sums().forEach(sum -> levels.addObject()
                .put("sku", sum.sku())
                .put("store", sum.key().place().branch())
                .put("place", sum.key().place().code())
                .put("lot", sum.key().lot())
                .put("level", text(sum.level()))
                .put("snapshot", text(sum.snapshot()))
                .put("through", sum.through())
                .put("delta", text(sum.delta()))
                .put("movements", sum.rows())
                .put("right", sum.isRight()));
        return node;
    }

    private static String name(io.evertill.entry.Move.Key key, String sku) {
        return key.place().branch() + " " + sku + (key.lot().isEmpty() ? "" : " of " + key.lot()) + " in " + key.place().code();
    }

    private static String signed(long quantity) {
        return (quantity < 0 ? "" : "+") + text(quantity);
    }

    private static String text(long quantity) {
        return Decimals.text(quantity, Quantity.SCALE);
    }
}
