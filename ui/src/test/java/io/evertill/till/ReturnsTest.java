package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.ReturnOf;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Goods that come back, as sheets.
final class ReturnsTest {
    private final Sheet sheet = new Sheet(new Shop());

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
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
    void anExchangePaysBackOrNothingAtAll() {
        holds("""
        does         | doing      | basket              | to pay | says         | wants
        scan coffee  | Selling    | >1 COFFEE           | 8.99   |              | look, keep, ok
        scan bread   | Selling    | 1 COFFEE, >1 BREAD  | 12.44  |              | look, keep, ok
        press F12    | Done       |                     | 0.00   |              | save cash 12.44, drawer, receipt
        scan receipt | TakingBack |                     | 0.00   |              | find S1-T1-9f3a-1, ok
        row 1        | TakingBack | >-1 COFFEE          | -8.99  | TAKEN_BACK 1 | keep, ok
        press Escape | Selling    | >-1 COFFEE          | -8.99  |              |
        scan bread   | Selling    | -1 COFFEE, >1 BREAD | -5.54  |              | look, keep, ok
        press F12    | Done       |                     | 0.00   |              | save cash -5.54, drawer, receipt
        scan receipt | TakingBack |                     | 0.00   |              | find S1-T1-9f3a-1, ok
        row 2        | TakingBack | >-1 BREAD           | -3.45  | TAKEN_BACK 1 | keep, ok
        press Escape | Selling    | >-1 BREAD           | -3.45  |              |
        scan bread   | Selling    | -1 BREAD, >1 BREAD  | 0.00   |              | look, keep, ok
        press F12    | Done       |                     | 0.00   |              | save , receipt
        """);
    }

    @Test
    void withoutAReceiptASupervisorAgreesToEachLine() {
        holds("""
        does         | doing              | basket              | to pay | says              | wants
        press F6     | FindingReceipt     |                     | 0.00   |                   |
        press F7     | ExplainingReturn   |                     | 0.00   |                   |
        press Down   | ExplainingReturn   |                     | 0.00   |                   |
        press Enter  | TakingAny          |                     | 0.00   |                   |
        scan coffee  | Approving          |                     | 0.00   |                   | look back, blocked
        press Down   | Approving          |                     | 0.00   |                   |
        press Enter  | TakingAny          | >-1 COFFEE          | -8.99  | TAKEN_BACK 1      | cy agrees to 1 for 8.99 RESALABLE, keep, ok
        press F7     | TakingAny          | >-1 COFFEE          | -8.99  |                   |
        press F7     | TakingAny          | >-1 COFFEE          | -8.99  |                   |
        scan bread   | Approving          | >-1 COFFEE          | -8.99  |                   | look back, blocked
        press Escape | TakingAny          | >-1 COFFEE          | -8.99  | BACK_NOT_AGREED   | blocked
        type 3*silk  | TakingAny [3*silk] | >-1 COFFEE          | -8.99  |                   |
        press Enter  | TakingAny          | >-1 COFFEE          | -8.99  | CODE_UNKNOWN      | look back, search silk, unknown
        press Enter  | TakingAny          | >-1 COFFEE          | -8.99  | SCAN_AN_ARTICLE   |
        scan piece   | Approving          | >-1 COFFEE          | -8.99  |                   | look back, blocked
        press Enter  | TakingAny          | -1 COFFEE, >-1 MILK | -10.18 | TAKEN_BACK 1      | bea agrees to 1 for 1.19 DAMAGED, keep, ok
        scan piece   | TakingAny          | -1 COFFEE, >-1 MILK | -10.18 | PIECE_HERE        | look back, blocked
        press Escape | Selling            | -1 COFFEE, >-1 MILK | -10.18 |                   |
        press F4     | Selling            | -1 COFFEE, >-1 MILK | -10.18 | QUANTITY_STAYS    | blocked
        restart      | Selling            | -1 COFFEE, >-1 MILK | -10.18 | BASKET_RESTORED 2 |
        press F12    | Done               |                     | 0.00   |                   | save cash -10.18, drawer, receipt
        """);
    }

