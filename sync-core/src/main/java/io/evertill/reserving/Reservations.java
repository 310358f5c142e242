package io.evertill.reserving;

import io.evertill.db.Database;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.db.Shelves.Shelf;
import io.evertill.db.Tx;
import io.evertill.entry.Move;
import io.evertill.inventory.Books;
import io.evertill.ledger.Bytes;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.reservation.Attempt;
import io.evertill.reservation.Limits;
import io.evertill.reservation.Payment;
import io.evertill.reservation.Reservation;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What becomes of promises of goods on a branch's shelves (domain 2b).
///
/// A reservation is a request and may be refused; money that was taken for it is a fact and is not. Whoever locks more than one
/// thing locks the centre's stream first, then the reservation, then the shelf. The clock is the database's, read under the
/// lock that the decision depends on. Making them is the work of [Reserving].
public final class Reservations {
    private static final int SWEPT_MAX = 200;

    private final Database db;
    private final Limits limits;

    /// Reservations in the centre's database.
    public Reservations(Database db, Limits limits) {
        this.db = db;
        this.limits = limits;
    }

    /// Goods that can be reserved, by their SKU.
    public Optional<Item> goods(Sku sku) {
        return db.read(tx -> item(tx, ProductId.of(sku)));
    }

    /// The SKU of a product, empty when it is not known any more.
    public String sku(ProductId id) {
        return db.read(tx -> item(tx, id)).map(item -> item.sku().code()).orElse("");
    }

    /// How much of a product of no known batch is on a branch's main shelf, and how much of that may be promised.
    public Shelf shelf(String branch, ProductId product) {
        return db.read(tx -> tx.shelves().look(new Move.Key(product, Place.shelf(branch), ""), "", tx.clock()));
    }

    /// A reservation as it stands, and whether the shelf does not cover it any more.
    ///
    /// @param at the moment
    /// @param isAtRisk whether it is active and goods have left the shelf that were promised to it
    public record Standing(Held held, Instant at, boolean isAtRisk) {
        /// How it stands.
        public Reservation.State state() {
            return held.reservation().state(at);
        }
    }

    /// A reservation by its id.
    public Optional<Standing> find(UUID id) {
        return db.read(tx -> tx.reservations().find(id).map(held -> standing(tx, held, tx.clock())));
    }

    /// Active reservations of a branch behind one of them, by id; start behind the id of zeros.
    public List<Standing> after(String branch, UUID id, int limit) {
        return db.read(tx -> {
            Instant now = tx.clock();
            return tx.reservations().after(branch, id, now, limit).stream().map(held -> standing(tx, held, now)).toList();
        });
    }

    private static Standing standing(Tx tx, Held held, Instant now) {
        Reservation one = held.reservation();
        boolean isAtRisk = tx.reservations().atRisk(key(one), now).contains(one.id());
        return new Standing(held, now, isAtRisk);
    }

    /// All that a client's order reserved in a branch, as it stands.
    public List<Standing> of(String branch, String client, String order) {
        return db.read(tx -> {
            Instant now = tx.clock();
            return tx.reservations().of(branch, client, order).stream().map(held -> standing(tx, held, now)).toList();
        });
    }

    /// Makes a reservation last longer.
    public Taking renew(UUID id, String by, Duration lifetime) {
        return db.write(tx -> tx.reservations().lock(id).<Taking>map(held -> {
            tx.shelves().lock(key(held.reservation()));
            return Steps.renew(tx, held, new Attempt("", by, tx.clock()), lifetime, limits);
        }).orElseGet(Taking.Unknown::new));
    }

    /// Gives back what is left of a reservation, or a part of it.
    ///
    /// @param request the caller's name for it; the same a second time has the same outcome
    /// @param wanted how much; empty for all that is left; a part needs a name
    public Taking release(UUID id, String by, String request, Optional<Quantity> wanted) {
        return db.write(tx -> tx.reservations().lock(id)
                .<Taking>map(held -> Steps.release(tx, held, new Attempt(request, by, tx.clock()), wanted))
                .orElseGet(Taking.Unknown::new));
    }

    /// Takes paid goods from the shelf and ends their reservation, in one transaction: they are picked for the order.
    ///
    /// When the reservation had ended by itself, they are taken if nobody else has them; else it is as the payment says.
    public Taking consume(UUID id, Payment payment) {
        return db.write(tx -> {
            Optional<Held> found = tx.reservations().find(id);
            if (found.isEmpty()) {
                return new Taking.Unknown();
            }
            Books.openAndLock(tx, found.get().reservation().branch());
            Held held = tx.reservations().lock(id).orElseThrow();
            tx.shelves().lock(key(held.reservation()));
            return Steps.consume(tx, held, payment, tx.clock());
        });
    }

    /// Writes down that reservations have ended by themselves, a batch of them; it changes no answer to anything.
    ///
    /// @return how many there were, 0 when there is nothing to do
    public int sweep() {
        return db.write(tx -> {
            Instant now = tx.clock();
            List<Held> due = tx.reservations().due(now, SWEPT_MAX);
            due.forEach(held -> Steps.expire(tx, held, now));
            return due.size();
        });
    }

    /// What the centre knows of goods that can be reserved.
    static Optional<Item> item(Tx tx, ProductId id) {
        return tx.definitions().product(id)
                .map(row -> Rows.product(Json.parse(row.content())))
                .filter(product -> product.kind() == Product.Kind.GOODS)
                .flatMap(product -> tax(tx, product).map(rate -> Item.of(product, rate)));
    }

    private static Optional<io.evertill.tax.TaxRate> tax(Tx tx, Product product) {
        return tx.definitions().tax(product.taxCode()).map(Bytes::content).map(Json::parse).map(Rows::tax);
    }

    /// The key that a reservation keeps goods of.
    public static Move.Key key(Reservation reservation) {
        return new Move.Key(reservation.product(), reservation.shelf(), reservation.lot());
    }
}
