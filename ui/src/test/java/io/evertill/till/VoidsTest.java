package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Taking lines, tenders and whole baskets back, as sheets.
final class VoidsTest {
    private final Sheet sheet = new Sheet(new Shop());

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    @Test
    void voidingALineIsOneKey() {
        holds("""
        does         | doing   | basket                     | to pay | says        | wants
        scan milk    | Selling | >1 MILK                    | 1.19   |             | look, keep, ok
        scan coffee  | Selling | 1 MILK, >1 COFFEE          | 10.18  |             | look, keep, ok
        scan bread   | Selling | 1 MILK, 1 COFFEE, >1 BREAD | 13.63  |             | look, keep, ok
        line 2       | Selling | 1 MILK, >1 COFFEE, 1 BREAD | 13.63  |             |
        press Delete | Selling | 1 MILK, >1 BREAD           | 4.64   | LINE_VOIDED | keep
        press Delete | Selling | >1 MILK                    | 1.19   | LINE_VOIDED | keep
        press Delete | Selling |                            | 0.00   | LINE_VOIDED | keep
        press Delete | Selling |                            | 0.00   | NO_LINE     | blocked
        """);
    }

    @Test
    void theDrawerIsOpenedRightAfterASale() {
        holds("""
        does         | doing    | basket  | to pay | says    | wants
        scan milk    | Selling  | >1 MILK | 1.19   |         | look, keep, ok
        press F12    | Done     |         | 0.00   |         | save cash 1.19, drawer, receipt
        press Ctrl+D | Done     |         | 0.00   | NO_LINE | blocked
        press Ctrl+O | AtDrawer |         | 0.00   |         |
        press Escape | Selling  |         | 0.00   |         |
        """);
    }

    @Test
    void aVoidedSaleIsRecordedWithItsReason() {
        holds("""
        does        | doing    | basket  | to pay | says            | wants
        scan milk   | Selling  | >1 MILK | 1.19   |                 | look, keep, ok
        press F8    | GivingUp | >1 MILK | 1.19   |                 |
        press Down  | GivingUp | >1 MILK | 1.19   |                 |
        press Enter | Selling  |         | 0.00   | SALE_VOIDED     | void CANNOT_PAY
        press F8    | Selling  |         | 0.00   | NOTHING_TO_VOID | blocked
        """);
    }

    @Test
    void notesThatWereHandedOverGoBackWithTheSale() {
        holds("""
        does         | doing       | basket    | to pay | says                       | wants
        scan coffee  | Selling     | >1 COFFEE | 8.99   |                            | look, keep, ok
        type 5       | Selling [5] | >1 COFFEE | 8.99   |                            |
        press F11    | Paying      | >1 COFFEE | 3.99   |                            | keep
        press Escape | Selling     | >1 COFFEE | 3.99   |                            |
        press Delete | Selling     | >1 COFFEE | 3.99   | PAID_ALREADY 5.00          | blocked
        press F8     | GivingUp    | >1 COFFEE | 3.99   | VOID_GIVES_BACK 5.00       |
        press Escape | Selling     | >1 COFFEE | 3.99   |                            |
        press F11    | Paying      | >1 COFFEE | 3.99   |                            |
        press Delete | Paying      | >1 COFFEE | 8.99   | TENDER_HANDED_BACK 5.00    | keep
        type 5       | Paying [5]  | >1 COFFEE | 8.99   |                            |
        press F11    | Paying      | >1 COFFEE | 3.99   |                            | keep
        press F8     | GivingUp    | >1 COFFEE | 3.99   | VOID_GIVES_BACK 5.00       |
        press Enter  | Selling     |           | 0.00   | SALE_VOIDED_HAND_BACK 5.00 | void CUSTOMER_LEFT
        """);
    }

    @Test
    void somebodyHasToAgreeThoughEveryLineIsOutAlready() {
        Sheet staffed = new Sheet(new Shop().staffed("VOID_SALE:MANAGER"));
        String table = """
        does         | doing     | basket  | to pay | says        | wants
        scan milk    | Selling   | >1 MILK | 1.19   |             | look, keep, ok
        press Delete | Selling   |         | 0.00   | LINE_VOIDED | keep
        press F8     | GivingUp  |         | 0.00   |             |
        press Enter  | AskingPin |         | 0.00   |             | blocked
        type 736590  | AskingPin |         | 0.00   |             |
        press Enter  | Selling   |         | 0.00   | SALE_VOIDED | check cy, cy agrees to give up 1 for 0.00, void CUSTOMER_LEFT
        """;
        assertEquals(table, staffed.run(table));
    }
}
