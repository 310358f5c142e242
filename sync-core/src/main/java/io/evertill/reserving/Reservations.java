package io.evertill.reserving;

import io.evertill.db.Database;
import io.evertill.db.LatePayments;
import io.evertill.db.ReservationEntries.Held;
import io.evertill.db.Shelves.Shelf;
import io.evertill.db.Tx;
import io.evertill.inventory.Books;
import io.evertill.inventory.Derived;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Entry;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Move;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.reservation.Attempt;
import io.evertill.reservation.Limits;
import io.evertill.reservation.Payment;
import io.evertill.reservation.Reservation;
import io.evertill.reservation.Verdict;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What becomes of promises of goods on a branch's main shelf (domain 2b).
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

    /// How much of a product of no known batch is on a branch's shelf, and how much of that may be promised.
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

    /// Makes a reservation last longer.
    public Taking renew(UUID id, String by, Duration lifetime) {
        return db.write(tx -> tx.reservations().lock(id).<Taking>map(held -> {
            tx.shelves().lock(key(held.reservation()));
            return outcome(tx, held, held.reservation().renew(new Attempt("", by, tx.clock()), lifetime, limits));
        }).orElseGet(Taking.Unknown::new));
    }

    /// Gives back what is left of a reservation.
    ///
    /// @param request the caller's name for it; the same a second time has the same outcome
    public Taking release(UUID id, String by, String request) {
        return db.write(tx -> tx.reservations().lock(id)
                .<Taking>map(held -> outcome(tx, held, held.reservation().release(new Attempt(request, by, tx.clock()))))
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
            Instant now = tx.clock();
            Verdict verdict = held.reservation()
                    .consume(new Attempt(payment.id(), payment.by(), now), payment.wanted(), payment.isRestKept());
            if (verdict instanceof Verdict.Already(Reservation.State state) && state == Reservation.State.EXPIRED) {
                return late(tx, held, payment, now);
            }
            Taking taking = outcome(tx, held, verdict);
            if (verdict instanceof Verdict.Next next && taking instanceof Taking.Done(Held after)) {
                pick(tx, after, payment, -next.steps().getLast().change());
            }
            return taking;
        });
    }

    /// Writes down that reservations have ended by themselves, a batch of them; it changes no answer to anything.
    ///
    /// @return how many there were, 0 when there is nothing to do
    public int sweep() {
        return db.write(tx -> {
            Instant now = tx.clock();
            List<Held> due = tx.reservations().due(now, SWEPT_MAX);
            due.forEach(held -> expire(tx, held, now));
            return due.size();
        });
    }

    private static void expire(Tx tx, Held held, Instant now) {
        held.reservation().expire(now).ifPresent(step -> tx.reservations().append(held, List.of(step)));
    }

    private static Taking outcome(Tx tx, Held held, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Next(var steps) -> new Taking.Done(tx.reservations().append(held, steps));
            case Verdict.Known _ -> new Taking.Done(held);
            case Verdict.Conflict _ -> new Taking.Conflict();
            case Verdict.Already(var state) -> new Taking.Already(held, state);
            case Verdict.TooMuch(var open) -> new Taking.TooMuch(open);
        };
    }

    private static Taking late(Tx tx, Held held, Payment payment, Instant now) {
        Reservation one = held.reservation();
        Unit unit = one.quantity().unit();
        Optional<LatePayments.Late> first = tx.latePayments().find(one.branch(), one.id());
        if (first.isPresent()) {
            boolean isSame = first.get().request().equals(payment.id())
                    && payment.wanted().map(Quantity::tenThousandths).orElse(first.get().quantity())
                            == first.get().quantity();
            return isSame
                    ? new Taking.Late(held, first.get().outcome(), new Quantity(first.get().sellable(), unit))
                    : new Taking.Already(held, Reservation.State.EXPIRED);
        }
        Quantity lapsed = one.lapsed(now);
        Quantity taken = payment.wanted().orElse(lapsed);
        if (taken.compareTo(lapsed) > 0) {
            return new Taking.TooMuch(lapsed);
        }
        long sellable = tx.shelves().look(key(one), "", now).sellable();
        LatePayments.Outcome outcome = outcome(taken.tenThousandths() <= sellable, payment.late());
        expire(tx, held, now);
        tx.latePayments().add(one.branch(), one.id(), new LatePayments.Late(
                outcome, taken.tenThousandths(), sellable, now, payment.id(), payment.by()));
        if (outcome != LatePayments.Outcome.REFUND) {
            pick(tx, held, payment, taken.tenThousandths());
        }
        return new Taking.Late(tx.reservations().find(one.id()).orElseThrow(), outcome, new Quantity(sellable, unit));
    }

    private static LatePayments.Outcome outcome(boolean isThere, Payment.Late late) {
        if (isThere) {
            return LatePayments.Outcome.TAKEN;
        }
        return switch (late) {
            case OVERSELL_AND_FLAG -> LatePayments.Outcome.OVERSOLD;
            case REFUND -> LatePayments.Outcome.REFUND;
        };
    }

    private static void pick(Tx tx, Held held, Payment payment, long quantity) {
        Reservation one = held.reservation();
        Tracking tracking = Tracking.lot(one.lot());
        Entry.Goods goods = new Entry.Goods(1, item(tx, one.product()).orElseThrow(),
                new Quantity(quantity, one.quantity().unit()), Place.shelf(one.branch()),
                Place.at(one.branch(), Place.Kind.STAGED), tracking, tracking, "");
        Entry fact = new Entry.GoodsMoved(one.branch(), tx.now(), new Person(payment.by(), payment.by()), Move.Type.PICK,
                held.order(), List.of(goods));
        EntryId id = new EntryId(Derived.id("picked for a payment", one.id().toString(), payment.id()));
        Books.Recorded recorded = Books.record(tx, id, fact);
        if (!(recorded instanceof Books.Recorded.Posted)) {
            throw new IllegalStateException("goods of reservation " + one.id() + " were picked before, without its knowing: "
                    + recorded);
        }
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
        return new Move.Key(reservation.product(), Place.shelf(reservation.branch()), reservation.lot());
    }
}
