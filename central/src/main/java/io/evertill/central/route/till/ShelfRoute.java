package io.evertill.central.route.till;

import io.evertill.central.route.Exchange;
import io.evertill.central.route.Gate;
import io.evertill.central.route.Problem;
import io.evertill.db.Database;
import io.evertill.inventory.Explanation;
import io.evertill.journal.StockStory;
import io.evertill.product.ProductId;
import io.evertill.stock.Place;
import io.evertill.wire.StockStories;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/// `GET /v1/shelves`: why a store has as much of a product for sale as it has, the newest movements first.
public final class ShelfRoute implements Handler {
    private final Gate gate;
    private final Database db;

    public ShelfRoute(Gate gate, Database db) {
        this.gate = gate;
        this.db = db;
    }

    @Override
    public void handle(Context context) {
        gate.admitted(context);
        ProductId product = product(Exchange.text(context.queryParam("product")));
        String store = Exchange.text(context.queryParam("store"));
        if (!Place.isName(store)) {
            throw Problem.bad("SHELF", "store is the code of a store, 1 to 64 characters.");
        }
        StockStory story = db.read(tx -> {
            if (!tx.definitions().holdsProduct(product)) {
                throw Problem.of(404, "PRODUCT", "There is no product of this id here, or not yet.");
            }
            return Explanation.of(tx, store, product, StockStory.STEPS_MAX);
        });
        context.contentType("application/json").header("Cache-Control", "no-store").result(StockStories.write(story).content());
    }

    private static ProductId product(String text) {
        try {
            return ProductId.parse(text);
        } catch (IllegalArgumentException _) {
            throw Problem.bad("SHELF", "product is the id of a product.");
        }
    }
}