    @Test
    void whatIsWeighedComesBackByATypedWeight() {
        holds("""
        does            | doing                  | basket       | to pay | says           | wants
        press F6        | FindingReceipt         |              | 0.00   |                |
        press F7        | ExplainingReturn       |              | 0.00   |                |
        row 1           | TakingAny              |              | 0.00   |                |
        type 2000017    | TakingAny [2000017]    |              | 0.00   |                |
        press Enter     | TakingAny              |              | 0.00   | WEIGHT_FIRST   | look back
        type .5*2000017 | TakingAny [.5*2000017] |              | 0.00   |                |
        press Enter     | Approving              |              | 0.00   |                | look back, blocked
        press Enter     | TakingAny              | >-0.5 APPLES | -1.50  | TAKEN_BACK 0.5 | bea agrees to 0.5 for 1.50 RESALABLE, keep, ok
        """);
    }

    @Test
    void withoutAReceiptTheReasonCanBeTouchedAndNothingComesBackUnseen() {
        holds("""
        does         | doing            | basket | to pay | says              | wants
        press F6     | FindingReceipt   |        | 0.00   |                   |
        press F7     | ExplainingReturn |        | 0.00   |                   |
        press Escape | Selling          |        | 0.00   |                   |
        press F6     | FindingReceipt   |        | 0.00   |                   |
        press F7     | ExplainingReturn |        | 0.00   |                   |
        row 4        | TakingAny        |        | 0.00   |                   |
        scan 0815    | TakingAny        |        | 0.00   | CODE_UNKNOWN      | look back, unknown
        scan receipt | TakingAny        |        | 0.00   | RECEIPT_NOT_THERE | find S1-T1-9f3a-1, ask centre, unknown
        type 3       | TakingAny [3]    |        | 0.00   |                   |
        press F7     | TakingAny [3]    |        | 0.00   |                   |
        press Escape | TakingAny        |        | 0.00   |                   |
        scan bread   | Approving        |        | 0.00   |                   | look back, blocked
        press Escape | TakingAny        |        | 0.00   | BACK_NOT_AGREED   | blocked
        press Escape | Selling          |        | 0.00   |                   |
        """);
    }

    @Test
    void goodsOfAnotherTillComeBackLikeOwnOnes() {
        holds("""
        does              | doing      | basket               | to pay | says          | wants
        scan S1-T2-0c44-7 | TakingBack |                      | 0.00   |               | find S1-T2-0c44-7, ask centre, ok
        row 1             | TakingBack | >-1 BREAD            | -3.00  | TAKEN_BACK 1  | keep, ok
        row 1             | TakingBack | >-1 BREAD            | -3.00  | ALL_CAME_BACK | blocked
        row 2             | TakingBack | -1 BREAD, >-1 COFFEE | -11.00 | TAKEN_BACK 1  | keep, ok
        press F12         | Done       |                      | 0.00   |               | save cash -11.00, drawer, receipt
        scan S1-T2-0c44-7 | Done       |                      | 0.00   | NOTHING_LEFT  | find S1-T2-0c44-7, ask centre, blocked
        """);
    }

    @Test
    void aScanWaitsForTheCentreAndOneStepBackStopsTheQuestion() {
        holds("""
        does              | doing      | basket     | to pay | says            | wants
        dither            | Selling    |            | 0.00   |                 |
        scan S1-T2-0c44-7 | Selling    |            | 0.00   | ASKING_CENTRE   | find S1-T2-0c44-7, ask centre
        scan bread        | Selling    |            | 0.00   | ASKING_CENTRE   |
        type 2            | Selling    |            | 0.00   | ASKING_CENTRE   |
        press Escape      | Selling    |            | 0.00   | ASKING_GIVEN_UP | blocked
        release           | Selling    |            | 0.00   | ASKING_GIVEN_UP |
        dither            | Selling    |            | 0.00   | ASKING_GIVEN_UP |
        scan S1-T2-0c44-7 | Selling    |            | 0.00   | ASKING_CENTRE   | find S1-T2-0c44-7, ask centre
        scan coffee       | Selling    |            | 0.00   | ASKING_CENTRE   |
        release           | TakingBack | >-1 COFFEE | -8.00  | TAKEN_BACK 1    | ok, look, keep, ok
        """);
    }

