package io.evertill.central.route.stock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.desk.Desk;
import io.evertill.central.route.ClientGate;
import io.evertill.central.route.Exchange;
import io.evertill.central.route.Intake;
import io.evertill.central.route.Problem;
import io.evertill.central.route.Turns;
import io.evertill.central.route.stock.ReservationRoute.Wish;
import io.evertill.db.LatePayments;
import io.evertill.reservation.Basket;
import io.evertill.reserving.Reservations;
import io.evertill.reserving.Settling;
import io.evertill.reserving.Taking;
import io.evertill.wire.Json;
import io.evertill.wire.ReservationForms;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// `GET /v1/reservations`, `POST /v1/reservations/renew`, `…/consume` and `…/release`: what becomes of all that an order of a
/// client reserved, together.
public final class BasketRoute implements Handler {
    private static final int BYTES_MAX = 64 * 1024;

    private final ClientGate gate;
    private final Desk desk;
    private final Turns turns;
    private final Wish wish;

    public BasketRoute(ClientGate gate, Desk desk, Turns turns, Wish wish) {
        this.gate = gate;
        this.desk = desk;
        this.turns = turns;
        this.wish = wish;
    }

    @Override
    public void handle(Context context) {
        byte[] bytes = wish == Wish.LOOK ? new byte[0] : Intake.read(context, BYTES_MAX);
        ObjectNode answer = turns.take(() -> {
            String client = gate.admitted(context).name();
            return wish == Wish.LOOK
                    ? json(standings(Exchange.text(context.queryParam("store")), client, Exchange.text(context.queryParam("order"))),
                            Map.of())
                    : answer(client, bytes);
        });
        context.contentType("application/json").result(Json.canonical(answer).content());
    }

    private ObjectNode answer(String client, byte[] bytes) {
        Basket basket;
        Settling settling;
        try {
            basket = desk.basket(client, ReservationForms.Meant.read(bytes));
            settling = settling(basket, bytes);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("UNREADABLE", "The request cannot be read: " + e.getMessage());
        }
        return switch (settling) {
            case Settling.Done(var takings) -> json(standings(basket.branch(), client, basket.order()), late(takings));
            case Settling.Refused(String line, var why) ->
                    throw ReservationRoute.refused(why, wish).with(Json.object().put("line", line));
            case Settling.Unknown _ -> throw ReservationRoute.none();
        };
    }

    private Settling settling(Basket basket, byte[] bytes) {
        return switch (wish) {
            case RENEW -> desk.baskets().renew(
                    basket, basket.client(), ReservationRoute.lifetime(ReservationForms.seconds(bytes)));
            case CONSUME -> desk.baskets().consume(basket, Desk.payment(basket.client(), ReservationForms.Paid.read(bytes)));
            case RELEASE -> desk.baskets().release(basket, basket.client(), ReservationForms.GivenBack.read(bytes).request());
            case LOOK -> throw new IllegalStateException("a look changes nothing");
        };
    }

    private List<Reservations.Standing> standings(String store, String client, String order) {
        List<Reservations.Standing> standings = desk.reservations().of(store, client, order);
        if (standings.isEmpty()) {
            throw ReservationRoute.none();
        }
        return standings;
    }

    private static Map<UUID, LatePayments.Outcome> late(List<Taking> takings) {
        Map<UUID, LatePayments.Outcome> late = new HashMap<>();
        takings.forEach(taking -> {
            if (taking instanceof Taking.Late(var held, var outcome, _)) {
                late.put(held.reservation().id(), outcome);
            }
        });
        return late;
    }

    private ObjectNode json(List<Reservations.Standing> standings, Map<UUID, LatePayments.Outcome> late) {
        ObjectNode answer = Json.object();
        ArrayNode reservations = answer.putArray("reservations");
        for (Reservations.Standing standing : standings) {
            ObjectNode node = desk.json(standing);
            Optional.ofNullable(late.get(standing.held().reservation().id()))
                    .ifPresent(outcome -> node.put("late", outcome.name()));
            reservations.add(node);
        }
        return answer;
    }
}
