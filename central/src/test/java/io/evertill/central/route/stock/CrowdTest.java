package io.evertill.central.route.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Answer;
import io.evertill.central.Asker;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import io.evertill.entry.Move;
import io.evertill.ledger.Bytes;
import io.evertill.reserving.Modes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who wants what many want waits in a lane, not for locks, and keeps nobody from other goods (R43, R49).
class CrowdTest {
    private static final int CLIENTS = 200;
    private static final int HOT = 20;

    @TempDir
    Path folder;

    /// Always tries, and counts how often somebody else was there.
    private static final class Counting implements Modes {
        private final AtomicInteger conflicts = new AtomicInteger();

        @Override
        public Mode mode(Move.Key key) {
            return Mode.OPTIMISTIC;
        }

        @Override
        public void note(Move.Key key, boolean isConflict) {
            conflicts.addAndGet(isConflict ? 1 : 0);
        }
    }

    @Test
    void inLanesNobodyMeetsAnotherAndWithoutThemManyDo() throws Exception {
        int without = conflicts(0);
        int with = conflicts(Settings.LANES_USUALLY);

        assertTrue(without > 0, without + " conflicts without lanes");
        assertEquals(0, with);
    }

    @Test
    void goodsThatManyWaitForKeepNobodyFromOthers() throws Exception {
        Settings settings = CentreOn.POSTGRESQL.settings(folder);
        try (Centre centre = Shops.start(settings);
                Asker asker = new Asker(centre);
                Connection other = CentreOn.connection(settings);
                Statement lock = other.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Shops.receive(centre, "MUG1", "100");
            Shops.receive(centre, "MUG2", "1");
            String[] bearer = Asker.bearer(centre.office().admission().client("web"));
            other.setAutoCommit(false);
            lock.execute("UPDATE level SET version = version WHERE qty = 1000000");
            List<Future<Answer>> hot = new ArrayList<>();
            for (int each = 0; each < HOT; each++) {
                Bytes body = ReserveRouteTest.order("H" + each, "MUG1", "1");
                hot.add(threads.submit(() -> asker.post("/v1/reservations", body, bearer)));
            }
            while (waiting(asker) < HOT - 1) {
                Thread.onSpinWait();
            }

            Answer cold = asker.post("/v1/reservations", ReserveRouteTest.order("C", "MUG2", "1"), bearer);
            other.rollback();

            assertEquals("201", cold.verdict());
            for (Future<Answer> each : hot) {
                assertEquals("201", each.get().verdict());
            }
            assertEquals(0, waiting(asker));
        }
    }

    private static int waiting(Asker asker) {
        return asker.get("/metrics").text().lines()
                .filter(line -> line.startsWith("evertill_reservation_lane_waiting{"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// How often one of many clients met another who reserved the same.
    private int conflicts(int lanes) throws Exception {
        Counting modes = new Counting();
        try (Centre centre = Shops.start(CentreOn.POSTGRESQL.settings(folder.resolve("L" + lanes)).withLanes(lanes), Optional.of(modes));
                Asker asker = new Asker(centre);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Shops.receive(centre, "MUG1", String.valueOf(CLIENTS));
            String[] bearer = Asker.bearer(centre.office().admission().client("web"));
            CountDownLatch ready = new CountDownLatch(CLIENTS);
            List<Future<Answer>> futures = new ArrayList<>();
            for (int each = 0; each < CLIENTS; each++) {
                Bytes body = owned("O" + each);
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return asker.post("/v1/reservations", body, bearer);
                }));
            }
            for (Future<Answer> future : futures) {
                assertEquals("201", future.get().verdict());
            }
            return modes.conflicts.get();
        }
    }

    /// An order of one mug for an owner of its own, since one alone may not have so many.
    private static Bytes owned(String order) {
        String text = new String(ReserveRouteTest.order(order, "MUG1", "1").content(), java.nio.charset.StandardCharsets.UTF_8);
        return Bytes.of(text.replace("Ann", "Ann " + order));
    }
}
