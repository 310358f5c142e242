package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Taking money and completing the sale, as sheets.
final class PaymentsTest {
    private final Sheet sheet = new Sheet(new Shop());

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    @Test
    void anExactCashSaleIsOneKeyAfterTheLastScan() {
        holds("""
        does        | doing   | basket            | to pay | says | wants
        scan milk   | Selling | >1 MILK           | 1.19   |      | look, keep, ok
        scan milk   | Selling | >2 MILK           | 2.38   |      | look, keep, ok
        scan coffee | Selling | 2 MILK, >1 COFFEE | 11.37  |      | look, keep, ok
        press F12   | Done    |                   | 0.00   |      | save cash 11.37, drawer, receipt
        scan bread  | Selling | >1 BREAD          | 3.45   |      | look, keep, ok
        """);
    }

    @Test
    void cashAboveTheTotalGivesChange() {
        holds("""
        does        | doing        | basket    | to pay | says           | wants
        scan coffee | Selling      | >1 COFFEE | 8.99   |                | look, keep, ok
        type 20     | Selling [20] | >1 COFFEE | 8.99   |                |
        press F11   | Done         |           | 0.00   |                | save cash 20.00 change 11.01, drawer, receipt
        press F12   | Done         |           | 0.00   | NOTHING_TO_PAY | blocked
        """);
    }

    @Test
    void aQuickAmountIsOneTouch() {
        holds("""
        does        | doing   | basket    | to pay | says | wants
        scan coffee | Selling | >1 COFFEE | 8.99   |      | look, keep, ok
        press Enter | Paying  | >1 COFFEE | 8.99   |      |
        quick 50.00 | Done    |           | 0.00   |      | save cash 50.00 change 41.01, drawer, receipt
        """);
    }

    @Test
    void twoEntersTakeCashExactlyAndOneTakesNothing() {
        holds("""
        does         | doing   | basket    | to pay | says | wants
        scan coffee  | Selling | >1 COFFEE | 8.99   |      | look, keep, ok
        press Enter  | Paying  | >1 COFFEE | 8.99   |      |
        press Escape | Selling | >1 COFFEE | 8.99   |      |
        press Enter  | Paying  | >1 COFFEE | 8.99   |      |
        press Enter  | Done    |           | 0.00   |      | save cash 8.99, drawer, receipt
        """);
    }

    @Test
    void severalTendersPayOneSale() {
        holds("""
        does        | doing         | basket    | to pay | says          | wants
        scan coffee | Selling       | >1 COFFEE | 8.99   |               | look, keep, ok
        type 3      | Selling [3]   | >1 COFFEE | 8.99   |               |
        press F11   | Paying        | >1 COFFEE | 5.99   |               | keep
        type 2,50   | Paying [2,50] | >1 COFFEE | 5.99   |               |
        press F9    | VoucherCode   | >1 COFFEE | 5.99   |               |
        scan V-100  | Paying        | >1 COFFEE | 3.49   |               | keep
        press F10   | AtTerminal    | >1 COFFEE | 3.49   | CARD_ASK 3.49 | ask card 3.49
        press F2    | Done          |           | 0.00   |               | APPROVED, save cash 3.00+voucher 2.50+card 3.49, drawer, receipt
        """);
    }

    @Test
    void whatWasPaidIsThereAfterARestart() {
        holds("""
        does        | doing       | basket    | to pay | says             | wants
        scan coffee | Selling     | >1 COFFEE | 8.99   |                  | look, keep, ok
        type 5      | Selling [5] | >1 COFFEE | 8.99   |                  |
        press F11   | Paying      | >1 COFFEE | 3.99   |                  | keep
        restart     | Paying      | >1 COFFEE | 3.99   | PAYMENT_RESTORED |
        press F12   | Done        |           | 0.00   |                  | save cash 5.00+cash 3.99, drawer, receipt
        """);
    }

    @Test
    void aFailedSaveKeepsTheTenders() {
        holds("""
        does           | doing   | basket    | to pay | says      | wants
        scan coffee    | Selling | >1 COFFEE | 8.99   |           | look, keep, ok
        fail DISK_FULL | Selling | >1 COFFEE | 8.99   |           |
        press F12      | Paying  | >1 COFFEE | 0.00   | DISK_FULL | save cash 8.99, keep, blocked
        scan milk      | Paying  | >1 COFFEE | 0.00   | DISK_FULL | blocked
        press Enter    | Done    |           | 0.00   |           | save cash 8.99, drawer, receipt
        """);
    }

    @Test
    void freeGoodsAreSavedWithoutATender() {
        holds("""
        does      | doing   | basket  | to pay | says           | wants
        press F12 | Selling |         | 0.00   | NOTHING_TO_PAY | blocked
        scan GIFT | Selling | >1 GIFT | 0.00   |                | look, keep, ok
        press F12 | Done    |         | 0.00   |                | save , receipt
        """);
    }

