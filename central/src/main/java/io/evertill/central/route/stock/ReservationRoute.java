package io.evertill.central.route.stock;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.Desk;
import io.evertill.central.route.ClientGate;
import io.evertill.central.route.Intake;
import io.evertill.central.route.Problem;
import io.evertill.central.route.Turns;
import io.evertill.db.Clients;
import io.evertill.db.LatePayments;
import io.evertill.reservation.Reservation;
import io.evertill.reserving.Reservations;
import io.evertill.reserving.Taking;
import io.evertill.wire.Json;
import io.evertill.wire.ReservationForms;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.UUID;

/// `GET /v1/reservations/{id}`, `POST /v1/reservations/{id}/renew`, `…/consume` and `…/release`: what becomes of a
/// reservation, for the client alone that made it.
public final class ReservationRoute implements Handler {
    private static final int BYTES_MAX = 16 * 1024;

    private final ClientGate gate;
    private final Desk desk;
    private final Turns turns;
    private final Wish wish;

    public ReservationRoute(ClientGate gate, Desk desk, Turns turns, Wish wish) {
        this.gate = gate;
        this.desk = desk;
        this.turns = turns;
        this.wish = wish;
    }

    /// What a client wants of a reservation.
    public enum Wish {
        /// To see it.
        LOOK,
        /// To have it longer.
        RENEW,
        /// To take its goods.
        CONSUME,
        /// To give it back.
        RELEASE
    }

    @Override
    public void handle(Context context) {
        byte[] bytes = wish == Wish.LOOK ? new byte[0] : Intake.read(context, BYTES_MAX);
        ObjectNode answer = turns.take(() -> answer(gate.admitted(context), id(context.pathParam("id")), bytes));
        context.contentType("application/json").result(Json.canonical(answer).content());
    }

    private ObjectNode answer(Clients.Client client, UUID id, byte[] bytes) {
        Reservations.Standing standing = desk.reservations().find(id)
                .filter(found -> found.held().client().equals(client.name()))
                .orElseThrow(ReservationRoute::none);
        return switch (wish) {
            case LOOK -> desk.json(standing);
            case RENEW, CONSUME, RELEASE -> answer(id, taking(client, id, bytes));
        };
    }

    private Taking taking(Clients.Client client, UUID id, byte[] bytes) {
        try {
            return switch (wish) {
                case RENEW -> desk.reservations().renew(id, client.name(), lifetime(ReservationForms.seconds(bytes)));
                case CONSUME -> desk.consume(id, client.name(), ReservationForms.Paid.read(bytes));
                case RELEASE -> desk.release(id, client.name(), ReservationForms.GivenBack.read(bytes));
                case LOOK -> throw new IllegalStateException("a look changes nothing");
            };
        } catch (IllegalArgumentException e) {
            throw Problem.bad("UNREADABLE", "The request cannot be read: " + e.getMessage());
        }
    }

    static Duration lifetime(long seconds) {
        if (seconds < 1) {
            throw new IllegalArgumentException("seconds are above zero");
        }
        return Duration.ofSeconds(seconds);
    }

    private ObjectNode answer(UUID id, Taking taking) {
        return switch (taking) {
            case Taking.Done _ -> desk.json(desk.reservations().find(id).orElseThrow());
            case Taking.Late(var held, var outcome, var sellable) -> {
                if (outcome == LatePayments.Outcome.REFUND) {
                    throw Problem.of(409, "REFUND_DUE", "The payment came after the reservation had ended, and the goods are gone:"
                            + " pay it back. It was noted, and nothing was taken.").withAvailable(sellable.text());
                }
                yield desk.json(desk.reservations().find(held.reservation().id()).orElseThrow()).put("late", outcome.name());
            }
            case Taking.Already _, Taking.TooMuch _, Taking.Conflict _, Taking.Unknown _ -> throw refused(taking, wish);
        };
    }

    /// What a client is told of something that was not done with a reservation.
    static Problem refused(Taking taking, Wish wish) {
        return switch (taking) {
            case Taking.Already(_, var state) -> already(state);
            case Taking.TooMuch(var open) -> Problem.of(409, "TOO_MUCH",
                    "Only " + open + " of it are left. Nothing was changed.").withAvailable(open.text());
            case Taking.Conflict _ when wish == Wish.RELEASE -> Problem.of(409, "REQUEST_CONFLICT",
                    "This request was named before for another quantity. Nothing was changed.");
            case Taking.Conflict _ -> Problem.of(409, "PAYMENT_CONFLICT",
                    "This payment was named before for another quantity. Nothing was changed.");
            case Taking.Unknown _ -> none();
            case Taking.Done _, Taking.Late _ -> throw new IllegalStateException("it was done");
        };
    }

    private static Problem already(Reservation.State state) {
        return switch (state) {
            case CONSUMED -> Problem.of(409, "ALREADY_CONSUMED", "The goods of this reservation were taken already.");
            case RELEASED -> Problem.of(409, "ALREADY_RELEASED", "This reservation was given back already.");
            case EXPIRED -> Problem.of(409, "ALREADY_EXPIRED", "This reservation has ended by itself.");
            case ACTIVE -> throw new IllegalStateException("an active reservation has not ended");
        };
    }

    private static UUID id(String text) {
        if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw none();
        }
        return UUID.fromString(text);
    }

    static Problem none() {
        return Problem.of(404, "NO_RESERVATION", "There is no such reservation of this client.");
    }
}
