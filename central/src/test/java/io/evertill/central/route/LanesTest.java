package io.evertill.central.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A lane is an orderly queue of a certain length.
class LanesTest {
    private static final int WAITING_MAX = 2;

    private final Lanes lanes = new Lanes(4, WAITING_MAX, new Turns(6));

    @Test
    void aLaneThatIsFullTurnsAwayAndTheOthersGoOn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> hot = new ArrayList<>();
            for (int each = 0; each <= WAITING_MAX; each++) {
                hot.add(threads.submit(() -> lanes.take(5, () -> {
                    begun.countDown();
                    return wait(ended);
                })));
            }
            begun.await();
            while (lane(5).waiting() < WAITING_MAX) {
                Thread.onSpinWait();
            }

            Problem full = assertThrows(Problem.class, () -> lanes.take(5 + 4, () -> 0));
            int other = lanes.take(6, () -> 1);
            ended.countDown();
            for (Future<Integer> each : hot) {
                each.get();
            }

            assertEquals("503 OVERLOADED", full.status() + " " + full.code());
            assertEquals(2, full.retryAfterSeconds());
            assertEquals(1, other);
            assertEquals(List.of(3L, 1L, 0), List.of(lane(5).taken(), lane(5).refused(), lane(5).waiting()));
        }
        assertEquals(1, lanes.take(5, () -> 1));
    }

    @Test
    void withoutLanesThereAreTurnsAlone() {
        assertEquals(1, new Lanes(0, 0, new Turns(1)).take(5, () -> 1));
    }

    private Lanes.Lane lane(int goods) {
        return lanes.all().get(goods % 4);
    }

    private static int wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return 0;
    }
}
