package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Baskets that waited, as sheets: what may not be sold any more stays in them, marked, until it is taken out; the rest costs what it
/// costs now.
final class WaitsTest {
    private static final String SIGNS_IN = "\npress Enter\ntype 4821\npress Enter";

    private static void holds(String... tables) {
        holds(new Shop(), tables);
    }

    /// @param tables one behind the other, each as wide as it has to be
    private static void holds(Shop shop, String... tables) {
        Sheet sheet = new Sheet(shop);
        for (String table : tables) {
            assertEquals(table, sheet.run(table));
        }
    }

    @Test
    void whatWasCalledBackMeanwhileIsTakenOutBeforeAnyMoneyIsTaken() {
        holds("""
        does         | doing        | basket           | to pay | says                                      | wants
        scan batch   | Selling      | >1 MILK          | 1.19   |                                           | look, keep, ok
        scan bread   | Selling      | 1 MILK, >1 BREAD | 4.64   |                                           | look, keep, ok
        press F3     | Selling      |                  | 0.00   | HELD_AS 1                                 | hold
        freeze L-1   | Selling      |                  | 0.00   | HELD_AS 1                                 |
        press F3     | ChoosingHeld |                  | 0.00   |                                           | list held
        press Enter  | Selling      | >1 MILK, 1 BREAD | 4.64   | RECALLED 1 2 + LOT_HELD_BACK + TAKE_OUT 1 | recall 1, blocked
        press F12    | Selling      | >1 MILK, 1 BREAD | 4.64   | LOT_HELD_BACK + TAKE_OUT 1                | blocked
        press F11    | Selling      | >1 MILK, 1 BREAD | 4.64   | LOT_HELD_BACK + TAKE_OUT 1                | blocked
        press F10    | Selling      | >1 MILK, 1 BREAD | 4.64   | LOT_HELD_BACK + TAKE_OUT 1                | blocked
        press F9     | Selling      | >1 MILK, 1 BREAD | 4.64   | LOT_HELD_BACK + TAKE_OUT 1                | blocked
        quick 10     | Selling      | >1 MILK, 1 BREAD | 4.64   | LOT_HELD_BACK + TAKE_OUT 1                |
        press Escape | Selling      | >1 MILK, 1 BREAD | 4.64   |                                           |
        press Delete | Selling      | >1 BREAD         | 3.45   | LINE_VOIDED                               | keep
        """, """
        does      | doing | basket | to pay | says | wants
        press F12 | Done  |        | 0.00   |      | save cash 3.45, drawer, receipt
        """);
    }

    @Test
    void whatIsNotSoldAnyMoreIsMarkedAfterARestartAndCannotBePaid() {
        holds("""
        does            | doing   | basket                     | to pay | says                                             | wants
        scan bread      | Selling | >1 BREAD                   | 3.45   |                                                  | look, keep, ok
        scan coffee     | Selling | 1 BREAD, >1 COFFEE         | 12.44  |                                                  | look, keep, ok
        scan milk       | Selling | 1 BREAD, 1 COFFEE, >1 MILK | 13.63  |                                                  | look, keep, ok
        withdraw COFFEE | Selling | 1 BREAD, 1 COFFEE, >1 MILK | 13.63  |                                                  |
        withdraw BREAD  | Selling | 1 BREAD, 1 COFFEE, >1 MILK | 13.63  |                                                  |
        restart         | Selling | >1 BREAD, 1 COFFEE, 1 MILK | 13.63  | BASKET_RESTORED 3 + GOODS_WITHDRAWN + TAKE_OUT 2 | blocked
        press F12       | Selling | >1 BREAD, 1 COFFEE, 1 MILK | 13.63  | GOODS_WITHDRAWN + TAKE_OUT 2                     | blocked
        press Delete    | Selling | >1 COFFEE, 1 MILK          | 10.18  | LINE_VOIDED                                      | keep
        press F12       | Selling | >1 COFFEE, 1 MILK          | 10.18  | GOODS_WITHDRAWN + TAKE_OUT 1                     | blocked
        press Delete    | Selling | >1 MILK                    | 1.19   | LINE_VOIDED                                      | keep
        """, """
        does      | doing | basket | to pay | says | wants
        press F12 | Done  |        | 0.00   |      | save cash 1.19, drawer, receipt
        """);
    }

