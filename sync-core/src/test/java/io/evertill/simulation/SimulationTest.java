package io.evertill.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A small share of the simulation in every build; `mvn -q -Psimulate` runs as much as you like.
class SimulationTest {
    private static final long SEEDS = 48;
    private static final long SEEDS_TO_CATCH_MAX = 3_000;
    private static final long SECONDS_MAX = 100_000;

    @TempDir
    Path folder;

    @Test
    void nothingIsLostAndNothingCountsTwice() throws Exception {
        Simulate.Sum sum = Simulate.run(new Simulate.Order(1, SEEDS, Mutation.NONE, false, 2, false, SECONDS_MAX));

        assertEquals(List.of(), sum.bad.stream().map(bad -> "seed " + bad.seed() + ": " + bad.violations().getFirst()
                + "; repeat: mvn -q -Psimulate -Dseed=" + bad.seed() + " (commit " + Commit.NAME + ")").toList());
        assertEquals(SEEDS, sum.schedules);
    }

    /// Seeds under which a draft of the code broke a promise: each stands for a defect that was mended.
    @ParameterizedTest
    @ValueSource(longs = {33, 128, 138, 144, 154, 156, 1293, 795551057449771L, 795561409286881L, 2019728L, 20000403L, 60001312L,
            60002736L})
    void aSeedThatFailedOnceFailsNoMore(long seed) {
        assertEquals(List.of(), Schedule.run(seed, new Setting(Mutation.NONE, folder), false).violations());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 16, 138})
    void aScheduleEndsOnFilesAsInMemory(long seed) {
        Schedule.Ended onFiles = Schedule.run(seed, new Setting(Mutation.NONE, folder, true), false);

        Schedule.Ended inMemory = Schedule.run(seed, new Setting(Mutation.NONE, folder), false);

        assertEquals(inMemory, onFiles);
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        for (long seed = 16; seed <= 20; seed++) {
            Schedule.Ended once = Schedule.run(seed, new Setting(Mutation.NONE, folder), false);

            Schedule.Ended again = Schedule.run(seed, new Setting(Mutation.NONE, folder), false);

            assertEquals(once, again);
        }
    }

    /// The search begins a little before a seed that is known to catch it, so that it ends soon.
    @ParameterizedTest
    @CsvSource({
        "no-fork-check, 7", "no-id-dedupe, 1", "synchronous-normal, 11", "window-50, 22", "key-only-ack, 5", "prune-on-ack, 1",
        "no-heartbeat, 44", "rehome-after-ack, 100"
    })
    void everyShortcutIsCaught(String mutation, long from) throws Exception {
        Simulate.Sum sum =
                Simulate.run(new Simulate.Order(from, SEEDS_TO_CATCH_MAX, Mutation.named(mutation), false, 2, true, SECONDS_MAX));

        assertFalse(sum.bad.isEmpty(), mutation + " was not caught in " + sum.schedules + " schedules");
    }
}
