package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// What follows from the age of the prices, as sheets.
final class BookAgesTest {
    private final Sheet sheet = new Sheet(new Shop());

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    @Test
    void pricesOfThreeDaysAreChargedByTheWordOfASupervisor() {
        holds("""
        does         | doing     | basket           | to pay | says | wants
        prices 71    | Selling   |                  | 0.00   |      |
        scan milk    | Selling   | >1 MILK          | 1.19   |      | look, keep, ok
        press F12    | Done      |                  | 0.00   |      | save cash 1.19, drawer, receipt
        prices 72    | Done      |                  | 0.00   |      |
        scan milk    | Selling   | >1 MILK          | 1.19   |      | look, keep, ok
        press F12    | Approving | >1 MILK          | 1.19   |      | blocked
        scan bread   | Approving | >1 MILK          | 1.19   |      |
        press Escape | Selling   | 1 MILK, >1 BREAD | 4.64   |      | blocked, look, keep, ok
        press F10    | Approving | 1 MILK, >1 BREAD | 4.64   |      | blocked
        press Enter  | Paying    | 1 MILK, >1 BREAD | 4.64   |      | bea agrees
        press F12    | Done      |                  | 0.00   |      | save cash 4.64, drawer, receipt
        scan milk    | Selling   | >1 MILK          | 1.19   |      | look, keep, ok
        press F12    | Done      |                  | 0.00   |      | save cash 1.19, drawer, receipt
        """);
    }

    @Test
    void aWordHoldsUntilSomebodySignsOutOrTheCentreIsHeard() {
        holds("""
        does         | doing     | basket  | to pay | says                    | wants
        prices 80    | Selling   |         | 0.00   |                         |
        scan milk    | Selling   | >1 MILK | 1.19   |                         | look, keep, ok
        press Enter  | Approving | >1 MILK | 1.19   |                         | blocked
        press Enter  | Paying    | >1 MILK | 1.19   |                         | bea agrees
        press F12    | Done      |         | 0.00   |                         | save cash 1.19, drawer, receipt
        press Ctrl+L | SigningIn |         | 0.00   |                         |
        press Enter  | Selling   |         | 0.00   | LAST_SALE_WAS then 1.19 | sign in anna
        scan milk    | Selling   | >1 MILK | 1.19   |                         | look, keep, ok
        press F12    | Approving | >1 MILK | 1.19   |                         | blocked
        row 2        | Paying    | >1 MILK | 1.19   |                         | cy agrees
        prices 79    | Paying    | >1 MILK | 1.19   |                         |
        press F12    | Approving | >1 MILK | 1.19   |                         | blocked
        """);
    }

    @Test
    void whatACardHasPaidIsSavedHoweverOldThePricesAre() {
        holds("""
        does       | doing      | basket  | to pay | says          | wants
        scan milk  | Selling    | >1 MILK | 1.19   |               | look, keep, ok
        press F10  | AtTerminal | >1 MILK | 1.19   | CARD_ASK 1.19 | ask card 1.19
        prices 200 | AtTerminal | >1 MILK | 1.19   | CARD_ASK 1.19 |
        press F2   | Done       |         | 0.00   |               | APPROVED, save card 1.19, receipt
        """);
    }
}
