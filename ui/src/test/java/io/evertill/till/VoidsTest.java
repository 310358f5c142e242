package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.money.Money;
import io.evertill.sale.Line;
import io.evertill.sale.ReceiptNumber;
import io.evertill.sale.Returnable;
import io.evertill.staff.ActLimits;
import io.evertill.staff.RoleLimits;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Taking lines, tenders and whole baskets back, as sheets.
final class VoidsTest {
    private final Shop shop = new Shop();
    private final Sheet sheet = new Sheet(shop);

    private void holds(String table) {
        assertEquals(table, sheet.run(table));
    }

    @Test
    void voidingALineIsOneKey() {
        holds("""
        does         | doing   | basket                     | to pay | says        | wants
        scan milk    | Selling | >1 MILK                    | 1.19   |             | look, keep, ok
        scan coffee  | Selling | 1 MILK, >1 COFFEE          | 10.18  |             | look, keep, ok
        scan bread   | Selling | 1 MILK, 1 COFFEE, >1 BREAD | 13.63  |             | look, keep, ok
        line 2       | Selling | 1 MILK, >1 COFFEE, 1 BREAD | 13.63  |             |
        press Delete | Selling | 1 MILK, >1 BREAD           | 4.64   | LINE_VOIDED | keep
        press Delete | Selling | >1 MILK                    | 1.19   | LINE_VOIDED | keep
        press Delete | Selling |                            | 0.00   | LINE_VOIDED | keep
        press Delete | Selling |                            | 0.00   | NO_LINE     | blocked
        """);
    }

    @Test
    void theLineThatTakesTheVoidedOnesPlaceIsMarked() {
        holds("""
        does         | doing   | basket                     | to pay | says        | wants
        scan milk    | Selling | >1 MILK                    | 1.19   |             | look, keep, ok
        scan coffee  | Selling | 1 MILK, >1 COFFEE          | 10.18  |             | look, keep, ok
        scan bread   | Selling | 1 MILK, 1 COFFEE, >1 BREAD | 13.63  |             | look, keep, ok
        line 1       | Selling | >1 MILK, 1 COFFEE, 1 BREAD | 13.63  |             |
        press Delete | Selling | >1 COFFEE, 1 BREAD         | 12.44  | LINE_VOIDED | keep
        """);
    }

    @Test
    void theDrawerIsOpenedRightAfterASale() {
        holds("""
        does         | doing    | basket  | to pay | says    | wants
        scan milk    | Selling  | >1 MILK | 1.19   |         | look, keep, ok
        press F12    | Done     |         | 0.00   |         | save cash 1.19, drawer, receipt
        press Ctrl+D | Done     |         | 0.00   | NO_LINE | blocked
        press Ctrl+O | AtDrawer |         | 0.00   |         |
        press Escape | Selling  |         | 0.00   |         |
        """);
    }

    /// What is taken out of a line is in the ledger like a line of its own, and no key more than before.
    @Test
    void aSmallerQuantityIsAVoidOfTheRest() {
        holds("""
        does       | doing       | basket           | to pay | says         | wants
        scan milk  | Selling     | >1 MILK          | 1.19   |              | look, keep, ok
        type 5     | Selling [5] | >1 MILK          | 1.19   |              |
        press F4   | Selling     | >5 MILK          | 5.95   |              | keep
        type 4     | Selling [4] | >5 MILK          | 5.95   |              |
        press F4   | Selling     | >4 MILK          | 4.76   |              | keep
        press Left | Selling     | >3 MILK          | 3.57   |              | keep
        scan bread | Selling     | 3 MILK, >1 BREAD | 7.02   |              | look, keep, ok
        type 3     | Selling [3] | 3 MILK, >1 BREAD | 7.02   |              |
        press F4   | Selling     | 3 MILK, >3 BREAD | 13.92  |              | keep
        press Left | Selling     | 3 MILK, >2 BREAD | 10.47  |              | keep
        press Left | Selling     | 3 MILK, >1 BREAD | 7.02   |              | keep
        press Left | Selling     | 3 MILK, >1 BREAD | 7.02   | VOID_INSTEAD | blocked
        """);

        assertEquals(List.of("2 MILK", "2 BREAD"), voided(sheet));
    }

