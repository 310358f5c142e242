package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.rule.Exempt;
import org.junit.jupiter.api.Test;

/// The journeys of a cashier as sheets.
@Exempt(rule = "size", reason = "sheets of one screen, read from top to bottom like a manual", until = "2027-12-31")
final class TillTest {
    private final Shop shop = new Shop();
    private final Sheet sheet = new Sheet(shop);

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
    void theBasketIsThereAfterARestart() {
        holds("""
        does        | doing   | basket            | to pay | says                     | wants
        scan coffee | Selling | >1 COFFEE         | 8.99   |                          | look, keep, ok
        scan milk   | Selling | 1 COFFEE, >1 MILK | 10.18  |                          | look, keep, ok
        restart     | Selling | 1 COFFEE, >1 MILK | 10.18  | BASKET_RESTORED 2        |
        press F12   | Done    |                   | 0.00   |                          | save cash 10.18, drawer, receipt
        restart     | Selling |                   | 0.00   | LAST_SALE_WAS then 10.18 |
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
    void digitsAndAStarMultiply() {
        holds("""
        does         | doing              | basket         | to pay | says              | wants
        type 3*      | Selling [3*]       |                | 0.00   |                   |
        scan milk    | Selling            | >3 MILK        | 3.57   |                   | look, keep, ok
        type 2 * tea | Choosing [2 * tea] | >3 MILK        | 3.57   |                   | search tea
        press Enter  | Selling            | 3 MILK, >2 TEA | 8.15   |                   | keep, ok
        type 1,5*    | Selling [1,5*]     | 3 MILK, >2 TEA | 8.15   |                   |
        scan milk    | Selling            | 3 MILK, >2 TEA | 8.15   | WHOLE_PIECES_ONLY | look, blocked
        press Enter  | Paying             | 3 MILK, >2 TEA | 8.15   |                   |
        press Escape | Selling            | 3 MILK, >2 TEA | 8.15   |                   |
        """);
    }

    @Test
    void aScanIsNeverAQuantityOrAPrice() {
        holds("""
        does        | doing       | basket                     | to pay | says        | wants
        scan milk   | Selling     | >1 MILK                    | 1.19   |             | look, keep, ok
        type 5      | Selling [5] | >1 MILK                    | 1.19   |             |
        scan coffee | Selling [5] | 1 MILK, >1 COFFEE          | 10.18  |             | look, keep, ok
        press F12   | Selling [5] | 1 MILK, >1 COFFEE          | 10.18  | INPUT_FIRST | blocked
        press F4    | Selling     | 1 MILK, >5 COFFEE          | 46.14  |             | keep
        press Enter | Paying      | 1 MILK, >5 COFFEE          | 46.14  |             |
        type 12     | Paying [12] | 1 MILK, >5 COFFEE          | 46.14  |             |
        scan bread  | Paying [12] | 1 MILK, 5 COFFEE, >1 BREAD | 49.59  |             | look, keep, ok
        press F11   | Paying      | 1 MILK, 5 COFFEE, >1 BREAD | 37.59  |             | keep
        """);
    }

    @Test
    void weighedGoodsAskForTheirWeight() {
        holds("""
        does            | doing                 | basket                           | to pay | says | wants
        type apples     | Choosing [apples]     |                                  | 0.00   |      | search apples
        press Enter     | Weighing              |                                  | 0.00   |      | ok
        scan milk       | Weighing              |                                  | 0.00   |      |
        type 0,350      | Weighing [0,350]      |                                  | 0.00   |      |
        press Enter     | Selling               | 0.35 APPLES, >1 MILK             | 2.24   |      | keep, ok, look, keep, ok
        type 0.2*apples | Choosing [0.2*apples] | 0.35 APPLES, >1 MILK             | 2.24   |      | search apples
        press Enter     | Selling               | 0.35 APPLES, 1 MILK, >0.2 APPLES | 2.84   |      | keep, ok
        """);
    }

    @Test
    void codesOfTheShopHoldWeightOrPrice() {
        holds("""
        does               | doing        | basket                     | to pay | says            | wants
        scan 2000017003504 | Selling      | >0.35 APPLES               | 1.05   |                 | look, keep, ok
        scan 2100042003156 | Selling      | 0.35 APPLES, >0.167 CHEESE | 4.20   |                 | look, keep, ok
        type 3*            | Selling [3*] | 0.35 APPLES, >0.167 CHEESE | 4.20   |                 |
        scan 2000017003504 | Selling      | 0.35 APPLES, >0.167 CHEESE | 4.20   | SCAN_EACH_PIECE | look, blocked
        press Right        | Selling      | 0.35 APPLES, >0.167 CHEESE | 4.20   | QUANTITY_STAYS  | blocked
        """);
    }

    @Test
    void lettersSearchAndArrowsChoose() {
        holds("""
        does         | doing          | basket | to pay | says         | wants
        type te      | Choosing [te]  |        | 0.00   |              | search te
        press Down   | Choosing [te]  |        | 0.00   |              |
        press Enter  | Selling        | >1 TEA | 2.29   |              | keep, ok
        type zzz     | Choosing [zzz] | >1 TEA | 2.29   |              | search zzz
        press Enter  | Selling        | >1 TEA | 2.29   | CODE_UNKNOWN | look, unknown
        type tea     | Choosing [tea] | >1 TEA | 2.29   |              | search tea
        press Escape | Selling        | >1 TEA | 2.29   |              |
        """);
    }

    @Test
    void anAmbiguousCodeIsChosen() {
        holds("""
        does     | doing        | basket  | to pay | says      | wants
        type 2*  | Selling [2*] |         | 0.00   |           |
        scan TEA | Choosing     |         | 0.00   | WHICH_ONE | look, ok
        row 2    | Selling      | >2 TEA2 | 7.98   |           | keep, ok
        """);
    }

    @Test
    void unknownAndMisreadCodesSayWhatIsWrong() {
        holds("""
        does               | doing          | basket | to pay | says           | wants
        scan 4006381333930 | Selling        |        | 0.00   | CODE_MISREAD 1 | look, unknown
        scan 96385074      | Selling        |        | 0.00   | CODE_UNKNOWN   | look, unknown
        type 0815          | Selling [0815] |        | 0.00   |                |
        press Enter        | Selling        |        | 0.00   | CODE_UNKNOWN   | look, unknown
        """);
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
    void quantityKeysChangeTheSelectedLine() {
        holds("""
        does         | doing            | basket             | to pay | says              | wants
        scan milk    | Selling          | >1 MILK            | 1.19   |                   | look, keep, ok
        scan coffee  | Selling          | 1 MILK, >1 COFFEE  | 10.18  |                   | look, keep, ok
        press Up     | Selling          | >1 MILK, 1 COFFEE  | 10.18  |                   |
        press Right  | Selling          | >2 MILK, 1 COFFEE  | 11.37  |                   | keep
        type 12      | Selling [12]     | >2 MILK, 1 COFFEE  | 11.37  |                   |
        press F4     | Selling          | >12 MILK, 1 COFFEE | 23.27  |                   | keep
        press Left   | Selling          | >11 MILK, 1 COFFEE | 22.08  |                   | keep
        type 1.5     | Selling [1.5]    | >11 MILK, 1 COFFEE | 22.08  |                   |
        press F4     | Selling [1.5]    | >11 MILK, 1 COFFEE | 22.08  | WHOLE_PIECES_ONLY | blocked
        press Escape | Selling          | >11 MILK, 1 COFFEE | 22.08  |                   |
        type 100000  | Selling [100000] | >11 MILK, 1 COFFEE | 22.08  |                   |
        press F4     | Selling [100000] | >11 MILK, 1 COFFEE | 22.08  | WHOLE_PIECES_ONLY | blocked
        press Escape | Selling          | >11 MILK, 1 COFFEE | 22.08  |                   |
        press F4     | Selling          | >11 MILK, 1 COFFEE | 22.08  | QUANTITY_FIRST    |
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
    void aSaleThatIsPartlyPaidCannotBeVoided() {
        holds("""
        does         | doing       | basket    | to pay | says                    | wants
        scan coffee  | Selling     | >1 COFFEE | 8.99   |                         | look, keep, ok
        type 5       | Selling [5] | >1 COFFEE | 8.99   |                         |
        press F11    | Paying      | >1 COFFEE | 3.99   |                         | keep
        press F8     | Paying      | >1 COFFEE | 3.99   | TENDERS_FIRST           | blocked
        press Delete | Paying      | >1 COFFEE | 8.99   | TENDER_HANDED_BACK 5.00 | keep
        press F8     | GivingUp    | >1 COFFEE | 8.99   |                         |
        press Escape | Selling     | >1 COFFEE | 8.99   |                         |
        type 5       | Selling [5] | >1 COFFEE | 8.99   |                         |
        press F10    | AtTerminal  | >1 COFFEE | 8.99   | CARD_ASK 5.00           | ask card 5.00
        press F2     | Paying      | >1 COFFEE | 3.99   |                         | APPROVED
        press Delete | Paying      | >1 COFFEE | 3.99   | CARD_STAYS 5.00         | blocked
        press Escape | Selling     | >1 COFFEE | 3.99   |                         |
        press Delete | Selling     | >1 COFFEE | 3.99   | PAID_ALREADY 5.00       | blocked
        """);
    }

    @Test
    void goodsComeBackWithTheScanOfTheReceiptAndTwoMore() {
        holds("""
        does         | doing        | basket                     | to pay | says         | wants
        scan milk    | Selling      | >1 MILK                    | 1.19   |              | look, keep, ok
        scan coffee  | Selling      | 1 MILK, >1 COFFEE          | 10.18  |              | look, keep, ok
        type 2*      | Selling [2*] | 1 MILK, >1 COFFEE          | 10.18  |              |
        scan bread   | Selling      | 1 MILK, 1 COFFEE, >2 BREAD | 17.08  |              | look, keep, ok
        press F12    | Done         |                            | 0.00   |              | save cash 17.08, drawer, receipt
        scan receipt | TakingBack   |                            | 0.00   |              | find S1-T1-9f3a-1, ok
        row 2        | TakingBack   | >-1 COFFEE                 | -8.99  | TAKEN_BACK 1 | keep, ok
        press F12    | Done         |                            | 0.00   |              | save cash -8.99, drawer, receipt
        """);
    }

    @Test
    void neverMoreComesBackThanWasSold() {
        holds("""
        does         | doing              | basket                         | to pay | says           | wants
        type 3*      | Selling [3*]       |                                | 0.00   |                |
        scan bread   | Selling            | >3 BREAD                       | 10.35  |                | look, keep, ok
        scan coffee  | Selling            | 3 BREAD, >1 COFFEE             | 19.34  |                | look, keep, ok
        press F12    | Done               |                                | 0.00   |                | save cash 19.34, drawer, receipt
        press F6     | FindingReceipt     |                                | 0.00   |                |
        type 1       | FindingReceipt [1] |                                | 0.00   |                |
        press Enter  | TakingBack         |                                | 0.00   |                | find 1, ok
        scan bread   | TakingBack         | >-1 BREAD                      | -3.45  | TAKEN_BACK 1   | look, keep, ok
        type 3       | TakingBack [3]     | >-1 BREAD                      | -3.45  |                |
        press Enter  | TakingBack [3]     | >-1 BREAD                      | -3.45  | AT_MOST 2      | blocked
        press Escape | TakingBack         | >-1 BREAD                      | -3.45  |                |
        type 2       | TakingBack [2]     | >-1 BREAD                      | -3.45  |                |
        press Enter  | TakingBack         | -1 BREAD, >-2 BREAD            | -10.35 | TAKEN_BACK 2   | keep, ok
        scan bread   | TakingBack         | -1 BREAD, >-2 BREAD            | -10.35 | ALL_CAME_BACK  | look, unknown
        scan milk    | TakingBack         | -1 BREAD, >-2 BREAD            | -10.35 | NOT_ON_RECEIPT | look, unknown
        press F7     | TakingBack         | -1 BREAD, >-2 BREAD            | -10.35 |                |
        row 2        | TakingBack         | -1 BREAD, -2 BREAD, >-1 COFFEE | -19.34 | TAKEN_BACK 1   | keep, ok
        press F12    | Done               |                                | 0.00   |                | save cash -19.34, drawer, receipt
        press F6     | FindingReceipt     |                                | 0.00   |                |
        scan receipt | FindingReceipt     |                                | 0.00   | NOTHING_LEFT   | find S1-T1-9f3a-1, blocked
        """);
    }

    @Test
    void anExchangeIsOneSale() {
        holds("""
        does         | doing      | basket              | to pay | says         | wants
        scan bread   | Selling    | >1 BREAD            | 3.45   |              | look, keep, ok
        press F12    | Done       |                     | 0.00   |              | save cash 3.45, drawer, receipt
        scan receipt | TakingBack |                     | 0.00   |              | find S1-T1-9f3a-1, ok
        row 1        | TakingBack | >-1 BREAD           | -3.45  | TAKEN_BACK 1 | keep, ok
        press Escape | Selling    | >-1 BREAD           | -3.45  |              |
        scan coffee  | Selling    | -1 BREAD, >1 COFFEE | 5.54   |              | look, keep, ok
        press F12    | Done       |                     | 0.00   |              | save cash 5.54, drawer, receipt
        """);
    }

    @Test
    void theLastReceiptIsShownAndCopied() {
        holds("""
        does         | doing          | basket   | to pay | says         | wants
        press F5     | Selling        |          | 0.00   | NO_RECEIPT   | blocked
        scan bread   | Selling        | >1 BREAD | 3.45   |              | look, keep, ok
        press F12    | Done           |          | 0.00   |              | save cash 3.45, drawer, receipt
        press F7     | Done           |          | 0.00   | COPY_PRINTED | copy
        press Enter  | Selling        |          | 0.00   |              |
        press F5     | ShowingReceipt |          | 0.00   |              |
        press F7     | ShowingReceipt |          | 0.00   | COPY_PRINTED | copy
        press Escape | Selling        |          | 0.00   |              |
        """);
    }

    @Test
    void helpGoesBackToWhereItWasOpened() {
        holds("""
        does        | doing   | basket           | to pay | says | wants
        scan bread  | Selling | >1 BREAD         | 3.45   |      | look, keep, ok
        press Enter | Paying  | >1 BREAD         | 3.45   |      |
        press F1    | Helping | >1 BREAD         | 3.45   |      |
        press F1    | Paying  | >1 BREAD         | 3.45   |      |
        press F1    | Helping | >1 BREAD         | 3.45   |      |
        scan milk   | Paying  | 1 BREAD, >1 MILK | 4.64   |      | look, keep, ok
        """);
    }

    @Test
    void signingOutNeedsAnEmptyCounter() {
        holds("""
        does         | doing     | basket   | to pay | says                    | wants
        scan bread   | Selling   | >1 BREAD | 3.45   |                         | look, keep, ok
        press Ctrl+L | Selling   | >1 BREAD | 3.45   | FINISH_FIRST            | blocked
        press F12    | Done      |          | 0.00   |                         | save cash 3.45, drawer, receipt
        press Ctrl+L | SigningIn |          | 0.00   |                         |
        scan milk    | SigningIn |          | 0.00   | SIGN_IN_FIRST           | blocked
        press Down   | SigningIn |          | 0.00   |                         |
        press Enter  | Selling   |          | 0.00   | LAST_SALE_WAS then 3.45 | sign in ben
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
    void keysPressedDuringALookUpCountAfterIt() {
        holds("""
        does        | doing   | basket | to pay | says | wants
        hold        | Selling |        | 0.00   |      |
        scan coffee | Selling |        | 0.00   |      | look
        type 3      | Selling |        | 0.00   |      |
        press F4    | Selling |        | 0.00   |      |
        scan milk   | Selling |        | 0.00   |      |
        press F12   | Selling |        | 0.00   |      |
        release     | Done    |        | 0.00   |      | keep, ok, look, ok, save cash 28.16, drawer, receipt
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
    void aLookUpThatNeverAnswersCanBeGivenUp() {
        holds("""
        does         | doing   | basket   | to pay | says            | wants
        hold         | Selling |          | 0.00   |                 |
        scan coffee  | Selling |          | 0.00   |                 | look
        scan milk    | Selling |          | 0.00   |                 |
        press Escape | Selling |          | 0.00   | LOOKUP_GIVEN_UP | blocked
        release      | Selling |          | 0.00   | LOOKUP_GIVEN_UP |
        scan bread   | Selling | >1 BREAD | 3.45   |                 | look, keep, ok
        """);
    }
}
