package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
