package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.CountedTill;
import io.evertill.db.Terminals;
import io.evertill.entry.StockEntry;
import io.evertill.ledger.Meta;
import io.evertill.outbox.Shop;
import io.evertill.price.Price;
import io.evertill.product.Product;
import io.evertill.sale.Basket;
import io.evertill.sale.Item;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import io.evertill.tender.Settlement;
import io.evertill.tender.Tender;
import io.evertill.wire.KeptBasket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a cash sale of five lines costs a till with 10,000 products, in things that can be counted.
///
/// The products of a sale lie at random places of the stock. Everything is made from one seed, so the figures are the same
/// at every run; a changed figure is a changed program.
class SaleCostTest {
    private static final int PRODUCTS = 10_000;
    private static final int DELIVERY_LINES = 500;
    private static final int LINES = 5;
    private static final int SALES_BEFORE = 1_000;
    private static final int SALES = 400;
    private static final int LOG_BYTES_MAX = 64 * 1024;
    private static final int STATEMENTS_MAX = 40;
    private static final int SCAN_STATEMENTS_MAX = 7;

    @TempDir
    Path folder;

    private final Random random = new Random(1);
    private final List<Product> products = IntStream.range(0, PRODUCTS)
            .mapToObj(number -> Shop.product("SKU" + (100_000 + number), "An article of the shop no. " + number, "2.50"))
            .toList();
    private CountedTill till;
    private Register register;
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private long id;

    @BeforeEach
    void open() throws Exception {
        till = new CountedTill(folder.resolve("till.db"), () -> now);
        register = new Register(
                till.db(), at -> new Meta.Stamp(at.toEpochMilli(), 0, new UUID(1, 1), Optional.empty()), this::id);
        register.enrol(new Terminals.Identity("t-1", "S1", "T1", ""));
        till.db().run(tx -> products.forEach(product -> tx.catalogue().put(product, Optional.empty())));
        register.openShift(Shop.shift(id(), now));
        for (int from = 0; from < PRODUCTS; from += DELIVERY_LINES) {
            deliver(products.subList(from, from + DELIVERY_LINES));
        }
        IntStream.range(0, SALES_BEFORE).forEach(_ -> sell());
        till.db().checkpoint();
        till.written();
    }

    @AfterEach
    void close() {
        till.close();
    }

    @Test
    void aSaleIsOneCommitAndFewPages() {
        List<List<CountedTill.Frame>> sales = new ArrayList<>();
        for (int sale = 0; sale < SALES; sale++) {
            Register.Checkout checkout = keptOnTheCounter();
            till.written();

            assertInstanceOf(Outcome.Saved.class, register.sell(checkout));

            sales.add(till.written());
        }

        long commits = sales.stream().flatMap(List::stream).filter(CountedTill.Frame::isCommit).count();
        long pages = sales.stream().mapToLong(List::size).sum();
        long bytes = pages * till.frameBytes() / SALES;
        print(sales, bytes);
        assertEquals(SALES, commits, "commits, and with them fsyncs");
        assertTrue(bytes <= LOG_BYTES_MAX, () -> bytes + " bytes of log a sale, more than " + LOG_BYTES_MAX);
    }

    @Test
    void aSaleAfterACheckpointIsNoLarger() {
        List<List<CountedTill.Frame>> firsts = new ArrayList<>();
        for (int round = 0; round < 40; round++) {
            Register.Checkout checkout = keptOnTheCounter();
            till.db().checkpoint();
            till.written();

            assertInstanceOf(Outcome.Saved.class, register.sell(checkout));

            firsts.add(till.written());
            sell();
        }

        long commits = firsts.stream().flatMap(List::stream).filter(CountedTill.Frame::isCommit).count();
        long pages = firsts.stream().mapToLong(List::size).sum();
        long bytes = pages * till.frameBytes() / firsts.size();
        print(firsts, bytes);
        assertEquals(firsts.size(), commits);
        assertTrue(bytes <= LOG_BYTES_MAX, () -> bytes + " bytes of log a sale, more than " + LOG_BYTES_MAX);
    }

