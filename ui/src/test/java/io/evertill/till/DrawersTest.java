package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.shift.DrawerRules;
import io.evertill.staff.ActLimits;
import io.evertill.staff.RoleLimits;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The drawer and the shift, as sheets.
final class DrawersTest {
    private static final DrawerRules SMALL = rules("10 5 0.50", DrawerRules.Opening.CARRIED, DrawerRules.Sharing.SHARED);

    private final Shop shop = new Shop().with(SMALL);

    private static DrawerRules rules(String denominations, DrawerRules.Opening opening, DrawerRules.Sharing sharing) {
        return new DrawerRules(DrawerRules.denominations(denominations, Shop.EUR), opening, sharing, DrawerRules.Closing.BLIND);
    }

    private void holds(String table) {
        assertEquals(table, new Sheet(shop).run(table));
    }

    @Test
    void cashGoesInAndOutWithAReasonAndTheDrawerOpensAfterwards() {
        holds("""
        does         | doing              | basket  | to pay | says                 | wants
        scan milk    | Selling            | >1 MILK | 1.19   |                      | look, keep, ok
        press Ctrl+O | AtDrawer           | >1 MILK | 1.19   |                      |
        press Enter  | MovingCash         | >1 MILK | 1.19   |                      |
        press Enter  | MovingCash         | >1 MILK | 1.19   | AMOUNT_FIRST         | blocked
        type 0       | MovingCash [0]     | >1 MILK | 1.19   |                      |
        press Enter  | MovingCash [0]     | >1 MILK | 1.19   | NOT_AN_AMOUNT        | blocked
        type 20      | MovingCash [020]   | >1 MILK | 1.19   |                      |
        press Enter  | DrawerWhy          | >1 MILK | 1.19   |                      |
        press Down   | DrawerWhy          | >1 MILK | 1.19   |                      |
        press Enter  | Selling            | >1 MILK | 1.19   | CASH_PUT_IN 20.00    | anna 20.00 CORRECTION, drawer
        press Ctrl+O | AtDrawer           | >1 MILK | 1.19   |                      |
        press Down   | AtDrawer           | >1 MILK | 1.19   |                      |
        press Enter  | MovingCash         | >1 MILK | 1.19   |                      |
        type 12.50   | MovingCash [12.50] | >1 MILK | 1.19   |                      |
        press Enter  | DrawerWhy          | >1 MILK | 1.19   |                      |
        press Enter  | Selling            | >1 MILK | 1.19   | CASH_TAKEN_OUT 12.50 | anna -12.50 TO_SAFE, drawer
        press Ctrl+O | AtDrawer           | >1 MILK | 1.19   |                      |
        row 3        | DrawerWhy          | >1 MILK | 1.19   |                      |
        press Enter  | Approving          | >1 MILK | 1.19   |                      | blocked
        press Enter  | Selling            | >1 MILK | 1.19   | DRAWER_IS_OPEN       | bea agrees to open, anna opens CHANGE_MONEY, drawer
        press F12    | Done               |         | 0.00   |                      | save cash 1.19, drawer, receipt
        """);
    }

    /// Cash that is put in has no limit: too much of it is found when it is counted.
    @Test
    void moreCashThanACashierMayTakeOutWantsSomebodyWhoMay() {
        shop.staffed("").with(new ActLimits(RoleLimits.NONE, RoleLimits.NONE, RoleLimits.parse("CASHIER:5 SUPERVISOR:9", Shop.EUR),
                RoleLimits.NONE, false));
        holds("""
        does           | doing             | basket | to pay | says                | wants
        press Ctrl+O   | AtDrawer          |        | 0.00   |                     |
        row 2          | MovingCash        |        | 0.00   |                     |
        type 5         | MovingCash [5]    |        | 0.00   |                     |
        press Enter    | DrawerWhy         |        | 0.00   |                     |
        press Enter    | Selling           |        | 0.00   | CASH_TAKEN_OUT 5.00 | anna -5.00 TO_SAFE, drawer
        press Ctrl+O   | AtDrawer          |        | 0.00   |                     |
        row 2          | MovingCash        |        | 0.00   |                     |
        type 5.01      | MovingCash [5.01] |        | 0.00   |                     |
        press Enter    | DrawerWhy         |        | 0.00   |                     |
        press Enter    | Approving         |        | 0.00   |                     | blocked
        press Escape   | Selling           |        | 0.00   | DRAWER_NOT_AGREED   | blocked
        press Escape   | Selling           |        | 0.00   |                     |
        press Ctrl+O   | AtDrawer          |        | 0.00   |                     |
        row 2          | MovingCash        |        | 0.00   |                     |
        type 9         | MovingCash [9]    |        | 0.00   |                     |
        press Enter    | DrawerWhy         |        | 0.00   |                     |
        row 2          | Approving         |        | 0.00   |                     | blocked
        scan BADGE-bea | Selling           |        | 0.00   | CASH_TAKEN_OUT 9.00 | bea agrees to 9.00 out, anna -9.00 EXPENSE, drawer
        press Ctrl+O   | AtDrawer          |        | 0.00   |                     |
        row 2          | MovingCash        |        | 0.00   |                     |
        type 9.01      | MovingCash [9.01] |        | 0.00   |                     |
        press Enter    | DrawerWhy         |        | 0.00   |                     |
        press Enter    | AskingPin         |        | 0.00   |                     | blocked
        scan BADGE-bea | AskingPin         |        | 0.00   | BADGE_MAY_NOT       | blocked
        scan BADGE-cy  | Selling           |        | 0.00   | CASH_TAKEN_OUT 9.01 | cy agrees to 9.01 out, anna -9.01 TO_SAFE, drawer
        press Ctrl+O   | AtDrawer          |        | 0.00   |                     |
        row 1          | MovingCash        |        | 0.00   |                     |
        type 900       | MovingCash [900]  |        | 0.00   |                     |
        press Enter    | DrawerWhy         |        | 0.00   |                     |
        press Enter    | Selling           |        | 0.00   | CASH_PUT_IN 900.00  | anna 900.00 CHANGE_MONEY, drawer
        """);
    }

