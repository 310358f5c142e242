package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.availability.StockPolicy;
import io.evertill.product.Obstacle;
import io.evertill.sale.Claim;
import io.evertill.sale.Line;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Customers collect what they have reserved, as sheets.
final class CollectsTest {
    private static void collects(Shop shop, String table, String... sold) {
        assertEquals(table, new Sheet(shop).run(table));
        assertEquals(List.of(sold), shop.sales().stream().flatMap(sale -> sale.lines().stream()).map(CollectsTest::said).toList());
    }

    private static String said(Line line) {
        String goods = line.quantity().text() + " " + line.item().sku() + line.serial().or(line::lot).map(mark -> " " + mark).orElse("");
        return goods + line.claim().map(CollectsTest::said).orElse("");
    }

    private static String said(Claim claim) {
        return " for " + claim.order() + ", of " + claim.promised().text() + (claim.isRestGivenUp() ? ", rest given up" : "");
    }

    private static Shop twoOrders() {
        return new Shop()
                .reserves("WEB-4711", "Ann Able", 60, Shop.MILK, Shop.MILK, Shop.BREAD)
                .reserves("WEB-4712", "Bob", 90, Shop.MILK);
    }

    @Test
    void aTypedNumberPutsTheWholeOrderOnTheCounter() {
        collects(twoOrders(), """
        does         | doing            | basket           | to pay | says      | wants
        type 4711    | Selling [4711]   |                  | 0.00   |           |
        press Ctrl+A | Selling          | 2 MILK, >1 BREAD | 5.83   | COLLECTED | find reserved 4711, keep, ok, ok
        press F12    | Done             |                  | 0.00   |           | save cash 5.83, drawer, receipt
        press Ctrl+A | ChoosingReserved |                  | 0.00   |           | find reserved
        press Down   | ChoosingReserved |                  | 0.00   |           |
        press Escape | Selling          |                  | 0.00   |           |
        """,
                "2 MILK for WEB-4711, of 2",
                "1 BREAD for WEB-4711, of 1");
    }

    @Test
    void anOrderIsChosenFromTheListByOwnerAndIsThereOnce() {
        collects(twoOrders(), """
        does         | doing                  | basket                     | to pay | says              | wants
        scan coffee  | Selling                | >1 COFFEE                  | 8.99   |                   | look, keep, ok
        press Ctrl+A | ChoosingReserved       | >1 COFFEE                  | 8.99   |                   | find reserved
        press Down   | ChoosingReserved       | >1 COFFEE                  | 8.99   |                   |
        type a       | ChoosingReserved [a]   | >1 COFFEE                  | 8.99   |                   | find reserved a
        press Enter  | Selling                | 1 COFFEE, 2 MILK, >1 BREAD | 14.82  | COLLECTED         | keep, ok, ok
        press Ctrl+A | ChoosingReserved       | 1 COFFEE, 2 MILK, >1 BREAD | 14.82  |                   | find reserved
        row 1        | Selling                | 1 COFFEE, 2 MILK, >1 BREAD | 14.82  | COLLECTED_ALREADY |
        press Ctrl+A | ChoosingReserved       | 1 COFFEE, 2 MILK, >1 BREAD | 14.82  |                   | find reserved
        type zz      | ChoosingReserved [zz]  | 1 COFFEE, 2 MILK, >1 BREAD | 14.82  |                   | find reserved z, find reserved zz
        press Enter  | ChoosingReserved [zz]  | 1 COFFEE, 2 MILK, >1 BREAD | 14.82  |                   |
        press Escape | ChoosingReserved       | 1 COFFEE, 2 MILK, >1 BREAD | 14.82  |                   | find reserved
        press Escape | Selling                | 1 COFFEE, 2 MILK, >1 BREAD | 14.82  |                   |
        press F12    | Done                   |                            | 0.00   |                   | save cash 14.82, drawer, receipt
        press Ctrl+A | ChoosingReserved       |                            | 0.00   |                   | find reserved
        press Escape | Selling                |                            | 0.00   |                   |
        type 471     | Selling [471]          |                            | 0.00   |                   |
        press Ctrl+A | ChoosingReserved [471] |                            | 0.00   |                   | find reserved 471
        """,
                "1 COFFEE",
                "2 MILK for WEB-4711, of 2",
                "1 BREAD for WEB-4711, of 1");
    }

