package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Card payments, as sheets.
final class CardsTest {
    private final Sheet sheet = new Sheet(new Shop());

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    @Test
    void aDeclinedCardLeavesTheRestToPay() {
        holds("""
        does        | doing      | basket    | to pay | says          | wants
        scan coffee | Selling    | >1 COFFEE | 8.99   |               | look, keep, ok
        press F10   | AtTerminal | >1 COFFEE | 8.99   | CARD_ASK 8.99 | ask card 8.99
        press F3    | Paying     | >1 COFFEE | 8.99   | CARD_DECLINED | DECLINED
        type 5      | Paying [5] | >1 COFFEE | 8.99   |               |
        press F10   | AtTerminal | >1 COFFEE | 8.99   | CARD_ASK 5.00 | ask card 5.00
        press F2    | Paying     | >1 COFFEE | 3.99   |               | APPROVED
        press F12   | Done       |           | 0.00   |               | save card 5.00+cash 3.99, drawer, receipt
        """);
    }

    @Test
    void aScanAtTheCardTerminalWaitsForTheNextCustomer() {
        holds("""
        does        | doing             | basket    | to pay | says          | wants
        scan coffee | Selling           | >1 COFFEE | 8.99   |               | look, keep, ok
        press F10   | AtTerminal        | >1 COFFEE | 8.99   | CARD_ASK 8.99 | ask card 8.99
        scan milk   | AtTerminal        | >1 COFFEE | 8.99   | CARD_ASK 8.99 |
        type 0815   | AtTerminal [0815] | >1 COFFEE | 8.99   | CARD_ASK 8.99 |
        press F2    | Selling           | >1 MILK   | 1.19   |               | APPROVED, save card 8.99, receipt, look, keep, ok
        """);
    }

    @Test
    void anOpenCardPaymentIsAskedAboutAfterARestart() {
        holds("""
        does        | doing       | basket    | to pay | says               | wants
        scan coffee | Selling     | >1 COFFEE | 8.99   |                    | look, keep, ok
        type 5      | Selling [5] | >1 COFFEE | 8.99   |                    |
        press F10   | AtTerminal  | >1 COFFEE | 8.99   | CARD_ASK 5.00      | ask card 5.00
        restart     | AtTerminal  | >1 COFFEE | 8.99   | CARD_RESTORED 5.00 |
        press F12   | AtTerminal  | >1 COFFEE | 8.99   | CARD_RESTORED 5.00 |
        press F2    | Paying      | >1 COFFEE | 3.99   |                    | APPROVED
        press F12   | Done        |           | 0.00   |                    | save card 5.00+cash 3.99, drawer, receipt
        """);
    }

    @Test
    void keysPressedAheadDoNotAnswerForTheCardTerminal() {
        holds("""
        does        | doing      | basket    | to pay | says          | wants
        hold        | Selling    |           | 0.00   |               |
        scan coffee | Selling    |           | 0.00   |               | look
        press F10   | Selling    |           | 0.00   |               |
        press F2    | Selling    |           | 0.00   |               |
        release     | AtTerminal | >1 COFFEE | 8.99   | CARD_ASK 8.99 | keep, ok, ask card 8.99
        """);
    }
}