    @Test
    void aStoreThatWantsAReasonIsOneKeyMore() {
        Sheet asking = new Sheet(new Shop().with(limits("", "", true)));
        String table = """
        does         | doing     | basket            | to pay | says        | wants
        scan milk    | Selling   | >1 MILK           | 1.19   |             | look, keep, ok
        scan coffee  | Selling   | 1 MILK, >1 COFFEE | 10.18  |             | look, keep, ok
        press Delete | TakingOut | 1 MILK, >1 COFFEE | 10.18  |             |
        press Down   | TakingOut | 1 MILK, >1 COFFEE | 10.18  |             |
        press Down   | TakingOut | 1 MILK, >1 COFFEE | 10.18  |             |
        press Down   | TakingOut | 1 MILK, >1 COFFEE | 10.18  |             |
        press Enter  | Selling   | >1 MILK           | 1.19   | LINE_VOIDED | keep
        press Right  | Selling   | >2 MILK           | 2.38   |             | keep
        press Left   | TakingOut | >2 MILK           | 2.38   |             |
        press Escape | Selling   | >2 MILK           | 2.38   |             |
        press Left   | TakingOut | >2 MILK           | 2.38   |             |
        press Enter  | Selling   | >1 MILK           | 1.19   |             | keep
        """;
        assertEquals(table, asking.run(table));

        assertEquals(List.of("1 COFFEE DAMAGED", "1 MILK"), voided(asking));
    }

    @Test
    void whatIsWorthMoreThanACashierMayTakeOutWantsSomebodyWhoMay() {
        Sheet staffed = new Sheet(new Shop().staffed("").with(limits("CASHIER:5 SUPERVISOR:10", "", false)));
        String table = """
        does           | doing       | basket    | to pay | says        | wants
        scan milk      | Selling     | >1 MILK   | 1.19   |             | look, keep, ok
        type 4         | Selling [4] | >1 MILK   | 1.19   |             |
        press F4       | Selling     | >4 MILK   | 4.76   |             | keep
        press Left     | Selling     | >3 MILK   | 3.57   |             | keep
        press Delete   | Selling     |           | 0.00   | LINE_VOIDED | keep
        scan coffee    | Selling     | >1 COFFEE | 8.99   |             | look, keep, ok
        press Delete   | Approving   | >1 COFFEE | 8.99   |             | blocked
        type 736590    | Approving   | >1 COFFEE | 8.99   |             |
        press Enter    | AskingPin   | >1 COFFEE | 8.99   |             |
        scan coffee    | AskingPin   | >1 COFFEE | 8.99   |             |
        press Right    | AskingPin   | >1 COFFEE | 8.99   |             |
        press Delete   | AskingPin   | >1 COFFEE | 8.99   |             |
        press Escape   | Approving   | >1 COFFEE | 8.99   |             |
        scan BADGE-bea | Selling     | >1 COFFEE | 8.99   |             | bea agrees to 1 out for 8.99, keep, look, keep, ok
        press Delete   | AskingPin   | >1 COFFEE | 8.99   |             | blocked
        scan BADGE-cy  | Selling     |           | 0.00   | LINE_VOIDED | cy agrees to 1 out for 8.99, keep
        """;
        assertEquals(table, staffed.run(table));
    }

    /// Where there is no staff, a supervisor by name agrees; nothing is taken out when nobody does.
    @Test
    void onceSomethingWasPaidAStoreCanWantAWordForEveryLine() {
        Sheet paid = new Sheet(new Shop().with(limits("", "CASHIER:0", false)));
        String table = """
        does         | doing       | basket            | to pay | says           | wants
        scan coffee  | Selling     | >1 COFFEE         | 8.99   |                | look, keep, ok
        scan milk    | Selling     | 1 COFFEE, >1 MILK | 10.18  |                | look, keep, ok
        type 5       | Selling [5] | 1 COFFEE, >1 MILK | 10.18  |                |
        press F11    | Paying      | 1 COFFEE, >1 MILK | 5.18   |                | keep
        press Escape | Selling     | 1 COFFEE, >1 MILK | 5.18   |                |
        press Delete | Approving   | 1 COFFEE, >1 MILK | 5.18   |                | blocked
        press Escape | Selling     | 1 COFFEE, >1 MILK | 5.18   | OUT_NOT_AGREED | blocked
        press Delete | Approving   | 1 COFFEE, >1 MILK | 5.18   |                | blocked
        press Enter  | Selling     | >1 COFFEE         | 3.99   | LINE_VOIDED    | bea agrees to 1 out for 1.19, keep
        press F12    | Done        |                   | 0.00   |                | save cash 5.00+cash 3.99, drawer, receipt
        """;
        assertEquals(table, paid.run(table));
    }

