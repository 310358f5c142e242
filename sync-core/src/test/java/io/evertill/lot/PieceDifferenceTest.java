package io.evertill.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PieceDifferenceTest {
    @Test
    void whatWasNotSeenIsMissingAndWhatShouldNotBeThereWasFound() {
        PieceDifference difference = PieceDifference.of(Map.of("A", 1L, "B", 1L), Set.of("B", "C"));

        assertEquals(new PieceDifference(List.of("A"), List.of("C")), difference);
        assertEquals(0, difference.net());
        assertTrue(PieceDifference.of(Map.of("A", 1L), Set.of("A")).isNone());
        assertFalse(difference.isNone());
        assertEquals(2, difference.size());
    }

    @Test
    void piecesAreCountedOnBothSides() {
        PieceDifference fewer = PieceDifference.of(Map.of("A", 1L, "B", 2L), Set.of("C"));

        assertEquals(new PieceDifference(List.of("A", "B", "B"), List.of("C")), fewer);
        assertEquals(4, fewer.size());
        assertEquals(-2, fewer.net());
        assertFalse(PieceDifference.of(Map.of("A", 1L), Set.of()).isNone());
        assertFalse(PieceDifference.of(Map.of(), Set.of("A")).isNone());
    }

    @Test
    void aPieceOfWhichMoreLeftThanCameIsNoMatterUntilSomebodySeesIt() {
        assertTrue(PieceDifference.of(Map.of("A", -1L), Set.of()).isNone());
        assertEquals(new PieceDifference(List.of(), List.of("A", "A")), PieceDifference.of(Map.of("A", -1L), Set.of("A")));
    }

    @RandomTest(seeds = 200)
    void behindTheDifferenceTheLedgerHasExactlyWhatWasSeen(Chance chance) {
        List<String> numbers = List.of("A", "B", "C", "D");
        Map<String, Long> ledger = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (String number : numbers) {
            ledger.put(number, chance.below(4) - 1L);
            if (chance.flip()) {
                seen.add(number);
            }
        }

        PieceDifference difference = PieceDifference.of(ledger, seen);
        difference.missing().forEach(number -> ledger.merge(number, -1L, Long::sum));
        difference.found().forEach(number -> ledger.merge(number, 1L, Long::sum));

        assertTrue(PieceDifference.of(ledger, seen).isNone(), () -> ledger + " with " + seen + " seen");
        seen.forEach(number -> assertEquals(1L, ledger.get(number)));
    }
}
