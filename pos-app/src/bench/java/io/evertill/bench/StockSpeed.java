package io.evertill.bench;

import io.evertill.count.CountClass;
import io.evertill.count.Schedule;
import io.evertill.db.Database;
import io.evertill.entry.Entry;
import io.evertill.entry.Move;
import io.evertill.entry.StockEntry;
import io.evertill.feed.Feed;
import io.evertill.feed.HeadOffice;
import io.evertill.inventory.Books;
import io.evertill.inventory.CountPosting;
import io.evertill.inventory.Counts;
import io.evertill.inventory.Rebuild;
import io.evertill.inventory.Snapshots;
import io.evertill.ledger.EntryId;
import io.evertill.person.Person;
import io.evertill.pos.Machine;
import io.evertill.product.Product;
import io.evertill.rule.Exempt;
import io.evertill.rule.Wiring;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Tracking;
import io.evertill.tax.TaxRate;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// What the centre's stock costs when its ledger is long: reading a shelf, computing all levels anew, taking snapshots, and
/// posting a count of thousands of lines. On SQLite, where one machine does everything.
///
/// The long ledger is written by SQL into a real centre: ten thousand keys with as many movements each as are wanted. They
/// have no entries, which nothing that is measured here reads.
@Wiring
@Exempt(rule = "imports", reason = "measures stock through all layers", until = "2028-12-31")
final class StockSpeed implements Measurement {
    private static final int PRODUCTS = 10_000;
    private static final int COUNTED = 5_000;
    private static final int READS = 20_000;
    private static final double READ_MS_MAX = 1;
    private static final double REBUILD_S_MAX = 60;
    private static final double COUNT_S_MAX = 60;
    private static final TaxRate TAX = new TaxRate("STD", "VAT 20%", 200_000, TaxRate.Kind.INCLUSIVE);
    private static final Person PERSON = new Person("bench", "Bench");

    private static final String MOVEMENTS = """
            WITH RECURSIVE k (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM k WHERE k < :more)
            INSERT INTO movement
            SELECT m.branch, m.product, m.place, m.lot, l.key_seq + k.k, CASE WHEN k.k % 5 = 0 THEN 40000 ELSE -10000 END,
                m.counterpart, '', m.type, randomblob(16), 1, '', '', 0, '', m.stream, m.seq,
                m.occurred_at + k.k, m.recorded_at + k.k, m.actor, l.key_seq + k.k, m.unit_cost, m.cost_currency
            FROM level l JOIN movement m ON m.branch = l.branch AND m.product = l.product AND m.place = l.place AND m.lot = l.lot
                AND m.key_seq = 1
            CROSS JOIN k ORDER BY l.product, k.k
            """;
    private static final String LEVELS = """
            UPDATE level SET (qty, key_seq) = (SELECT sum(m.qty), count(*) FROM movement m WHERE m.branch = level.branch
                AND m.product = level.product AND m.place = level.place AND m.lot = level.lot)
            """;
    private static final String HOLDINGS = """
            UPDATE product_cost SET (qty, product_seq) = (SELECT qty, key_seq FROM level l WHERE l.branch = product_cost.branch
                AND l.product = product_cost.product)
            """;
    private static final String LEVEL =
            "SELECT qty, key_seq FROM level WHERE branch = ? AND product = ? AND place = ? AND lot = ?";
    private static final String SUMS =
            "SELECT branch, product, place, lot, sum(qty), count(*) FROM movement GROUP BY branch, product, place, lot";

    private final Machine machine = Machine.real();

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public List<Figure> measure(Workshop shop) {
        List<Product> products = Names.products(PRODUCTS);
        List<Figure> figures = new ArrayList<>();
        Path file = shop.folder().resolve("centre.db");
        try (Database centre = Database.centre(file, machine.clock())) {
            begin(centre, products);
            int before = 1;
            int most = shop.scale().movements();
            for (int movements : List.of(most / 10, most / 10 * 3, most)) {
                long begun = System.nanoTime();
                lengthen(file, movements / PRODUCTS - before);
                before = movements / PRODUCTS;
                shop.say(Figure.number(movements) + " movements after " + seconds(begun) + " s more");
                figures.addAll(measure(centre, file, products, movements));
            }
        }
        return figures;
    }

    private void begin(Database centre, List<Product> products) {
        HeadOffice office = new HeadOffice(new Feed(centre, machine.ids()));
        centre.run(tx -> {
            tx.centre().start(machine.ids().get(), tx.now());
            office.define(tx, TAX);
            products.forEach(product -> office.define(tx, product));
        });
        for (int from = 0; from < PRODUCTS; from += Entry.LINES_MAX) {
            List<StockEntry.Goods> lines = new ArrayList<>();
            for (Product product : products.subList(from, from + Entry.LINES_MAX)) {
                lines.add(new StockEntry.Goods(lines.size() + 1, Item.of(product, TAX), Quantity.of(100, product.unit()), Place.SUPPLIER,
                        Place.shelf(Shop.STORE), Tracking.NONE, Tracking.NONE, ""));
            }
            centre.run(tx -> Books.record(tx, new EntryId(machine.ids().get()), new StockEntry.GoodsMoved(
                    Shop.STORE, tx.now().minus(Duration.ofDays(9)), PERSON, Move.Type.RECEIVE, "", lines)));
        }
    }