    @Test
    void takingALineOutIsAPermission() {
        Sheet staffed = new Sheet(new Shop().staffed("VOID_LINE:SUPERVISOR"));
        String table = """
        does         | doing       | basket  | to pay | says           | wants
        scan milk    | Selling     | >1 MILK | 1.19   |                | look, keep, ok
        type 2       | Selling [2] | >1 MILK | 1.19   |                |
        press F4     | Selling     | >2 MILK | 2.38   |                | keep
        press Left   | Approving   | >2 MILK | 2.38   |                | blocked
        type 736590  | Approving   | >2 MILK | 2.38   |                |
        press Enter  | AskingPin   | >2 MILK | 2.38   |                |
        press Delete | AskingPin   | >2 MILK | 2.38   |                |
        press Escape | Approving   | >2 MILK | 2.38   |                |
        press Escape | Selling     | >2 MILK | 2.38   | OUT_NOT_AGREED | blocked
        """;
        assertEquals(table, staffed.run(table));
    }

    private static ActLimits limits(String voids, String paidVoids, boolean isReasonAsked) {
        return new ActLimits(RoleLimits.parse(voids, Shop.EUR), RoleLimits.parse(paidVoids, Shop.EUR), RoleLimits.NONE, RoleLimits.NONE,
                isReasonAsked);
    }

    private static List<String> voided(Sheet sheet) {
        return sheet.state().sale().basket().voided().stream()
                .map(line -> line.quantity().text() + " " + line.item().sku() + line.out().map(why -> " " + why).orElse(""))
                .toList();
    }

    @Test
    void theLastSaleIsTakenBackAsItWasPaid() {
        holds("""
        does         | doing          | basket  | to pay | says | wants
        scan milk    | Selling        | >1 MILK | 1.19   |      | look, keep, ok
        type 5       | Selling [5]    | >1 MILK | 1.19   |      |
        press F11    | Done           |         | 0.00   |      | save cash 5.00 change 3.81, drawer, receipt
        press F5     | ShowingReceipt |         | 0.00   |      |
        press F8     | VoidingLast    |         | 0.00   |      |
        press Escape | ShowingReceipt |         | 0.00   |      |
        press F8     | VoidingLast    |         | 0.00   |      |
        press Down   | VoidingLast    |         | 0.00   |      |
        press Down   | VoidingLast    |         | 0.00   |      |
        press Enter  | Approving      |         | 0.00   |      | find S1-T1-9f3a-1, blocked
        press Enter  | Done           |         | 0.00   |      | bea agrees to 1.19 back MISTAKE, save cash -1.19, drawer, receipt
        """);
        assertEquals(0, shop.sales().get(0).total().plus(shop.sales().get(1).total()).minor());
    }

    @Test
    void whatWasPaidByCardAndVoucherGoesBackThere() {
        Sheet mixed = new Sheet(new Shop().staffed("VOID_LAST:CASHIER"));
        String table = """
        does        | doing          | basket    | to pay | says           | wants
        scan coffee | Selling        | >1 COFFEE | 8.99   |                | look, keep, ok
        type 2      | Selling [2]    | >1 COFFEE | 8.99   |                |
        press F9    | VoucherCode    | >1 COFFEE | 8.99   |                |
        scan GIFT-1 | Paying         | >1 COFFEE | 6.99   |                | keep
        press F10   | AtTerminal     | >1 COFFEE | 6.99   | CARD_ASK 6.99  | ask card 6.99
        press F2    | Done           |           | 0.00   |                | APPROVED, save voucher 2.00+card 6.99, receipt
        press F5    | ShowingReceipt |           | 0.00   |                |
        press F8    | VoidingLast    |           | 0.00   |                |
        press Enter | AtTerminal     | -1 COFFEE | -6.99  | CARD_ASK -6.99 | find S1-T1-9f3a-1, keep, ask card -6.99
        press F2    | Done           |           | 0.00   |                | APPROVED, save voucher -2.00+card -6.99, receipt
        scan milk   | Selling        | >1 MILK   | 1.19   |                | look, keep, ok
        type 1      | Selling [1]    | >1 MILK   | 1.19   |                |
        press F10   | AtTerminal     | >1 MILK   | 1.19   | CARD_ASK 1.00  | ask card 1.00
        press F2    | Paying         | >1 MILK   | 0.19   |                | APPROVED
        press F12   | Done           |           | 0.00   |                | save card 1.00+cash 0.19, drawer, receipt
        press F5    | ShowingReceipt |           | 0.00   |                |
        press F8    | VoidingLast    |           | 0.00   |                |
        press Enter | AtTerminal     | -1 MILK   | -1.19  | CARD_ASK -1.00 | find S1-T1-9f3a-3, keep, ask card -1.00
        press F2    | Done           |           | 0.00   |                | APPROVED, save card -1.00+cash -0.19, drawer, receipt
        """;
        assertEquals(table, mixed.run(table));
    }

