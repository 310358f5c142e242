package io.evertill.reserving;

import io.evertill.db.CentreOn;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.entry.Move;
import io.evertill.inventory.Books;
import io.evertill.inventory.Warehouse;
import io.evertill.product.Product;
import io.evertill.reservation.Limits;
import io.evertill.reservation.Order;
import io.evertill.reservation.Payment;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A warehouse that a web shop reserves from.
public final class Shop implements AutoCloseable {
    public static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    public static final String WEB = "web";

    public final Warehouse house;
    public final Reservations reservations;
    public final Reserving reserving;
    public final Baskets baskets;

    public Shop(CentreOn on, Path folder) {
        this(on, folder, _ -> Modes.Mode.OPTIMISTIC);
    }

    public Shop(CentreOn on, Path folder, Modes modes) {
        this.house = new Warehouse(on, folder);
        this.reservations = new Reservations(house.db, Limits.USUAL);
        this.baskets = new Baskets(house.db, Limits.USUAL);
        this.reserving = new Reserving(house.db, Limits.USUAL, modes, _ -> {});
    }

    public void receive(Product product, String amount) {
        house.move(Move.Type.RECEIVE, product, amount, Place.SUPPLIER, Warehouse.SHELF);
    }

    /// Goods of a batch, of none with an empty text, that came to a place.
    public void receive(Product product, Place place, String lot, String amount) {
        house.db.write(tx -> Books.record(tx, house.entryId(), house.moved(
                Move.Type.RECEIVE, product, amount, Place.SUPPLIER, place, Tracking.lot(lot))));
    }

    /// Somebody in the shop took goods from the shelf without asking.
    public void sell(Product product, String amount) {
        house.move(Move.Type.SCRAP, product, amount, Warehouse.SHELF, Place.SCRAP);
    }

    public static Order.Line line(String id, Product product, String amount) {
        return new Order.Line(id, product.id(), Place.MAIN, "", Warehouse.of(product, amount));
    }

    public static Order order(String id, Order.Line... lines) {
        return new Order(Warehouse.STORE, WEB, id, "basket " + id, TEN_MINUTES, List.of(lines));
    }

    /// What an order is answered of which one line is short.
    public static Placing missing(String line, Quantity sellable) {
        return new Placing.Insufficient(List.of(new Placing.Missing(line, sellable, Optional.empty())));
    }

    public Placing reserve(String order, String amount) {
        return reserving.reserve(order(order, line("1", Warehouse.TEA, amount)));
    }

    /// Reserves tea, which must be there.
    public UUID reserved(String order, String amount) {
        return held(reserve(order, amount)).reservation().id();
    }

    public static Held held(Placing placing) {
        if (placing instanceof Placing.Placed(List<Held> lines)) {
            return lines.getFirst();
        }
        throw new AssertionError("nothing was reserved: " + placing);
    }

    public Taking pay(UUID reservation, String payment, Payment.Late late) {
        return reservations.consume(reservation, new Payment(payment, WEB, Optional.empty(), false, late));
    }

    public Taking pay(UUID reservation, String payment, String amount, boolean isRestKept) {
        return reservations.consume(reservation, new Payment(payment, WEB,
                Optional.of(Warehouse.of(Warehouse.TEA, amount)), isRestKept, Payment.Late.REFUND));
    }

    /// How much tea may be promised, or is promised too much, as text.
    public String available() {
        long available = reservations.shelf(Warehouse.STORE, Warehouse.TEA.id()).available();
        return new Quantity(available, Warehouse.TEA.unit()).text();
    }

    public static Quantity tea(String amount) {
        return Warehouse.of(Warehouse.TEA, amount);
    }

    @Override
    public void close() {
        house.close();
    }
}
