package io.evertill.bench;

import io.evertill.entry.Move;
import io.evertill.pos.TillProcess;
import io.evertill.product.Product;
import io.evertill.register.Register;
import io.evertill.stock.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// A sale and a look at what is on hand with a long history, beside the same with a short one, by turns.
///
/// The long history is written past the ledger, in bulk: movements of every product in the order of their keys, their
/// entries in the order of time, and a fact and a posting for every five. Its facts have no bodies.
final class HistorySpeed implements Measurement {
    private static final int PRODUCTS = 10_000;
    private static final int SHORT = PRODUCTS;
    private static final int WARM_UP = 1_000;
    private static final int BETWEEN_CHECKPOINTS = 200;
    private static final int READS = 20_000;
    private static final double SALE_MAX = 1.2;
    private static final double READ_MS_MAX = 1;

    private static final String DROP = "DROP INDEX movement_by_entry";
    private static final String AGAIN = "CREATE UNIQUE INDEX movement_by_entry ON movement (branch, entry_id, line)";
    private static final String MOVEMENTS = """
            WITH RECURSIVE k (k) AS (SELECT 2 UNION ALL SELECT k + 1 FROM k WHERE k <= :times)
            INSERT INTO movement
            SELECT m.branch, m.product, m.place, m.lot, k.k, -10000, 'CUSTOMER', '', 'SALE',
                unhex(printf('018F%012X', (k.k * 10000 + p.rank) / 5) || printf('%016X', (k.k * 10000 + p.rank) / 5 * 7919)),
                p.rank % 5, '', '', 0, '', m.stream, (k.k * 10000 + p.rank) / 5, m.occurred_at, m.recorded_at, m.actor
            FROM movement m JOIN product p ON p.product = m.product CROSS JOIN k
            WHERE m.key_seq = 1 ORDER BY m.product, k.k
            """;
    private static final String LEVELS = "UPDATE level SET qty = qty - 10000 * :times, key_seq = key_seq + :times";
    private static final String FACTS = """
            INSERT INTO fact (branch, entry_id, meta, body)
            SELECT DISTINCT 'S1', entry_id, x'', x'' FROM movement WHERE key_seq > 1 ORDER BY entry_id
            """;
    private static final String POSTINGS = """
            INSERT INTO posting (branch, stream, seq, entry_id, hash, state, recorded_at)
            SELECT 'S1', x'00000000000000000000000000000001', row_number() OVER (ORDER BY rowid), entry_id, zeroblob(32), 0, 0
            FROM fact WHERE body = x''
            """;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public List<Figure> measure(Workshop shop) throws IOException {
        List<Product> products = Names.products(PRODUCTS);
        Path brief = shop.folder().resolve("short");
        Path full = shop.folder().resolve("long");
        for (Path folder : List.of(brief, full)) {
            Shop.make(folder, products);
            try (TillProcess till = Shop.open(folder)) {
                Shop.deliver(till, products);
            }
        }
        long begun = System.nanoTime();
        lengthen(full, shop.scale().movements() / PRODUCTS);
        shop.say("the long history took " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) + " s to write");
        Random random = new Random(3);
        try (Counter few = new Counter(Shop.open(brief), products, random);
                Counter many = new Counter(Shop.open(full), products, random)) {
            turns(few, many, WARM_UP);
            few.reset();
            many.reset();
            turns(few, many, shop.scale().sales());
            String movements = Figure.number(many.till.database().read(tx -> tx.stock().count()));
            return List.of(
                    Figure.ratioAtMost("sale with " + movements + " movements, beside " + Figure.number(SHORT) + ": p50 / p99",
                            many.sales.text(), few.sales.text() + " (short history)",
                            many.sales.median() / few.sales.median(), SALE_MAX),
                    Figure.atMost("on-hand read with " + movements + " movements, p99", many.reads.millis(0.99), "ms",
                            READ_MS_MAX, Figure.number(few.reads.millis(0.99)) + " ms (short history)"));
        }
    }

    private static void turns(Counter few, Counter many, int sales) {
        for (int sale = 0; sale < sales; sale++) {
            if (sale % BETWEEN_CHECKPOINTS == 0) {
                few.till.database().checkpoint();
                many.till.database().checkpoint();
            }
            few.sell();
            many.sell();
        }
        for (int read = 0; read < READS; read++) {
            few.look();
            many.look();
        }
    }

    private static void lengthen(Path folder, int times) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("till.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
            statement.execute("PRAGMA cache_size = -1000000");
            statement.execute("PRAGMA temp_store = MEMORY");
            connection.setAutoCommit(false);
            statement.execute(DROP);
            statement.execute(MOVEMENTS.replace(":times", Integer.toString(times)));
            statement.execute(LEVELS.replace(":times", Integer.toString(times)));
            statement.execute(AGAIN);
            statement.execute(FACTS);
            statement.execute(POSTINGS);
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            statement.execute("PRAGMA optimize");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// One of the two tills.
    private static final class Counter implements AutoCloseable {
        private final TillProcess till;
        private final Register register;
        private final List<Product> products;
        private final Random random;
        private Samples sales = new Samples();
        private Samples reads = new Samples();

        Counter(TillProcess till, List<Product> products, Random random) {
            this.till = till;
            this.register = till.register();
            this.products = products;
            this.random = random;
        }

        void reset() {
            sales = new Samples();
            reads = new Samples();
        }

        void sell() {
            Register.Checkout checkout = Shop.checkout(register, products, random);
            long begun = System.nanoTime();
            Shop.sell(register, checkout);
            sales.since(begun);
        }

        void look() {
            Move.Key key = new Move.Key(products.get(random.nextInt(products.size())).id(), Place.shelf(Shop.STORE), "");
            long begun = System.nanoTime();
            till.database().read(tx -> tx.stock().level(key));
            reads.since(begun);
        }

        @Override
        public void close() {
            till.close();
        }
    }
}
