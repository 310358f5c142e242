package io.evertill.central.route.stock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.StockForms;
import io.evertill.central.route.Gate;
import io.evertill.central.route.Problem;
import io.evertill.db.Database;
import io.evertill.db.StockHistory.AsOf;
import io.evertill.db.StockHistory.Choice;
import io.evertill.db.StockHistory.Figures;
import io.evertill.wire.Json;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
                text(context.queryParam("store")), text(context.queryParam("sku")), text(context.queryParam("place")));
        AsOf asOf = new AsOf(instant(context.queryParam("asOf")), instant(context.queryParam("known")));
        String store = text(context.queryParam("afterStore"));
        String sku = text(context.queryParam("afterSku"));
        List<Figures> figures = db.read(tx -> tx.stockHistory().figures(choice, asOf, tx.now(), store, sku, ROWS_MAX));
        ObjectNode answer = Json.object().put("isMore", figures.size() == ROWS_MAX);
        var rows = answer.putArray("stock");
        figures.forEach(each -> StockForms.put(each, rows.addObject()));
        context.contentType("application/json").result(Json.canonical(answer).content());
    }

    /// A parameter's text; empty when it was left out.
    static String text(@Nullable String parameter) {
        return parameter == null ? "" : parameter;
    }

    private static Optional<Instant> instant(@Nullable String parameter) {
        try {
            return Optional.ofNullable(parameter).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException _) {
            throw Problem.bad("TIME", "A time is written like 2026-12-01T00:00:00Z.");
        }
    }
}
