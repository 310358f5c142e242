package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Machine;
import io.evertill.central.office.Settings;
import io.evertill.central.route.health.Disk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the centre says about itself.
class HealthTest {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000);
    private final Machine machine = new Machine(Clock.systemUTC(), nanos::get, Machine.real().ids(), Machine.real().random());

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theCentreIsWellWhileItsDatabaseWorks(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Centre.start(settings, machine); Asker asker = new Asker(centre)) {
            Answer before = ask(asker);
            CentreOn.change(settings, "ALTER TABLE centre RENAME TO lost");
            Answer kept = asker.get("/health");
            Answer broken = ask(asker);
            Answer feed = asker.get("/metrics");
            CentreOn.change(settings, "ALTER TABLE lost RENAME TO centre");
            Answer after = ask(asker);

            assertEquals(List.of("200 UP", "200 UP", "503 DOWN", "200 UP"),
                    Stream.of(before, kept, broken, after)
                            .map(each -> each.status() + " " + each.json().path("status").asText())
                            .toList());
            assertEquals("503 STORAGE", broken.verdict());
            assertEquals("503 STORAGE", feed.verdict());
        }
    }

    @Test
    void aDiskThatIsNearlyFullIsToldInWords() {
        Optional<String> enough = new Disk(Optional.of(folder), 0).shortage();
        Optional<String> tooLittle = new Disk(Optional.of(folder), Long.MAX_VALUE).shortage();
        Optional<String> gone = new Disk(Optional.of(folder.resolve("gone")), 0).shortage();
        Optional<String> server = new Disk(Optional.empty(), Long.MAX_VALUE).shortage();

        assertEquals(List.of(Optional.empty(), Optional.empty()), List.of(enough, server));
        assertTrue(tooLittle.orElseThrow().matches("The disk of .* is full but for [0-9]+ MiB\\. Free some space; .*"),
                tooLittle::toString);
        assertTrue(gone.orElseThrow().endsWith("cannot be looked at. Check that its disk is there."), gone::toString);
    }

    @ParameterizedTest
    @EnumSource
    void theFiguresSayWhatTheLedgerHolds(CentreOn on) {
        try (Centre centre = Shops.start(on.settings(folder));
                ShopTill till = Shops.till(centre, folder, "T1");
                Asker asker = new Asker(centre)) {
            till.pull();
            till.openShift();
            till.sell("MUG1");
            till.deliver();
            till.deliver();
            assertTrue(centre.settle(Shops.PATIENCE));

            Answer figures = asker.get("/metrics");

            for (String line : List.of(
                    "evertill_entries_accepted 2\\.0",
                    "evertill_entries_unapplied 0\\.0",
                    "evertill_entries_parked 0\\.0",
                    "evertill_feed_head 5\\.0",
                    "evertill_job_failures\\{job=\"apply\"} 0\\.0",
                    "evertill_job_failures\\{job=\"publish\"} 0\\.0",
                    "evertill_till_heard_age_seconds\\{store=\"S1\",terminal=\"S1-T1-[^\"]+\",till=\"T1\"} [0-9.]+",
                    "evertill_request_seconds_count\\{method=\"POST\",route=\"/v1/streams/\\{streamId}/entries\",status=\"200\"} [0-9]+")) {
                assertTrue(figures.text().lines().anyMatch(each -> each.matches(line)), line + " in\n" + figures.text());
            }
        }
    }

    /// Asks when the last answer is no longer kept.
    private Answer ask(Asker asker) {
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        return asker.get("/health");
    }
}
