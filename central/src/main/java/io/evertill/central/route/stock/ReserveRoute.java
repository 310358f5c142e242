package io.evertill.central.route.stock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.Desk;
import io.evertill.central.route.ClientGate;
import io.evertill.central.route.Intake;
import io.evertill.central.route.Problem;
import io.evertill.central.route.Turns;
import io.evertill.db.Clients;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.reserving.Placing;
import io.evertill.wire.Json;
import io.evertill.wire.ReservationForms;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/// `POST /v1/reservations`: goods are kept for an owner for a while, all of an order or nothing.
public final class ReserveRoute implements Handler {
    private static final int BYTES_MAX = 64 * 1024;

    private final ClientGate gate;
    private final Desk desk;
    private final Turns turns;

    public ReserveRoute(ClientGate gate, Desk desk, Turns turns) {
        this.gate = gate;
        this.desk = desk;
        this.turns = turns;
    }

    @Override
    public void handle(Context context) {
        byte[] bytes = Intake.read(context, BYTES_MAX);
        ObjectNode answer = turns.take(() -> {
            Clients.Client client = gate.admitted(context);
            return answer(reserve(client, bytes));
        });
        context.status(201).contentType("application/json").result(Json.canonical(answer).content());
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
            case Placing.Insufficient(String line, var sellable) -> throw Problem.of(409, "INSUFFICIENT_STOCK", "Line " + line
                    + " wants more than there is: " + sellable + " can be reserved. Nothing was.").withAvailable(sellable.text());
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
}
