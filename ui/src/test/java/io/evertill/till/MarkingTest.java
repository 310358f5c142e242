package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.stock.Tracking;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Goods whose number or batch must be known, as sheets.
final class MarkingTest {
    private final Sheet sheet = new Sheet(new Shop());

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    private List<Tracking> tracked() {
        return sheet.state().sale().basket().lines().stream()
                .map(line -> new Tracking(line.lot().orElse(""), line.serial().orElse("")))
                .toList();
    }

    @Test
    void aPieceIsNotSoldWithoutItsNumber() {
        holds("""
        does               | doing                | basket            | to pay | says         | wants
        scan 4012345678901 | AskingMark           |                   | 0.00   |              | look, ok
        press Enter        | AskingMark           |                   | 0.00   | SERIAL_FIRST | blocked
        scan milk          | AskingMark           |                   | 0.00   | NOT_ITS_MARK | look mark, unknown
        scan 4012345678901 | AskingMark           |                   | 0.00   | NOT_ITS_MARK | look mark, unknown
        scan SN-0001       | Selling              | >1 PHONE          | 99.00  |              | look mark, keep, ok
        scan 4012345678901 | AskingMark           | >1 PHONE          | 99.00  |              | look, ok
        type SN-0001       | AskingMark [SN-0001] | >1 PHONE          | 99.00  |              |
        press Enter        | AskingMark           | >1 PHONE          | 99.00  | PIECE_HERE   | look mark, blocked
        type SN-0002       | AskingMark [SN-0002] | >1 PHONE          | 99.00  |              |
        press Enter        | Selling              | 1 PHONE, >1 PHONE | 198.00 |              | look mark, keep, ok
        """);

        assertEquals(List.of(new Tracking("", "SN-0001"), new Tracking("", "SN-0002")), tracked());
    }

    @Test
    void whatTheSymbolSaysIsNotAskedFor() {
        holds("""
        does                               | doing        | basket            | to pay | says            | wants
        scan (01)04012345678901(21)SN-0003 | Selling      | >1 PHONE          | 99.00  |                 | look, keep, ok
        scan (01)04012345678901(10)L-1     | AskingMark   | >1 PHONE          | 99.00  |                 | look, ok
        scan (01)04012345678901(21)GONE    | AskingMark   | >1 PHONE          | 99.00  | PIECE_SOLD      | look mark, blocked
        scan (01)04012345678901(21)SN-0004 | Selling      | 1 PHONE, >1 PHONE | 198.00 |                 | look mark, keep, ok
        type 2*                            | Selling [2*] | 1 PHONE, >1 PHONE | 198.00 |                 |
        scan 4012345678901                 | Selling      | 1 PHONE, >1 PHONE | 198.00 | SCAN_EACH_PIECE | look, blocked
        press Escape                       | Selling      | 1 PHONE, >1 PHONE | 198.00 |                 |
        """);

        assertEquals(List.of(new Tracking("", "SN-0003"), new Tracking("L-1", "SN-0004")), tracked());
    }

    @Test
    void aBatchIsAskedForAndMayBeUnknown() {
        holds("""
        does        | doing             | basket              | to pay | says          | wants
        scan SALMON | AskingMark        |                     | 0.00   |               | look, ok
        press Enter | Selling           | >1 SALMON           | 4.99   |               | keep, ok
        type 3*     | Selling [3*]      | >1 SALMON           | 4.99   |               |
        scan SALMON | AskingMark        | >1 SALMON           | 4.99   |               | look, ok
        type B 7    | AskingMark [B 7]  | >1 SALMON           | 4.99   |               |
        press Enter | Selling           | 1 SALMON, >3 SALMON | 19.96  |               | look mark, keep, ok
        type salmon | Choosing [salmon] | 1 SALMON, >3 SALMON | 19.96  |               | search salmon
        press Enter | AskingMark        | 1 SALMON, >3 SALMON | 19.96  |               | ok
        scan COLD   | AskingMark        | 1 SALMON, >3 SALMON | 19.96  | LOT_HELD_BACK | look mark, blocked
        scan B 7    | Selling           | 1 SALMON, >4 SALMON | 24.95  |               | look mark, keep, ok
        press F12   | Done              |                     | 0.00   |               | save cash 24.95, drawer, receipt
        """);
    }

    @Test
    void goodsBehindTheQuestionWaitForIt() {
        holds("""
        does               | doing      | basket                    | to pay | says | wants
        scan bread         | Selling    | >1 BREAD                  | 3.45   |      | look, keep, ok
        press Enter        | Paying     | >1 BREAD                  | 3.45   |      |
        hold               | Paying     | >1 BREAD                  | 3.45   |      |
        scan 4012345678901 | Paying     | >1 BREAD                  | 3.45   |      | look
        scan milk          | Paying     | >1 BREAD                  | 3.45   |      |
        release            | AskingMark | >1 BREAD                  | 3.45   |      | ok
        scan SN-0005       | Paying     | 1 BREAD, 1 PHONE, >1 MILK | 103.64 |      | look mark, keep, ok, look, keep, ok
        """);
    }