    @Test
    void whatACardWasNotPaidBackIsPaidInCash() {
        Sheet declined = new Sheet(new Shop().staffed("VOID_LAST:CASHIER"));
        String table = """
        does        | doing          | basket  | to pay | says           | wants
        scan milk   | Selling        | >1 MILK | 1.19   |                | look, keep, ok
        press F10   | AtTerminal     | >1 MILK | 1.19   | CARD_ASK 1.19  | ask card 1.19
        press F2    | Done           |         | 0.00   |                | APPROVED, save card 1.19, receipt
        press F5    | ShowingReceipt |         | 0.00   |                |
        press F8    | VoidingLast    |         | 0.00   |                |
        press Enter | AtTerminal     | -1 MILK | -1.19  | CARD_ASK -1.19 | find S1-T1-9f3a-1, keep, ask card -1.19
        press F3    | Paying         | -1 MILK | -1.19  | CARD_DECLINED  | DECLINED
        press F12   | Done           |         | 0.00   |                | save cash -1.19, drawer, receipt
        """;
        assertEquals(table, declined.run(table));
    }

    /// Another till may have taken goods back meanwhile: then it is no void any more.
    @Test
    void whatTheCentreKnowsOfTheLastSaleCounts() {
        for (TillEvent.Answer answer : List.of(elsewhere(1), elsewhere(0), new TillEvent.ReceiptUnheard(0))) {
            Sheet asking = new Sheet(new Shop());
            asking.run("does\nscan milk\npress F12\npress F5\npress F8\nhold\npress Enter");
            asking.tell(new TillEvent.ReceiptElsewhere(asking.state().asking().last(), new ReceiptNumber("S1-T1-9f3a-1")));
            assertEquals(Phrase.ASKING_CENTRE, ((Notice.Said) asking.state().notice().orElseThrow()).phrase());

            long ask = asking.state().asking().last();
            asking.tell(answer instanceof TillEvent.ReceiptFound found
                    ? new TillEvent.ReceiptFound(ask, found.receipt(), found.lines())
                    : new TillEvent.ReceiptUnheard(ask));

            assertEquals(answer.equals(elsewhere(0)) ? Activity.Approving.class : Activity.ShowingReceipt.class,
                    asking.state().activity().getClass());
        }
    }

    private TillEvent.ReceiptFound elsewhere(long back) {
        Article milk = shop.article(Shop.MILK);
        Line line = Line.sold(1, milk.item(), Quantity.of(1, Unit.EACH), milk.price());
        return new TillEvent.ReceiptFound(0, new ReceiptNumber("S1-T1-9f3a-1"), List.of(new Returnable(new UUID(1, 1),
                new ReceiptNumber("S1-T1-9f3a-1"), line, Quantity.of(back, Unit.EACH), Money.of(119 * back, "EUR"))));
    }

