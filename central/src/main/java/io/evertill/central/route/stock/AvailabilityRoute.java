package io.evertill.central.route.stock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.Desk;
import io.evertill.central.route.ClientGate;
import io.evertill.central.route.Problem;
import io.evertill.db.Shelves.Shelf;
import io.evertill.product.Sku;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.wire.Json;
import io.evertill.wire.ReservationForms;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `GET /v1/availability`: how much of a product is on a store's shelf, and how much of that may be reserved.
public final class AvailabilityRoute implements Handler {
    private final ClientGate gate;
    private final Desk desk;

    public AvailabilityRoute(ClientGate gate, Desk desk) {
        this.gate = gate;
        this.desk = desk;
    }

    @Override
    public void handle(Context context) {
        gate.admitted(context);
        String store = store(context.queryParam("store"));
        Item item = item(context.queryParam("sku"));
        Shelf shelf = desk.reservations().shelf(store, item.product());
        ObjectNode answer = Json.object()
                .put("store", store)
                .put("sku", item.sku().code())
                .put("unit", item.unit().code())
                .put("onShelf", ReservationForms.amount(shelf.level()))
                .put("reserved", ReservationForms.amount(shelf.reserved()))
                .put("available", ReservationForms.amount(shelf.available()))
                .put("sellable", ReservationForms.amount(shelf.sellable()));
        context.contentType("application/json").result(Json.canonical(answer).content());
    }

    private static String store(@Nullable String text) {
        if (text == null || !Place.isName(text)) {
            throw Problem.bad("STORE", "store is the code of a store.");
        }
        return text;
    }

    private Item item(@Nullable String text) {
        Optional<Item> item;
        try {
            item = text == null ? Optional.empty() : desk.reservations().goods(Sku.of(text));
        } catch (IllegalArgumentException _) {
            item = Optional.empty();
        }
        return item.orElseThrow(() -> Problem.of(404, "UNKNOWN_PRODUCT", "sku names no goods that the centre knows."));
    }
}
