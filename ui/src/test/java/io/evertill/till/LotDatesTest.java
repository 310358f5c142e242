package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.sale.Line;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Batches whose last day only the centre knows, as sheets: the symbol says the batch and no day.
final class LotDatesTest {
    private final Shop shop = new Shop();

    private void holds(String... tables) {
        Sheet sheet = new Sheet(shop);
        for (String table : tables) {
            assertEquals(table, sheet.run(table));
        }
    }

    @Test
    void aBatchIsSoldOnItsLastDayAndNotBehindIt() {
        holds("""
        does                  | doing   | basket  | to pay | says                     | wants
        expire L-1 2026-03-13 | Selling |         | 0.00   |                          |
        scan batch            | Selling |         | 0.00   | GOODS_EXPIRED 2026-03-13 | look, blocked
        press Escape          | Selling |         | 0.00   |                          |
        expire L-1 2026-03-14 | Selling |         | 0.00   |                          |
        scan batch            | Selling | >1 MILK | 1.19   |                          | look, keep, ok
        press F12             | Done    |         | 0.00   |                          | save cash 1.19, drawer, receipt
        """);

        assertEquals(List.of(Optional.empty()), shop.sales().getLast().lines().stream().map(Line::expires).toList());
    }

    @Test
    void aBatchThatIsTypedIsJudgedLikeOneThatIsScanned() {
        holds("""
        does                  | doing            | basket    | to pay | says                     | wants
        expire B-7 2026-03-13 | Selling          |           | 0.00   |                          |
        scan SALMON           | AskingMark       |           | 0.00   |                          | look, ok
        type B-7              | AskingMark [B-7] |           | 0.00   |                          |
        press Enter           | AskingMark       |           | 0.00   | GOODS_EXPIRED 2026-03-13 | look mark, blocked
        scan B-8              | Selling          | >1 SALMON | 4.99   |                          | look mark, keep, ok
        """);
    }

    @Test
    void aDayThatWasToldWhileTheGoodsWaitedCountsAndOneThatWasPutOffDoesNot() {
        holds("""
        does                  | doing   | basket  | to pay | says      | wants
        scan batch            | Selling | >1 MILK | 1.19   |           | look, keep, ok
        press F3              | Selling |         | 0.00   | HELD_AS 1 | hold
        expire L-1 2026-03-13 | Selling |         | 0.00   | HELD_AS 1 |
        """, """
        does         | doing        | basket  | to pay | says                                                 | wants
        press F3     | ChoosingHeld |         | 0.00   |                                                      | list held
        press Enter  | Selling      | >1 MILK | 1.19   | RECALLED 1 1 + GOODS_EXPIRED 2026-03-13 + TAKE_OUT 1 | recall 1, blocked
        press F12    | Selling      | >1 MILK | 1.19   | GOODS_EXPIRED 2026-03-13 + TAKE_OUT 1                | blocked
        press Escape | Selling      | >1 MILK | 1.19   |                                                      |
        """, """
        does                  | doing   | basket  | to pay | says              | wants
        expire L-1 2026-03-20 | Selling | >1 MILK | 1.19   |                   |
        restart               | Selling | >1 MILK | 1.19   | BASKET_RESTORED 1 |
        press F12             | Done    |         | 0.00   |                   | save cash 1.19, drawer, receipt
        """);
    }

    @Test
    void aDayThatEndsAtMidnightEndsThoughNobodyLeft() {
        holds("""
        does                  | doing   | basket  | to pay | says                                                 | wants
        expire L-1 2026-03-14 | Selling |         | 0.00   |                                                      |
        scan batch            | Selling | >1 MILK | 1.19   |                                                      | look, keep, ok
        tomorrow              | Selling | >1 MILK | 1.19   |                                                      |
        press F12             | Selling | >1 MILK | 1.19   | LOOKED_AGAIN + GOODS_EXPIRED 2026-03-14 + TAKE_OUT 1 | blocked
        press F12             | Selling | >1 MILK | 1.19   | GOODS_EXPIRED 2026-03-14 + TAKE_OUT 1                | blocked
        press Delete          | Selling |         | 0.00   | LINE_VOIDED                                          | keep
        """);
    }

    @Test
    void atMidnightWhatKeepsIsSoldWithTheNextPressAndGoodsOfNoBatchAtOnce() {
        holds("""
        does                  | doing   | basket  | to pay | says         | wants
        expire L-1 2026-03-15 | Selling |         | 0.00   |              |
        scan batch            | Selling | >1 MILK | 1.19   |              | look, keep, ok
        tomorrow              | Selling | >1 MILK | 1.19   |              |
        press F12             | Selling | >1 MILK | 1.19   | LOOKED_AGAIN |
        press F12             | Done    |         | 0.00   |              | save cash 1.19, drawer, receipt
        scan batch            | Selling | >1 MILK | 1.19   |              | look, keep, ok
        press F12             | Done    |         | 0.00   |              | save cash 1.19, drawer, receipt
        scan milk             | Selling | >1 MILK | 1.19   |              | look, keep, ok
        tomorrow              | Selling | >1 MILK | 1.19   |              |
        press F12             | Done    |         | 0.00   |              | save cash 1.19, drawer, receipt
        """);
    }

    @Test
    void whatWasTakenOutYesterdayDoesNotHoldUpWhatIsRungUpToday() {
        holds("""
        does         | doing   | basket  | to pay | says        | wants
        scan batch   | Selling | >1 MILK | 1.19   |             | look, keep, ok
        press Delete | Selling |         | 0.00   | LINE_VOIDED | keep
        tomorrow     | Selling |         | 0.00   | LINE_VOIDED |
        scan batch   | Selling | >1 MILK | 1.19   |             | look, keep, ok
        press F12    | Done    |         | 0.00   |             | save cash 1.19, drawer, receipt
        """);
    }
}
