package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Taking back what was paid before the sale is complete, as sheets.
final class UndosTest {
    private static void holds(Shop shop, String table) {
        assertEquals(table, new Sheet(shop).run(table));
    }

    @Test
    void whatACardPaidGoesBackAndOnlyThenTheTenderIsGone() {
        holds(new Shop().withTerminal(), """
        does         | doing       | basket            | to pay | says            | wants
        scan coffee  | Selling     | >1 COFFEE         | 8.99   |                 | look, keep, ok
        type 5       | Selling [5] | >1 COFFEE         | 8.99   |                 |
        press F10    | Paying      | >1 COFFEE         | 3.99   |                 | ask card 5.00, charge, APPROVED (A-17)
        dither       | Paying      | >1 COFFEE         | 3.99   |                 |
        press Delete | Undoing     | >1 COFFEE         | 3.99   | UNDO_ASKED 5.00 | ask back 5.00, undo
        press F12    | Undoing     | >1 COFFEE         | 3.99   | UNDO_ASKED 5.00 |
        scan milk    | Undoing     | >1 COFFEE         | 3.99   | UNDO_ASKED 5.00 |
        release      | Paying      | 1 COFFEE, >1 MILK | 10.18  |                 | UNDONE (taken back), look, keep, ok
        press F12    | Done        |                   | 0.00   |                 | save cash 10.18, drawer, receipt
        """);
    }

    @Test
    void aTerminalThatIsNotHeardIsAskedAgainAndGivesBackOnce() {
        holds(new Shop().withTerminal(), """
        does         | doing       | basket    | to pay | says            | wants
        scan coffee  | Selling     | >1 COFFEE | 8.99   |                 | look, keep, ok
        type 5       | Selling [5] | >1 COFFEE | 8.99   |                 |
        press F10    | Paying      | >1 COFFEE | 3.99   |                 | ask card 5.00, charge, APPROVED (A-17)
        mumble 2     | Paying      | >1 COFFEE | 3.99   |                 |
        press Delete | UndoOpen    | >1 COFFEE | 3.99   | UNDO_UNANSWERED | ask back 5.00, undo, blocked
        press F12    | UndoOpen    | >1 COFFEE | 3.99   | UNDO_UNANSWERED |
        press F8     | UndoOpen    | >1 COFFEE | 3.99   | UNDO_UNANSWERED |
        press Escape | UndoOpen    | >1 COFFEE | 3.99   | UNDO_UNANSWERED | blocked
        press F4     | UndoOpen    | >1 COFFEE | 3.99   | UNDO_UNANSWERED | undo, blocked
        press F4     | Paying      | >1 COFFEE | 8.99   | UNDONE 5.00     | undo, UNDONE (taken back)
        press F10    | Done        |           | 0.00   |                 | ask card 8.99, charge, APPROVED (A-17), save card 8.99, receipt
        """);
    }

    @Test
    void aCardThatTheTerminalDoesNotPayBackGoesOnPaying() {
        holds(new Shop().withTerminal(), """
        does         | doing       | basket    | to pay | says            | wants
        scan coffee  | Selling     | >1 COFFEE | 8.99   |                 | look, keep, ok
        type 5       | Selling [5] | >1 COFFEE | 8.99   |                 |
        press F10    | Paying      | >1 COFFEE | 3.99   |                 | ask card 5.00, charge, APPROVED (A-17)
        keeps        | Paying      | >1 COFFEE | 3.99   |                 |
        press Delete | UndoOpen    | >1 COFFEE | 3.99   | UNDO_REFUSED    | ask back 5.00, undo, blocked
        press F4     | UndoOpen    | >1 COFFEE | 3.99   | UNDO_REFUSED    | undo, blocked
        press Escape | Paying      | >1 COFFEE | 3.99   | CARD_STAYS 5.00 | STAYS (A-17)
        press F12    | Done        |           | 0.00   |                 | save card 5.00+cash 3.99, drawer, receipt
        """);
    }

