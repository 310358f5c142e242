package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class DiscountsTest {
    private final Sheet sheet = new Sheet(new Shop());

    @Test
    void aDiscountWithinTheLimitsNeedsAReasonAndNobodyElse() {
        holds("""
        does         | doing          | basket              | to pay | says            | wants
        scan coffee  | Selling        | >1 COFFEE           | 8.99   |                 | look, keep, ok
        type 5%      | Selling [5%]   | >1 COFFEE           | 8.99   |                 |
        press Ctrl+D | Reducing       | >1 COFFEE           | 8.99   |                 |
        press Down   | Reducing       | >1 COFFEE           | 8.99   |                 |
        press Enter  | Selling        | >1 COFFEE           | 8.54   | COSTS_NOW 8.54  | keep
        scan coffee  | Selling        | 1 COFFEE, >1 COFFEE | 17.53  |                 | look, keep, ok
        type 0.50    | Selling [0.50] | 1 COFFEE, >1 COFFEE | 17.53  |                 |
        press Ctrl+B | Reducing       | 1 COFFEE, >1 COFFEE | 17.53  |                 |
        press Enter  | Selling        | 1 COFFEE, >1 COFFEE | 17.03  | COSTS_NOW 17.03 | keep
        press F12    | Done           |                     | 0.00   |                 | save cash 17.03, drawer, receipt
        """);
    }

    /// The tax that nobody pays is no discount.
    @Test
    void whoIsExemptGetsWhatTheCashierMayGive() {
        holds("""
        does         | doing        | basket    | to pay | says            | wants
        scan coffee  | Selling      | >1 COFFEE | 8.99   |                 | look, keep, ok
        scan CARD-2  | Selling      | >1 COFFEE | 7.55   | CUSTOMER_EXEMPT | look, keep, ok
        type 5%      | Selling [5%] | >1 COFFEE | 7.55   |                 |
        press Ctrl+D | Reducing     | >1 COFFEE | 7.55   |                 |
        press Enter  | Selling      | >1 COFFEE | 7.18   | COSTS_NOW 7.18  | keep
        type 2%      | Selling [2%] | >1 COFFEE | 7.18   |                 |
        press Ctrl+B | Reducing     | >1 COFFEE | 7.18   |                 |
        press Enter  | Selling      | >1 COFFEE | 7.03   | COSTS_NOW 7.03  | keep
        press F12    | Done         |           | 0.00   |                 | save cash 7.03, drawer, receipt
        """);
    }

    @Test
    void aboveTheLimitsASupervisorAgreesOrItStaysAsItWas() {
        holds("""
        does         | doing            | basket            | to pay | says                | wants
        scan coffee  | Selling          | >1 COFFEE         | 8.99   |                     | look, keep, ok
        type 10.01%  | Selling [10.01%] | >1 COFFEE         | 8.99   |                     |
        press Ctrl+D | Reducing         | >1 COFFEE         | 8.99   |                     |
        press Enter  | Approving        | >1 COFFEE         | 8.99   |                     | blocked
        press Escape | Selling          | >1 COFFEE         | 8.99   | DISCOUNT_NOT_AGREED | blocked
        type 5       | Selling [5]      | >1 COFFEE         | 8.99   |                     |
        press Ctrl+D | Reducing         | >1 COFFEE         | 8.99   |                     |
        press Enter  | Approving        | >1 COFFEE         | 8.99   |                     | blocked
        press Enter  | Selling          | >1 COFFEE         | 3.99   | COSTS_NOW 3.99      | bea agrees to 5.00 of 8.99, keep
        scan milk    | Selling          | 1 COFFEE, >1 MILK | 5.18   |                     | look, keep, ok
        type 7       | Selling [7]      | 1 COFFEE, >1 MILK | 5.18   |                     |
        press Ctrl+P | Reducing         | 1 COFFEE, >1 MILK | 5.18   |                     |
        press Enter  | Approving        | 1 COFFEE, >1 MILK | 5.18   |                     | blocked
        press Down   | Approving        | 1 COFFEE, >1 MILK | 5.18   |                     |
        press Enter  | Selling          | 1 COFFEE, >1 MILK | 10.99  | COSTS_NOW 10.99     | cy agrees to 7 for 1.19, keep
        restart      | Selling          | 1 COFFEE, >1 MILK | 10.99  | BASKET_RESTORED 2   |
        press F12    | Approving        | 1 COFFEE, >1 MILK | 10.99  |                     | blocked
        press Enter  | Paying           | 1 COFFEE, >1 MILK | 10.99  |                     | bea agrees to 5.00 of 8.99
        press F12    | Done             |                   | 0.00   |                     | save cash 10.99, drawer, receipt
        """);
    }

    @Test
    void anAmountThatBecomesALargerPartIsAskedForBeforeMoneyIsTaken() {
        holds("""
        does         | doing          | basket   | to pay | says                | wants
        type 10*     | Selling [10*]  |          | 0.00   |                     |
        scan milk    | Selling        | >10 MILK | 11.90  |                     | look, keep, ok
        type 1.19    | Selling [1.19] | >10 MILK | 11.90  |                     |
        press Ctrl+D | Reducing       | >10 MILK | 11.90  |                     |
        press Enter  | Selling        | >10 MILK | 10.71  | COSTS_NOW 10.71     | keep
        type 2       | Selling [2]    | >10 MILK | 10.71  |                     |
        press F4     | Selling        | >2 MILK  | 1.19   |                     | keep
        press F12    | Approving      | >2 MILK  | 1.19   |                     | blocked
        press Escape | Selling        | >2 MILK  | 1.19   | DISCOUNT_NOT_AGREED | blocked
        type 0       | Selling [0]    | >2 MILK  | 1.19   |                     |
        press Ctrl+D | Selling        | >2 MILK  | 2.38   | COSTS_NOW 2.38      | keep
        press F12    | Done           |          | 0.00   |                     | save cash 2.38, drawer, receipt
        """);
    }

    @Test
    void twoDiscountsWithinTheLimitsAreNotBeyondThemTogether() {
        holds("""
        does         | doing         | basket   | to pay | says           | wants
        scan bread   | Selling       | >1 BREAD | 3.45   |                | look, keep, ok
        type 10%     | Selling [10%] | >1 BREAD | 3.45   |                |
        press Ctrl+D | Reducing      | >1 BREAD | 3.45   |                |
        press Enter  | Selling       | >1 BREAD | 3.10   | COSTS_NOW 3.10 | keep
        type 5%      | Selling [5%]  | >1 BREAD | 3.10   |                |
        press Ctrl+B | Reducing      | >1 BREAD | 3.10   |                |
        press Enter  | Approving     | >1 BREAD | 3.10   |                | blocked
        press Enter  | Selling       | >1 BREAD | 2.94   | COSTS_NOW 2.94 | bea agrees to 0.16 of 3.10, keep
        press F12    | Done          |          | 0.00   |                | save cash 2.94, drawer, receipt
        """);
    }

    @Test
    void whatIsNoDiscountIsRefusedAndChangesNothing() {
        holds("""
        does            | doing                | basket          | to pay | says              | wants
        type 10%        | Selling [10%]        |                 | 0.00   |                   |
        press Ctrl+D    | Selling [10%]        |                 | 0.00   | NO_LINE           | blocked
        press Ctrl+B    | Selling [10%]        |                 | 0.00   | NOTHING_TO_REDUCE | blocked
        press Ctrl+P    | Selling [10%]        |                 | 0.00   | NO_LINE           | blocked
        press Escape    | Selling              |                 | 0.00   |                   |
        scan GIFT       | Selling              | >1 GIFT         | 0.00   |                   | look, keep, ok
        type 10%        | Selling [10%]        | >1 GIFT         | 0.00   |                   |
        press Ctrl+D    | Selling [10%]        | >1 GIFT         | 0.00   | NOTHING_TO_REDUCE | blocked
        press Escape    | Selling              | >1 GIFT         | 0.00   |                   |
        scan milk       | Selling              | 1 GIFT, >1 MILK | 1.19   |                   | look, keep, ok
        press Ctrl+D    | Selling              | 1 GIFT, >1 MILK | 1.19   | DISCOUNT_FIRST    |
        press Ctrl+P    | Selling              | 1 GIFT, >1 MILK | 1.19   | PRICE_FIRST       |
        type 101%       | Selling [101%]       | 1 GIFT, >1 MILK | 1.19   |                   |
        press Ctrl+D    | Selling [101%]       | 1 GIFT, >1 MILK | 1.19   | NOT_A_DISCOUNT    | blocked
        press Escape    | Selling              | 1 GIFT, >1 MILK | 1.19   |                   |
        type 0.001      | Selling [0.001]      | 1 GIFT, >1 MILK | 1.19   |                   |
        press Ctrl+B    | Selling [0.001]      | 1 GIFT, >1 MILK | 1.19   | NOT_A_DISCOUNT    | blocked
        press Escape    | Selling              | 1 GIFT, >1 MILK | 1.19   |                   |
        type 20         | Selling [20]         | 1 GIFT, >1 MILK | 1.19   |                   |
        press Ctrl+D    | Reducing             | 1 GIFT, >1 MILK | 1.19   |                   |
        press Escape    | Selling              | 1 GIFT, >1 MILK | 1.19   |                   |
        type 9999999999 | Selling [9999999999] | 1 GIFT, >1 MILK | 1.19   |                   |
        press Ctrl+P    | Selling [9999999999] | 1 GIFT, >1 MILK | 1.19   | NOT_AN_AMOUNT     | blocked
        """);
    }

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }
}
