package io.evertill.central.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.office.Office;
import io.evertill.central.office.Signal;
import io.evertill.product.Sku;
import io.evertill.reservation.Limits;
import io.evertill.reservation.Order;
import io.evertill.reservation.Payment;
import io.evertill.reserving.Modes;
import io.evertill.reserving.Placing;
import io.evertill.reserving.Reservations;
import io.evertill.reserving.Reserving;
import io.evertill.reserving.Taking;
import io.evertill.sale.Item;
import io.evertill.stock.Quantity;
import io.evertill.wire.ReservationForms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Where programs and people ask for reservations: forms in, what became of it out.
///
/// @param reservations what becomes of them
/// @param reserving makes them
public record Desk(Reservations reservations, Reserving reserving) {
    private static final int JITTER_MS = 4;

    /// A desk at an office.
    public static Desk at(Office office, RandomGenerator random, Modes modes) {
        return new Desk(new Reservations(office.db(), Limits.USUAL),
                new Reserving(office.db(), Limits.USUAL, modes, tries -> pause(random.nextLong(JITTER_MS << tries))));
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
            lines.add(new Order.Line(line.line(), item.get().product(), line.lot(), quantity));
        }
        return reserving.reserve(new Order(
                form.store(), client, form.order(), form.owner(), Duration.ofSeconds(form.seconds()), lines));
    }

    /// Takes what a form says was paid for.
    ///
    /// @throws IllegalArgumentException with a sentence when the form is no payment
    public Taking consume(UUID id, String client, ReservationForms.Paid form) {
        Optional<Reservations.Standing> found = reservations.find(id);
        if (found.isEmpty()) {
            return new Taking.Unknown();
        }
        Optional<Quantity> wanted = form.quantity()
                .map(text -> Quantity.parse(text, found.get().held().reservation().quantity().unit()));
        return reservations.consume(id, new Payment(form.payment(), client, wanted, form.isRestKept(), form.late()));
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
