package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.money.Money;
import io.evertill.sale.Discount;
import io.evertill.sale.Sale;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PromotedTest {
    private final Shop shop = new Shop();
    private final Sheet sheet = new Sheet(shop);

    @Test
    void theThirdIsFreeAsSoonAsItIsScannedAndNoKeyIsNeeded() {
        holds("""
        does      | doing       | basket  | to pay | says | wants
        promote   | Selling     |         | 0.00   |      |
        scan milk | Selling     | >1 MILK | 1.19   |      | look, keep, ok
        scan milk | Selling     | >2 MILK | 2.38   |      | look, keep, ok
        scan milk | Selling     | >3 MILK | 2.38   |      | look, keep, ok
        scan milk | Selling     | >4 MILK | 3.57   |      | look, keep, ok
        type 3    | Selling [3] | >4 MILK | 3.57   |      |
        press F4  | Selling     | >3 MILK | 2.38   |      | keep
        press F12 | Done        |         | 0.00   |      | save cash 2.38, drawer, receipt
        """);
        Sale sale = shop.sales().getLast();
        assertEquals(List.of(new Discount(Money.of(119, "EUR"), new Discount.Cause.Promotion("MILK-26", "Three for two"))),
                sale.lines().getFirst().discounts());
    }

    @Test
    void aSaleKeepsThePromotionsWithWhichItBeganAndTheNextHasThoseOfItsOwnHour() {
        holds("""
        does        | doing   | basket                    | to pay | says | wants
        promote     | Selling |                           | 0.00   |      |
        clock 15:29 | Selling |                           | 0.00   |      |
        scan bread  | Selling | >1 BREAD                  | 3.10   |      | look, keep, ok
        clock 15:30 | Selling | >1 BREAD                  | 3.10   |      |
        promote not | Selling | >1 BREAD                  | 3.10   |      |
        scan milk   | Selling | 1 BREAD, >1 MILK          | 4.29   |      | look, keep, ok
        scan bread  | Selling | 1 BREAD, 1 MILK, >1 BREAD | 7.39   |      | look, keep, ok
        press F12   | Done    |                           | 0.00   |      | save cash 7.39, drawer, receipt
        promote     | Done    |                           | 0.00   |      |
        scan bread  | Selling | >1 BREAD                  | 3.45   |      | look, keep, ok
        """);
    }

    @Test
    void aDiscountByHandComesOnTopAndAPriceThatSomebodySetIsNotReduced() {
        holds("""
        does         | doing         | basket   | to pay | says           | wants
        promote      | Selling       |          | 0.00   |                |
        scan bread   | Selling       | >1 BREAD | 3.10   |                | look, keep, ok
        type 10%     | Selling [10%] | >1 BREAD | 3.10   |                |
        press Ctrl+D | Reducing      | >1 BREAD | 3.10   |                |
        press Enter  | Selling       | >1 BREAD | 2.79   | COSTS_NOW 2.79 | keep
        type 3       | Selling [3]   | >1 BREAD | 2.79   |                |
        press Ctrl+P | Reducing      | >1 BREAD | 2.79   |                |
        press Enter  | Approving     | >1 BREAD | 2.79   |                | blocked
        press Enter  | Selling       | >1 BREAD | 2.70   | COSTS_NOW 2.70 | bea agrees to 3 for 3.45, keep
        """);
    }

    @Test
    void afterARestartThePriceStaysUntilTheBasketChanges() {
        holds("""
        does       | doing        | basket           | to pay | says              | wants
        promote    | Selling      |                  | 0.00   |                   |
        type 3*    | Selling [3*] |                  | 0.00   |                   |
        scan milk  | Selling      | >3 MILK          | 2.38   |                   | look, keep, ok
        restart    | Selling      | >3 MILK          | 2.38   | BASKET_RESTORED 1 |
        promote    | Selling      | >3 MILK          | 2.38   | BASKET_RESTORED 1 |
        press F12  | Done         |                  | 0.00   |                   | save cash 2.38, drawer, receipt
        type 3*    | Done [3*]    |                  | 0.00   |                   |
        scan milk  | Selling      | >3 MILK          | 2.38   |                   | look, keep, ok
        restart    | Selling      | >3 MILK          | 2.38   | BASKET_RESTORED 1 |
        promote    | Selling      | >3 MILK          | 2.38   | BASKET_RESTORED 1 |
        scan bread | Selling      | 3 MILK, >1 BREAD | 5.48   |                   | look, keep, ok
        press F12  | Done         |                  | 0.00   |                   | save cash 5.48, drawer, receipt
        """);
    }

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }
}