    @Test
    void oneStepBackGivesThePieceUp() {
        holds("""
        does               | doing           | basket            | to pay | says              | wants
        scan bread         | Selling         | >1 BREAD          | 3.45   |                   | look, keep, ok
        press Enter        | Paying          | >1 BREAD          | 3.45   |                   |
        scan 4012345678901 | AskingMark      | >1 BREAD          | 3.45   |                   | look, ok
        type SN            | AskingMark [SN] | >1 BREAD          | 3.45   |                   |
        press Escape       | AskingMark      | >1 BREAD          | 3.45   |                   |
        press Escape       | Paying          | >1 BREAD          | 3.45   |                   |
        scan 4012345678901 | AskingMark      | >1 BREAD          | 3.45   |                   | look, ok
        lose               | AskingMark      | >1 BREAD          | 3.45   |                   |
        scan SN-0006       | Paying          | 1 BREAD, >1 PHONE | 102.45 |                   | look mark, keep, ok
        restart            | Selling         | 1 BREAD, >1 PHONE | 102.45 | BASKET_RESTORED 2 |
        """);
    }

    @Test
    void aNumberThatCannotBeLookedUpIsAskedForAgain() {
        holds("""
        does               | doing      | basket   | to pay | says    | wants
        scan 4012345678901 | AskingMark |          | 0.00   |         | look, ok
        fail STORAGE       | AskingMark |          | 0.00   |         |
        scan SN-0007       | AskingMark |          | 0.00   | STORAGE | look mark, blocked
        scan SN-0007       | Selling    | >1 PHONE | 99.00  |         | look mark, keep, ok
        """);
    }

    @Test
    void aPieceThatAnotherTillSoldIsNotPaidFor() {
        holds("""
        does         | doing   | basket            | to pay | says                 | wants
        scan bread   | Selling | >1 BREAD          | 3.45   |                      | look, keep, ok
        scan taken   | Selling | 1 BREAD, >1 PHONE | 102.45 | PIECE_SOLD_ELSEWHERE | look, keep, ok, blocked
        press F12    | Selling | 1 BREAD, >1 PHONE | 102.45 | PIECE_SOLD_ELSEWHERE | blocked
        press Enter  | Selling | 1 BREAD, >1 PHONE | 102.45 | PIECE_SOLD_ELSEWHERE | blocked
        press Delete | Selling | >1 BREAD          | 3.45   | LINE_VOIDED          | keep
        press F12    | Done    |                   | 0.00   |                      | save cash 3.45, drawer, receipt
        slow         | Done    |                   | 0.00   |                      |
        scan taken   | Selling | >1 PHONE          | 99.00  |                      | look, keep, ok
        press F12    | Done    |                   | 0.00   |                      | save cash 99.00, drawer, receipt
        release      | Done    |                   | 0.00   |                      |
        """);
    }

    @Test
    void noVoucherPaysForAPieceThatIsHeardToBeSoldMeanwhile() {
        holds("""
        does        | doing           | basket   | to pay | says                 | wants
        slow        | Selling         |          | 0.00   |                      |
        scan taken  | Selling         | >1 PHONE | 99.00  |                      | look, keep, ok
        press F9    | VoucherCode     | >1 PHONE | 99.00  |                      |
        release     | VoucherCode     | >1 PHONE | 99.00  | PIECE_SOLD_ELSEWHERE | blocked
        type A      | VoucherCode [A] | >1 PHONE | 99.00  |                      |
        press Enter | VoucherCode     | >1 PHONE | 99.00  | PIECE_SOLD_ELSEWHERE | blocked
        """);
    }

    @Test
    void whatIsHeardTooLateIsOnlySaid() {
        holds("""
        does       | doing        | basket            | to pay | says                 | wants
        scan bread | Selling      | >1 BREAD          | 3.45   |                      | look, keep, ok
        slow       | Selling      | >1 BREAD          | 3.45   |                      |
        scan taken | Selling      | 1 BREAD, >1 PHONE | 102.45 |                      | look, keep, ok
        type 50    | Selling [50] | 1 BREAD, >1 PHONE | 102.45 |                      |
        press F11  | Paying       | 1 BREAD, >1 PHONE | 52.45  |                      | keep
        release    | Paying       | 1 BREAD, >1 PHONE | 52.45  | PIECE_SOLD_ELSEWHERE | blocked
        press F12  | Done         |                   | 0.00   |                      | save cash 50.00+cash 52.45, drawer, receipt
        """);
    }

    @Test
    void whatWasSaidOfAPieceIsTakenBackWhenItCameBack() {
        holds("""
        does         | doing   | basket   | to pay | says                 | wants
        scan taken   | Selling | >1 PHONE | 99.00  | PIECE_SOLD_ELSEWHERE | look, keep, ok, blocked
        return       | Selling | >1 PHONE | 99.00  | PIECE_SOLD_ELSEWHERE |
        press Delete | Selling |          | 0.00   | LINE_VOIDED          | keep
        scan taken   | Selling | >1 PHONE | 99.00  |                      | look, keep, ok
        press F12    | Done    |          | 0.00   |                      | save cash 99.00, drawer, receipt
        """);
    }

