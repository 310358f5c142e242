package io.evertill.outbox;

import io.evertill.db.Database;
import io.evertill.db.Migrated;
import io.evertill.db.Terminals;
import io.evertill.db.Tills;
import io.evertill.feed.Feed;
import io.evertill.feed.Pull;
import io.evertill.ingest.Apply;
import io.evertill.ingest.Reception;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Meta;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.register.Lookup;
import io.evertill.register.Outcome;
import io.evertill.register.Register;
import io.evertill.register.Stamps;
import io.evertill.rule.Exempt;
import io.evertill.sale.Basket;
import io.evertill.shift.Shift;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.Ed25519;
import io.evertill.wire.Json;
import io.evertill.wire.Link;
import io.evertill.wire.Push;
import io.evertill.wire.Rows;
import io.evertill.wire.Signing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// A centre and one till of a small shop, with the real code on real databases, for tests.
@Exempt(rule = "imports", reason = "builds a whole shop, as the programs' main classes do", until = "2027-12-31")
public final class Shop implements AutoCloseable {
    public static final Currency GBP = Currency.getInstance("GBP");
    public static final TaxRate VAT = new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE);
    public static final Person ANNA = new Person("anna", "Anna");

    public Database till;
    public Database centre;
    public Register register;
    public Lookup lookup;
    public Feed feed;
    public Apply apply;
    public Reception reception;
    private final Path folder;
    public final Signing.Signer signer;
    public final Random random = new Random(1);
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private Duration elapsed = Duration.ZERO;
    private final String token = "token of till T1";

    /// @param folder for the till's database
    public Shop(Path folder, Database centre) {
        this.folder = folder;
        Ed25519.Keys keys = Ed25519.generate();
        this.signer = Ed25519.signer(keys.secret());
        runCentre(centre);
        centre.run(tx -> {
            tx.centre().start(id(), tx.now());
            tx.tills().enrol("t-1", new Tills.Seat("S1", "T1"), keys.open(), Bytes.of(token).hash(), tx.now());
            define(tx);
        });
        while (feed.publish() > 0) {
            tick();
        }
        runTill();
        register.enrol(new Terminals.Identity("t-1", "S1", "T1", ""));
    }

    private void runCentre(Database database) {
        this.centre = database;
        this.feed = new Feed(centre, this::id);
        this.apply = new Apply(centre, feed);
        this.reception = new Reception(centre, Ed25519.verifier(), this::id);
    }

    private void runTill() {
        this.till = Migrated.till(folder.resolve("till.db"), clock());
        this.register = new Register(till, stamps(), this::id);
        this.lookup = new Lookup(till, "S1");
    }

    /// Copies the till's database to a file.
    public Path tillCopy(Path file) {
        till.copyTo(file);
        return file;
    }

    /// Puts the till's database back to a copy and starts the till on it.
    public void putBack(Path copy) {
        till.close();
        try {
            for (String end : List.of("-wal", "-shm", "")) {
                Files.deleteIfExists(folder.resolve("till.db" + end));
            }
            Files.copy(copy, folder.resolve("till.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        runTill();
    }

    /// A copy of the centre's database, opened.
    public Database centreCopy(Path file) {
        centre.copyTo(file);
        return Database.centre(file, clock());
    }

    /// Puts the centre back to a copy, without telling it.
    public void putBackCentre(Database copy) {
        centre.close();
        runCentre(copy);
    }

    private void define(io.evertill.db.Tx tx) {
        tx.definitions().putTax(VAT.code(), Json.canonical(Rows.tax(VAT)), tx.now());
        feed.put(tx, Feed.TAX, "", VAT.code(), Rows.tax(VAT));
        feed.put(tx, Feed.SETTING, "", "currency", Rows.setting("currency", "GBP"));
        for (int number = 1; number <= 20; number++) {
            Product product = product("MUG" + number, "Mug no. " + number, "2.5" + number % 10);
            tx.definitions().putProduct(product.id(), product.sku(), Json.canonical(Rows.product(product)), tx.now());
            feed.put(tx, Feed.PRODUCT, "", product.id().toString(), Rows.product(product));
        }
    }

    public static Product product(String sku, String name, String price) {
        return new Product(ProductId.of(Sku.of(sku)), Sku.of(sku), name, Unit.EACH, Product.Kind.GOODS, "STD",
                UnitPrice.parse(price, GBP), List.of());
    }

    /// The till's clocks.
    public Stamps stamps() {
        return at -> new Meta.Stamp(at.toEpochMilli(), monoMs(), new UUID(1, 1), Optional.empty());
    }

    /// The clock of till and centre.
    public InstantSource clock() {
        return () -> now;
    }

    private long monoMs() {
        return elapsed.toMillis();
    }

    /// Sets the wall clock, as somebody with a finger on it does; the clock that never jumps goes on.
    public void turnClock(Instant to) {
        now = to;
    }

    public void tick() {
        elapsed = elapsed.plus(Duration.ofSeconds(7));
        now = now.plus(Duration.ofSeconds(7));
    }

    /// Somebody sets the clock wrong.
    public void setBack(Duration by) {
        now = now.minus(by);
    }

    /// Ids in order, without chance.
    public UUID id() {
        next++;
        return new UUID(0x0190_0000_0000_7000L | (next << 16 & 0xffff_ffff_0000L), 0x8000_0000_0000_0000L | next);
    }

    private long next;

    public Link link() {
        return new DeskLink(this, token);
    }

    public Courier courier(Link link) {
        return courier(till, new UUID(1, 1), link);
    }

    /// Another program with this till's key.
    public Courier courier(Database other, UUID boot) {
        return courier(other, boot, link());
    }

    private Courier courier(Database from, UUID boot, Link link) {
        Flush flush = new Flush(from, signer, this::id, new Flush.Run(boot, () -> new Push.Clock(now.toEpochMilli(), monoMs())));
        return new Courier(flush, link, random);
    }

    /// Enrols the till again under the same key, at the centre and here.
    public void enrolAgain() {
        centre.run(tx -> tx.tills().renew("t-1", Bytes.of(token).hash(), tx.now()));
        register.enrol(till.read(tx -> tx.terminal().identity().orElseThrow()));
    }

    public Pull pull(Link link, Path folder) {
        return new Pull(till, link, folder);
    }

    public void openShift() {
        register.openShift(shift(id(), now));
    }

    /// Anna's shift on the first day, with something in the drawer.
    public static Shift shift(UUID id, Instant openedAt) {
        return new Shift(id, LocalDate.parse("2026-01-05"), openedAt, ANNA, Money.of(100_00, "GBP"));
    }

    /// Rings up one piece of each SKU and pays in cash.
    public Outcome sell(String... skus) {
        tick();
        Basket basket = Basket.empty(GBP, TaxRule.USUAL);
        for (String sku : skus) {
            Lookup.Meaning.Found found = (Lookup.Meaning.Found) lookup.find(sku);
            basket = basket.ring(found.article().item(), Quantity.of(1, Unit.EACH), found.article().price());
        }
        Settlement settlement = new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())));
        return register.sell(new Register.Checkout(register.entryId(), ANNA, Optional.empty(), basket, settlement));
    }

    public void applyAll() {
        while (apply.step() > 0) {
            tick();
        }
    }

    @Override
    public void close() {
        till.close();
        centre.close();
    }
}