    @Test
    void keysPressedOutOfImpatienceTakeNothingBack() {
        holds("""
        does              | doing      | basket | to pay | says          | wants
        dither            | Selling    |        | 0.00   |               |
        scan S1-T2-0c44-7 | Selling    |        | 0.00   | ASKING_CENTRE | find S1-T2-0c44-7, ask centre
        press Enter       | Selling    |        | 0.00   | ASKING_CENTRE |
        press Enter       | Selling    |        | 0.00   | ASKING_CENTRE |
        release           | TakingBack |        | 0.00   |               | ok
        """);
    }

    @Test
    void whatWasScannedBehindAReceiptIsNotSoldAfterAStepBack() {
        holds("""
        does              | doing            | basket   | to pay | says            | wants
        silence           | Selling          |          | 0.00   |                 |
        scan S1-T2-0c44-7 | ExplainingReturn |          | 0.00   | RECEIPT_UNHEARD | find S1-T2-0c44-7, ask centre, unknown
        scan coffee       | ExplainingReturn |          | 0.00   | RECEIPT_UNHEARD |
        scan bread        | ExplainingReturn |          | 0.00   | RECEIPT_UNHEARD |
        press Escape      | Selling          |          | 0.00   | SCANS_DROPPED 2 | blocked
        scan bread        | Selling          | >1 BREAD | 3.45   |                 | look, keep, ok
        """);
    }

    @Test
    void whatTheCentreDidNotSayOfAnOwnReceiptIsSaid() {
        holds("""
        does         | doing      | basket   | to pay | says         | wants
        scan milk    | Selling    | >1 MILK  | 1.19   |              | look, keep, ok
        press F12    | Done       |          | 0.00   |              | save cash 1.19, drawer, receipt
        own UNHEARD  | Done       |          | 0.00   |              |
        scan receipt | TakingBack |          | 0.00   | OWN_UNHEARD  | find S1-T1-9f3a-1, ok
        press Escape | Selling    |          | 0.00   |              |
        own FAILED   | Selling    |          | 0.00   |              |
        scan receipt | TakingBack |          | 0.00   | OWN_FAILED   | find S1-T1-9f3a-1, ok
        row 1        | TakingBack | >-1 MILK | -1.19  | TAKEN_BACK 1 | keep, ok
        """);
    }

    @Test
    void whereNobodyAnswersTheNumberIsNoted() {
        holds("""
        does              | doing            | basket     | to pay | says                | wants
        silence           | Selling          |            | 0.00   |                     |
        scan S1-T2-0c44-7 | ExplainingReturn |            | 0.00   | RECEIPT_UNHEARD     | find S1-T2-0c44-7, ask centre, unknown
        press Down        | ExplainingReturn |            | 0.00   |                     |
        scan coffee       | ExplainingReturn |            | 0.00   |                     |
        press Enter       | Approving        |            | 0.00   |                     | look back, blocked
        press Enter       | TakingAny        | >-1 COFFEE | -8.99  | TAKEN_BACK 1        | bea agrees to 1 for 8.99 RESALABLE, keep, ok
        press F12         | Done             |            | 0.00   |                     | save cash -8.99, drawer, receipt
        hear              | Done             |            | 0.00   |                     |
        scan S7-T1-0c44-7 | ExplainingReturn |            | 0.00   | RECEIPT_NOT_THERE   | find S7-T1-0c44-7, ask centre, unknown
        press Escape      | Selling          |            | 0.00   |                     |
        scan S9-T1-0c44-7 | ExplainingReturn |            | 0.00   | RECEIPT_OTHER_MONEY | find S9-T1-0c44-7, ask centre, unknown
        press Enter       | TakingAny        |            | 0.00   |                     |
        scan S7-T1-0c44-8 | TakingAny        |            | 0.00   | RECEIPT_NOT_THERE   | find S7-T1-0c44-8, ask centre, unknown
        scan bread        | Approving        |            | 0.00   |                     | look back, blocked
        press Enter       | TakingAny        | >-1 BREAD  | -3.45  | TAKEN_BACK 1        | bea agrees to 1 for 3.45 RESALABLE, keep, ok
        """);
        assertEquals(Optional.of("S7-T1-0c44-8"), sheet.state().sale().basket().lines().getFirst().returned()
                .flatMap(ReturnOf::noted).map(ReceiptNumber::text));
    }