    @Test
    void whatTheTerminalKeepsLeavesTheSaleByASupervisorsWord() {
        holds(new Shop().withTerminal().staffed(""), """
        does         | doing       | basket    | to pay | says           | wants
        scan coffee  | Selling     | >1 COFFEE | 8.99   |                | look, keep, ok
        type 5       | Selling [5] | >1 COFFEE | 8.99   |                |
        press F10    | Paying      | >1 COFFEE | 3.99   |                | ask card 5.00, charge, APPROVED (A-17)
        keeps        | Paying      | >1 COFFEE | 3.99   |                |
        press Delete | UndoOpen    | >1 COFFEE | 3.99   | UNDO_REFUSED   | ask back 5.00, undo, blocked
        press F3     | Approving   | >1 COFFEE | 3.99   |                | blocked
        press Escape | UndoOpen    | >1 COFFEE | 3.99   | CARD_NOT_KEPT  | blocked
        press F3     | Approving   | >1 COFFEE | 3.99   |                | blocked
        press Enter  | AskingPin   | >1 COFFEE | 3.99   |                |
        type 736590  | AskingPin   | >1 COFFEE | 3.99   |                |
        press Enter  | Paying      | >1 COFFEE | 8.99   | CARD_KEPT 5.00 | check bea, bea agrees to keep 5.00, KEPT (A-17)
        press F12    | Done        |           | 0.00   |                | save cash 8.99, drawer, receipt
        """);
    }

    @Test
    void aSilentTerminalDoesNotHoldTheTillForEver() {
        holds(new Shop().withTerminal(), """
        does         | doing       | basket    | to pay | says            | wants
        scan coffee  | Selling     | >1 COFFEE | 8.99   |                 | look, keep, ok
        type 5       | Selling [5] | >1 COFFEE | 8.99   |                 |
        press F10    | Paying      | >1 COFFEE | 3.99   |                 | ask card 5.00, charge, APPROVED (A-17)
        mumble 9     | Paying      | >1 COFFEE | 3.99   |                 |
        press Delete | UndoOpen    | >1 COFFEE | 3.99   | UNDO_UNANSWERED | ask back 5.00, undo, blocked
        press F4     | UndoOpen    | >1 COFFEE | 3.99   | UNDO_UNANSWERED | undo, blocked
        press F3     | Approving   | >1 COFFEE | 3.99   |                 | blocked
        press Enter  | Paying      | >1 COFFEE | 8.99   | CARD_KEPT 5.00  | bea agrees to keep 5.00, KEPT (A-17)
        press F8     | GivingUp    | >1 COFFEE | 8.99   |                 |
        press Enter  | Selling     |           | 0.00   | SALE_VOIDED     | void CUSTOMER_LEFT
        """);
    }

    @Test
    void aTerminalThatStandsAloneIsReadByTheCashier() {
        holds(new Shop(), """
        does         | doing             | basket    | to pay | says            | wants
        scan coffee  | Selling           | >1 COFFEE | 8.99   |                 | look, keep, ok
        type 5       | Selling [5]       | >1 COFFEE | 8.99   |                 |
        press F10    | AtTerminal        | >1 COFFEE | 8.99   | CARD_ASK 5.00   | ask card 5.00
        type 0815    | AtTerminal [0815] | >1 COFFEE | 8.99   | CARD_ASK 5.00   |
        press F2     | Paying            | >1 COFFEE | 3.99   |                 | APPROVED
        press Delete | UndoAtTerminal    | >1 COFFEE | 3.99   | UNDO_ASK 5.00   | ask back 5.00
        press F12    | UndoAtTerminal    | >1 COFFEE | 3.99   | UNDO_ASK 5.00   |
        press Escape | UndoAtTerminal    | >1 COFFEE | 3.99   | UNDO_ASK 5.00   |
        press F3     | UndoOpen          | >1 COFFEE | 3.99   | UNDO_REFUSED    | blocked
        press F4     | UndoAtTerminal    | >1 COFFEE | 3.99   | UNDO_ASK 5.00   |
        press F2     | Paying            | >1 COFFEE | 8.99   | UNDONE 5.00     | UNDONE
        type 5       | Paying [5]        | >1 COFFEE | 8.99   |                 |
        press F10    | AtTerminal        | >1 COFFEE | 8.99   | CARD_ASK 5.00   | ask card 5.00
        press F2     | Paying            | >1 COFFEE | 3.99   |                 | APPROVED
        press Delete | UndoAtTerminal    | >1 COFFEE | 3.99   | UNDO_ASK 5.00   | ask back 5.00
        press F3     | UndoOpen          | >1 COFFEE | 3.99   | UNDO_REFUSED    | blocked
        press Escape | Paying            | >1 COFFEE | 3.99   | CARD_STAYS 5.00 | STAYS
        press F12    | Done              |           | 0.00   |                 | save card 5.00+cash 3.99, drawer, receipt
        """);
    }

