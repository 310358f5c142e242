package io.evertill.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairPlanTest {
    @Test
    void aCleanLedgerNeedsNothing() {
        assertEquals(List.of(), RepairPlan.of(findings()));
    }

    @ParameterizedTest
    @CsvSource({
        "chain, The entries themselves are damaged", "entry, The entries themselves are damaged",
        "level, The entries are whole", "drawer, The entries are whole", "outbox, compare their hashes", "feed, loaded again"
    })
    void everyKindOfDifferenceHasItsStepBetweenACopyAndAnotherLook(String what, String step) {
        List<String> plan = RepairPlan.of(findings(what));

        assertTrue(plan.getFirst().contains("Delete nothing"), plan.toString());
        assertTrue(plan.stream().anyMatch(each -> each.contains(step)), plan.toString());
        assertEquals("Run evertill verify again.", plan.getLast());
    }

    private static Findings findings(String... what) {
        Tally tally = new Tally();
        for (String each : what) {
            tally.differ(each, "Something is different.");
        }
        return tally.findings();
    }
}