    @Test
    void aScannedNumberIsAnOrderAndScannedGoodsFindTheirs() {
        collects(twoOrders(), """
        does             | doing            | basket                   | to pay | says              | wants
        scan WEB-4712    | Selling          | >1 MILK                  | 1.19   | COLLECTED         | look, keep, ok
        press Ctrl+A     | ChoosingReserved | >1 MILK                  | 1.19   |                   | find reserved
        scan bread       | ChoosingReserved | >1 MILK                  | 1.19   |                   | find reserved 5000112637922
        press Enter      | Selling          | 1 MILK, 2 MILK, >1 BREAD | 7.02   | COLLECTED         | keep, ok, ok
        press Ctrl+A     | ChoosingReserved | 1 MILK, 2 MILK, >1 BREAD | 7.02   |                   | find reserved
        scan 40063813339 | ChoosingReserved | 1 MILK, 2 MILK, >1 BREAD | 7.02   |                   | find reserved 40063813339
        press Ctrl+A     | Selling          | 1 MILK, 2 MILK, >1 BREAD | 7.02   | COLLECTED_ALREADY |
        scan WEB-4711    | Selling          | 1 MILK, 2 MILK, >1 BREAD | 7.02   | COLLECTED_ALREADY | look
        press F12        | Done             |                          | 0.00   |                   | save cash 7.02, drawer, receipt
        """,
                "1 MILK for WEB-4712, of 1",
                "2 MILK for WEB-4711, of 2",
                "1 BREAD for WEB-4711, of 1");
    }

    @Test
    void aPartIsCollectedAndTheRestStaysUnlessItIsGivenUpAlsoAfterHoldAndRestart() {
        collects(twoOrders(), """
        does         | doing            | basket           | to pay | says              | wants
        type 4711    | Selling [4711]   |                  | 0.00   |                   |
        press Ctrl+A | Selling          | 2 MILK, >1 BREAD | 5.83   | COLLECTED         | find reserved 4711, keep, ok, ok
        line 1       | Selling          | >2 MILK, 1 BREAD | 5.83   | COLLECTED         |
        press Left   | Selling          | >1 MILK, 1 BREAD | 4.64   | REST_KEPT 1 2     | keep
        press Ctrl+A | Selling          | >1 MILK, 1 BREAD | 4.64   | REST_GIVEN_UP 1 2 | keep
        press Ctrl+A | Selling          | >1 MILK, 1 BREAD | 4.64   | REST_KEPT 1 2     | keep
        press Ctrl+A | Selling          | >1 MILK, 1 BREAD | 4.64   | REST_GIVEN_UP 1 2 | keep
        press Right  | Selling          | >2 MILK, 1 BREAD | 5.83   |                   | keep
        press Right  | Selling          | >2 MILK, 1 BREAD | 5.83   | RESERVED_ONLY 2   | blocked
        press Left   | Selling          | >1 MILK, 1 BREAD | 4.64   | REST_GIVEN_UP 1 2 | keep
        type 3       | Selling [3]      | >1 MILK, 1 BREAD | 4.64   |                   |
        press F4     | Selling          | >1 MILK, 1 BREAD | 4.64   | RESERVED_ONLY 2   | blocked
        line 2       | Selling          | 1 MILK, >1 BREAD | 4.64   | RESERVED_ONLY 2   |
        press Delete | Selling          | >1 MILK          | 1.19   | LINE_VOIDED       | keep
        press F3     | Selling          |                  | 0.00   | HELD_AS 1         | hold
        press F3     | ChoosingHeld     |                  | 0.00   |                   | list held
        press Enter  | Selling          | >1 MILK          | 1.19   | RECALLED 1 1      | recall 1
        restart      | Selling          | >1 MILK          | 1.19   | BASKET_RESTORED 1 |
        press F12    | Done             |                  | 0.00   |                   | save cash 1.19, drawer, receipt
        press Ctrl+A | ChoosingReserved |                  | 0.00   |                   | find reserved
        """,
                "1 MILK for WEB-4711, of 2, rest given up");
    }

