package io.evertill.central.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.office.Office;
import io.evertill.central.office.Signal;
import io.evertill.product.Sku;
import io.evertill.reservation.Basket;
import io.evertill.reservation.Limits;
import io.evertill.reservation.Order;
import io.evertill.reservation.Payment;
import io.evertill.reserving.Baskets;
import io.evertill.reserving.Modes;
import io.evertill.reserving.Placing;
import io.evertill.reserving.Reservations;
import io.evertill.reserving.Reserving;
import io.evertill.reserving.Taking;
import io.evertill.sale.Item;
import io.evertill.stock.Quantity;
import io.evertill.wire.Json;
import io.evertill.wire.ReservationForms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Where programs and people ask for reservations: forms in, what became of it out.
///
/// @param reservations what becomes of them
/// @param reserving makes them
/// @param baskets what becomes of all that an order reserved
public record Desk(Reservations reservations, Reserving reserving, Baskets baskets) {
    private static final int JITTER_MS = 4;

    /// A desk at an office.
    public static Desk at(Office office, RandomGenerator random, Modes modes) {
        return new Desk(new Reservations(office.db(), Limits.USUAL),
                new Reserving(office.db(), Limits.USUAL, modes, tries -> pause(random.nextLong(JITTER_MS << tries))),
                new Baskets(office.db(), Limits.USUAL));
    }

    private static void pause(long ms) {
        try {
            new Signal().await(0, Duration.ofMillis(ms).toNanos());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reserves what a form asks for.
    ///
    /// @throws IllegalArgumentException with a sentence when the form makes no order
    public Placing reserve(String client, ReservationForms.Ordered form) {
        List<Order.Line> lines = new ArrayList<>();
        for (ReservationForms.Line line : form.lines()) {
            Optional<Item> item = reservations.goods(Sku.of(line.sku()));
            if (item.isEmpty()) {
                return new Placing.Unknown(line.line());
            }
            Quantity quantity = Quantity.parse(line.quantity(), item.get().unit());
            lines.add(new Order.Line(line.line(), item.get().product(), line.location(), line.lot(), quantity));
        }
        return reserving.reserve(new Order(
                form.store(), client, form.order(), form.owner(), Duration.ofSeconds(form.seconds()), lines));
    }

    /// Takes what a form says was paid for.
    ///
    /// @throws IllegalArgumentException with a sentence when the form is no payment
    public Taking consume(UUID id, String client, ReservationForms.Paid form) {
        return reservations.find(id)
                .map(found -> reservations.consume(id, payment(client, form).of(quantity(found, form.quantity()))))
                .orElseGet(Taking.Unknown::new);
    }

    /// Gives back what a form says.
    ///
    /// @throws IllegalArgumentException with a sentence when the form gives nothing back
    public Taking release(UUID id, String client, ReservationForms.GivenBack form) {
        return reservations.find(id)
                .map(found -> reservations.release(id, client, form.request(), quantity(found, form.quantity())))
                .orElseGet(Taking.Unknown::new);
    }

    /// What a form means of all that a client's order reserved. A line that is not there is not there later either.
    ///
    /// @throws IllegalArgumentException with a sentence when it means nothing
    public Basket basket(String client, ReservationForms.Meant form) {
        Map<String, Reservations.Standing> lines = new HashMap<>();
        reservations.of(form.store(), client, form.order()).forEach(each -> lines.put(each.held().line(), each));
        return new Basket(form.store(), client, form.order(), form.lines().stream()
                .map(share -> new Basket.Part(share.line(), Optional.ofNullable(lines.get(share.line()))
                        .flatMap(found -> quantity(found, share.quantity()))))
                .toList());
    }

    /// The payment of a form, for all of what it is for.
    ///
    /// @throws IllegalArgumentException with a sentence when the form is no payment
    public static Payment payment(String client, ReservationForms.Paid form) {
        return new Payment(form.payment(), client, Optional.empty(), form.isRestKept(), form.late());
    }

    private static Optional<Quantity> quantity(Reservations.Standing of, Optional<String> text) {
        return text.map(amount -> Quantity.parse(amount, of.held().reservation().quantity().unit()));
    }

    /// How short a line is, as it is shown.
    public static ObjectNode json(Placing.Missing line) {
        ObjectNode node = Json.object().put("line", line.line()).put("available", line.sellable().text());
        line.batches().ifPresent(batches -> {
            ArrayNode picks = node.put("missing", batches.missing().text()).putArray("batches");
            batches.picks().forEach(pick -> Batches.put(pick.lot(), picks.addObject()).put("quantity", pick.quantity().text()));
        });
        return node;
    }

    /// A reservation as it is shown.
    public ObjectNode json(Reservations.Standing standing) {
        return ReservationForms.write(standing.held().reservation(), standing.at())
                .put("sku", reservations.sku(standing.held().reservation().product()))
                .put("order", standing.held().order())
                .put("line", standing.held().line())
                .put("atRisk", standing.isAtRisk());
    }
}
