package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.availability.StockPolicy;
import org.junit.jupiter.api.Test;

/// What the till makes of how much there is, as sheets.
final class StocksTest {
    private final Shop shop = new Shop();

    private void holds(String table) {
        assertEquals(table, new Sheet(shop).run(table));
    }

    @Test
    void whatShouldNotBeThereIsSaidAndSold() {
        shop.stocks(Shop.MILK, 1, 5).stocks(Shop.BREAD, -2, 90);

        holds("""
        does        | doing        | basket                     | to pay | says              | wants
        scan milk   | Selling      | >1 MILK                    | 1.19   |                   | look, keep, ok
        press Right | Selling      | >2 MILK                    | 2.38   | STOCK_SHORT 1 5m  | keep
        press Left  | Selling      | >1 MILK                    | 1.19   |                   | keep
        scan coffee | Selling      | 1 MILK, >1 COFFEE          | 10.18  |                   | look, keep, ok
        type 2*     | Selling [2*] | 1 MILK, >1 COFFEE          | 10.18  |                   |
        scan bread  | Selling      | 1 MILK, 1 COFFEE, >2 BREAD | 17.08  | STOCK_SHORT 0 90m | look, keep, ok
        press F12   | Done         |                            | 0.00   |                   | save cash 17.08, drawer, receipt
        """);
    }

    @Test
    void aScanDoesNotWaitForTheLook() {
        shop.stocks(Shop.MILK, 0, 5);

        holds("""
        does      | doing   | basket  | to pay | says | wants
        slow      | Selling |         | 0.00   |      |
        scan milk | Selling | >1 MILK | 1.19   |      | look, keep, ok
        scan milk | Selling | >2 MILK | 2.38   |      | look, keep, ok
        press F12 | Done    |         | 0.00   |      | save cash 2.38, drawer, receipt
        release   | Done    |         | 0.00   |      |
        """);
    }

    @Test
    void aSupervisorIsAskedBeforeTheGoodsAreOnTheCounter() {
        shop.with(StockPolicy.SUPERVISOR).stocks(Shop.MILK, 1, 5);

        holds("""
        does         | doing       | basket            | to pay | says       | wants
        scan milk    | Selling     | >1 MILK           | 1.19   |            | look, keep, ok
        scan milk    | Approving   | >1 MILK           | 1.19   |            | look, blocked
        scan coffee  | Approving   | >1 MILK           | 1.19   |            |
        press Down   | Approving   | >1 MILK           | 1.19   |            |
        press Enter  | Selling     | 2 MILK, >1 COFFEE | 11.37  |            | cy agrees to 2 of 1, keep, ok, look, keep, ok
        press Up     | Selling     | >2 MILK, 1 COFFEE | 11.37  |            |
        press Left   | Selling     | >1 MILK, 1 COFFEE | 10.18  |            | keep
        press Right  | Selling     | >2 MILK, 1 COFFEE | 11.37  |            | keep
        press Right  | Approving   | >2 MILK, 1 COFFEE | 11.37  |            | blocked
        press Escape | Selling     | >2 MILK, 1 COFFEE | 11.37  | NOT_AGREED | blocked
        type 5       | Selling [5] | >2 MILK, 1 COFFEE | 11.37  |            |
        press F4     | Approving   | >2 MILK, 1 COFFEE | 11.37  |            | blocked
        press F12    | Approving   | >2 MILK, 1 COFFEE | 11.37  |            |
        row 1        | Selling     | >5 MILK, 1 COFFEE | 14.94  |            | bea agrees to 5 of 1, keep
        press F12    | Done        |                   | 0.00   |            | save cash 14.94, drawer, receipt
        scan milk    | Selling     | >1 MILK           | 1.19   |            | look, keep, ok
        scan milk    | Approving   | >1 MILK           | 1.19   |            | look, blocked
        """);
    }

    @Test
    void whatComesBackIsNotCountedOnFor() {
        shop.with(StockPolicy.SUPERVISOR).stocks(Shop.MILK, 1, 5);

        holds("""
        does         | doing        | basket   | to pay | says         | wants
        scan milk    | Selling      | >1 MILK  | 1.19   |              | look, keep, ok
        press F12    | Done         |          | 0.00   |              | save cash 1.19, drawer, receipt
        scan receipt | TakingBack   |          | 0.00   |              | find S1-T1-9f3a-1, ok
        row 1        | TakingBack   | >-1 MILK | -1.19  | TAKEN_BACK 1 | keep, ok
        press Escape | Selling      | >-1 MILK | -1.19  |              |
        type 2*      | Selling [2*] | >-1 MILK | -1.19  |              |
        scan milk    | Approving    | >-1 MILK | -1.19  |              | look, blocked
        """);
    }

    @Test
    void aWordThatCannotBeKeptIsAskedForAgain() {
        shop.with(StockPolicy.SUPERVISOR).stocks(Shop.MILK, 0, 5);

        holds("""
        does         | doing     | basket  | to pay | says    | wants
        scan milk    | Approving |         | 0.00   |         | look, blocked
        fail STORAGE | Approving |         | 0.00   |         |
        press Enter  | Approving |         | 0.00   | STORAGE | bea agrees to 1 of 0, blocked
        press Enter  | Selling   | >1 MILK | 1.19   |         | bea agrees to 1 of 0, keep, ok
        """);
    }

