package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Codes, searches and what they find, as sheets.
final class LookUpsTest {
    private final Sheet sheet = new Sheet(new Shop());

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    @Test
    void lettersSearchAndArrowsChoose() {
        holds("""
        does         | doing          | basket | to pay | says         | wants
        type te      | Choosing [te]  |        | 0.00   |              | search te
        press Down   | Choosing [te]  |        | 0.00   |              |
        press Enter  | Selling        | >1 TEA | 2.29   |              | keep, ok
        type zzz     | Choosing [zzz] | >1 TEA | 2.29   |              | search zzz
        press Enter  | Selling        | >1 TEA | 2.29   | CODE_UNKNOWN | look, unknown
        type tea     | Choosing [tea] | >1 TEA | 2.29   |              | search tea
        press Escape | Selling        | >1 TEA | 2.29   |              |
        """);
    }

    @Test
    void anAmbiguousCodeIsChosen() {
        holds("""
        does     | doing        | basket  | to pay | says      | wants
        type 2*  | Selling [2*] |         | 0.00   |           |
        scan TEA | Choosing     |         | 0.00   | WHICH_ONE | look, ok
        row 2    | Selling      | >2 TEA2 | 7.98   |           | keep, ok
        """);
    }

    @Test
    void unknownAndMisreadCodesSayWhatIsWrong() {
        holds("""
        does               | doing          | basket | to pay | says           | wants
        scan 4006381333930 | Selling        |        | 0.00   | CODE_MISREAD 1 | look, unknown
        scan 96385074      | Selling        |        | 0.00   | CODE_UNKNOWN   | look, unknown
        type 0815          | Selling [0815] |        | 0.00   |                |
        press Enter        | Selling        |        | 0.00   | CODE_UNKNOWN   | look, unknown
        """);
    }

    @Test
    void keysPressedDuringALookUpCountAfterIt() {
        holds("""
        does        | doing   | basket | to pay | says | wants
        hold        | Selling |        | 0.00   |      |
        scan coffee | Selling |        | 0.00   |      | look
        type 3      | Selling |        | 0.00   |      |
        press F4    | Selling |        | 0.00   |      |
        scan milk   | Selling |        | 0.00   |      |
        press F12   | Selling |        | 0.00   |      |
        release     | Done    |        | 0.00   |      | keep, ok, look, ok, save cash 28.16, drawer, receipt
        """);
    }

    @Test
    void aLookUpThatNeverAnswersCanBeGivenUp() {
        holds("""
        does         | doing   | basket   | to pay | says            | wants
        hold         | Selling |          | 0.00   |                 |
        scan coffee  | Selling |          | 0.00   |                 | look
        scan milk    | Selling |          | 0.00   |                 |
        press Escape | Selling |          | 0.00   | LOOKUP_GIVEN_UP | blocked
        release      | Selling |          | 0.00   | LOOKUP_GIVEN_UP |
        scan bread   | Selling | >1 BREAD | 3.45   |                 | look, keep, ok
        """);
    }
}
