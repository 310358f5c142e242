package io.evertill.simulation;

import io.evertill.db.Database;
import io.evertill.db.SimulatedDisk;
import io.evertill.db.Terminals;
import io.evertill.db.Tills;
import io.evertill.feed.Feed;
import io.evertill.feed.HeadOffice;
import io.evertill.feed.Pull;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Meta;
import io.evertill.money.Money;
import io.evertill.money.UnitPrice;
import io.evertill.person.Person;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.register.Register;
import io.evertill.rule.Exempt;
import io.evertill.shift.Shift;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import io.evertill.wire.Signing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The shop in which every schedule begins: a centre with a few products and enrolled tills that have read the feed and
/// opened a shift, as images of their databases. Made once by the real code.
///
/// @param centre the centre's database
/// @param tills the tills' databases, in the order of [#SEATS]
@Exempt(rule = "imports", reason = "builds a whole shop, as the programs' main classes do", until = "2027-12-31")
record Template(SimulatedDisk.Image centre, List<SimulatedDisk.Image> tills) {
    static final Currency GBP = Currency.getInstance("GBP");
    static final TaxRate VAT = new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE);
    static final Person ANNA = new Person("anna", "Anna");
    static final List<Product> PRODUCTS = List.of(
            product("MUG", "2.50"), product("JUG", "12.95"), product("CUP", "0.85"), product("TRAY", "7.00"));
    /// Sold by tills, unknown to the centre until a person defines it.
    static final Product GHOST = product("GHOST", "3.33");
    /// Codes of vouchers, each accepted again and again.
    static final List<String> VOUCHERS = List.of("SPRING", "FRIENDS");
    static final List<Tills.Seat> SEATS =
            List.of(new Tills.Seat("S1", "T1"), new Tills.Seat("S1", "T2"), new Tills.Seat("S2", "T1"));

    private static final Instant BEFORE = Instant.parse("2026-03-02T07:30:00Z");

    /// The one that all schedules share.
    static final Template ONE = make();

    static String terminal(Tills.Seat seat) {
        return seat.branch() + "-" + seat.till() + "-TEST";
    }

    static String token(Tills.Seat seat) {
        return "token of " + terminal(seat);
    }

    static Bytes key(Tills.Seat seat) {
        return Bytes.of("key of " + terminal(seat));
    }

    /// A cheap signature: what is proved about real ones is proved elsewhere.
    static Bytes sign(Bytes key, Bytes message) {
        byte[] both = new byte[key.length() + message.length()];
        System.arraycopy(key.content(), 0, both, 0, key.length());
        System.arraycopy(message.content(), 0, both, key.length(), message.length());
        return Bytes.of(Hash.sha256(both).bytes());
    }

    /// Checks [#sign].
    static Signing.Verifier verifier() {
        return (key, message, signature) -> sign(key, message).equals(signature);
    }

    private static Product product(String sku, String price) {
        return new Product(ProductId.of(Sku.of(sku)), Sku.of(sku), "Simulated " + sku, Unit.EACH, Product.Kind.GOODS, "STD",
                UnitPrice.parse(price, GBP), List.of());
    }

    private static Template make() {
        try {
            Path folder = Files.createTempDirectory("evertill-simulation-");
            Ids ids = new Ids(0, BEFORE::toEpochMilli);
            Path file = folder.resolve("centre.db");
            List<SimulatedDisk.Image> tills = new ArrayList<>();
            try (Database centre = Database.centre(file, InstantSource.fixed(BEFORE))) {
                Feed feed = new Feed(centre, ids);
                HeadOffice office = new HeadOffice(feed);
                centre.run(tx -> {
                    tx.centre().start(ids.get(), tx.now());
                    office.define(tx, VAT);
                    office.define(tx, "", "currency", "GBP");
                    PRODUCTS.forEach(product -> office.define(tx, product));
                    SEATS.forEach(seat -> tx.tills().enrol(
                            terminal(seat), seat, key(seat), Bytes.of(token(seat)).hash(), tx.now()));
                });
                while (feed.publish() > 0) {
                    // Until everything has its number.
                }
                for (Tills.Seat seat : SEATS) {
                    tills.add(till(folder, seat, centre, feed, ids));
                }
            }
            SimulatedDisk.Image image = image(file);
            delete(folder);
            return new Template(image, tills);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimulatedDisk.Image till(Path folder, Tills.Seat seat, Database centre, Feed feed, Ids ids) {
        Path file = folder.resolve(terminal(seat) + ".db");
        try (Database till = Database.till(file, InstantSource.fixed(BEFORE))) {
            Register register = new Register(till,
                    at -> new Meta.Stamp(at.toEpochMilli(), 0, new UUID(0, 0), Optional.empty()), ids);
            register.enrol(new Terminals.Identity(terminal(seat), seat.branch(), seat.till(), ""));
            Pull pull = new Pull(till, new FeedLink(centre, feed, seat.branch(), folder), folder);
            while (!(pull.step() instanceof Pull.Step.UpToDate)) {
                // Until everything is read.
            }
            register.openShift(new Shift(
                    ids.get(), LocalDate.parse("2026-03-02"), BEFORE, ANNA, Money.of(100_00, "GBP")));
        }
        return image(file);
    }

    /// The bytes of a database file, in a form that can be opened in memory.
    private static SimulatedDisk.Image image(Path file) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        try {
            return SimulatedDisk.Image.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