    @Test
    void pricesAndPromotionsAreThoseOfNow() {
        holds("""
        does           | doing        | basket                    | to pay | says                                  | wants
        promote        | Selling      |                           | 0.00   |                                       |
        scan bread     | Selling      | >1 BREAD                  | 3.10   |                                       | look, keep, ok
        type 3*        | Selling [3*] | >1 BREAD                  | 3.10   |                                       |
        scan milk      | Selling      | 1 BREAD, >3 MILK          | 5.48   |                                       | look, keep, ok
        press F3       | Selling      |                           | 0.00   | HELD_AS 1                             | hold
        clock 15:30    | Selling      |                           | 0.00   | HELD_AS 1                             |
        promote        | Selling      |                           | 0.00   | HELD_AS 1                             |
        cost milk 1.29 | Selling      |                           | 0.00   | HELD_AS 1                             |
        press F3       | ChoosingHeld |                           | 0.00   |                                       | list held
        press Enter    | Selling      | 1 BREAD, >3 MILK          | 6.03   | RECALLED 1 2 + WAITED_COSTS 5.48 6.03 | recall 1, keep
        scan bread     | Selling      | 1 BREAD, 3 MILK, >1 BREAD | 9.48   |                                       | look, keep, ok
        """, """
        does      | doing | basket | to pay | says | wants
        press F12 | Done  |        | 0.00   |      | save cash 9.48, drawer, receipt
        """);
    }

    @Test
    void aPromotionThatBeganMeanwhileCountsAndOneThatEndedDoesNot() {
        holds("""
        does            | doing        | basket  | to pay | says                                       | wants
        type 3*         | Selling [3*] |         | 0.00   |                                            |
        scan milk       | Selling      | >3 MILK | 3.57   |                                            | look, keep, ok
        press F3        | Selling      |         | 0.00   | HELD_AS 1                                  | hold
        promote         | Selling      |         | 0.00   | HELD_AS 1                                  |
        press F3        | ChoosingHeld |         | 0.00   |                                            | list held
        press Enter     | Selling      | >3 MILK | 2.38   | RECALLED 1 1 + WAITED_COSTS 3.57 2.38      | recall 1, keep
        restart         | Selling      | >3 MILK | 2.38   | BASKET_RESTORED 1                          |
        promote nothing | Selling      | >3 MILK | 2.38   | BASKET_RESTORED 1                          |
        restart         | Selling      | >3 MILK | 3.57   | BASKET_RESTORED 1 + WAITED_COSTS 2.38 3.57 | keep
        press F12       | Done         |         | 0.00   |                                            | save cash 3.57, drawer, receipt
        """);
    }

    @Test
    void whatSomebodyGaveOrSetStays() {
        holds("""
        does               | doing         | basket                         | to pay | says           | wants
        scan milk          | Selling       | >1 MILK                        | 1.19   |                | look, keep, ok
        type 10%           | Selling [10%] | >1 MILK                        | 1.19   |                |
        press Ctrl+D       | Reducing      | >1 MILK                        | 1.19   |                |
        press Enter        | Selling       | >1 MILK                        | 1.07   | COSTS_NOW 1.07 | keep
        scan bread         | Selling       | 1 MILK, >1 BREAD               | 4.52   |                | look, keep, ok
        type 3             | Selling [3]   | 1 MILK, >1 BREAD               | 4.52   |                |
        press Ctrl+P       | Reducing      | 1 MILK, >1 BREAD               | 4.52   |                |
        press Enter        | Approving     | 1 MILK, >1 BREAD               | 4.52   |                | blocked
        press Enter        | Selling       | 1 MILK, >1 BREAD               | 4.07   | COSTS_NOW 4.07 | bea agrees to 3 for 3.45, keep
        scan 2100042003156 | Selling       | 1 MILK, 1 BREAD, >0.167 CHEESE | 7.22   |                | look, keep, ok
        """, """
        does            | doing        | basket                         | to pay | says                                  | wants
        press F3        | Selling      |                                | 0.00   | HELD_AS 1                             | hold
        cost milk 2.00  | Selling      |                                | 0.00   | HELD_AS 1                             |
        cost bread 9.00 | Selling      |                                | 0.00   | HELD_AS 1                             |
        press F3        | ChoosingHeld |                                | 0.00   |                                       | list held
        press Enter     | Selling      | 1 MILK, 1 BREAD, >0.167 CHEESE | 7.95   | RECALLED 1 3 + WAITED_COSTS 7.22 7.95 | recall 1, keep
        """, """
        does      | doing | basket | to pay | says | wants
        press F12 | Done  |        | 0.00   |      | save cash 7.95, drawer, receipt
        """);
    }