    private static void lengthen(Path file, int more) {
        try (Connection connection = open(file); Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA cache_size = -500000");
            statement.execute("PRAGMA busy_timeout = 60000");
            connection.setAutoCommit(false);
            statement.execute("DROP INDEX movement_by_entry");
            statement.execute(MOVEMENTS.replace(":more", Integer.toString(more)));
            statement.execute(LEVELS);
            statement.execute(HOLDINGS);
            statement.execute("CREATE UNIQUE INDEX movement_by_entry ON movement (branch, entry_id, line)");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private List<Figure> measure(Database centre, Path file, List<Product> products, int movements) {
        String with = " with " + Figure.number(movements) + " movements";
        List<Figure> figures = new ArrayList<>();
        try (Connection connection = open(file);
                PreparedStatement level = connection.prepareStatement(LEVEL);
                Statement sums = connection.createStatement()) {
            Samples ours = new Samples();
            Samples bare = new Samples();
            Samples cut = new Samples();
            Random random = new Random(7);
            long begun = System.nanoTime();
            long taken = new Snapshots(centre).all().taken();
            figures.add(Figure.reported("snapshots of all keys" + with, seconds(begun) + " s for " + Figure.number((double) taken), ""));
            for (int read = -READS; read < READS; read++) {
                look(centre, level, products.get(random.nextInt(PRODUCTS)), read < 0 ? List.of() : List.of(ours, bare, cut));
            }
            figures.add(Figure.atMost("on-hand at the centre" + with + ", p99", ours.millis(0.99), "ms", READ_MS_MAX,
                    Samples.text(bare.micros(0.99)) + " (bare SQL; medians " + Samples.text(ours.median()) + " / "
                            + Samples.text(bare.median()) + ")"));
            figures.add(Figure.reported("the same from snapshot and movements since, p50 / p99", cut.text(), bare.text()));
            begun = System.nanoTime();
            try (ResultSet rows = sums.executeQuery(SUMS)) {
                while (rows.next()) {
                    rows.getLong(5);
                }
            }
            String group = seconds(begun) + " s (bare GROUP BY)";
            begun = System.nanoTime();
            Rebuild.Done done = Rebuild.of(centre, _ -> true);
            figures.add(Figure.atMost("rebuild of " + Figure.number((double) done.keys()) + " levels" + with, passed(begun), "s",
                    REBUILD_S_MAX, group));
            figures.add(count(centre, products, with));
            return figures;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void look(Database centre, PreparedStatement level, Product product, List<Samples> samples) throws SQLException {
        Move.Key key = new Move.Key(product.id(), Place.shelf(Shop.STORE), "");
        long first = System.nanoTime();
        centre.read(tx -> tx.stock().level(key));
        long second = System.nanoTime();
        level.setString(1, Shop.STORE);
        level.setBytes(2, bytes(product.id().value()));
        level.setString(3, key.place().code());
        level.setString(4, "");
        try (ResultSet row = level.executeQuery()) {
            row.next();
            row.getLong(1);
        }
        long third = System.nanoTime();
        centre.read(tx -> tx.stockSnapshots().current(key));
        if (!samples.isEmpty()) {
            samples.get(0).add(second - first);
            samples.get(1).add(third - second);
            samples.get(2).since(third);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    /// Counts thousands of shelves, all as one sheet, and posts what may be posted at once; each is off by one.
    private Figure count(Database centre, List<Product> products, String with) {
        EntryId id = new EntryId(machine.ids().get());
        long begun = System.nanoTime();
        centre.run(tx -> {
            List<Counts.Row> rows = new ArrayList<>();
            for (Product product : products.subList(0, COUNTED)) {
                Move.Key key = new Move.Key(product.id(), Place.shelf(Shop.STORE), "");
                long there = tx.stock().level(key).quantity();
                UUID line = machine.ids().get();
                tx.countLines().add(line, key, CountClass.C, Schedule.Reason.ASKED, tx.now());
                rows.add(new Counts.Row(Optional.of(line), key, new Quantity(Math.max(0, there - Quantity.ONE), product.unit()), tx.now()));
            }
            Counts.assign(tx, Shop.STORE, PERSON);
            Counts.sheet(tx, Shop.STORE, PERSON);
            if (!(Counts.submit(tx, Shop.STORE, id, PERSON, rows) instanceof Counts.Outcome.Done)) {
                throw new IllegalStateException("the count was refused");
            }
        });
        long submitted = System.nanoTime();
        LongAdder posted = new LongAdder();
        CountPosting.settleAll(centre, Shop.STORE, PERSON, Set.of(), (_, outcome) -> {
            if (outcome instanceof CountPosting.Outcome.Posted) {
                posted.increment();
            }
        });
        return Figure.atMost("count of " + Figure.number(COUNTED) + " lines, handed in and posted" + with, passed(begun), "s",
                COUNT_S_MAX, Figure.number((submitted - begun) / 1e9) + " s of it handing in; " + posted + " posted at once");
    }

    private static String seconds(long begun) {
        return Figure.number(passed(begun));
    }

    private static double passed(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun) / 1e3;
    }
}