    @Test
    void aSaleIsFewStatements() {
        Register.Checkout checkout = keptOnTheCounter();
        long before = till.statements();

        assertInstanceOf(Outcome.Saved.class, register.sell(checkout));

        long statements = till.statements() - before;
        System.out.println("A sale of " + LINES + " lines: " + statements + " statements, BEGIN and COMMIT among them.");
        assertTrue(statements <= STATEMENTS_MAX, () -> statements + " statements, more than " + STATEMENTS_MAX);
    }

    @Test
    void aScanIsFewStatements() {
        Lookup lookup = new Lookup(till.db(), "S1");
        till.db().run(tx -> tx.terms().put(Shop.VAT, Optional.empty()));
        long before = till.statements();

        assertInstanceOf(Lookup.Meaning.Found.class, lookup.find("SKU100007"));

        long statements = till.statements() - before;
        System.out.println("A scan: " + statements + " statements, BEGIN and COMMIT among them.");
        assertTrue(statements <= SCAN_STATEMENTS_MAX, () -> statements + " statements, more than " + SCAN_STATEMENTS_MAX);
    }

    private void print(List<List<CountedTill.Frame>> sales, long bytes) {
        Map<Integer, String> owners = till.owners();
        Map<String, Integer> histogram = new TreeMap<>();
        sales.forEach(sale -> sale.forEach(
                frame -> histogram.merge(owners.getOrDefault(frame.page(), "free"), 1, Integer::sum)));
        System.out.println("A sale of " + LINES + " lines writes " + bytes + " bytes of log on average, at most "
                + sales.stream().mapToInt(List::size).max().orElse(0) * till.frameBytes() + ". Pages in a hundred sales:");
        histogram.forEach((owner, pages) ->
                System.out.printf("  %-46s %5d%n", owner, pages * 100L / sales.size()));
    }

    private Register.Checkout keptOnTheCounter() {
        Register.Checkout checkout = checkout();
        register.keep(new KeptBasket(checkout.basket(), List.of(), Optional.empty()));
        return checkout;
    }

    private void sell() {
        assertInstanceOf(Outcome.Saved.class, register.sell(checkout()));
    }

    private Register.Checkout checkout() {
        now = now.plusSeconds(7);
        Basket basket = Basket.empty(Shop.GBP, TaxRule.USUAL);
        while (basket.lines().size() < LINES) {
            Product product = products.get(random.nextInt(PRODUCTS));
            basket = basket.ring(Item.of(product, Shop.VAT), Quantity.of(1, Unit.EACH),
                    new Price(product.basePrice(), new Price.Source.Base()));
        }
        Settlement settlement = new Settlement(basket.total(), List.of(new Tender.Cash(basket.total())));
        return new Register.Checkout(register.entryId(), Shop.ANNA, Optional.empty(), basket, settlement);
    }

    private void deliver(List<Product> some) {
        List<StockEntry.Receipt> lines = IntStream.range(0, some.size())
                .mapToObj(at -> new StockEntry.Receipt(at + 1, Item.of(some.get(at), Shop.VAT), Quantity.of(100, Unit.EACH),
                        Place.Kind.AVAILABLE, ""))
                .toList();
        assertInstanceOf(Outcome.Saved.class, register.record(register.entryId(),
                (tx, branch) -> new StockEntry.Received(branch, tx.now(), Shop.ANNA, "Supplier", "D1", lines)));
    }

    /// Ids as a till makes them: in the order of time, otherwise by chance.
    private UUID id() {
        id++;
        return new UUID(0x0190_0000_0000_7000L | (id << 16 & 0xffff_ffff_0000L), 0x8000_0000_0000_0000L | random.nextLong());
    }
}
