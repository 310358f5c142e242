package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.person.Person;
import io.evertill.sale.Basket;
import io.evertill.sale.Line;
import io.evertill.sale.ReturnOf;
import io.evertill.staff.ActLimits;
import io.evertill.staff.RoleLimits;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What may come back, and what is refused, as sheets.
final class ReturnRulesTest {
    private final Sheet sheet = new Sheet(new Shop());

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    @Test
    void whatComesBackOfOneSaleLeavesTheOtherAlone() {
        holds("""
        does              | doing      | basket            | to pay | says          | wants
        scan milk         | Selling    | >1 MILK           | 1.19   |               | look, keep, ok
        press F12         | Done       |                   | 0.00   |               | save cash 1.19, drawer, receipt
        scan milk         | Selling    | >1 MILK           | 1.19   |               | look, keep, ok
        press F12         | Done       |                   | 0.00   |               | save cash 1.19, drawer, receipt
        scan receipt      | TakingBack |                   | 0.00   |               | find S1-T1-9f3a-1, ok
        row 1             | TakingBack | >-1 MILK          | -1.19  | TAKEN_BACK 1  | keep, ok
        row 1             | TakingBack | >-1 MILK          | -1.19  | ALL_CAME_BACK | blocked
        row 9             | TakingBack | >-1 MILK          | -1.19  |               |
        scan S1-T1-9f3a-2 | TakingBack | >-1 MILK          | -1.19  |               | find S1-T1-9f3a-2, ok
        row 1             | TakingBack | -1 MILK, >-1 MILK | -2.38  | TAKEN_BACK 1  | keep, ok
        """);
    }

    @Test
    void allThatWasWeighedComesBackInTheConditionThatWasChosen() {
        holds("""
        does               | doing      | basket        | to pay | says            | wants
        scan 2000017003504 | Selling    | >0.35 APPLES  | 1.05   |                 | look, keep, ok
        press F12          | Done       |               | 0.00   |                 | save cash 1.05, drawer, receipt
        scan receipt       | TakingBack |               | 0.00   |                 | find S1-T1-9f3a-1, ok
        press F7           | TakingBack |               | 0.00   |                 |
        press F7           | TakingBack |               | 0.00   |                 |
        row 1              | TakingBack | >-0.35 APPLES | -1.05  | TAKEN_BACK 0.35 | keep, ok
        """);
        assertEquals(ReturnOf.Condition.DAMAGED, back().condition());
    }

    @Test
    void conditionsGoRound() {
        holds("""
        does         | doing      | basket   | to pay | says         | wants
        scan milk    | Selling    | >1 MILK  | 1.19   |              | look, keep, ok
        press F12    | Done       |          | 0.00   |              | save cash 1.19, drawer, receipt
        scan receipt | TakingBack |          | 0.00   |              | find S1-T1-9f3a-1, ok
        press F7     | TakingBack |          | 0.00   |              |
        press F7     | TakingBack |          | 0.00   |              |
        press F7     | TakingBack |          | 0.00   |              |
        press F7     | TakingBack |          | 0.00   |              |
        row 1        | TakingBack | >-1 MILK | -1.19  | TAKEN_BACK 1 | keep, ok
        """);
        assertEquals(ReturnOf.Condition.RESALABLE, back().condition());
    }

    @Test
    void theReasonThatWasMarkedIsInTheLine() {
        holds("""
        does               | doing            | basket       | to pay | says           | wants
        press F6           | FindingReceipt   |              | 0.00   |                |
        press F7           | ExplainingReturn |              | 0.00   |                |
        row 99             | ExplainingReturn |              | 0.00   |                |
        press Up           | ExplainingReturn |              | 0.00   |                |
        press Down         | ExplainingReturn |              | 0.00   |                |
        press Down         | ExplainingReturn |              | 0.00   |                |
        press Enter        | TakingAny        |              | 0.00   |                |
        scan 2100042001893 | Approving        |              | 0.00   |                | look back, blocked
        press Enter        | TakingAny        | >-0.1 CHEESE | -1.89  | TAKEN_BACK 0.1 | bea agrees to 0.1 for 1.89 RESALABLE, keep, ok
        """);
        assertEquals(ReturnOf.Reason.WRONG_GOODS.name(), back().reason());
    }