    @Test
    void eachOfTheGoodsIsAskedForAsAScanWouldAndWhatWasLeftOutIsAskedForAgain() {
        collects(new Shop().reserves("W-1", "Ann", 60, "BEER", Shop.PHONE, Shop.PHONE, "SALMON"), """
        does         | doing            | basket                              | to pay | says      | wants
        type W-1     | Choosing [W-1]   |                                     | 0.00   |           | search W-1
        press Ctrl+A | AskingAge        |                                     | 0.00   | COLLECTED | find reserved W-1, blocked
        press F2     | AskingMark       | >1 BEER                             | 1.49   |           | keep, ok, ok
        scan SN-1    | AskingMark       | 1 BEER, >1 PHONE                    | 100.49 |           | look mark, keep, ok, ok
        press Escape | AskingMark       | 1 BEER, >1 PHONE                    | 100.49 |           | ok
        type L-9     | AskingMark [L-9] | 1 BEER, >1 PHONE                    | 100.49 |           |
        press Enter  | Selling          | 1 BEER, 1 PHONE, >1 SALMON          | 105.48 |           | look mark, keep, ok
        press Ctrl+A | ChoosingReserved | 1 BEER, 1 PHONE, >1 SALMON          | 105.48 |           | find reserved
        press Enter  | AskingMark       | 1 BEER, 1 PHONE, >1 SALMON          | 105.48 | COLLECTED | ok
        scan SN-2    | Selling          | 1 BEER, 1 PHONE, 1 SALMON, >1 PHONE | 204.48 |           | look mark, keep, ok
        press F12    | Done             |                                     | 0.00   |           | save cash 204.48, drawer, receipt
        """,
                "1 BEER for W-1, of 1",
                "1 PHONE SN-1 for W-1, of 2",
                "1 SALMON L-9 for W-1, of 1",
                "1 PHONE SN-2 for W-1, of 2");
    }

    @Test
    void whoIsTooYoungGetsTheOtherGoodsAndAGivenUpBasketCollectsNothing() {
        collects(new Shop().reserves("W-1", "Ann", 60, "BEER", Shop.BREAD), """
        does         | doing            | basket   | to pay | says         | wants
        type W-1     | Choosing [W-1]   |          | 0.00   |              | search W-1
        press Ctrl+A | AskingAge        |          | 0.00   | COLLECTED    | find reserved W-1, blocked
        press F3     | Selling          | >1 BREAD | 3.45   | TOO_YOUNG 16 | keep, blocked, ok
        press F8     | GivingUp         | >1 BREAD | 3.45   |              |
        press Enter  | Selling          |          | 0.00   | SALE_VOIDED  | void CUSTOMER_LEFT
        press Ctrl+A | ChoosingReserved |          | 0.00   |              | find reserved
        """);
    }

    @Test
    void whatHasEndedIsSoldAsUsualAndCollectsNothing() {
        collects(new Shop().reserves("W-1", "Ann", -30, Shop.MILK, Shop.BREAD), """
        does         | doing                  | basket           | to pay | says               | wants
        type W-1     | Choosing [W-1]         |                  | 0.00   |                    | search W-1
        press Ctrl+A | ChoosingReserved [W-1] |                  | 0.00   |                    | find reserved W-1
        press Enter  | Selling                | 1 MILK, >1 BREAD | 4.64   | RESERVED_ENDED 30m | keep, ok, ok
        press F12    | Done                   |                  | 0.00   |                    | save cash 4.64, drawer, receipt
        """,
                "1 MILK",
                "1 BREAD");
    }

    @Test
    void whatIsHeldBackStaysOffTheCounter() {
        collects(new Shop().reserves("W-1", "Ann", 60, Shop.MILK, Shop.BREAD)
                .holdsBack(Shop.MILK, new Obstacle.HeldBack("L-1")), """
        does         | doing          | basket   | to pay | says                      | wants
        type W-1     | Choosing [W-1] |          | 0.00   |                           | search W-1
        press Ctrl+A | Selling        | >1 BREAD | 3.45   | COLLECTED + LOT_HELD_BACK | find reserved W-1, keep, blocked, ok
        """);
    }

