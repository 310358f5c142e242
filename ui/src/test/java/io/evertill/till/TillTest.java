package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is always at hand, as sheets: the keys, the last receipt, another cashier.
final class TillTest {
    private final Sheet sheet = new Sheet(new Shop());

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    @Test
    void theLastReceiptIsShownAndCopied() {
        holds("""
        does         | doing          | basket   | to pay | says         | wants
        press F5     | Selling        |          | 0.00   | NO_RECEIPT   | blocked
        scan bread   | Selling        | >1 BREAD | 3.45   |              | look, keep, ok
        press F12    | Done           |          | 0.00   |              | save cash 3.45, drawer, receipt
        press F7     | Done           |          | 0.00   | COPY_PRINTED | copy
        press Enter  | Selling        |          | 0.00   |              |
        press F5     | ShowingReceipt |          | 0.00   |              |
        press F7     | ShowingReceipt |          | 0.00   | COPY_PRINTED | copy
        press Escape | Selling        |          | 0.00   |              |
        """);
    }

    @Test
    void aGiftReceiptIsForWhatWasSold() {
        holds("""
        does         | doing      | basket    | to pay | says         | wants
        scan bread   | Selling    | >1 BREAD  | 3.45   |              | look, keep, ok
        press F12    | Done       |           | 0.00   |              | save cash 3.45, drawer, receipt
        press Ctrl+R | Done       |           | 0.00   | GIFT_PRINTED | gift
        scan receipt | TakingBack |           | 0.00   |              | find S1-T1-9f3a-1, ok
        press Enter  | TakingBack | >-1 BREAD | -3.45  | TAKEN_BACK 1 | keep, ok
        press F12    | Done       |           | 0.00   |              | save cash -3.45, drawer, receipt
        press Ctrl+R | Done       |           | 0.00   | NO_GIFT      | blocked
        """);
    }

    @Test
    void helpGoesBackToWhereItWasOpened() {
        holds("""
        does        | doing   | basket           | to pay | says | wants
        scan bread  | Selling | >1 BREAD         | 3.45   |      | look, keep, ok
        press Enter | Paying  | >1 BREAD         | 3.45   |      |
        press F1    | Helping | >1 BREAD         | 3.45   |      |
        press F1    | Paying  | >1 BREAD         | 3.45   |      |
        press F1    | Helping | >1 BREAD         | 3.45   |      |
        scan milk   | Paying  | 1 BREAD, >1 MILK | 4.64   |      | look, keep, ok
        """);
    }

    @Test
    void signingOutNeedsAnEmptyCounter() {
        holds("""
        does         | doing     | basket   | to pay | says                    | wants
        scan bread   | Selling   | >1 BREAD | 3.45   |                         | look, keep, ok
        press Ctrl+L | Selling   | >1 BREAD | 3.45   | FINISH_FIRST            | blocked
        press F12    | Done      |          | 0.00   |                         | save cash 3.45, drawer, receipt
        press Ctrl+L | SigningIn |          | 0.00   |                         |
        scan milk    | SigningIn |          | 0.00   | SIGN_IN_FIRST           | blocked
        press Down   | SigningIn |          | 0.00   |                         |
        press Enter  | Selling   |          | 0.00   | LAST_SALE_WAS then 3.45 | sign in ben
        """);
    }

    @Test
    void receiptsThatMayNotBeOnPaperAreNamedAtTheStartOnce() {
        Shop shop = new Shop();
        Sheet till = new Sheet(shop);
        till.run("""

        scan milk
        press F12
        scan coffee""");
        shop.unprinted("S1-T1-9f3a-1", "S1-T1-9f3a-2");

        assertEquals("""
        does       | doing   | basket            | to pay | says              | wants
        restart    | Selling | >1 COFFEE         | 8.99   | UNPRINTED         |
        scan bread | Selling | 1 COFFEE, >1 BREAD | 12.44 |                   | look, keep, ok
        """.replaceAll(" +", " "), till.run("""

        restart
        scan bread""").replaceAll(" +", " "));
    }

    @Test
    void ofSeveralReceiptsTheFirstAndTheLastAreNamedAndWhereMoneyIsOnTheCounterTheyAreNamedAfterTheSale() {
        Shop shop = new Shop();
        Sheet till = new Sheet(shop);
        till.run("""

        scan milk
        type 1
        press F11""");
        shop.unprinted("R-7", "R-8", "R-9");
        till.run("""

        restart""");
        assertEquals(Optional.of(new Notice.Said(Notice.Tone.ASKING, Phrase.PAYMENT_RESTORED, List.of())), till.state().notice());

        till.run("""

        press F12""");

        assertEquals(Optional.of(new Notice.Said(Notice.Tone.ASKING, Phrase.UNPRINTED, List.of("R-7 … R-9 (3)"))),
                till.state().notice());
    }
}