    @Test
    void takingCashOutIsAPermission() {
        shop.staffed("CASH_OUT:MANAGER");
        holds("""
        does         | doing          | basket | to pay | says                | wants
        press Ctrl+O | AtDrawer       |        | 0.00   |                     |
        row 2        | MovingCash     |        | 0.00   |                     |
        type 5       | MovingCash [5] |        | 0.00   |                     |
        press Enter  | DrawerWhy      |        | 0.00   |                     |
        press Enter  | AskingPin      |        | 0.00   |                     | blocked
        type 736590  | AskingPin      |        | 0.00   |                     |
        press Enter  | Selling        |        | 0.00   | CASH_TAKEN_OUT 5.00 | check cy, cy agrees to 5.00 out, anna -5.00 TO_SAFE, drawer
        """);
    }

    @Test
    void whatCannotBeRecordedOpensNoDrawerAndIsAskedAgain() {
        holds("""
        does           | doing          | basket | to pay | says              | wants
        press Ctrl+O   | AtDrawer       |        | 0.00   |                   |
        row 3          | DrawerWhy      |        | 0.00   |                   |
        press Enter    | Approving      |        | 0.00   |                   | blocked
        press Escape   | Selling        |        | 0.00   | DRAWER_NOT_AGREED | blocked
        press Ctrl+O   | AtDrawer       |        | 0.00   |                   |
        row 1          | MovingCash     |        | 0.00   |                   |
        type 5         | MovingCash [5] |        | 0.00   |                   |
        press Enter    | DrawerWhy      |        | 0.00   |                   |
        fail DISK_FULL | DrawerWhy      |        | 0.00   |                   |
        press Enter    | DrawerWhy      |        | 0.00   | DISK_FULL         | anna 5.00 CHANGE_MONEY, blocked
        press Enter    | Selling        |        | 0.00   | CASH_PUT_IN 5.00  | anna 5.00 CHANGE_MONEY, drawer
        press Ctrl+O   | AtDrawer       |        | 0.00   |                   |
        row 1          | MovingCash     |        | 0.00   |                   |
        type 5         | MovingCash [5] |        | 0.00   |                   |
        press Escape   | MovingCash     |        | 0.00   |                   |
        press Escape   | Selling        |        | 0.00   |                   |
        """);
    }