    @Test
    void whatHasANumberComesBackWithIt() {
        holds("""
        does               | doing            | basket    | to pay | says         | wants
        press F6           | FindingReceipt   |           | 0.00   |              |
        press F7           | ExplainingReturn |           | 0.00   |              |
        press Enter        | TakingAny        |           | 0.00   |              |
        scan 4012345678901 | AskingMark       |           | 0.00   |              | look back, ok
        press Enter        | AskingMark       |           | 0.00   | SERIAL_FIRST | blocked
        scan GONE          | Approving        |           | 0.00   |              | look mark, blocked
        press Enter        | TakingAny        | >-1 PHONE | -99.00 | TAKEN_BACK 1 | bea agrees to 1 for 99.00 RESALABLE, keep, ok
        scan 4012345678901 | AskingMark       | >-1 PHONE | -99.00 |              | look back, ok
        press Escape       | TakingAny        | >-1 PHONE | -99.00 |              |
        press Escape       | Selling          | >-1 PHONE | -99.00 |              |
        """);
    }

    @Test
    void aBatchThatComesBackMayBeUnknown() {
        holds("""
        does        | doing            | basket                | to pay | says         | wants
        press F6    | FindingReceipt   |                       | 0.00   |              |
        press F7    | ExplainingReturn |                       | 0.00   |              |
        press Enter | TakingAny        |                       | 0.00   |              |
        scan SALMON | AskingMark       |                       | 0.00   |              | look back, ok
        press Enter | Approving        |                       | 0.00   |              | blocked
        press Enter | TakingAny        | >-1 SALMON            | -4.99  | TAKEN_BACK 1 | bea agrees to 1 for 4.99 RESALABLE, keep, ok
        scan SALMON | AskingMark       | >-1 SALMON            | -4.99  |              | look back, ok
        type B 7    | AskingMark [B 7] | >-1 SALMON            | -4.99  |              |
        press Enter | Approving        | >-1 SALMON            | -4.99  |              | look mark, blocked
        press Enter | TakingAny        | -1 SALMON, >-1 SALMON | -9.98  | TAKEN_BACK 1 | bea agrees to 1 for 4.99 RESALABLE, keep, ok
        """);
        assertEquals(List.of(Optional.empty(), Optional.of("B 7")),
                sheet.state().sale().basket().lines().stream().map(Line::lot).toList());
    }

    @Test
    void whatComesBackWithoutAReceiptHasItsWorthItsConditionAndALimit() {
        holds("""
        does               | doing            | basket         | to pay | says             | wants
        press F6           | FindingReceipt   |                | 0.00   |                  |
        press F7           | ExplainingReturn |                | 0.00   |                  |
        press Enter        | TakingAny        |                | 0.00   |                  |
        type 3*            | TakingAny [3*]   |                | 0.00   |                  |
        scan 2000017003504 | TakingAny        |                | 0.00   | NOT_A_WEIGHT     | look back, blocked
        press F7           | TakingAny        |                | 0.00   |                  |
        scan 2100042003156 | Approving        |                | 0.00   |                  | look back, blocked
        press Enter        | TakingAny        | >-0.167 CHEESE | -3.15  | TAKEN_BACK 0.167 | bea agrees to 0.167 for 3.15 UNKNOWN, keep, ok
        """);
        ReturnOf back = sheet.state().sale().basket().lines().getFirst().returned().orElseThrow();
        assertEquals(ReturnOf.Condition.UNKNOWN, back.condition());
    }
}
