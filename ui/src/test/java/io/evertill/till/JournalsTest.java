package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// What happened at the till, and what can be done with it, as sheets.
final class JournalsTest {
    private final Shop shop = new Shop();
    private final Sheet sheet = new Sheet(shop);

    private void happens(String table) {
        assertEquals(table, sheet.run(table));
    }

    @Test
    void aSaleIsFoundAsOneTypesAndOpened() {
        happens("""
        does            | doing         | basket   | to pay | says         | wants
        scan milk       | Selling       | >1 MILK  | 1.19   |              | look, keep, ok
        press F12       | Done          |          | 0.00   |              | save cash 1.19, drawer, receipt
        scan bread      | Selling       | >1 BREAD | 3.45   |              | look, keep, ok
        press F12       | Done          |          | 0.00   |              | save cash 3.45, drawer, receipt
        press Ctrl+J    | Journal       |          | 0.00   |              | journal
        press Enter     | SeeingStory   |          | 0.00   |              | story
        press Escape    | Journal       |          | 0.00   |              |
        press Down      | Journal       |          | 0.00   |              |
        press Enter     | SeeingStory   |          | 0.00   |              | story
        press F7        | SeeingStory   |          | 0.00   | COPY_PRINTED | copy
        press Ctrl+R    | SeeingStory   |          | 0.00   | GIFT_PRINTED | gift
        press F9        | SeeingStory   |          | 0.00   | PDF_SAVED    | pdf
        press Enter     | Journal       |          | 0.00   |              |
        type mil        | Journal [mil] |          | 0.00   |              | journal mil
        press Enter     | SeeingStory   |          | 0.00   |              | story
        press Enter     | Journal       |          | 0.00   |              |
        press BackSpace | Journal       |          | 0.00   |              |
        press Escape    | Journal       |          | 0.00   |              | journal
        press Escape    | Selling       |          | 0.00   |              |
        """);
    }

    @Test
    void theListGoesOnAtItsEnd() {
        happens("""
        does         | doing       | basket   | to pay | says | wants
        scan milk    | Selling     | >1 MILK  | 1.19   |      | look, keep, ok
        press F12    | Done        |          | 0.00   |      | save cash 1.19, drawer, receipt
        scan milk    | Selling     | >1 MILK  | 1.19   |      | look, keep, ok
        press F12    | Done        |          | 0.00   |      | save cash 1.19, drawer, receipt
        scan milk    | Selling     | >1 MILK  | 1.19   |      | look, keep, ok
        press F12    | Done        |          | 0.00   |      | save cash 1.19, drawer, receipt
        scan bread   | Selling     | >1 BREAD | 3.45   |      | look, keep, ok
        press F12    | Done        |          | 0.00   |      | save cash 3.45, drawer, receipt
        press Ctrl+J | Journal     |          | 0.00   |      | journal
        press Down   | Journal     |          | 0.00   |      |
        press Down   | Journal     |          | 0.00   |      | journal more
        press Down   | Journal     |          | 0.00   |      |
        press Enter  | SeeingStory |          | 0.00   |      | story
        press F6     | TakingBack  |          | 0.00   |      | find S1-T1-9f3a-1, ok
        """);
        assertEquals(4, shop.sales().size());
    }

    @Test
    void aFingerAsksForMoreInTheRowBehindTheLast() {
        happens("""
        does         | doing       | basket   | to pay | says | wants
        scan milk    | Selling     | >1 MILK  | 1.19   |      | look, keep, ok
        press F12    | Done        |          | 0.00   |      | save cash 1.19, drawer, receipt
        scan milk    | Selling     | >1 MILK  | 1.19   |      | look, keep, ok
        press F12    | Done        |          | 0.00   |      | save cash 1.19, drawer, receipt
        scan milk    | Selling     | >1 MILK  | 1.19   |      | look, keep, ok
        press F12    | Done        |          | 0.00   |      | save cash 1.19, drawer, receipt
        scan bread   | Selling     | >1 BREAD | 3.45   |      | look, keep, ok
        press F12    | Done        |          | 0.00   |      | save cash 3.45, drawer, receipt
        press Ctrl+J | Journal     |          | 0.00   |      | journal
        row 4        | Journal     |          | 0.00   |      | journal more
        row 5        | Journal     |          | 0.00   |      |
        row 4        | SeeingStory |          | 0.00   |      | story
        """);
    }

