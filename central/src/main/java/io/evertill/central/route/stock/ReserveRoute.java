package io.evertill.central.route.stock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.Desk;
import io.evertill.central.route.ClientGate;
import io.evertill.central.route.Intake;
import io.evertill.central.route.Lanes;
import io.evertill.central.route.Problem;
import io.evertill.db.Clients;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.product.Sku;
import io.evertill.reserving.Placing;
import io.evertill.wire.Json;
import io.evertill.wire.ReservationForms;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// `POST /v1/reservations`: goods are kept for an owner for a while, all of an order or nothing.
public final class ReserveRoute implements Handler {
    private static final int BYTES_MAX = 64 * 1024;

    private final ClientGate gate;
    private final Desk desk;
    private final Lanes lanes;

    public ReserveRoute(ClientGate gate, Desk desk, Lanes lanes) {
        this.gate = gate;
        this.desk = desk;
        this.lanes = lanes;
    }

    @Override
    public void handle(Context context) {
        byte[] bytes = Intake.read(context, BYTES_MAX);
        ObjectNode answer = lanes.take(goods(bytes), () -> {
            Clients.Client client = gate.admitted(context);
            return answer(reserve(client, bytes));
        });
        context.status(201).contentType("application/json").result(Json.canonical(answer).content());
    }

    /// A number for what an order wants: of several goods, for the first by SKU. What cannot be read wants nothing.
    private static int goods(byte[] bytes) {
        try {
            ReservationForms.Ordered form = ReservationForms.Ordered.read(bytes);
            return form.lines().stream()
                    .map(line -> Sku.of(line.sku()).code())
                    .min(Comparator.naturalOrder())
                    .map(sku -> Objects.hash(form.store(), sku))
                    .orElse(0);
        } catch (IllegalArgumentException _) {
            return 0;
        }
    }

    private Placing reserve(Clients.Client client, byte[] bytes) {
        try {
            return desk.reserve(client.name(), ReservationForms.Ordered.read(bytes));
        } catch (IllegalArgumentException e) {
            throw Problem.bad("UNREADABLE", "The request reserves nothing: " + e.getMessage());
        }
    }

    private ObjectNode answer(Placing placing) {
        return switch (placing) {
            case Placing.Placed(var lines) -> {
                ObjectNode answer = Json.object();
                ArrayNode reservations = answer.putArray("reservations");
                for (Held held : lines) {
                    reservations.add(desk.json(desk.reservations().find(held.reservation().id()).orElseThrow()));
                }
                yield answer;
            }
            case Placing.Insufficient(var lines) -> throw missing(lines);
            case Placing.NotForSale(String line, var lot) -> throw Problem.of(409, "LOT_NOT_FOR_SALE", "Line " + line + " names batch "
                    + lot.number() + ", which may not be sold: it is held back, called back or expired. Nothing was reserved.");
            case Placing.TooManyForOwner(String line) -> throw Problem.of(409, "OWNER_LIMIT",
                    "With line " + line + " this owner would keep more than anybody may. Nothing was reserved.");
            case Placing.Conflict(String line) -> throw Problem.of(409, "ORDER_CONFLICT",
                    "Line " + line + " of this order was reserved before with other contents. Nothing was changed.");
            case Placing.Unknown(String line) -> throw Problem.of(404, "UNKNOWN_PRODUCT",
                    "Line " + line + " names no goods that the centre knows. Nothing was reserved.");
            case Placing.TooLong(var most) -> throw Problem.bad("LIFETIME",
                    "Goods are reserved for 1 to " + most.toSeconds() + " seconds.");
        };
    }

    private static Problem missing(List<Placing.Missing> lines) {
        ObjectNode more = Json.object().put("available", lines.getFirst().sellable().text());
        ArrayNode each = more.putArray("lines");
        lines.forEach(line -> each.add(Desk.json(line)));
        return Problem.of(409, "INSUFFICIENT_STOCK", lines.stream()
                .map(line -> "Line " + line.line() + " wants more than there is: " + line.sellable() + " can be reserved.")
                .collect(Collectors.joining(" ", "", " Nothing was."))).with(more);
    }
}