    @Test
    void aRestartWhileTheMoneyGoesBackAsksTheTerminalAgain() {
        holds(new Shop().withTerminal(), """
        does         | doing       | basket    | to pay | says            | wants
        scan coffee  | Selling     | >1 COFFEE | 8.99   |                 | look, keep, ok
        type 5       | Selling [5] | >1 COFFEE | 8.99   |                 |
        press F10    | Paying      | >1 COFFEE | 3.99   |                 | ask card 5.00, charge, APPROVED (A-17)
        dither       | Paying      | >1 COFFEE | 3.99   |                 |
        press Delete | Undoing     | >1 COFFEE | 3.99   | UNDO_ASKED 5.00 | ask back 5.00, undo
        restart      | Paying      | >1 COFFEE | 8.99   | UNDONE 5.00     | undo, UNDONE (taken back)
        press F12    | Done        |           | 0.00   |                 | save cash 8.99, drawer, receipt
        """);
    }

    @Test
    void oneStepBackEndsTheWaitingAndLosesNothing() {
        holds(new Shop().withTerminal(), """
        does         | doing       | basket    | to pay | says            | wants
        scan coffee  | Selling     | >1 COFFEE | 8.99   |                 | look, keep, ok
        type 5       | Selling [5] | >1 COFFEE | 8.99   |                 |
        press F10    | Paying      | >1 COFFEE | 3.99   |                 | ask card 5.00, charge, APPROVED (A-17)
        dither       | Paying      | >1 COFFEE | 3.99   |                 |
        press Delete | Undoing     | >1 COFFEE | 3.99   | UNDO_ASKED 5.00 | ask back 5.00, undo
        press Escape | UndoOpen    | >1 COFFEE | 3.99   | UNDO_UNANSWERED | blocked
        release      | UndoOpen    | >1 COFFEE | 3.99   | UNDO_UNANSWERED |
        press F4     | Paying      | >1 COFFEE | 8.99   | UNDONE 5.00     | undo, UNDONE (taken back)
        """);
    }

    @Test
    void whatCouldNotBeSavedIsFoundOutAgain() {
        holds(new Shop().withTerminal(), """
        does           | doing       | basket    | to pay | says            | wants
        scan coffee    | Selling     | >1 COFFEE | 8.99   |                 | look, keep, ok
        type 5         | Selling [5] | >1 COFFEE | 8.99   |                 |
        press F10      | Paying      | >1 COFFEE | 3.99   |                 | ask card 5.00, charge, APPROVED (A-17)
        fail DISK_FULL | Paying      | >1 COFFEE | 3.99   |                 |
        press Delete   | Paying      | >1 COFFEE | 3.99   | DISK_FULL       | ask back 5.00, blocked
        dither         | Paying      | >1 COFFEE | 3.99   | DISK_FULL       |
        press Delete   | Undoing     | >1 COFFEE | 3.99   | UNDO_ASKED 5.00 | ask back 5.00, undo
        fail DISK_FULL | Undoing     | >1 COFFEE | 3.99   | UNDO_ASKED 5.00 |
        release        | UndoOpen    | >1 COFFEE | 3.99   | DISK_FULL       | UNDONE (taken back), blocked
        press F4       | Paying      | >1 COFFEE | 8.99   | UNDONE 5.00     | undo, UNDONE (taken back)
        """);
    }

    @Test
    void ofSeveralPaymentsTheMarkedOneGoesBack() {
        holds(new Shop().withTerminal(), """
        does         | doing          | basket    | to pay | says                    | wants
        scan coffee  | Selling        | >1 COFFEE | 8.99   |                         | look, keep, ok
        type 1       | Selling [1]    | >1 COFFEE | 8.99   |                         |
        press F10    | Paying         | >1 COFFEE | 7.99   |                         | ask card 1.00, charge, APPROVED (A-17)
        type 2       | Paying [2]     | >1 COFFEE | 7.99   |                         |
        press F11    | Paying         | >1 COFFEE | 5.99   |                         | keep
        press Delete | ChoosingTender | >1 COFFEE | 5.99   |                         |
        press Up     | ChoosingTender | >1 COFFEE | 5.99   |                         |
        press Enter  | Paying         | >1 COFFEE | 6.99   | UNDONE 1.00             | ask back 1.00, undo, UNDONE (taken back)
        press Delete | Paying         | >1 COFFEE | 8.99   | TENDER_HANDED_BACK 2.00 | keep
        """);
    }