    @Test
    void aReceiptOrAnArticleIsScannedIntoTheSearchAndNeverTyped() {
        happens("""
        does         | doing       | basket   | to pay | says | wants
        scan milk    | Selling     | >1 MILK  | 1.19   |      | look, keep, ok
        press F12    | Done        |          | 0.00   |      | save cash 1.19, drawer, receipt
        scan bread   | Selling     | >1 BREAD | 3.45   |      | look, keep, ok
        press F12    | Done        |          | 0.00   |      | save cash 3.45, drawer, receipt
        press Ctrl+J | Journal     |          | 0.00   |      | journal
        type 7       | Journal [7] |          | 0.00   |      | journal 7
        scan receipt | Journal     |          | 0.00   |      | ok, journal S1-T1-9f3a-1
        press Enter  | SeeingStory |          | 0.00   |      | story
        press Escape | Journal     |          | 0.00   |      |
        scan bread   | Journal     |          | 0.00   |      | ok, journal 5000112637922
        press Enter  | SeeingStory |          | 0.00   |      | story
        scan milk    | Selling     | >1 MILK  | 1.19   |      | look, keep, ok
        """);
    }

    @Test
    void whatIsOnTheCounterStaysAndGoodsComeBackIntoIt() {
        happens("""
        does         | doing       | basket            | to pay | says         | wants
        scan milk    | Selling     | >1 MILK           | 1.19   |              | look, keep, ok
        press F12    | Done        |                   | 0.00   |              | save cash 1.19, drawer, receipt
        scan bread   | Selling     | >1 BREAD          | 3.45   |              | look, keep, ok
        press Ctrl+J | Journal     | >1 BREAD          | 3.45   |              | journal
        press Enter  | SeeingStory | >1 BREAD          | 3.45   |              | story
        press F6     | TakingBack  | >1 BREAD          | 3.45   |              | find S1-T1-9f3a-1, ok
        press Enter  | TakingBack  | 1 BREAD, >-1 MILK | 2.26   | TAKEN_BACK 1 | keep, ok
        press Escape | Selling     | 1 BREAD, >-1 MILK | 2.26   |              |
        """);
    }

    @Test
    void theStoryGoesOnWhileItIsOnScreen() {
        happens("""
        does            | doing       | basket  | to pay | says | wants
        scan milk       | Selling     | >1 MILK | 1.19   |      | look, keep, ok
        press F12       | Done        |         | 0.00   |      | save cash 1.19, drawer, receipt
        press Ctrl+J    | Journal     |         | 0.00   |      | journal
        press Enter     | SeeingStory |         | 0.00   |      | story
        stage SET_ASIDE | SeeingStory |         | 0.00   |      | story
        """);
        assertEquals("UNKNOWN_PRODUCT", ((Activity.SeeingStory) sheet.state().activity()).story().aside().orElseThrow().code());
    }

    @Test
    void withoutSalesThereIsNothingToOpenAndAFailureIsSaid() {
        happens("""
        does         | doing       | basket  | to pay | says    | wants
        press Ctrl+J | Journal     |         | 0.00   |         | journal
        press Enter  | Journal     |         | 0.00   |         |
        press Down   | Journal     |         | 0.00   |         |
        press F7     | Journal     |         | 0.00   |         |
        fail STORAGE | Journal     |         | 0.00   |         |
        type x       | Journal [x] |         | 0.00   | STORAGE | journal x
        press Enter  | Journal [x] |         | 0.00   |         |
        press Escape | Journal     |         | 0.00   |         | journal
        press Escape | Selling     |         | 0.00   |         |
        scan milk    | Selling     | >1 MILK | 1.19   |         | look, keep, ok
        press F12    | Done        |         | 0.00   |         | save cash 1.19, drawer, receipt
        press Ctrl+J | Journal     |         | 0.00   |         | journal
        fail STORAGE | Journal     |         | 0.00   |         |
        press Enter  | Journal     |         | 0.00   | STORAGE | story, blocked
        """);
    }

    @Test
    void anAnswerToAnOlderSearchIsIgnored() {
        happens("""
        does         | doing       | basket  | to pay | says | wants
        scan milk    | Selling     | >1 MILK | 1.19   |      | look, keep, ok
        press F12    | Done        |         | 0.00   |      | save cash 1.19, drawer, receipt
        press Ctrl+J | Journal     |         | 0.00   |      | journal
        hold         | Journal     |         | 0.00   |      |
        type b       | Journal [b] |         | 0.00   |      | journal b
        press Enter  | Journal [b] |         | 0.00   |      |
        release      | Journal [b] |         | 0.00   |      |
        press Enter  | Journal [b] |         | 0.00   |      |
        """);
    }
}
