package io.evertill.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.db.CentreOn;
import io.evertill.feed.Pull;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backlog that is kept up to date says the same as one that counts everything anew.
class BacklogTest {
    @TempDir
    Path folder;

    @Test
    void everyLookSaysWhatAFreshCountSays() {
        try (Shop shop = new Shop(folder, CentreOn.SQLITE.open(folder, Clock.systemUTC()))) {
            Pull pull = shop.pull(shop.link(), folder);
            while (pull.step() instanceof Pull.Step.Downloaded) {
                shop.tick();
            }
            shop.openShift();
            Backlog backlog = new Backlog(shop.till);
            Courier courier = shop.courier(shop.link());
            Random random = new Random(7);

            for (int round = 0; round < 60; round++) {
                switch (random.nextInt(6)) {
                    case 0 -> assertInstanceOf(Courier.Round.Delivered.class, courier.round());
                    case 1 -> new Rehome(shop.till, shop::id).move();
                    default -> shop.sell("MUG" + (1 + random.nextInt(9)));
                }

                assertEquals(new Backlog(shop.till).read(), backlog.read(), "round " + round + " of seed 7");
            }
        }
    }
}
