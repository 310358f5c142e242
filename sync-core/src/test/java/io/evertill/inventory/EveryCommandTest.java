package io.evertill.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.ingest.Accept;
import io.evertill.ingest.Comparison;
import io.evertill.ingest.Memory;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;

/// Whatever people, tills, the web shop and jobs do in whatever order, everything that must be so of stock is so (I1 to I28, I33, I36).
class EveryCommandTest {
    private static final Accept.Parts USUAL = new Accept.Parts(Comparison.USUAL, Memory.USUAL);
    private static final byte[] EMPTY = RunningCentre.empty();
    private static final int SEEDS = 16;
    private static final Set<String> OCCURRENCES = Set.of("count Posted", "count Posted of a till",
            "count Recount", "count Review", "count NotHeard",
            "movement COUNT_ADJUSTMENT", "movement COUNT_CORRECTION", "movement TRANSFER_RECEIVE", "movement DISPATCH_CORRECTION",
            "movement PICK", "movement VOID", "movement RETURN", "movement RELOT", "oversold open", "oversold cured late",
            "parked UNREADABLE", "placing Insufficient", "reservation CONSUMED", "reservation EXPIRED", "taking Late",
            "serial SOLD_TWICE", "collected in time", "collected after its end", "collected more than was left");
    private static final Set<String> SEEN = new TreeSet<>();
    private static final AtomicInteger PLAYED = new AtomicInteger();

    @RandomTest(seeds = SEEDS)
    void everyInvariantHoldsInMemory(Chance chance) {
        EveryCommand.Ended ended = EveryCommand.play(chance, EMPTY, USUAL);

        SEEN.addAll(ended.seen());
        PLAYED.incrementAndGet();
        assertEquals(List.of(), ended.broken());
    }

    @RandomTest(seeds = 2)
    void everyInvariantHoldsOnPostgresql(Chance chance) {
        EveryCommand.Ended ended = EveryCommand.play(chance, USUAL);

        assertEquals(List.of(), ended.broken());
        assertTrue(ended.seen().contains("session ended"));
    }

    @RandomTest(seeds = 4)
    void inWhateverOrderTillsAreHeardTheStockIsTheSame(Chance chance) {
        assertEquals(List.of(), EveryCommand.tellTwo(chance, new RunningCentre(EMPTY, USUAL), new RunningCentre(EMPTY, USUAL)));
    }

    @RandomTest(seeds = 1)
    void bothDatabasesEndAtTheSameStock(Chance chance) {
        assertEquals(List.of(), EveryCommand.tellTwo(
                chance, new RunningCentre(EMPTY, USUAL), new RunningCentre(USUAL)));
    }

    /// What does not occur in the histories is not proved by them.
    @AfterAll
    static void theHistoriesSawWhatCanHappenToStock() {
        Set<String> missing = new TreeSet<>(OCCURRENCES);
        missing.removeAll(SEEN);
        assertTrue(PLAYED.get() < SEEDS || missing.isEmpty(), "never seen: " + missing);
    }
}
