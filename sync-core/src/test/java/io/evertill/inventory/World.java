package io.evertill.inventory;

import io.evertill.db.Tills;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.feed.HeadOffice;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.money.UnitPrice;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Chance;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.wire.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Three branches, two tills in each, a centre, and what is really on the shelves.
final class World implements AutoCloseable {
    static final List<String> BRANCHES = List.of("S1", "S2", "S3");
    /// Comes in batches.
    static final Product MILK = product("MILK", "1.15");
    /// Comes in pieces with numbers.
    static final Product PHONE = product("PHONE", "349.00");
    /// Is sold before the centre knows it.
    static final Product GHOST = product("GHOST", "3.33");
    static final List<Product> PRODUCTS = List.of(Warehouse.TEA, Warehouse.RICE, MILK, PHONE);
    static final long TEA_MINIMUM = 5 * Quantity.ONE;
    private static final List<String> LOTS = List.of("L1", "L2", "");
    private static final int PIECES = 6;

    final Chance chance;
    final RunningCentre centre;
    final Truth truth = new Truth();
    final List<LocalTill> tills;
    final List<String> broken = new ArrayList<>();
    final Set<String> seen = new TreeSet<>();
    /// The reservations that were ever made.
    final List<UUID> promised = new ArrayList<>();

    World(Chance chance, RunningCentre centre) {
        this(chance, centre, tills(chance));
    }

    /// The same with tills that were elsewhere before.
    World(Chance chance, RunningCentre centre, List<LocalTill> tills) {
        this.chance = chance;
        this.centre = centre;
        this.tills = tills;
        HeadOffice office = new HeadOffice(centre.feed());
        centre.db().run(tx -> {
            tx.centre().start(centre.id(), tx.now());
            office.define(tx, Warehouse.VAT);
            PRODUCTS.forEach(product -> office.define(tx, product));
            tills.forEach(till -> tx.tills().enrol(till.seat.terminal(), new Tills.Seat(till.seat.branch(), till.seat.name()),
                    till.seat.publicKey(), Bytes.of(till.seat.terminal()).hash(), tx.now()));
            BRANCHES.forEach(branch -> tx.minimums().put(branch, Warehouse.TEA.id(), TEA_MINIMUM, tx.now()));
        });
    }

    private static List<LocalTill> tills(Chance chance) {
        List<LocalTill> tills = new ArrayList<>();
        for (String branch : BRANCHES) {
            tills.add(new LocalTill(chance, branch, 1));
            tills.add(new LocalTill(chance, branch, 2));
        }
        return tills;
    }

    private static Product product(String sku, String price) {
        return new Product(ProductId.of(Sku.of(sku)), Sku.of(sku), "A " + sku, Unit.EACH, Product.Kind.GOODS, "STD",
                UnitPrice.parse(price, Warehouse.GBP), List.of());
    }

    /// Says that something is not as it must be.
    void require(boolean isSo, String sentence) {
        if (!isSo) {
            broken.add(sentence);
        }
    }

    EntryId entryId() {
        return new EntryId(centre.id());
    }

    /// A few of a product.
    Quantity some(Product product) {
        return new Quantity((1 + chance.below(6)) * product.unit().step(), product.unit());
    }

    /// At most so much of a product as is really there, and at least the least that can be.
    Quantity some(Move.Key key) {
        Product product = product(key.product());
        Quantity some = some(product);
        long there = Math.max(product.unit().step(), truth.at(key));
        return new Quantity(Math.min(some.tenThousandths(), there), some.unit());
    }

    static Product product(ProductId id) {
        return id.equals(GHOST.id())
                ? GHOST
                : PRODUCTS.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    /// What goods of a product that come from outside are called.
    Tracking tracking(Product product) {
        if (product.equals(PHONE)) {
            return new Tracking("", "SN" + chance.below(PIECES));
        }
        return product.equals(MILK) ? Tracking.lot(chance.pick(LOTS)) : Tracking.NONE;
    }

    /// Goods that are really at a place, if there are any; a piece by its number, mostly.
    Optional<Found> find(Place place) {
        List<Move.Key> keys = truth.at(place).stream().filter(key -> !key.product().equals(GHOST.id())).toList();
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        Move.Key key = chance.pick(keys);
        Product product = product(key.product());
        if (!product.equals(PHONE)) {
            return Optional.of(new Found(product, some(key), Tracking.lot(key.lot())));
        }
        List<String> pieces = truth.pieces(place);
        String piece = pieces.isEmpty() || chance.oneIn(8) ? "SN" + chance.below(PIECES) : chance.pick(pieces);
        return Optional.of(new Found(product, Quantity.of(1, product.unit()), new Tracking("", piece)));
    }

    /// Goods in somebody's hands.
    record Found(Product product, Quantity quantity, Tracking tracking) {}

    /// Something happened at a till.
    EntryId happened(LocalTill till, Entry entry) {
        EntryId id = entryId();
        till.record(centre.now(), id, entry);
        truth.moved(entry.moves());
        return id;
    }

    /// People at the centre record something.
    void recorded(Entry entry) {
        EntryId id = entryId();
        truth.moved(entry.moves());
        Books.Recorded recorded = centre.surviving(chance, () -> centre.db().write(tx -> Books.record(tx, id, entry)));
        require(!(recorded instanceof Books.Recorded.Conflict), "I10: a fact that was recorded twice is a conflict");
    }

    /// A till hands something over, and perhaps does not hear the answer.
    void upload(LocalTill till) {
        var push = till.upload(chance, centre.now());
        Reply reply = centre.surviving(chance, () -> centre.accept().accept(till.seat, push));
        require(reply.status() != Reply.Status.FORK, "I10: a till's own history is a fork");
        if (!chance.oneIn(4)) {
            till.hear(reply);
        }
    }

    /// A till hands over all that it has, and the centre takes it.
    void tell(LocalTill till) {
        till.hear(centre.surviving(chance, () -> centre.accept().accept(till.seat, till.rest(centre.now(), 500))));
        apply();
    }

    /// The centre takes what it has accepted.
    void apply() {
        centre.surviving(chance, () -> centre.apply().step());
    }

    /// Everything comes to an end: all is handed over and taken, and what was not known becomes known.
    void settle() {
        for (LocalTill till : tills) {
            while (!till.isHeard()) {
                till.hear(centre.accept().accept(till.seat, till.rest(centre.now(), 500)));
            }
            till.hear(centre.accept().accept(till.seat, till.rest(centre.now(), 500)));
        }
        applyAll();
        centre.db().run(tx -> new HeadOffice(centre.feed()).define(tx, GHOST));
        while (centre.feed().publish() > 0) {
            centre.tick(Duration.ofMillis(1));
        }
        applyAll();
        centre.tick(Duration.ofHours(2));
        while (centre.reservations().sweep() > 0) {
            centre.tick(Duration.ofMillis(1));
        }
    }

    private void applyAll() {
        int taken = 1;
        while (taken > 0) {
            taken = centre.apply().step();
        }
    }

    /// The keys that are touched by what waits for a person.
    Set<Move.Key> waiting() {
        TreeSet<Move.Key> waiting = new TreeSet<>();
        centre.db().run(tx -> {
            for (LocalTill till : tills) {
                till.streams().forEach(stream -> tx.parked().list(till.seat.branch(), stream, Integer.MAX_VALUE)
                        .forEach(parked -> till.moves((int) parked.seq()).forEach(move -> waiting.add(move.key()))));
            }
        });
        return waiting;
    }

    @Override
    public void close() {
        centre.close();
    }
}