    @Test
    void onlyTheLastSaleOfTheShiftIsTakenBackAndOnlyAsAWhole() {
        holds("""
        does         | doing          | basket    | to pay | says            | wants
        scan milk    | Selling        | >1 MILK   | 1.19   |                 | look, keep, ok
        press F12    | Done           |           | 0.00   |                 | save cash 1.19, drawer, receipt
        press F5     | ShowingReceipt |           | 0.00   |                 |
        press F8     | VoidingLast    |           | 0.00   |                 |
        press Enter  | Approving      |           | 0.00   |                 | find S1-T1-9f3a-1, blocked
        press Escape | Selling        |           | 0.00   | VOID_NOT_AGREED | blocked
        scan receipt | TakingBack     |           | 0.00   |                 | find S1-T1-9f3a-1, ok
        row 1        | TakingBack     | >-1 MILK  | -1.19  | TAKEN_BACK 1    | keep, ok
        press F12    | Done           |           | 0.00   |                 | save cash -1.19, drawer, receipt
        press F5     | ShowingReceipt |           | 0.00   |                 |
        press F8     | ShowingReceipt |           | 0.00   | NOT_VOIDABLE    | blocked
        scan bread   | Selling        | >1 BREAD  | 3.45   |                 | look, keep, ok
        press F12    | Done           |           | 0.00   |                 | save cash 3.45, drawer, receipt
        scan coffee  | Selling        | >1 COFFEE | 8.99   |                 | look, keep, ok
        press F5     | ShowingReceipt | >1 COFFEE | 8.99   |                 |
        press F8     | ShowingReceipt | >1 COFFEE | 8.99   | FINISH_FIRST    | blocked
        press Escape | Selling        | >1 COFFEE | 8.99   |                 |
        press Delete | Selling        |           | 0.00   | LINE_VOIDED     | keep
        press F5     | ShowingReceipt |           | 0.00   |                 |
        press F8     | ShowingReceipt |           | 0.00   | FINISH_FIRST    | blocked
        """);
    }

    @Test
    void aVoidedSaleIsRecordedWithItsReason() {
        holds("""
        does        | doing    | basket  | to pay | says            | wants
        scan milk   | Selling  | >1 MILK | 1.19   |                 | look, keep, ok
        press F8    | GivingUp | >1 MILK | 1.19   |                 |
        press Down  | GivingUp | >1 MILK | 1.19   |                 |
        press Enter | Selling  |         | 0.00   | SALE_VOIDED     | void CANNOT_PAY
        press F8    | Selling  |         | 0.00   | NOTHING_TO_VOID | blocked
        """);
    }

    @Test
    void notesThatWereHandedOverGoBackWithTheSale() {
        holds("""
        does         | doing       | basket    | to pay | says                       | wants
        scan coffee  | Selling     | >1 COFFEE | 8.99   |                            | look, keep, ok
        type 5       | Selling [5] | >1 COFFEE | 8.99   |                            |
        press F11    | Paying      | >1 COFFEE | 3.99   |                            | keep
        press Escape | Selling     | >1 COFFEE | 3.99   |                            |
        press Delete | Selling     | >1 COFFEE | 3.99   | PAID_ALREADY 5.00          | blocked
        press F8     | GivingUp    | >1 COFFEE | 3.99   | VOID_GIVES_BACK 5.00       |
        press Escape | Selling     | >1 COFFEE | 3.99   |                            |
        press F11    | Paying      | >1 COFFEE | 3.99   |                            |
        press Delete | Paying      | >1 COFFEE | 8.99   | TENDER_HANDED_BACK 5.00    | keep
        type 5       | Paying [5]  | >1 COFFEE | 8.99   |                            |
        press F11    | Paying      | >1 COFFEE | 3.99   |                            | keep
        press F8     | GivingUp    | >1 COFFEE | 3.99   | VOID_GIVES_BACK 5.00       |
        press Enter  | Selling     |           | 0.00   | SALE_VOIDED_HAND_BACK 5.00 | void CUSTOMER_LEFT
        """);
    }

    @Test
    void somebodyHasToAgreeThoughEveryLineIsOutAlready() {
        Sheet staffed = new Sheet(new Shop().staffed("VOID_SALE:MANAGER"));
        String table = """
        does         | doing     | basket  | to pay | says        | wants
        scan milk    | Selling   | >1 MILK | 1.19   |             | look, keep, ok
        press Delete | Selling   |         | 0.00   | LINE_VOIDED | keep
        press F8     | GivingUp  |         | 0.00   |             |
        press Enter  | AskingPin |         | 0.00   |             | blocked
        type 736590  | AskingPin |         | 0.00   |             |
        press Enter  | Selling   |         | 0.00   | SALE_VOIDED | check cy, cy agrees to give up 1 for 0.00, void CUSTOMER_LEFT
        """;
        assertEquals(table, staffed.run(table));
    }
}