    @Test
    void aStoreMayLetBasketsKeepTheirPrices() {
        holds(new Shop().patient(), """
        does           | doing        | basket          | to pay | says         | wants
        scan milk      | Selling      | >1 MILK         | 1.19   |              | look, keep, ok
        press F3       | Selling      |                 | 0.00   | HELD_AS 1    | hold
        cost milk 2.00 | Selling      |                 | 0.00   | HELD_AS 1    |
        press F3       | ChoosingHeld |                 | 0.00   |              | list held
        press Enter    | Selling      | >1 MILK         | 1.19   | RECALLED 1 1 | recall 1
        scan milk      | Selling      | 1 MILK, >1 MILK | 3.19   |              | look, keep, ok
        press F12      | Done         |                 | 0.00   |              | save cash 3.19, drawer, receipt
        """);
    }

    @Test
    void whoLostTheCertificateMeanwhilePaysTaxesAndTheCashierIsTold() {
        holds("""
        does        | doing        | basket    | to pay | says                            | wants
        scan coffee | Selling      | >1 COFFEE | 8.99   |                                 | look, keep, ok
        scan CARD-2 | Selling      | >1 COFFEE | 7.55   | CUSTOMER_EXEMPT                 | look, keep, ok
        press F3    | Selling      |           | 0.00   | HELD_AS 1                       | hold
        tax CARD-2  | Selling      |           | 0.00   | HELD_AS 1                       |
        press F3    | ChoosingHeld |           | 0.00   |                                 | list held
        press Enter | Selling      | >1 COFFEE | 8.99   | RECALLED 1 1 + CERTIFICATE_GONE | recall 1, keep, blocked
        press F12   | Done         |           | 0.00   |                                 | save cash 8.99, drawer, receipt
        """);
    }

    @Test
    void whatACardPaidInPartIsSoldWhateverIsHeardLater() {
        holds("""
        does       | doing       | basket           | to pay | says                                          | wants
        scan batch | Selling     | >1 MILK          | 1.19   |                                               | look, keep, ok
        scan bread | Selling     | 1 MILK, >1 BREAD | 4.64   |                                               | look, keep, ok
        type 1     | Selling [1] | 1 MILK, >1 BREAD | 4.64   |                                               |
        press F10  | AtTerminal  | 1 MILK, >1 BREAD | 4.64   | CARD_ASK 1.00                                 | ask card 1.00
        press F2   | Paying      | 1 MILK, >1 BREAD | 3.64   |                                               | APPROVED
        freeze L-1 | Paying      | 1 MILK, >1 BREAD | 3.64   |                                               |
        restart    | Paying      | >1 MILK, 1 BREAD | 3.64   | PAYMENT_RESTORED + LOT_HELD_BACK + TAKE_OUT 1 | blocked
        """, """
        does      | doing | basket | to pay | says | wants
        press F12 | Done  |        | 0.00   |      | save card 1.00+cash 3.64, drawer, receipt
        """);
    }

    @Test
    void whatWasPaidInCashIsHandedBack() {
        holds("""
        does            | doing       | basket           | to pay | says                                          | wants
        scan batch      | Selling     | >1 MILK          | 1.19   |                                               | look, keep, ok
        scan bread      | Selling     | 1 MILK, >1 BREAD | 4.64   |                                               | look, keep, ok
        type 4          | Selling [4] | 1 MILK, >1 BREAD | 4.64   |                                               |
        press F11       | Paying      | 1 MILK, >1 BREAD | 0.64   |                                               | keep
        freeze L-1      | Paying      | 1 MILK, >1 BREAD | 0.64   |                                               |
        cost bread 9.00 | Paying      | 1 MILK, >1 BREAD | 0.64   |                                               |
        restart         | Paying      | >1 MILK, 1 BREAD | 0.64   | PAYMENT_RESTORED + LOT_HELD_BACK + TAKE_OUT 1 | blocked
        press F12       | Paying      | >1 MILK, 1 BREAD | 0.64   | LOT_HELD_BACK + TAKE_OUT 1                    | blocked
        press Delete    | Paying      | >1 MILK, 1 BREAD | 4.64   | TENDER_HANDED_BACK 4.00                       | keep
        press Escape    | Selling     | >1 MILK, 1 BREAD | 4.64   |                                               |
        press Delete    | Selling     | >1 BREAD         | 3.45   | LINE_VOIDED                                   | keep
        """, """
        does      | doing | basket | to pay | says | wants
        press F12 | Done  |        | 0.00   |      | save cash 3.45, drawer, receipt
        """);
    }

