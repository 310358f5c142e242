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

    @Test
    void aTerminalThatAnswersPaysWithoutAnotherKey() {
        holdsWithTerminal("""
        does               | doing   | basket    | to pay | says           | wants
        scan coffee        | Selling | >1 COFFEE | 8.99   |                | look, keep, ok
        terminal DECLINES  | Selling | >1 COFFEE | 8.99   |                |
        press F10          | Paying  | >1 COFFEE | 8.99   | CARD_DECLINED  | ask card 8.99, charge, DECLINED (no funds)
        terminal TIMES_OUT | Paying  | >1 COFFEE | 8.99   | CARD_DECLINED  |
        press F10          | Paying  | >1 COFFEE | 8.99   | CARD_TIMED_OUT | ask card 8.99, charge, TIMED_OUT ()
        press F10          | Done    |           | 0.00   |                | ask card 8.99, charge, APPROVED (A-17), save card 8.99, receipt
        """);
    }

    @Test
    void aTerminalThatTookTheMoneyAndFellSilentIsAskedAgainByTheSameAttempt() {
        holdsWithTerminal("""
        does                      | doing      | basket    | to pay | says            | wants
        scan coffee               | Selling    | >1 COFFEE | 8.99   |                 | look, keep, ok
        terminal CHARGES_SILENTLY | Selling    | >1 COFFEE | 8.99   |                 |
        press F10                 | Unanswered | >1 COFFEE | 8.99   | CARD_UNANSWERED | ask card 8.99, charge, blocked
        press F10                 | Unanswered | >1 COFFEE | 8.99   | CARD_UNANSWERED |
        press F12                 | Unanswered | >1 COFFEE | 8.99   | CARD_UNANSWERED |
        press F4                  | Done       |           | 0.00   |                 | ask again, APPROVED (A-17), save card 8.99, receipt
        """);
    }

    @Test
    void goingOnWithoutTheTerminalLeavesTheAttemptOpen() {
        holdsWithTerminal("""
        does             | doing      | basket    | to pay | says            | wants
        scan coffee      | Selling    | >1 COFFEE | 8.99   |                 | look, keep, ok
        terminal IS_DEAF | Selling    | >1 COFFEE | 8.99   |                 |
        press F10        | Unanswered | >1 COFFEE | 8.99   | CARD_UNANSWERED | ask card 8.99, charge, blocked
        press F3         | Paying     | >1 COFFEE | 8.99   | CARD_LEFT_OPEN  | LEFT_OPEN
        press F12        | Done       |           | 0.00   |                 | save cash 8.99, drawer, receipt
        """);
    }

    @Test
    void whatTheTerminalShowsCanBeSaidWhileItIsNotHeard() {
        holdsWithTerminal("""
        does                      | doing             | basket    | to pay | says            | wants
        scan coffee               | Selling           | >1 COFFEE | 8.99   |                 | look, keep, ok
        terminal CHARGES_SILENTLY | Selling           | >1 COFFEE | 8.99   |                 |
        press F10                 | Unanswered        | >1 COFFEE | 8.99   | CARD_UNANSWERED | ask card 8.99, charge, blocked
        type 0815                 | Unanswered [0815] | >1 COFFEE | 8.99   | CARD_UNANSWERED |
        press F2                  | Done              |           | 0.00   |                 | APPROVED, save card 8.99, receipt
        """);
    }

    @Test
    void aRestartDuringAPaymentAsksTheTerminal() {
        holdsWithTerminal("""
        does        | doing       | basket    | to pay | says                  | wants
        scan coffee | Selling     | >1 COFFEE | 8.99   |                       | look, keep, ok
        type 5      | Selling [5] | >1 COFFEE | 8.99   |                       |
        dither      | Selling [5] | >1 COFFEE | 8.99   |                       |
        press F10   | Charging    | >1 COFFEE | 8.99   | CARD_AT_TERMINAL 5.00 | ask card 5.00, charge
        scan milk   | Charging    | >1 COFFEE | 8.99   | CARD_AT_TERMINAL 5.00 |
        press F12   | Charging    | >1 COFFEE | 8.99   | CARD_AT_TERMINAL 5.00 |
        restart     | Paying      | >1 COFFEE | 3.99   |                       | ask again, APPROVED (A-17)
        press F12   | Done        |           | 0.00   |                       | save card 5.00+cash 3.99, drawer, receipt
        """);
    }

    @Test
    void oneStepBackStopsTheTerminalAndASecondEndsTheWaiting() {
        holdsWithTerminal("""
        does         | doing      | basket    | to pay | says                  | wants
        scan coffee  | Selling    | >1 COFFEE | 8.99   |                       | look, keep, ok
        dither       | Selling    | >1 COFFEE | 8.99   |                       |
        press F10    | Charging   | >1 COFFEE | 8.99   | CARD_AT_TERMINAL 8.99 | ask card 8.99, charge
        press ESCAPE | Charging   | >1 COFFEE | 8.99   | CARD_STOPPING         | stop
        press ESCAPE | Unanswered | >1 COFFEE | 8.99   | CARD_UNANSWERED       |
        release      | Unanswered | >1 COFFEE | 8.99   | CARD_UNANSWERED       |
        press F4     | Done       |           | 0.00   |                       | ask again, APPROVED (A-17), save card 8.99, receipt
        """);
    }

    @Test
    void anAnswerThatCouldNotBeSavedIsAskedForAgain() {
        holdsWithTerminal("""
        does           | doing      | basket    | to pay | says                  | wants
        scan coffee    | Selling    | >1 COFFEE | 8.99   |                       | look, keep, ok
        dither         | Selling    | >1 COFFEE | 8.99   |                       |
        press F10      | Charging   | >1 COFFEE | 8.99   | CARD_AT_TERMINAL 8.99 | ask card 8.99, charge
        fail DISK_FULL | Charging   | >1 COFFEE | 8.99   | CARD_AT_TERMINAL 8.99 |
        release        | Unanswered | >1 COFFEE | 8.99   | DISK_FULL             | APPROVED (A-17), blocked
        press F4       | Done       |           | 0.00   |                       | ask again, APPROVED (A-17), save card 8.99, receipt
        """);
    }

    private static void holdsWithTerminal(String table) {
        assertEquals(table, new Sheet(new Shop().withTerminal()).run(table));
    }
}