    @Test
    void goodsWithoutAReceiptAreFoundByNameAndByAPartOfACode() {
        holds("""
        does         | doing              | basket            | to pay | says            | wants
        press F6     | FindingReceipt     |                   | 0.00   |                 |
        press F7     | ExplainingReturn   |                   | 0.00   |                 |
        press Enter  | TakingAny          |                   | 0.00   |                 |
        type bre     | TakingAny [bre]    |                   | 0.00   |                 |
        press Enter  | ChoosingBack       |                   | 0.00   |                 | look back, search bre, ok
        press Enter  | Approving          |                   | 0.00   |                 | appraise, blocked
        press Enter  | TakingAny          | >-1 BREAD         | -3.45  | TAKEN_BACK 1    | bea agrees to 1 for 3.45 RESALABLE, keep, ok
        type 2*tea   | TakingAny [2*tea]  | >-1 BREAD         | -3.45  |                 |
        press Enter  | Approving          | >-1 BREAD         | -3.45  |                 | look back, blocked
        row 2        | TakingAny          | -1 BREAD, >-2 TEA | -8.03  | TAKEN_BACK 2    | cy agrees to 2 for 4.58 RESALABLE, keep, ok
        press Enter  | TakingAny          | -1 BREAD, >-2 TEA | -8.03  | SCAN_AN_ARTICLE |
        type 381     | TakingAny [381]    | -1 BREAD, >-2 TEA | -8.03  |                 |
        press Enter  | ChoosingBack       | -1 BREAD, >-2 TEA | -8.03  |                 | look back, codes 381, ok
        type 5       | TakingAny [5]      | -1 BREAD, >-2 TEA | -8.03  |                 |
        press Escape | TakingAny          | -1 BREAD, >-2 TEA | -8.03  |                 |
        type milk    | TakingAny [milk]   | -1 BREAD, >-2 TEA | -8.03  |                 |
        press Enter  | ChoosingBack       | -1 BREAD, >-2 TEA | -8.03  |                 | look back, search milk, ok
        scan coffee  | Approving          | -1 BREAD, >-2 TEA | -8.03  |                 | look back, blocked
        press Escape | TakingAny          | -1 BREAD, >-2 TEA | -8.03  | BACK_NOT_AGREED | blocked
        type phone   | TakingAny [phone]  | -1 BREAD, >-2 TEA | -8.03  |                 |
        press Enter  | ChoosingBack       | -1 BREAD, >-2 TEA | -8.03  |                 | look back, search phone, ok
        press Enter  | AskingMark         | -1 BREAD, >-2 TEA | -8.03  |                 | appraise, ok
        press Escape | TakingAny          | -1 BREAD, >-2 TEA | -8.03  |                 |
        type zzz     | TakingAny [zzz]    | -1 BREAD, >-2 TEA | -8.03  |                 |
        press Enter  | TakingAny          | -1 BREAD, >-2 TEA | -8.03  | CODE_UNKNOWN    | look back, search zzz, unknown
        type apples  | TakingAny [apples] | -1 BREAD, >-2 TEA | -8.03  |                 |
        press Enter  | ChoosingBack       | -1 BREAD, >-2 TEA | -8.03  |                 | look back, search apples, ok
        press Escape | TakingAny          | -1 BREAD, >-2 TEA | -8.03  |                 |
        press Escape | Selling            | -1 BREAD, >-2 TEA | -8.03  |                 |
        """);
    }

    /// All goods without a receipt of one sale count together.
    @Test
    void whatIsPaidForGoodsWithoutAReceiptIsLimited() {
        Sheet limited = new Sheet(new Shop().staffed("RETURN_WITHOUT_RECEIPT:CASHIER").with(new ActLimits(RoleLimits.NONE,
                RoleLimits.NONE, RoleLimits.NONE, RoleLimits.parse("CASHIER:5 SUPERVISOR:8", Shop.EUR), false)));

        limited.run("does\npress F6\npress F7\npress Enter\nscan bread");
        assertEquals("-3.45", limited.state().remaining().text(), "below the limit of a cashier who may");
        limited.run("does\nscan bread");
        assertEquals(List.of(Shop.BEA, Shop.CY), asked(limited));
        limited.run("does\nscan BADGE-bea\nscan milk");
        assertEquals("-6.90", limited.state().remaining().text());
        assertEquals(List.of(Shop.CY), asked(limited));
        limited.run("does\nscan BADGE-bea");
        assertEquals(Phrase.BADGE_MAY_NOT, said(limited));
        limited.run("does\nscan BADGE-cy");
        assertEquals("-8.09", limited.state().remaining().text());
    }

    @Test
    void whatALabelCostsIsPaidBackToTheCent() {
        sheet.run("does\npress F6\npress F7\nrow 1\nscan " + Shop.CHEESE_FOR_3_15 + "\npress Enter");

        assertEquals("-3.15", sheet.state().sale().basket().total().text());
    }

