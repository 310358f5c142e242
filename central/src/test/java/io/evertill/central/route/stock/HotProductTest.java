package io.evertill.central.route.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.audit.CentreAudit;
import io.evertill.central.Asker;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.ShopTill;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import io.evertill.db.Sales;
import io.evertill.entry.Move;
import io.evertill.inventory.Reconciliation;
import io.evertill.inventory.Snapshots;
import io.evertill.money.Money;
import io.evertill.outbox.Courier;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.register.Outcome;
import io.evertill.stock.Place;
import io.evertill.stock.Quantity;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sixteen tills hand over sales of one product at once, while a web shop promises it and jobs look at it: nobody waits in a
/// circle, nothing is lost, and the sum is exact (R43, R50, I4, I15, I36).
class HotProductTest {
    private static final int TILLS = 16;
    private static final int ROUNDS = 4;
    private static final int SALES = 5;
    private static final int RECEIVED = 400;
    private static final int ORDERS = 40;
    private static final Move.Key MUGS = new Move.Key(ProductId.of(Sku.of("MUG1")), Place.shelf("S1"), "");

    @TempDir
    Path folder;

    @Test
    void everySaleCountsOnceAndNobodyWaitsInACircle() throws Exception {
        Settings settings = CentreOn.POSTGRESQL.settings(folder);
        List<ShopTill> tills = new ArrayList<>();
        try (Centre centre = Shops.start(settings);
                Asker asker = new Asker(centre);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Shops.receive(centre, "MUG1", String.valueOf(RECEIVED));
            String[] bearer = Asker.bearer(centre.office().admission().client("web"));
            for (int number = 1; number <= TILLS; number++) {
                ShopTill till = Shops.till(centre, folder, "T" + number);
                tills.add(till);
                till.pull();
                till.openShift();
            }

            CountDownLatch ready = new CountDownLatch(TILLS);
            List<Future<Integer>> sold = new ArrayList<>();
            for (ShopTill till : tills) {
                sold.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return sell(till);
                }));
            }
            Future<Integer> promised = threads.submit(() -> promise(asker, bearer));
            int looks = 0;
            while (sold.stream().anyMatch(future -> !future.isDone())) {
                new Snapshots(centre.office().db()).all();
                assertEquals(List.of(), new Reconciliation(centre.office().db()).look(Optional.empty()).findings());
                looks++;
            }
            int sales = 0;
            for (Future<Integer> future : sold) {
                sales += future.get();
            }
            int reserved = promised.get();
            assertTrue(centre.settle(Shops.PATIENCE));

            assertEquals(TILLS * ROUNDS * SALES, sales);
            assertTrue(looks > 0 && reserved > 0 && reserved <= ORDERS, reserved + " of " + ORDERS);
            long left = centre.office().db().read(tx -> tx.stock().level(MUGS)).quantity();
            assertEquals((RECEIVED - sales) * Quantity.ONE, left);
            long kept = centre.office().db().read(tx -> tx.shelves().look(MUGS, "", tx.clock())).reserved();
            assertEquals(reserved * Quantity.ONE, kept);
            assertEquals(List.of(new Sales.Total(sales, Money.of(250L * sales, "GBP"))),
                    centre.office().db().read(tx -> tx.sales().totals()));
            assertEquals(List.of(), CentreAudit.of(centre.office().db()).differences());
        } finally {
            tills.forEach(ShopTill::close);
        }
        assertEquals(0, deadlocks(settings));
    }

    /// Sells and hands over, in turns; answers how many sales there were.
    private static int sell(ShopTill till) {
        int sales = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            for (int sale = 1; sale <= SALES; sale++) {
                assertInstanceOf(Outcome.Saved.class, till.sell("MUG1"));
                sales++;
            }
            assertInstanceOf(Courier.Round.Delivered.class, till.deliver());
        }
        return sales;
    }

    /// Reserves one piece again and again; answers how often it got one.
    private static int promise(Asker asker, String[] bearer) {
        int reserved = 0;
        for (int order = 1; order <= ORDERS; order++) {
            reserved += asker.post("/v1/reservations", ReserveRouteTest.order("O" + order, "MUG1", "1"), bearer).verdict().equals("201")
                    ? 1
                    : 0;
        }
        return reserved;
    }

    private static long deadlocks(Settings settings) throws SQLException {
        try (Connection connection = CentreOn.connection(settings);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(
                        "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