    @Test
    void whatIsNotHeardTakesNothingBack() {
        holds("""
        does         | doing   | basket   | to pay | says                 | wants
        scan taken   | Selling | >1 PHONE | 99.00  | PIECE_SOLD_ELSEWHERE | look, keep, ok, blocked
        silence      | Selling | >1 PHONE | 99.00  | PIECE_SOLD_ELSEWHERE |
        press Delete | Selling |          | 0.00   | LINE_VOIDED          | keep
        scan taken   | Selling | >1 PHONE | 99.00  |                      | look, keep, ok
        press F12    | Selling | >1 PHONE | 99.00  | PIECE_SOLD_ELSEWHERE | blocked
        """);
    }

    @Test
    void aPieceThatThisTillSoldIsSoldAgainOnceTheCentreSaysThatItCameBack() {
        holds("""
        does                            | doing   | basket   | to pay | says          | wants
        scan (01)04012345678901(21)GONE | Selling |          | 0.00   | PIECE_SOLD    | look, blocked
        scan (01)04012345678901(21)NEW  | Selling |          | 0.00   | PIECE_SOLD    | look, blocked
        silence                         | Selling |          | 0.00   | PIECE_SOLD    |
        scan (01)04012345678901(21)BACK | Selling |          | 0.00   | PIECE_UNHEARD | look, blocked
        hear                            | Selling |          | 0.00   | PIECE_UNHEARD |
        scan (01)04012345678901(21)BACK | Selling | >1 PHONE | 99.00  |               | look, keep, ok
        scan (01)04012345678901(21)BACK | Selling | >1 PHONE | 99.00  | PIECE_HERE    | look, blocked
        press F12                       | Done    |          | 0.00   |               | save cash 99.00, drawer, receipt
        """);
    }

    @Test
    void whileTheCentreIsAskedAboutAPieceScansWaitAndKeysAreForNothing() {
        holds("""
        does                            | doing      | basket            | to pay | says            | wants
        scan bread                      | Selling    | >1 BREAD          | 3.45   |                 | look, keep, ok
        slow                            | Selling    | >1 BREAD          | 3.45   |                 |
        scan (01)04012345678901(21)BACK | Selling    | >1 BREAD          | 3.45   | ASKING_PIECE    | look
        press F12                       | Selling    | >1 BREAD          | 3.45   | ASKING_PIECE    |
        scan 4012345678901              | Selling    | >1 BREAD          | 3.45   | ASKING_PIECE    |
        release                         | AskingMark | 1 BREAD, >1 PHONE | 102.45 |                 | keep, ok, look, ok
        slow                            | AskingMark | 1 BREAD, >1 PHONE | 102.45 |                 |
        scan GONE                       | AskingMark | 1 BREAD, >1 PHONE | 102.45 | ASKING_PIECE    | look mark
        press Escape                    | AskingMark | 1 BREAD, >1 PHONE | 102.45 | LOOKUP_GIVEN_UP | blocked
        release                         | AskingMark | 1 BREAD, >1 PHONE | 102.45 | LOOKUP_GIVEN_UP |
        scan BACK                       | AskingMark | 1 BREAD, >1 PHONE | 102.45 | PIECE_HERE      | look mark, blocked
        """);
    }

    @Test
    void aQuestionAboutAPieceThatFailsRingsNothingUp() {
        holds("""
        does                            | doing   | basket | to pay | says         | wants
        slow                            | Selling |        | 0.00   |              |
        scan (01)04012345678901(21)BACK | Selling |        | 0.00   | ASKING_PIECE | look
        """);

        sheet.tell(new TillEvent.Failed(sheet.state().asking().last(), Trouble.PROGRAM, ""));

        assertEquals(Optional.of(new Notice.Problem(Trouble.PROGRAM, "", 0)), sheet.state().notice());
        assertEquals(Optional.empty(), sheet.state().asking().looking());
        assertEquals(List.of(), sheet.state().sale().basket().lines());
    }

    @Test
    void aPieceIsAskedForAgainWhenItComesBackToTheCounter() {
        holds("""
        does        | doing        | basket   | to pay | says                 | wants
        silence     | Selling      |          | 0.00   |                      |
        scan taken  | Selling      | >1 PHONE | 99.00  |                      | look, keep, ok
        hear        | Selling      | >1 PHONE | 99.00  |                      |
        restart     | Selling      | >1 PHONE | 99.00  | PIECE_SOLD_ELSEWHERE | blocked
        press F12   | Selling      | >1 PHONE | 99.00  | PIECE_SOLD_ELSEWHERE | blocked
        press F3    | Selling      |          | 0.00   | HELD_AS 1            | hold
        silence     | Selling      |          | 0.00   | HELD_AS 1            |
        press F3    | ChoosingHeld |          | 0.00   |                      | list held
        hear        | ChoosingHeld |          | 0.00   |                      |
        press Enter | Selling      | >1 PHONE | 99.00  | PIECE_SOLD_ELSEWHERE | recall 1, blocked
        press F12   | Selling      | >1 PHONE | 99.00  | PIECE_SOLD_ELSEWHERE | blocked
        """);
    }
}