    @Test
    void afterARestartTheNextPieceIsAskedForAgain() {
        shop.with(StockPolicy.SUPERVISOR).stocks(Shop.MILK, 0, 5);

        holds("""
        does         | doing     | basket  | to pay | says              | wants
        scan milk    | Approving |         | 0.00   |                   | look, blocked
        press Enter  | Selling   | >1 MILK | 1.19   |                   | bea agrees to 1 of 0, keep, ok
        restart      | Selling   | >1 MILK | 1.19   | BASKET_RESTORED 1 |
        press Right  | Approving | >1 MILK | 1.19   |                   | blocked
        press Escape | Selling   | >1 MILK | 1.19   | NOT_AGREED        | blocked
        press F12    | Done      |         | 0.00   |                   | save cash 1.19, drawer, receipt
        """);
    }

    @Test
    void aStoreThatKeepsNoStockIsToldNothing() {
        shop.with(StockPolicy.OFF).stocks(Shop.MILK, 0, 1);

        holds("""
        does        | doing   | basket  | to pay | says | wants
        scan milk   | Selling | >1 MILK | 1.19   |      | look, keep, ok
        press Right | Selling | >2 MILK | 2.38   |      | keep
        """);
    }

    @Test
    void aStoreMayRefuseWhileTheCentreIsHeardAndTheFigureIsFresh() {
        shop.with(StockPolicy.BLOCK_ONLINE).stocks(Shop.MILK, 1, 10).stocks(Shop.BREAD, 1, 11);

        holds("""
        does        | doing        | basket                   | to pay | says                | wants
        scan milk   | Selling      | >1 MILK                  | 1.19   |                     | look, keep, ok
        press Right | Selling      | >1 MILK                  | 1.19   | STOCK_REFUSED 1 10m | blocked
        scan milk   | Selling      | >1 MILK                  | 1.19   | STOCK_REFUSED 1 10m | look, blocked
        type 2*     | Selling [2*] | >1 MILK                  | 1.19   |                     |
        scan bread  | Selling      | 1 MILK, >2 BREAD         | 8.09   | STOCK_SHORT 1 11m   | look, keep, ok
        offline     | Selling      | 1 MILK, >2 BREAD         | 8.09   | STOCK_SHORT 1 11m   |
        scan milk   | Selling      | 1 MILK, 2 BREAD, >1 MILK | 9.28   | STOCK_SHORT 1 10m   | look, keep, ok
        press Right | Selling      | 1 MILK, 2 BREAD, >2 MILK | 10.47  | STOCK_SHORT 1 10m   | keep
        """);
    }

    @Test
    void whatCannotBeLookedUpIsSold() {
        shop.with(StockPolicy.BLOCK_ONLINE).stocks(Shop.MILK, 0, 1);

        holds("""
        does         | doing   | basket            | to pay | says            | wants
        slow         | Selling |                   | 0.00   |                 |
        scan milk    | Selling |                   | 0.00   |                 | look
        scan coffee  | Selling |                   | 0.00   |                 |
        press Escape | Selling |                   | 0.00   | LOOKUP_GIVEN_UP | blocked
        release      | Selling |                   | 0.00   | LOOKUP_GIVEN_UP |
        scan coffee  | Selling | >1 COFFEE         | 8.99   |                 | look, keep, ok
        lose         | Selling | >1 COFFEE         | 8.99   |                 |
        scan milk    | Selling | 1 COFFEE, >1 MILK | 10.18  |                 | look, keep, ok
        press F12    | Done    |                   | 0.00   |                 | save cash 10.18, drawer, receipt
        """);
    }

    @Test
    void howMuchThereIsHereAndElsewhereIsOneKey() {
        shop.stocks(Shop.MILK, 4, 5);

        holds("""
        does           | doing               | basket                     | to pay | says          | wants
        press Ctrl+S   | Selling             |                            | 0.00   | STOCK_OF_WHAT |
        scan milk      | Selling             | >1 MILK                    | 1.19   |               | look, keep, ok
        press Ctrl+S   | SeeingStock         | >1 MILK                    | 1.19   |               | show MILK
        press Down     | SeeingStock         | >1 MILK                    | 1.19   |               |
        press Down     | SeeingStock         | >1 MILK                    | 1.19   |               |
        press Down     | SeeingStock         | >1 MILK                    | 1.19   |               | show MILKS3
        press Down     | SeeingStock         | >1 MILK                    | 1.19   |               |
        press Down     | SeeingStock         | >1 MILK                    | 1.19   |               |
        press Escape   | Selling             | >1 MILK                    | 1.19   |               |
        type bread     | Choosing [bread]    | >1 MILK                    | 1.19   |               | search bread
        press Ctrl+S   | SeeingStock [bread] | >1 MILK                    | 1.19   |               | show BREAD
        press Enter    | Choosing [bread]    | >1 MILK                    | 1.19   |               |
        press Enter    | Selling             | 1 MILK, >1 BREAD           | 4.64   |               | keep, ok
        press Ctrl+S   | SeeingStock         | 1 MILK, >1 BREAD           | 4.64   |               | show BREAD
        scan coffee    | Selling             | 1 MILK, 1 BREAD, >1 COFFEE | 13.63  |               | look, keep, ok
        fail CATALOGUE | Selling             | 1 MILK, 1 BREAD, >1 COFFEE | 13.63  |               |
        press Ctrl+S   | Selling             | 1 MILK, 1 BREAD, >1 COFFEE | 13.63  | CATALOGUE     | show COFFEE
        """);
    }
}