    @Test
    void amountsThatMakeNoSenseAreRefused() {
        holds("""
        does         | doing              | basket    | to pay | says                     | wants
        scan coffee  | Selling            | >1 COFFEE | 8.99   |                          | look, keep, ok
        press Enter  | Paying             | >1 COFFEE | 8.99   |                          |
        type 4006    | Paying [4006]      | >1 COFFEE | 8.99   |                          |
        press Enter  | Paying [4006]      | >1 COFFEE | 8.99   | CHANGE_TOO_LARGE 1000.00 | blocked
        press Escape | Paying             | >1 COFFEE | 8.99   |                          |
        type 0       | Paying [0]         | >1 COFFEE | 8.99   |                          |
        press Enter  | Paying [0]         | >1 COFFEE | 8.99   | NOT_AN_AMOUNT            | blocked
        press Escape | Paying             | >1 COFFEE | 8.99   |                          |
        type 100     | Paying [100]       | >1 COFFEE | 8.99   |                          |
        press F10    | Paying [100]       | >1 COFFEE | 8.99   | AT_MOST 8.99             | blocked
        press Escape | Paying             | >1 COFFEE | 8.99   |                          |
        press F9     | VoucherCode        | >1 COFFEE | 8.99   |                          |
        type V7      | VoucherCode [V7]   | >1 COFFEE | 8.99   |                          |
        press Enter  | VoucherAmount      | >1 COFFEE | 8.99   |                          |
        type 50      | VoucherAmount [50] | >1 COFFEE | 8.99   |                          |
        press Enter  | VoucherAmount [50] | >1 COFFEE | 8.99   | AT_MOST 8.99             | blocked
        press Escape | VoucherAmount      | >1 COFFEE | 8.99   |                          |
        press Enter  | Done               |           | 0.00   |                          | save voucher 8.99, receipt
        """);
    }

    @Test
    void aSecondPressWhileSavingPaysNothingTwice() {
        holds("""
        does         | doing   | basket           | to pay | says | wants
        scan coffee  | Selling | >1 COFFEE        | 8.99   |      | look, keep, ok
        hold         | Selling | >1 COFFEE        | 8.99   |      |
        press F12    | Saving  | >1 COFFEE        | 0.00   |      | save cash 8.99
        press F12    | Saving  | >1 COFFEE        | 0.00   |      |
        type 20      | Saving  | >1 COFFEE        | 0.00   |      |
        press F11    | Saving  | >1 COFFEE        | 0.00   |      |
        scan milk    | Saving  | >1 COFFEE        | 0.00   |      |
        scan bread   | Saving  | >1 COFFEE        | 0.00   |      |
        press Escape | Saving  | >1 COFFEE        | 0.00   |      |
        release      | Selling | 1 MILK, >1 BREAD | 4.64   |      | drawer, receipt, look, keep, ok, look, keep, ok
        """);
    }

    @Test
    void scansWhileAFailingSaveAreSaidToBeDropped() {
        holds("""
        does         | doing   | basket    | to pay | says      | wants
        scan coffee  | Selling | >1 COFFEE | 8.99   |           | look, keep, ok
        fail STORAGE | Selling | >1 COFFEE | 8.99   |           |
        hold         | Selling | >1 COFFEE | 8.99   |           |
        press F12    | Saving  | >1 COFFEE | 0.00   |           | save cash 8.99
        scan milk    | Saving  | >1 COFFEE | 0.00   |           |
        scan bread   | Saving  | >1 COFFEE | 0.00   |           |
        release      | Paying  | >1 COFFEE | 0.00   | STORAGE 2 | keep, blocked
        press F12    | Done    |           | 0.00   |           | save cash 8.99, drawer, receipt
        """);
    }

    @Test
    void onlyCashIsRoundedToTheSmallestCoin() {
        assertSwiss("""
        does         | doing             | basket            | to pay | says               | wants
        scan milk    | Selling           | >1 MILK           | 1.19   |                    | look, keep, ok
        press F12    | Done              |                   | 0.00   |                    | save cash 1.20 rounding 0.01, drawer, receipt
        scan coffee  | Selling           | >1 COFFEE         | 8.99   |                    | look, keep, ok
        type 2*GIFT  | Choosing [2*GIFT] | >1 COFFEE         | 8.99   |                    | search GIFT
        press Enter  | Selling           | 1 COFFEE, >2 GIFT | 8.99   |                    | keep, ok
        type 9       | Selling [9]       | 1 COFFEE, >2 GIFT | 8.99   |                    |
        press F11    | Done              |                   | 0.00   |                    | save cash 9.00 rounding 0.01, drawer, receipt
        scan bread   | Selling           | >1 BREAD          | 3.45   |                    | look, keep, ok
        scan bread   | Selling           | >2 BREAD          | 6.90   |                    | look, keep, ok
        type 20      | Selling [20]      | >2 BREAD          | 6.90   |                    |
        press F11    | Done              |                   | 0.00   |                    | save cash 20.00 change 13.10, drawer, receipt
        scan milk    | Selling           | >1 MILK           | 1.19   |                    | look, keep, ok
        type 1.19    | Selling [1.19]    | >1 MILK           | 1.19   |                    |
        press F11    | Selling [1.19]    | >1 MILK           | 1.19   | NO_SUCH_COINS 0.05 | blocked
        press F10    | AtTerminal        | >1 MILK           | 1.19   | CARD_ASK 1.19      | ask card 1.19
        press F2     | Done              |                   | 0.00   |                    | APPROVED, save card 1.19, receipt
        scan milk    | Selling           | >1 MILK           | 1.19   |                    | look, keep, ok
        press F12    | Done              |                   | 0.00   |                    | save cash 1.20 rounding 0.01, drawer, receipt
        scan receipt | TakingBack        |                   | 0.00   |                    | find S1-T1-9f3a-1, ok
        row 1        | TakingBack        | >-1 MILK          | -1.19  | TAKEN_BACK 1       | keep, ok
        press F12    | Done              |                   | 0.00   |                    | save cash -1.20 rounding -0.01, drawer, receipt
        """);
    }

    private static void assertSwiss(String table) {
        assertEquals(table, new Sheet(new Shop().rounding(5)).run(table));
    }
}
