package io.evertill.central.route.stock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.StockForms;
import io.evertill.central.route.Exchange;
import io.evertill.central.route.Gate;
import io.evertill.db.Database;
import io.evertill.db.StockHistory.AsOf;
import io.evertill.db.StockHistory.Choice;
import io.evertill.db.StockHistory.Figures;
import io.evertill.wire.Json;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;

/// `GET /v1/stock`: how much the stores have, page by page.
public final class StockRoute implements Handler {
    /// The most rows in an answer about stock.
    static final int ROWS_MAX = 500;

    private final Gate gate;
    private final Database db;

    public StockRoute(Gate gate, Database db) {
        this.gate = gate;
        this.db = db;
    }

    @Override
    public void handle(Context context) {
        gate.admitted(context);
        Choice choice = new Choice(
                Exchange.text(context.queryParam("store")), Exchange.text(context.queryParam("sku")),
                Exchange.text(context.queryParam("place")));
        AsOf asOf = new AsOf(Exchange.instant(context.queryParam("asOf")), Exchange.instant(context.queryParam("known")));
        String store = Exchange.text(context.queryParam("afterStore"));
        String sku = Exchange.text(context.queryParam("afterSku"));
        List<Figures> figures = db.read(tx -> tx.stockHistory().figures(choice, asOf, tx.now(), store, sku, ROWS_MAX));
        ObjectNode answer = Json.object().put("isMore", figures.size() == ROWS_MAX);
        var rows = answer.putArray("stock");
        figures.forEach(each -> StockForms.put(each, rows.addObject()));
        Exchange.answer(context, answer);
    }
}
