package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.product.Marks;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.Review;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Putting goods into the basket and changing its lines, as sheets.
final class BasketsTest {
    private final Sheet sheet = new Sheet(new Shop());

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
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
    void aScaleThatRestsSaysTheWeightAndOneThatMovesIsAskedAgainByEnter() {
        holdsWithScale("""
        does        | doing             | basket                   | to pay | says           | wants
        type apples | Choosing [apples] |                          | 0.00   |                | search apples
        press Enter | Weighing          |                          | 0.00   | SCALE_UNSTEADY | weigh, ok
        press Enter | Selling           | >0.35 APPLES             | 1.05   |                | weigh, keep, ok
        type apples | Choosing [apples] | >0.35 APPLES             | 1.05   |                | search apples
        press Enter | Weighing          | >0.35 APPLES             | 1.05   | SCALE_UNSTEADY | weigh, ok
        type 0.2    | Weighing [0.2]    | >0.35 APPLES             | 1.05   |                |
        press Enter | Selling           | 0.35 APPLES, >0.2 APPLES | 1.65   |                | keep, ok
        type apples | Choosing [apples] | 0.35 APPLES, >0.2 APPLES | 1.65   |                | search apples
        fail SCALE  | Choosing [apples] | 0.35 APPLES, >0.2 APPLES | 1.65   |                |
        press Enter | Weighing          | 0.35 APPLES, >0.2 APPLES | 1.65   | SCALE          | weigh, ok
        """);
    }

    private static void holdsWithScale(String table) {
        assertEquals(table, new Sheet(new Shop().withScale("0", "0.350")).run(table));
    }

    /// A piece more of the last goods takes no room; anything else does.
    @Test
    void aFullCounterTakesNothingMoreThanPiecesOfTheLastGoods() {
        Shop shop = new Shop();
        Article bread = shop.article(Shop.BREAD);
        Basket basket = new Basket(Shop.EUR, TaxRule.USUAL, IntStream.rangeClosed(1, Basket.LINES_MAX)
                .mapToObj(number -> Line.sold(number, bread.item(), Quantity.of(1, Unit.EACH), bread.price()))
                .toList(), List.of(), Basket.LINES_MAX);
        TillState opened = Till.step(shop.told(shop.starting()),
                new TillEvent.Opened(OpenSale.of(basket), Optional.of(Shop.duty(Shop.ANNA)), Optional.empty())).state();
        TillState full = Till.step(opened,
                new TillEvent.LookedAgain(opened.asking().last(), new Review(List.of(), Optional.empty()))).state();

        TillState joined = rung(full, bread);
        TillState refused = rung(full, shop.article(Shop.MILK));

        assertEquals(Basket.LINES_MAX, joined.sale().basket().lines().size());
        assertEquals(Quantity.of(2, Unit.EACH), joined.sale().basket().lines().getLast().quantity());
        assertEquals(basket, refused.sale().basket());
        assertEquals(Optional.of(Phrase.BASKET_FULL), refused.notice()
                .filter(Notice.Said.class::isInstance)
                .map(notice -> ((Notice.Said) notice).phrase()));
    }

    private static TillState rung(TillState state, Article article) {
        TillState asked = Till.step(state, new TillEvent.Scanned("X")).state();
        return Till.step(asked, new TillEvent.Found(asked.asking().last(), article, new Article.Portion.Plain(), Marks.NONE,
                Optional.empty())).state();
    }
}
