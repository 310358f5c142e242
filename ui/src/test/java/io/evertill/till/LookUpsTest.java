package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
        press Enter        | Selling        |        | 0.00   | CODE_UNKNOWN   | look, codes 0815, unknown
        """);
    }

    /// What is typed is a code first, then a part of one, and never a quantity or a price.
    @Test
    void digitsThatAreNoCodeAreAPartOfOne() {
        holds("""
        does               | doing                   | basket                     | to pay | says           | wants
        type 3813          | Selling [3813]          |                            | 0.00   |                |
        press Enter        | Choosing                |                            | 0.00   |                | look, codes 3813, ok
        press Enter        | Selling                 | >1 MILK                    | 1.19   |                | keep, ok
        type 3*851         | Selling [3*851]         | >1 MILK                    | 1.19   |                |
        press Enter        | Choosing                | >1 MILK                    | 1.19   |                | look, codes 851, ok
        press Enter        | Selling                 | 1 MILK, >3 85123A          | 8.84   |                | keep, ok
        type 40            | Selling [40]            | 1 MILK, >3 85123A          | 8.84   |                |
        press Enter        | Selling                 | 1 MILK, >3 85123A          | 8.84   | CODE_UNKNOWN   | look, unknown
        type 999           | Selling [999]           | 1 MILK, >3 85123A          | 8.84   |                |
        press Enter        | Selling                 | 1 MILK, >3 85123A          | 8.84   | CODE_UNKNOWN   | look, codes 999, unknown
        type 000           | Selling [000]           | 1 MILK, >3 85123A          | 8.84   |                |
        press Enter        | Choosing                | 1 MILK, >3 85123A          | 8.84   |                | look, codes 000, ok
        press Down         | Choosing                | 1 MILK, >3 85123A          | 8.84   |                |
        press Enter        | Weighing                | 1 MILK, >3 85123A          | 8.84   |                | ok
        type 000           | Weighing [000]          | 1 MILK, >3 85123A          | 8.84   |                |
        press Enter        | Weighing [000]          | 1 MILK, >3 85123A          | 8.84   | NOT_A_WEIGHT   | blocked
        type 7             | Weighing [0007]         | 1 MILK, >3 85123A          | 8.84   |                |
        press Escape       | Selling                 | 1 MILK, >3 85123A          | 8.84   |                |
        type 000           | Selling [000]           | 1 MILK, >3 85123A          | 8.84   |                |
        press Enter        | Choosing                | 1 MILK, >3 85123A          | 8.84   |                | look, codes 000, ok
        scan bread         | Selling                 | 1 MILK, 3 85123A, >1 BREAD | 12.29  |                | look, keep, ok
        type 4006381333930 | Selling [4006381333930] | 1 MILK, 3 85123A, >1 BREAD | 12.29  |                |
        press Enter        | Selling                 | 1 MILK, 3 85123A, >1 BREAD | 12.29  | CODE_MISREAD 1 | look, unknown
        """);
    }

    @Test
    void whatIsScannedIsNeverAPartOfACode() {
        holds("""
        does        | doing         | basket | to pay | says         | wants
        scan 3813   | Selling       |        | 0.00   | CODE_UNKNOWN | look, unknown
        scan 999    | Selling       |        | 0.00   | CODE_UNKNOWN | look, unknown
        type 000    | Selling [000] |        | 0.00   |              |
        press Enter | Choosing      |        | 0.00   |              | look, codes 000, ok
        scan 000    | Selling       |        | 0.00   | CODE_UNKNOWN | look, unknown
        """);
    }

    /// Whoever pays ahead of the answer must not buy what the answer shows first.
    @Test
    void keysPressedBeforeTheResultsChooseNone() {
        holds("""
        does         | doing         | basket             | to pay | says            | wants
        scan bread   | Selling       | >1 BREAD           | 3.45   |                 | look, keep, ok
        hold         | Selling       | >1 BREAD           | 3.45   |                 |
        type 381     | Selling [381] | >1 BREAD           | 3.45   |                 |
        press Enter  | Selling       | >1 BREAD           | 3.45   |                 | look
        press Enter  | Selling       | >1 BREAD           | 3.45   |                 |
        press Enter  | Selling       | >1 BREAD           | 3.45   |                 |
        release      | Choosing      | >1 BREAD           | 3.45   |                 | codes 381, ok
        press Escape | Selling       | >1 BREAD           | 3.45   |                 |
        hold         | Selling       | >1 BREAD           | 3.45   |                 |
        type 381     | Selling [381] | >1 BREAD           | 3.45   |                 |
        press Enter  | Selling       | >1 BREAD           | 3.45   |                 | look
        scan coffee  | Selling       | >1 BREAD           | 3.45   |                 |
        press F12    | Selling       | >1 BREAD           | 3.45   |                 |
        release      | Selling       | 1 BREAD, >1 COFFEE | 12.44  |                 | codes 381, ok, look, keep, ok
        fail STORAGE | Selling       | 1 BREAD, >1 COFFEE | 12.44  |                 |
        type 381     | Selling [381] | 1 BREAD, >1 COFFEE | 12.44  |                 |
        press Enter  | Selling       | 1 BREAD, >1 COFFEE | 12.44  | STORAGE         | look, blocked
        hold         | Selling       | 1 BREAD, >1 COFFEE | 12.44  | STORAGE         |
        type 381     | Selling [381] | 1 BREAD, >1 COFFEE | 12.44  |                 |
        press Enter  | Selling       | 1 BREAD, >1 COFFEE | 12.44  |                 | look
        press Escape | Selling       | 1 BREAD, >1 COFFEE | 12.44  | LOOKUP_GIVEN_UP | blocked
        release      | Selling       | 1 BREAD, >1 COFFEE | 12.44  | LOOKUP_GIVEN_UP |
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

    @Test
    void whatASymbolSaysOfTheseGoodsStaysWithThem() {
        holds("""
        does                                | doing   | basket          | to pay | says | wants
        scan (01)04006381333931(10)L-1      | Selling | >1 MILK         | 1.19   |      | look, keep, ok
        scan (01)04006381333931(10)L-1      | Selling | >2 MILK         | 2.38   |      | look, keep, ok
        scan (01)04006381333931(10)L-2      | Selling | 2 MILK, >1 MILK | 3.57   |      | look, keep, ok
        scan (01)04006381333931(30)6(10)L-2 | Selling | 2 MILK, >7 MILK | 10.71  |      | look, keep, ok
        """);
        assertEquals(List.of("L-1", "L-2"), sheet.state().sale().basket().lines().stream().flatMap(line -> line.lot().stream()).toList());
    }

    @Test
    void aPieceIsInASaleOnce() {
        holds("""
        does                            | doing        | basket          | to pay | says            | wants
        scan (01)04006381333931(21)SN-1 | Selling      | >1 MILK         | 1.19   |                 | look, keep, ok
        scan (01)04006381333931(21)SN-1 | Selling      | >1 MILK         | 1.19   | PIECE_HERE      | look, blocked
        scan (01)04006381333931(21)SN-2 | Selling      | 1 MILK, >1 MILK | 2.38   |                 | look, keep, ok
        type 2*                         | Selling [2*] | 1 MILK, >1 MILK | 2.38   |                 |
        scan (01)04006381333931(21)SN-3 | Selling      | 1 MILK, >1 MILK | 2.38   | SCAN_EACH_PIECE | look, blocked
        press Right                     | Selling      | 1 MILK, >1 MILK | 2.38   | QUANTITY_STAYS  | blocked
        """);
    }

    @Test
    void whatMayNotBeSoldIsRefusedAndWhatIsPastItsBestIsSaid() {
        holds("""
        does                              | doing   | basket  | to pay | says                     | wants
        scan (01)04006381333931(17)260313 | Selling |         | 0.00   | GOODS_EXPIRED 2026-03-13 | look, blocked
        scan (01)04006381333931(10)COLD   | Selling |         | 0.00   | LOT_HELD_BACK            | look, blocked
        scan (01)04006381333931(21)GONE   | Selling |         | 0.00   | PIECE_SOLD               | look, blocked
        scan (01)04006381333931(15)260313 | Selling | >1 MILK | 1.19   | PAST_BEST 2026-03-13     | look, keep, ok
        scan (01)04006381333931(15)260314 | Selling | >2 MILK | 2.38   |                          | look, keep, ok
        """);
    }

    @Test
    void aRefusalIsNotTalkedOver() {
        holds("""
        does                                          | doing   | basket | to pay | says              | wants
        scan (01)04006381333931(15)260313(30)99999999 | Selling |        | 0.00   | WHOLE_PIECES_ONLY | look, blocked
        """);
    }
}
