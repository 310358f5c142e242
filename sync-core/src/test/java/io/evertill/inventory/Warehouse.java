package io.evertill.inventory;

import io.evertill.audit.CentreAudit;
import io.evertill.db.CentreOn;
import io.evertill.db.Database;
import io.evertill.db.ServerClock;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.feed.Feed;
import io.evertill.feed.HeadOffice;
import io.evertill.ledger.EntryId;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.transfer.Action;
import io.evertill.transfer.Load;
import io.evertill.transfer.Route;
import io.evertill.transfer.TransferId;
import io.evertill.transfer.Waybill;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A centre with a few products and a clock that tests move, for tests of what people do with stock.
public final class Warehouse implements AutoCloseable {
    public static final Currency GBP = Currency.getInstance("GBP");
    public static final TaxRate VAT = new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE);
    public static final Person BEA = new Person("bea", "Bea");
    public static final Product TEA = product("TEA", Unit.EACH);
    public static final Product RICE = product("RICE", Unit.KILOGRAM);
    public static final String STORE = "S1";
    public static final Place SHELF = Place.shelf(STORE);

    public final Database db;
    public final Optional<ServerClock> server;
    public final Feed feed;
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");
    private long ids;

    public Warehouse(CentreOn on, Path folder) {
        CentreOn.Clocked clocked = on.clocked(folder, () -> now);
        this.db = clocked.db();
        this.server = clocked.server();
        this.feed = new Feed(db, this::id);
        HeadOffice office = new HeadOffice(feed);
        db.run(tx -> {
            tx.centre().start(id(), tx.now());
            office.define(tx, VAT);
            office.define(tx, TEA);
            office.define(tx, RICE);
        });
        while (feed.publish() > 0) {
            tick(Duration.ofMillis(1));
        }
    }

    private static Product product(String sku, Unit unit) {
        return new Product(ProductId.of(Sku.of(sku)), Sku.of(sku), "A " + sku, unit, Product.Kind.GOODS, "STD",
                UnitPrice.parse("2.50", GBP), List.of());
    }

    /// Adds a product that is sold by the piece.
    public Product define(String sku) {
        Product product = product(sku, Unit.EACH);
        db.run(tx -> new HeadOffice(feed).define(tx, product));
        return product;
    }

    public static Item item(Product product) {
        return Item.of(product, VAT);
    }

    /// So much of a product, in its unit.
    public static Quantity of(Product product, String amount) {
        return Quantity.parse(amount, product.unit());
    }

    /// The next id, without chance.
    public UUID id() {
        ids++;
        return new UUID(0x0190_0000_0000_7000L | ids << 16, 0x8000_0000_0000_0000L | ids);
    }

    public EntryId entryId() {
        return new EntryId(id());
    }

    public Instant now() {
        return now;
    }

    public void tick(Duration by) {
        now = now.plus(by);
        server.ifPresent(clock -> clock.set(now));
    }

    /// Goods of one product that move.
    public StockEntry.GoodsMoved moved(Move.Type type, Product product, String amount, Place from, Place to, Tracking tracking) {
        return new StockEntry.GoodsMoved(STORE, now, BEA, type, "D-1", List.of(new StockEntry.Goods(
                1, item(product), of(product, amount), from, to, tracking, tracking, "as told")));
    }

    /// Records goods of one product that move, at the centre.
    public EntryId move(Move.Type type, Product product, String amount, Place from, Place to) {
        EntryId id = entryId();
        StockEntry.GoodsMoved moved = moved(type, product, amount, from, to, Tracking.NONE);
        db.write(tx -> Books.record(tx, id, moved));
        return id;
    }

    /// Records goods that came from a supplier onto the shelf at a cost in pounds, or at one that nobody knows.
    public EntryId buy(Product product, String amount, Optional<String> cost) {
        EntryId id = entryId();
        StockEntry.GoodsMoved bought = new StockEntry.GoodsMoved(STORE, now, BEA, Move.Type.RECEIVE, "D-1", List.of(new StockEntry.Goods(
                1, item(product), of(product, amount), Place.SUPPLIER, SHELF, Tracking.NONE, Tracking.NONE, "",
                cost.map(text -> UnitPrice.parse(text, GBP)))));
        db.write(tx -> Books.record(tx, id, bought));
        return id;
    }

    /// Records so much tea of a transfer, at the branch where such a thing is usually done.
    public Transfers.Answer carry(Action action, String transfer, Route route, String amount) {
        Load load = new Load(1, item(TEA), of(TEA, amount), of(TEA, "0"), Tracking.NONE, Tracking.NONE, "");
        StockEntry.Transferred fact = new StockEntry.Transferred(action.usualBranch(route), now, BEA,
                new Waybill(new TransferId(transfer), route, "D" + id()), action, "", Optional.empty(), List.of(load));
        return db.write(tx -> Transfers.record(tx, fact));
    }

    /// The balance of a product of no known batch at a place, as text.
    public String level(Product product, Place place) {
        long quantity = db.read(tx -> tx.stock().level(new Move.Key(product.id(), place, ""))).quantity();
        return new Quantity(quantity, product.unit()).text();
    }

    /// What the audit of the centre's database finds wrong.
    public List<String> differences() {
        return CentreAudit.of(db).differences().stream().map(difference -> difference.sentence()).toList();
    }

    @Override
    public void close() {
        db.close();
        server.ifPresent(ServerClock::close);
    }
}