    @Test
    void whatIsReservedIsThisCustomersAndNotAgainstHim() {
        collects(new Shop().with(StockPolicy.SUPERVISOR).stocks(Shop.MILK, 0, 1)
                .reserves("W-1", "Ann", 60, Shop.MILK, Shop.MILK, Shop.BREAD), """
        does         | doing          | basket           | to pay | says       | wants
        type W-1     | Choosing [W-1] |                  | 0.00   |            | search W-1
        press Ctrl+A | Selling        | 2 MILK, >1 BREAD | 5.83   | COLLECTED  | find reserved W-1, keep, ok, keep, ok
        scan milk    | Approving      | 2 MILK, >1 BREAD | 5.83   |            | look, blocked
        press Escape | Selling        | 2 MILK, >1 BREAD | 5.83   | NOT_AGREED | blocked
        press F12    | Done           |                  | 0.00   |            | save cash 5.83, drawer, receipt
        """,
                "2 MILK for W-1, of 2",
                "1 BREAD for W-1, of 1");
    }

    @Test
    void onlyWhatNobodyReservedCanBeShort() {
        collects(new Shop().stocks(Shop.MILK, -2, 1).reserves("W-1", "Ann", 60, Shop.MILK, Shop.MILK), """
        does         | doing          | basket          | to pay | says             | wants
        type W-1     | Choosing [W-1] |                 | 0.00   |                  | search W-1
        press Ctrl+A | Selling        | >2 MILK         | 2.38   | COLLECTED        | find reserved W-1, keep, ok
        scan milk    | Selling        | 2 MILK, >1 MILK | 3.57   | STOCK_SHORT 0 1m | look, keep, ok
        """);
    }

    @Test
    void nothingReservedIsSaidAndAFailureLosesNothing() {
        collects(new Shop(), """
        does            | doing                 | basket | to pay | says             | wants
        press Ctrl+A    | Selling               |        | 0.00   | RESERVED_NONE    | find reserved
        fail STORAGE    | Selling               |        | 0.00   | RESERVED_NONE    |
        press Ctrl+A    | Selling               |        | 0.00   | STORAGE          | find reserved
        type 47         | Selling [47]          |        | 0.00   |                  |
        press Ctrl+A    | ChoosingReserved [47] |        | 0.00   | RESERVED_UNKNOWN | find reserved 47, blocked
        press Backspace | ChoosingReserved [47] |        | 0.00   | RESERVED_UNKNOWN |
        press Escape    | Selling               |        | 0.00   | RESERVED_NONE    | find reserved
        press Escape    | Selling               |        | 0.00   |                  |
        """);
    }

    @Test
    void keysThatAreFasterThanTheAnswerMeanTheSame() {
        collects(twoOrders(), """
        does         | doing                 | basket  | to pay | says      | wants
        hold         | Selling               |         | 0.00   |           |
        press Ctrl+A | ChoosingReserved      |         | 0.00   |           | find reserved
        type 12      | ChoosingReserved [12] |         | 0.00   |           | find reserved 1, find reserved 12
        press Enter  | ChoosingReserved [12] |         | 0.00   |           | find reserved 12
        release      | Selling               | >1 MILK | 1.19   | COLLECTED | keep, ok
        """);
    }

    @Test
    void anOrderJoinsABasketThatIsPartlyPaid() {
        collects(twoOrders(), """
        does          | doing       | basket            | to pay | says      | wants
        scan coffee   | Selling     | >1 COFFEE         | 8.99   |           | look, keep, ok
        type 5        | Selling [5] | >1 COFFEE         | 8.99   |           |
        press F11     | Paying      | >1 COFFEE         | 3.99   |           | keep
        scan WEB-4712 | Selling     | 1 COFFEE, >1 MILK | 5.18   | COLLECTED | look, keep, ok
        press F12     | Done        |                   | 0.00   |           | save cash 5.00+cash 5.18, drawer, receipt
        """,
                "1 COFFEE",
                "1 MILK for WEB-4712, of 1");
    }

    @Test
    void whatIsToBeSaidOfGoodsIsSaidOfAllOfThem() {
        Sheet sheet = new Sheet(new Shop().reserves("W-1", "Ann", 60, "LAMP", "4000000000006", "LAMP"));

        sheet.run("does\ntype W-1\npress Ctrl+A");

        assertEquals("COLLECTED + PRODUCT_MESSAGE + PRODUCT_MESSAGE", sheet.says());
    }
}
