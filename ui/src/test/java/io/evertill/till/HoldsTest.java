package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Baskets that wait for their customer, as sheets.
final class HoldsTest {
    private final Sheet sheet = new Sheet(new Shop());

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    @Test
    void twoBasketsWaitAndComeBackInAnyOrderAlsoAfterARestart() {
        holds("""
        does        | doing            | basket   | to pay | says           | wants
        press F3    | Selling          |          | 0.00   | HELD_NONE      | list held
        scan milk   | Selling          | >1 MILK  | 1.19   |                | look, keep, ok
        type Smith  | Choosing [Smith] | >1 MILK  | 1.19   |                | search Smith
        press F3    | Selling          |          | 0.00   | HELD_AS 1      | hold Smith
        scan bread  | Selling          | >1 BREAD | 3.45   |                | look, keep, ok
        press F3    | Selling          |          | 0.00   | HELD_AS 2      | hold
        restart     | Selling          |          | 0.00   |                |
        press F3    | ChoosingHeld     |          | 0.00   |                | list held
        press Down  | ChoosingHeld     |          | 0.00   |                |
        press Enter | Selling          | >1 BREAD | 3.45   | RECALLED 2 1   | recall 2
        press F12   | Done             |          | 0.00   |                | save cash 3.45, drawer, receipt
        press F3    | ChoosingHeld     |          | 0.00   |                | list held
        row 1       | Selling          | >1 MILK  | 1.19   | RECALLED 1 1   | recall 1
        press F3    | Selling          |          | 0.00   | HELD_AS 1      | hold
        press F12   | Selling          |          | 0.00   | NOTHING_TO_PAY | blocked
        """);
    }

    @Test
    void whatWasPaidCannotWaitAndNothingIsLostWhenHoldingFails() {
        holds("""
        does           | doing       | basket    | to pay | says                    | wants
        scan coffee    | Selling     | >1 COFFEE | 8.99   |                         | look, keep, ok
        fail DISK_FULL | Selling     | >1 COFFEE | 8.99   |                         |
        press F3       | Selling     | >1 COFFEE | 8.99   | DISK_FULL               | hold , blocked
        type 5         | Selling [5] | >1 COFFEE | 8.99   |                         |
        press F11      | Paying      | >1 COFFEE | 3.99   |                         | keep
        press Escape   | Selling     | >1 COFFEE | 3.99   |                         |
        press F3       | Selling     | >1 COFFEE | 3.99   | TENDERS_FIRST           | blocked
        press Enter    | Paying      | >1 COFFEE | 3.99   |                         |
        press Delete   | Paying      | >1 COFFEE | 8.99   | TENDER_HANDED_BACK 5.00 | keep
        press Escape   | Selling     | >1 COFFEE | 8.99   |                         |
        press Delete   | Selling     |           | 0.00   | LINE_VOIDED             | keep
        press F3       | Selling     |           | 0.00   | FINISH_FIRST            | blocked
        """);
    }

    @Test
    void aScanLeavesTheListAndWhatIsGoneIsSaid() {
        holds("""
        does         | doing        | basket    | to pay | says         | wants
        scan coffee  | Selling      | >1 COFFEE | 8.99   |              | look, keep, ok
        press F3     | Selling      |           | 0.00   | HELD_AS 1    | hold
        press F3     | ChoosingHeld |           | 0.00   |              | list held
        scan milk    | Selling      | >1 MILK   | 1.19   |              | look, keep, ok
        press F12    | Done         |           | 0.00   |              | save cash 1.19, drawer, receipt
        press F3     | ChoosingHeld |           | 0.00   |              | list held
        press Escape | Selling      |           | 0.00   |              |
        press F3     | ChoosingHeld |           | 0.00   |              | list held
        fail STORAGE | ChoosingHeld |           | 0.00   |              |
        press Enter  | Selling      |           | 0.00   | STORAGE      | recall 1, blocked
        press F3     | ChoosingHeld |           | 0.00   |              | list held
        press Enter  | Selling      | >1 COFFEE | 8.99   | RECALLED 1 1 | recall 1
        """);
    }

    @Test
    void aRowThatIsNotThereCallsNothingBack() {
        holds("""
        does       | doing        | basket   | to pay | says         | wants
        scan bread | Selling      | >1 BREAD | 3.45   |              | look, keep, ok
        press F3   | Selling      |          | 0.00   | HELD_AS 1    | hold
        press F3   | ChoosingHeld |          | 0.00   |              | list held
        row 2      | ChoosingHeld |          | 0.00   |              |
        row 0      | ChoosingHeld |          | 0.00   |              |
        row 1      | Selling      | >1 BREAD | 3.45   | RECALLED 1 1 | recall 1
        """);
    }
}
