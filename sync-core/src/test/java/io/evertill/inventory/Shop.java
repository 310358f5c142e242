package io.evertill.inventory;

import io.evertill.db.CentreOn;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.ledger.Move;
import io.evertill.product.Product;
import io.evertill.reservation.Limits;
import io.evertill.reservation.Order;
import io.evertill.reservation.Payment;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A warehouse that a web shop reserves from.
final class Shop implements AutoCloseable {
    static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    static final String WEB = "web";

    final Warehouse house;
    final Reservations reservations;
    final Reserving reserving;

    Shop(CentreOn on, Path folder) {
        this(on, folder, _ -> Modes.Mode.OPTIMISTIC);
    }

    Shop(CentreOn on, Path folder, Modes modes) {
        this.house = new Warehouse(on, folder);
        this.reservations = new Reservations(house.db, Limits.USUAL);
        this.reserving = new Reserving(house.db, Limits.USUAL, modes, _ -> {});
    }

    void receive(Product product, String amount) {
        house.move(Move.Type.RECEIVE, product, amount, Place.SUPPLIER, Warehouse.SHELF);
    }

    /// Somebody in the shop took goods from the shelf without asking.
    void sell(Product product, String amount) {
        house.move(Move.Type.SCRAP, product, amount, Warehouse.SHELF, Place.SCRAP);
    }

    static Order.Line line(String id, Product product, String amount) {
        return new Order.Line(id, product.id(), "", Warehouse.of(product, amount));
    }

    static Order order(String id, Order.Line... lines) {
        return new Order(Warehouse.STORE, WEB, id, "basket " + id, TEN_MINUTES, List.of(lines));
    }

    Placing reserve(String order, String amount) {
        return reserving.reserve(order(order, line("1", Warehouse.TEA, amount)));
    }

    /// Reserves tea, which must be there.
    UUID reserved(String order, String amount) {
        return held(reserve(order, amount)).reservation().id();
    }

    static Held held(Placing placing) {
        if (placing instanceof Placing.Placed(List<Held> lines)) {
            return lines.getFirst();
        }
        throw new AssertionError("nothing was reserved: " + placing);
    }

    Taking pay(UUID reservation, String payment, Payment.Late late) {
        return reservations.consume(reservation, new Payment(payment, WEB, Optional.empty(), false, late));
    }

    Taking pay(UUID reservation, String payment, String amount, boolean isRestKept) {
        return reservations.consume(reservation, new Payment(payment, WEB,
                Optional.of(Warehouse.of(Warehouse.TEA, amount)), isRestKept, Payment.Late.REFUND));
    }

    /// How much tea may be promised, or is promised too much, as text.
    String available() {
        long available = reservations.shelf(Warehouse.STORE, Warehouse.TEA.id()).available();
        return new Quantity(available, Warehouse.TEA.unit()).text();
    }

    static Quantity tea(String amount) {
        return Warehouse.of(Warehouse.TEA, amount);
    }

    @Override
    public void close() {
        house.close();
    }
}