    @Test
    void theCountIsBlindUntilItIsSealedAndTheNextShiftBeginsAtOnce() {
        holds("""
        does             | doing             | basket  | to pay | says                    | wants
        scan milk        | Selling           | >1 MILK | 1.19   |                         | look, keep, ok
        press Ctrl+O     | AtDrawer          | >1 MILK | 1.19   |                         |
        row 6            | Selling           | >1 MILK | 1.19   | FINISH_FIRST            | blocked
        press F12        | Done              |         | 0.00   |                         | save cash 1.19, drawer, receipt
        press Enter      | Selling           |         | 0.00   |                         |
        press Ctrl+O     | AtDrawer          |         | 0.00   |                         |
        row 6            | CountingCash      |         | 0.00   |                         |
        type 9           | CountingCash [9]  |         | 0.00   |                         |
        press Enter      | CountingCash      |         | 0.00   |                         |
        scan milk        | CountingCash      |         | 0.00   |                         |
        type 19          | CountingCash [19] |         | 0.00   |                         |
        press Enter      | CountingCash      |         | 0.00   |                         |
        press Up         | CountingCash      |         | 0.00   |                         |
        type 1           | CountingCash [1]  |         | 0.00   |                         |
        press Enter      | CountingCash      |         | 0.00   |                         |
        type 3           | CountingCash [3]  |         | 0.00   |                         |
        press Enter      | CountingCash      |         | 0.00   |                         |
        type 7           | CountingCash [7]  |         | 0.00   |                         |
        press Enter      | CountingCash [7]  |         | 0.00   | NOT_A_COUNT             | blocked
        press Back_Space | CountingCash      |         | 0.00   |                         |
        fail STORAGE     | CountingCash      |         | 0.00   |                         |
        press Enter      | CountingCash      |         | 0.00   | STORAGE 1               | anna closes 96.50, blocked
        press Enter      | Sealed            |         | 0.00   |                         | anna closes 96.50
        press F12        | Sealed            |         | 0.00   |                         |
        press Enter      | ShowingReport     |         | 0.00   | DRAWER_SHORT 3.50       | report
        press F7         | ShowingReport     |         | 0.00   | REPORT_PRINTED          | copy
        press Enter      | Selling           |         | 0.00   | LAST_SALE_WAS then 1.19 | sign in anna
        scan milk        | Selling           | >1 MILK | 1.19   |                         | look, keep, ok
        press F12        | Done              |         | 0.00   |                         | save cash 1.19, drawer, receipt
        """);
    }

    @Test
    void whatShouldBeThereIsShownBeforeTheCountOnlyIfASupervisorAgrees() {
        holds("""
        does         | doing         | basket | to pay | says               | wants
        press Ctrl+O | AtDrawer      |        | 0.00   |                    |
        row 4        | Approving     |        | 0.00   |                    | blocked
        press Escape | Selling       |        | 0.00   | FIGURES_NOT_AGREED | blocked
        press Ctrl+O | AtDrawer      |        | 0.00   |                    |
        row 4        | Approving     |        | 0.00   |                    | blocked
        press Enter  | ShowingReport |        | 0.00   |                    | bea agrees to figures, read X_REPORT
        press F7     | ShowingReport |        | 0.00   | REPORT_PRINTED     | copy
        press Escape | Selling       |        | 0.00   |                    |
        press Ctrl+O | AtDrawer      |        | 0.00   |                    |
        row 5        | Selling       |        | 0.00   | NO_REPORT          | read LAST_Z, blocked
        """);
    }

    @Test
    void aStoreThatCountsOpenlyAsksNobody() {
        shop.with(new DrawerRules(SMALL.denominations(), SMALL.opening(), SMALL.sharing(), DrawerRules.Closing.OPEN));

        holds("""
        does         | doing         | basket | to pay | says | wants
        press Ctrl+O | AtDrawer      |        | 0.00   |      |
        row 4        | ShowingReport |        | 0.00   |      | read X_REPORT
        press Enter  | Selling       |        | 0.00   |      |
        """);
    }

    @Test
    void aFloatIsCountedBeforeTheFirstSale() {
        shop.with(rules("10 5", DrawerRules.Opening.COUNTED, DrawerRules.Sharing.SHARED));

        holds("""
        does         | doing            | basket  | to pay | says                | wants
        press Ctrl+O | AtDrawer         |         | 0.00   |                     |
        row 6        | CountingCash     |         | 0.00   |                     |
        row 3        | Sealed           |         | 0.00   |                     | anna closes 0.00
        press Enter  | ShowingReport    |         | 0.00   | DRAWER_SHORT 100.00 | report
        press Enter  | CountingCash     |         | 0.00   | COUNT_THE_FLOAT     | sign in anna
        scan milk    | CountingCash     |         | 0.00   | COUNT_THE_FLOAT     |
        type 4       | CountingCash [4] |         | 0.00   |                     |
        press Enter  | CountingCash     |         | 0.00   |                     |
        press Down   | CountingCash     |         | 0.00   |                     |
        press Enter  | Selling          | >1 MILK | 1.19   |                     | open anna 40.00, look, keep, ok
        press F12    | Done             |         | 0.00   |                     | save cash 1.19, drawer, receipt
        """);
    }