    @Test
    void aNumberThatDoesNotFitIsRefused() {
        holds("""
        does                           | doing                                 | basket | to pay | says              | wants
        press F6                       | FindingReceipt                        |        | 0.00   |                   |
        press F7                       | ExplainingReturn                      |        | 0.00   |                   |
        row 1                          | TakingAny                             |        | 0.00   |                   |
        type 1.5*BAG                   | TakingAny [1.5*BAG]                   |        | 0.00   |                   |
        press Enter                    | TakingAny                             |        | 0.00   | WHOLE_PIECES_ONLY | look back, blocked
        type 1.23456*2000017           | TakingAny [1.23456*2000017]           |        | 0.00   |                   |
        press Enter                    | TakingAny                             |        | 0.00   | NOT_A_WEIGHT      | look back, blocked
        type 2*2000017003504           | TakingAny [2*2000017003504]           |        | 0.00   |                   |
        press Enter                    | TakingAny                             |        | 0.00   | NOT_A_WEIGHT      | look back, blocked
        type 2*2100042003156           | TakingAny [2*2100042003156]           |        | 0.00   |                   |
        press Enter                    | TakingAny                             |        | 0.00   | NOT_A_WEIGHT      | look back, blocked
        type 2*(01)04006381333931(21)7 | TakingAny [2*(01)04006381333931(21)7] |        | 0.00   |                   |
        press Enter                    | TakingAny                             |        | 0.00   | WHOLE_PIECES_ONLY | look back, blocked
        """);
    }

    /// Also of what comes back a basket takes no more than it can hold.
    @Test
    void nothingComesBackOntoAFullCounter() {
        Shop shop = new Shop();
        new Sheet(shop).run("""
                does
                scan milk
                press F12
                """);
        Article bag = shop.article("BAG");
        Basket basket = Basket.empty(Shop.EUR, TaxRule.USUAL);
        for (int line = 1; !basket.isFull(); line++) {
            basket = basket.plus(Line.sold(line, bag.item(), Quantity.of(1, Unit.EACH), bag.price()));
        }
        shop.carryOut(new TillEffect.KeepBasket(OpenSale.of(basket)), _ -> {});
        Sheet full = new Sheet(shop);

        full.run("does\nrestart\nscan receipt\nrow 1");
        assertEquals(Phrase.BASKET_FULL, said(full));
        full.run("does\npress Escape\npress F6\npress F7\nrow 1\nscan coffee");
        assertEquals(Phrase.BASKET_FULL, said(full));
        assertEquals(basket.lines(), full.state().sale().basket().lines());
    }

    /// Three for 0.99 and 0.10 of tax: what comes back piece by piece is what was paid, 1.09, and not three times a piece with its tax.
    @Test
    void aTaxThatWasAddedComesBackAsItWasPaid() {
        Sheet taxed = new Sheet(new Shop().sellsWithTaxAdded("NEWS", "0.33", 100_000));
        String table = """
        does         | doing        | basket   | to pay | says         | wants
        type 3*      | Selling [3*] |          | 0.00   |              |
        scan NEWS    | Selling      | >3 NEWS  | 1.09   |              | look, keep, ok
        press F12    | Done         |          | 0.00   |              | save cash 1.09, drawer, receipt
        scan receipt | TakingBack   |          | 0.00   |              | find S1-T1-9f3a-1, ok
        row 1        | TakingBack   | >-1 NEWS | -0.36  | TAKEN_BACK 1 | keep, ok
        press F12    | Done         |          | 0.00   |              | save cash -0.36, drawer, receipt
        scan receipt | TakingBack   |          | 0.00   |              | find S1-T1-9f3a-1, ok
        row 1        | TakingBack   | >-1 NEWS | -0.36  | TAKEN_BACK 1 | keep, ok
        press F12    | Done         |          | 0.00   |              | save cash -0.36, drawer, receipt
        scan receipt | TakingBack   |          | 0.00   |              | find S1-T1-9f3a-1, ok
        row 1        | TakingBack   | >-1 NEWS | -0.37  | TAKEN_BACK 1 | keep, ok
        press F12    | Done         |          | 0.00   |              | save cash -0.37, drawer, receipt
        """;

        assertEquals(table, taxed.run(table));
    }

    private static List<Person> asked(Sheet sheet) {
        return switch (sheet.state().activity()) {
            case Activity.Approving(Matter matter, int _) -> Approvals.approvers(sheet.state(), matter);
            case Activity.AskingPin asking -> List.of(asking.who());
            case Activity _ -> List.of();
        };
    }

    private static Phrase said(Sheet sheet) {
        return ((Notice.Said) sheet.state().notice().orElseThrow()).phrase();
    }

    private ReturnOf back() {
        return sheet.state().sale().basket().lines().getFirst().returned().orElseThrow();
    }
}