    @Test
    void aLookThatFailsIsDoneOnceMoreBeforeMoneyIsTaken() {
        holds("""
        does         | doing   | basket  | to pay | says                                      | wants
        scan batch   | Selling | >1 MILK | 1.19   |                                           | look, keep, ok
        freeze L-1   | Selling | >1 MILK | 1.19   |                                           |
        fail STORAGE | Selling | >1 MILK | 1.19   |                                           |
        restart      | Selling | >1 MILK | 1.19   | STORAGE                                   | blocked
        press F12    | Selling | >1 MILK | 1.19   | LOOKED_AGAIN + LOT_HELD_BACK + TAKE_OUT 1 | blocked
        press F12    | Selling | >1 MILK | 1.19   | LOT_HELD_BACK + TAKE_OUT 1                | blocked
        """);
    }

    @Test
    void theAgeThatWasAskedForIsNotAskedForAgain() {
        holds("""
        does        | doing        | basket  | to pay | says         | wants
        scan BEER   | AskingAge    |         | 0.00   |              | look, blocked
        press F2    | Selling      | >1 BEER | 1.49   |              | keep, ok
        press F3    | Selling      |         | 0.00   | HELD_AS 1    | hold
        press F3    | ChoosingHeld |         | 0.00   |              | list held
        press Enter | Selling      | >1 BEER | 1.49   | RECALLED 1 1 | recall 1
        scan BEER   | Selling      | >2 BEER | 2.98   |              | look, keep, ok
        press F12   | Done         |         | 0.00   |              | save cash 2.98, drawer, receipt
        """);
    }

    @Test
    void whatWasLeftOnALockedTillOverNightWaitedAndWhatWasLeftForAnHourDidNot() {
        Shop shop = new Shop().staffed("");
        Sheet sheet = new Sheet(shop);

        sheet.run("does\nscan milk\nidle 60\ncost milk 2.00" + SIGNS_IN);
        assertEquals("BASKET_RESTORED 1", sheet.says());
        sheet.run("does\nidle 60\nwithdraw MILK\ntomorrow" + SIGNS_IN);

        assertEquals("BASKET_RESTORED 1 + WAITED_COSTS 1.19 2.00 + GOODS_WITHDRAWN + TAKE_OUT 1", sheet.says());
        sheet.run("does\npress F12\npress Delete\npress F12");
        assertEquals("NOTHING_TO_PAY", sheet.says());
    }

    @Test
    void whatExpiredOverNightIsNotSoldAndTheDatesAreInTheSale() {
        Shop shop = new Shop().staffed("");
        Sheet sheet = new Sheet(shop);

        sheet.run("does\nscan last day\nscan next day\nscan next day\nscan milk\nidle 60\ntomorrow" + SIGNS_IN);
        assertEquals("BASKET_RESTORED 3 + GOODS_EXPIRED 2026-03-14 + TAKE_OUT 1", sheet.says());
        sheet.run("does\npress F12\npress Delete\npress F12");

        assertEquals(List.of("2 2026-03-15", "1 -"), shop.sales().getLast().lines().stream()
                .map(line -> line.quantity().text() + " " + line.expires().map(LocalDate::toString).orElse("-"))
                .toList());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 14)), shop.sales().getLast().voided().getFirst().expires());
    }

    @Test
    void whatExpiresAtMidnightIsNotSoldBehindItThoughNobodyLeft() {
        holds("""
        does          | doing   | basket  | to pay | says                                  | wants
        scan last day | Selling | >1 MILK | 1.19   |                                       | look, keep, ok
        tomorrow      | Selling | >1 MILK | 1.19   |                                       |
        press F12     | Selling | >1 MILK | 1.19   | GOODS_EXPIRED 2026-03-14 + TAKE_OUT 1 | blocked
        """);
    }
}
