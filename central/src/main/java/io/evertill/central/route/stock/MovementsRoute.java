package io.evertill.central.route.stock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.StockForms;
import io.evertill.central.route.Exchange;
import io.evertill.central.route.Gate;
import io.evertill.central.route.Problem;
import io.evertill.db.Database;
import io.evertill.inventory.History;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.wire.Json;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /v1/stock/{sku}/movements`: why there is as much of a product in a store as there is, page by page.
public final class MovementsRoute implements Handler {
    private final Gate gate;
    private final Database db;

    public MovementsRoute(Gate gate, Database db) {
        this.gate = gate;
        this.db = db;
    }

    @Override
    public void handle(Context context) {
        gate.admitted(context);
        ProductId product = product(context.pathParam("sku"));
        String store = Exchange.text(context.queryParam("store"));
        History.Cursor after = new History.Cursor(Exchange.text(context.queryParam("afterPlace")),
                Exchange.text(context.queryParam("afterLot")), number(context.queryParam("afterNumber")));
        List<History.Line> lines = db.read(tx -> {
            if (!tx.definitions().holdsProduct(product)) {
                throw unknown();
            }
            return History.page(tx, store, product, after, StockRoute.ROWS_MAX);
        });
        ObjectNode answer = Json.object().put("isMore", lines.size() == StockRoute.ROWS_MAX);
        var rows = answer.putArray("movements");
        lines.forEach(line -> StockForms.put(line, rows.addObject()));
        Exchange.answer(context, answer);
    }

    private static ProductId product(String sku) {
        try {
            return ProductId.of(Sku.of(sku));
        } catch (IllegalArgumentException _) {
            throw unknown();
        }
    }

    private static long number(@Nullable String parameter) {
        if (parameter != null && !parameter.matches("[0-9]{1,18}")) {
            throw Problem.bad("NUMBER", "afterNumber is the number of a movement, as the last one said.");
        }
        return parameter == null ? 0 : Long.parseLong(parameter);
    }

    private static Problem unknown() {
        return Problem.of(404, "PRODUCT", "There is no product of this SKU.");
    }
}