    @Test
    void nobodyWhoHasChosenNothingStaysForTheNextShift() {
        Sheet sheet = new Sheet(shop);
        sheet.run("\nscan CARD-2\npress Ctrl+O\nrow 6\nrow 4\npress Enter\npress Enter");

        assertEquals(new Activity.Selling(), sheet.state().activity());
        assertEquals(Optional.empty(), sheet.state().sale().customer());
    }

    @Test
    void aDrawerOfSomebodyElseIsCountedFirst() {
        shop.with(rules("10", DrawerRules.Opening.CARRIED, DrawerRules.Sharing.OWN));

        holds("""
        does         | doing             | basket  | to pay | says         | wants
        press Ctrl+L | SigningIn         |         | 0.00   |              |
        press Down   | SigningIn         |         | 0.00   |              |
        press Enter  | CountingCash      |         | 0.00   | DRAWER_TAKEN | sign in ben
        press Escape | SigningIn         |         | 0.00   |              |
        press Down   | SigningIn         |         | 0.00   |              |
        press Enter  | CountingCash      |         | 0.00   | DRAWER_TAKEN | sign in ben
        type 10      | CountingCash [10] |         | 0.00   |              |
        press Enter  | CountingCash      |         | 0.00   |              |
        press Enter  | Sealed            |         | 0.00   |              | ben closes 100.00
        press Enter  | ShowingReport     |         | 0.00   | DRAWER_EXACT | report
        press Enter  | Selling           |         | 0.00   |              | sign in ben
        scan milk    | Selling           | >1 MILK | 1.19   |              | look, keep, ok
        press F12    | Done              |         | 0.00   |              | save cash 1.19, drawer, receipt
        """);
    }

    @Test
    void whatThePermissionsSayIsAskedForAtTheDrawer() {
        shop.staffed("CLOSE_SHIFT:SUPERVISOR NO_SALE:CASHIER SEE_FIGURES:CASHIER");

        holds("""
        does           | doing         | basket | to pay | says           | wants
        press Ctrl+O   | AtDrawer      |        | 0.00   |                |
        row 3          | DrawerWhy     |        | 0.00   |                |
        press Enter    | Selling       |        | 0.00   | DRAWER_IS_OPEN | anna opens CHANGE_MONEY, drawer
        press Ctrl+O   | AtDrawer      |        | 0.00   |                |
        row 4          | ShowingReport |        | 0.00   |                | anna agrees to figures, read X_REPORT
        press Escape   | Selling       |        | 0.00   |                |
        press Ctrl+O   | AtDrawer      |        | 0.00   |                |
        row 6          | Approving     |        | 0.00   |                | blocked
        scan BADGE-bea | CountingCash  |        | 0.00   |                | bea agrees to a close
        row 4          | Sealed        |        | 0.00   |                | anna closes 0.00
        """);
    }

    @Test
    void aTillThatIsLeftAfterTheCountLocksItselfAndPrintsTheReport() {
        shop.staffed("");

        holds("""
        does         | doing        | basket | to pay | says | wants
        press Ctrl+O | AtDrawer     |        | 0.00   |      |
        row 6        | CountingCash |        | 0.00   |      |
        row 4        | Sealed       |        | 0.00   |      | anna closes 0.00
        idle 10      | SigningIn    |        | 0.00   |      | report
        """);
    }

    @Test
    void whoeverMayNotCloseAShiftDoesNotTakeSomebodyElsesDrawer() {
        shop.staffed("CLOSE_SHIFT:SUPERVISOR").with(rules("10", DrawerRules.Opening.CARRIED, DrawerRules.Sharing.OWN));

        holds("""
        does           | doing     | basket | to pay | says              | wants
        press Ctrl+L   | SigningIn |        | 0.00   |                   |
        row 3          | AskingPin |        | 0.00   |                   |
        scan BADGE-ben | AskingPin |        | 0.00   |                   | ok
        type 4821      | AskingPin |        | 0.00   |                   |
        press Enter    | SigningIn |        | 0.00   | DRAWER_OF_ANOTHER | check ben, sign in ben, blocked
        """);
    }

    @Test
    void aReportOnScreenSaysWhenItsSalesHaveArrived() {
        Sheet sheet = new Sheet(shop);
        sheet.run("does\npress Ctrl+O\nrow 6\nrow 4\npress Enter\n");
        ShiftSheet before = ((Activity.ShowingReport) sheet.state().activity()).sheet();
        shop.waiting(0);

        sheet.tell(new TillEvent.Synced(sheet.state().around().sync()));

        Activity.ShowingReport after = (Activity.ShowingReport) sheet.state().activity();
        assertEquals(0, before.arrived());
        assertEquals(1, after.sheet().arrived());
        assertEquals(Optional.of(Shop.ANNA), after.next());
    }
}