    @Test
    void aSaleThatIsPartlyPaidIsVoidedAfterItsCardsArePaidBack() {
        holds(new Shop(), """
        does        | doing          | basket    | to pay | says                       | wants
        scan coffee | Selling        | >1 COFFEE | 8.99   |                            | look, keep, ok
        type 1      | Selling [1]    | >1 COFFEE | 8.99   |                            |
        press F10   | AtTerminal     | >1 COFFEE | 8.99   | CARD_ASK 1.00              | ask card 1.00
        press F2    | Paying         | >1 COFFEE | 7.99   |                            | APPROVED
        type 2      | Paying [2]     | >1 COFFEE | 7.99   |                            |
        press F11   | Paying         | >1 COFFEE | 5.99   |                            | keep
        type 3      | Paying [3]     | >1 COFFEE | 5.99   |                            |
        press F10   | AtTerminal     | >1 COFFEE | 5.99   | CARD_ASK 3.00              | ask card 3.00
        press F2    | Paying         | >1 COFFEE | 2.99   |                            | APPROVED
        press F8    | GivingUp       | >1 COFFEE | 2.99   | VOID_GIVES_BACK 6.00       |
        press Enter | UndoAtTerminal | >1 COFFEE | 2.99   | UNDO_ASK 1.00              | ask back 1.00
        press F2    | UndoAtTerminal | >1 COFFEE | 3.99   | UNDO_ASK 3.00              | UNDONE, ask back 3.00
        press F2    | Selling        |           | 0.00   | SALE_VOIDED_HAND_BACK 2.00 | UNDONE, void CUSTOMER_LEFT
        """);
    }

    @Test
    void aCardThatIsNotPaidBackStopsTheVoidingUntilSomebodyAgrees() {
        holds(new Shop().staffed("VOID_SALE:MANAGER"), """
        does         | doing          | basket  | to pay | says                 | wants
        scan milk    | Selling        | >1 MILK | 1.19   |                      | look, keep, ok
        type 1       | Selling [1]    | >1 MILK | 1.19   |                      |
        press F10    | AtTerminal     | >1 MILK | 1.19   | CARD_ASK 1.00        | ask card 1.00
        press F2     | Paying         | >1 MILK | 0.19   |                      | APPROVED
        press F8     | GivingUp       | >1 MILK | 0.19   | VOID_GIVES_BACK 1.00 |
        press Enter  | AskingPin      | >1 MILK | 0.19   |                      | blocked
        type 736590  | AskingPin      | >1 MILK | 0.19   |                      |
        press Enter  | UndoAtTerminal | >1 MILK | 0.19   | UNDO_ASK 1.00        | check cy, cy agrees to give up 1 for 1.19, ask back 1.00
        press F3     | UndoOpen       | >1 MILK | 0.19   | UNDO_REFUSED         | blocked
        press Escape | Paying         | >1 MILK | 0.19   | CARD_STAYS 1.00      | STAYS
        press F8     | GivingUp       | >1 MILK | 0.19   | VOID_GIVES_BACK 1.00 |
        press Enter  | AskingPin      | >1 MILK | 0.19   |                      | blocked
        type 736590  | AskingPin      | >1 MILK | 0.19   |                      |
        press Enter  | UndoAtTerminal | >1 MILK | 0.19   | UNDO_ASK 1.00        | check cy, cy agrees to give up 1 for 1.19, ask back 1.00
        press F3     | UndoOpen       | >1 MILK | 0.19   | UNDO_REFUSED         | blocked
        press F3     | Approving      | >1 MILK | 0.19   |                      | blocked
        press Down   | Approving      | >1 MILK | 0.19   |                      |
        press Enter  | AskingPin      | >1 MILK | 0.19   |                      |
        type 736590  | AskingPin      | >1 MILK | 0.19   |                      |
        press Enter  | Selling        |         | 0.00   | SALE_VOIDED          | check cy, cy agrees to keep 1.00, KEPT, void CUSTOMER_LEFT
        """);
    }
}
