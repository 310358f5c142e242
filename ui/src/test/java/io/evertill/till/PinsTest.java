package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.key.Stroke;
import io.evertill.staff.Pin;
import io.evertill.staff.Roster;
import io.evertill.staff.StaffMember;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// PINs, badges, the lock and the roles, as sheets.
final class PinsTest {
    private final Sheet sheet = new Sheet(new Shop().staffed(""));

    @Test
    void somebodySignsInWithAPin() {
        holds("""
        does            | doing     | basket | to pay | says              | wants
        press Ctrl+L    | SigningIn |        | 0.00   |                   |
        press Down      | SigningIn |        | 0.00   |                   |
        press Down      | SigningIn |        | 0.00   |                   |
        press Enter     | AskingPin |        | 0.00   |                   |
        type 482        | AskingPin |        | 0.00   |                   |
        press Enter     | AskingPin |        | 0.00   | PIN_TOO_SHORT 4 8 | blocked
        type 2          | AskingPin |        | 0.00   |                   |
        press Enter     | AskingPin |        | 0.00   | PIN_WRONG         | check ben, blocked
        type 4822       | AskingPin |        | 0.00   |                   |
        press Backspace | AskingPin |        | 0.00   |                   |
        type 1          | AskingPin |        | 0.00   |                   |
        press Enter     | AskingPin |        | 0.00   | PIN_WRONG         | check ben, blocked
        scan milk       | AskingPin |        | 0.00   | PIN_WRONG         |
        """);
    }

    @Test
    void wrongPinsMakeOneWait() {
        holds("""
        does         | doing     | basket | to pay | says                | wants
        press Ctrl+L | SigningIn |        | 0.00   |                     |
        press Enter  | AskingPin |        | 0.00   |                     |
        type 1111    | AskingPin |        | 0.00   |                     |
        press Enter  | AskingPin |        | 0.00   | PIN_WRONG           | check anna, blocked
        type 2222    | AskingPin |        | 0.00   |                     |
        press Enter  | AskingPin |        | 0.00   | PIN_WRONG           | check anna, blocked
        type 3333    | AskingPin |        | 0.00   |                     |
        press Enter  | AskingPin |        | 0.00   | PIN_WAIT_SECONDS 30 | check anna, blocked
        type 4       | AskingPin |        | 0.00   |                     |
        press Escape | AskingPin |        | 0.00   |                     |
        press Escape | SigningIn |        | 0.00   |                     |
        """);
    }

    @Test
    void aBadgeChoosesTheNameAndGoodsWait() {
        holds("""
        does            | doing     | basket  | to pay | says          | wants
        press Ctrl+L    | SigningIn |         | 0.00   |               |
        scan milk       | SigningIn |         | 0.00   | SIGN_IN_FIRST | blocked
        scan BADGE-ben  | AskingPin |         | 0.00   |               | ok
        scan milk       | AskingPin |         | 0.00   |               |
        scan BADGE-anna | AskingPin |         | 0.00   |               | ok
        type 4821       | AskingPin |         | 0.00   |               |
        press Enter     | Selling   | >1 MILK | 1.19   |               | check anna, sign in anna, look, keep, ok
        """);
    }

    @Test
    void anotherGoesOnWithTheBasket() {
        holds("""
        does         | doing     | basket  | to pay | says              | wants
        scan milk    | Selling   | >1 MILK | 1.19   |                   | look, keep, ok
        press Ctrl+L | SigningIn | >1 MILK | 1.19   |                   |
        row 3        | AskingPin | >1 MILK | 1.19   |                   |
        type 4821    | AskingPin | >1 MILK | 1.19   |                   |
        press Enter  | Selling   | >1 MILK | 1.19   | BASKET_RESTORED 1 | check ben, sign in ben
        press F12    | Done      |         | 0.00   |                   | save cash 1.19, drawer, receipt
        """);
    }

    @Test
    void nobodyWhoHasChosenNothingStaysForTheNextCashier() {
        holds("""
        does        | doing     | basket    | to pay | says            | wants
        scan CARD-2 | Selling   |           | 0.00   | CUSTOMER_EXEMPT | look, keep, ok
        idle 10     | SigningIn |           | 0.00   |                 | keep
        press Enter | AskingPin |           | 0.00   |                 |
        type 4821   | AskingPin |           | 0.00   |                 |
        press Enter | Selling   |           | 0.00   |                 | check anna, sign in anna
        scan coffee | Selling   | >1 COFFEE | 8.99   |                 | look, keep, ok
        """);
    }

    @Test
    void aTillThatNobodyTouchesLocksAndKeepsWhatIsPaid() {
        holds("""
        does        | doing       | basket  | to pay | says             | wants
        scan milk   | Selling     | >1 MILK | 1.19   |                  | look, keep, ok
        type 1      | Selling [1] | >1 MILK | 1.19   |                  |
        press F11   | Paying      | >1 MILK | 0.19   |                  | keep
        idle 9      | Paying      | >1 MILK | 0.19   |                  |
        idle 1      | SigningIn   | >1 MILK | 0.19   |                  |
        press F12   | SigningIn   | >1 MILK | 0.19   |                  |
        press Enter | AskingPin   | >1 MILK | 0.19   |                  |
        type 48     | AskingPin   | >1 MILK | 0.19   |                  |
        idle 10     | SigningIn   | >1 MILK | 0.19   |                  |
        press Enter | AskingPin   | >1 MILK | 0.19   |                  |
        type 4821   | AskingPin   | >1 MILK | 0.19   |                  |
        press Enter | Paying      | >1 MILK | 0.19   | PAYMENT_RESTORED | check anna, sign in anna
        press F12   | Done        |         | 0.00   |                  | save cash 1.00+cash 0.19, drawer, receipt
        """);
    }

    @Test
    void aCardPaymentUnderWayIsNotLocked() {
        holds("""
        does      | doing      | basket  | to pay | says          | wants
        scan milk | Selling    | >1 MILK | 1.19   |               | look, keep, ok
        press F10 | AtTerminal | >1 MILK | 1.19   | CARD_ASK 1.19 | ask card 1.19
        idle 60   | AtTerminal | >1 MILK | 1.19   | CARD_ASK 1.19 |
        press F2  | Done       |         | 0.00   |               | APPROVED, save card 1.19, receipt
        """);
    }

    @Test
    void aSupervisorAgreesByPinOrBadgeAndTheCashierStays() {
        holds("""
        does           | doing         | basket    | to pay | says           | wants
        scan coffee    | Selling       | >1 COFFEE | 8.99   |                | look, keep, ok
        type 50%       | Selling [50%] | >1 COFFEE | 8.99   |                |
        press Ctrl+D   | Reducing      | >1 COFFEE | 8.99   |                |
        press Enter    | Approving     | >1 COFFEE | 8.99   |                | blocked
        press Enter    | AskingPin     | >1 COFFEE | 8.99   |                |
        type 736590    | AskingPin     | >1 COFFEE | 8.99   |                |
        press Enter    | Selling       | >1 COFFEE | 4.49   | COSTS_NOW 4.49 | check bea, bea agrees to 4.50 of 8.99, keep
        type 40%       | Selling [40%] | >1 COFFEE | 4.49   |                |
        press Ctrl+B   | Reducing      | >1 COFFEE | 4.49   |                |
        press Enter    | Approving     | >1 COFFEE | 4.49   |                | blocked
        scan BADGE-ben | Approving     | >1 COFFEE | 4.49   | BADGE_MAY_NOT  | blocked
        scan BADGE-cy  | Selling       | >1 COFFEE | 2.69   | COSTS_NOW 2.69 | cy agrees to 1.80 of 4.49, keep
        press Escape   | Selling       | >1 COFFEE | 2.69   |                |
        """);
    }

    @Test
    void whoIsASupervisorAgreesAloneAndThatIsAFact() {
        holds("""
        does           | doing         | basket    | to pay | says           | wants
        press Ctrl+L   | SigningIn     |           | 0.00   |                |
        scan BADGE-bea | AskingPin     |           | 0.00   |                | ok
        type 736590    | AskingPin     |           | 0.00   |                |
        press Enter    | Selling       |           | 0.00   |                | check bea, sign in bea
        scan coffee    | Selling       | >1 COFFEE | 8.99   |                | look, keep, ok
        type 50%       | Selling [50%] | >1 COFFEE | 8.99   |                |
        press Ctrl+D   | Reducing      | >1 COFFEE | 8.99   |                |
        press Enter    | Selling       | >1 COFFEE | 4.49   | COSTS_NOW 4.49 | bea agrees to 4.50 of 8.99, keep
        """);
    }

    @Test
    void aStoreThatWantsItAsksBeforeABasketIsGivenUp() {
        Sheet strict = new Sheet(new Shop().staffed("VOID_SALE:MANAGER"));

        holds(strict, """
        does         | doing     | basket  | to pay | says            | wants
        scan milk    | Selling   | >1 MILK | 1.19   |                 | look, keep, ok
        press F8     | GivingUp  | >1 MILK | 1.19   |                 |
        press Enter  | AskingPin | >1 MILK | 1.19   |                 | blocked
        press Escape | Selling   | >1 MILK | 1.19   | VOID_NOT_AGREED | blocked
        press F8     | GivingUp  | >1 MILK | 1.19   |                 |
        press Enter  | AskingPin | >1 MILK | 1.19   |                 | blocked
        type 736590  | AskingPin | >1 MILK | 1.19   |                 |
        press Enter  | Selling   |         | 0.00   | SALE_VOIDED     | check cy, cy agrees to give up 1 for 1.19, void CUSTOMER_LEFT
        """);
    }

    @Test
    void whoIsRemovedIsSentAwayWhenTheTillIsAtRest() {
        Roster roster = new Shop().staffed("").roster();
        List<StaffMember> others = roster.members().stream().filter(member -> !member.person().equals(Shop.ANNA)).toList();
        sheet.tell(new TillEvent.Scanned(Shop.MILK));
        sheet.tell(new TillEvent.Acted(Action.CARD));
        sheet.tell(new TillEvent.RosterTold(new Roster(others, roster.permissions(), roster.lockAfter())));
        sheet.tell(new TillEvent.Ticked(Shop.NOW));
        assertInstanceOf(Activity.AtTerminal.class, sheet.state().activity());

        sheet.tell(new TillEvent.Acted(Action.DECLINED));
        sheet.tell(new TillEvent.Ticked(Shop.NOW));

        assertInstanceOf(Activity.SigningIn.class, sheet.state().activity());
        assertFalse(sheet.state().sale().isEmpty());
    }

    /// What is too short for a code, and too fast for a hand.
    @Test
    void aScanNeverBecomesDigitsOfAPin() {
        sheet.tell(new TillEvent.Struck(Stroke.parse("Ctrl+L")));
        sheet.tell(new TillEvent.Struck(Stroke.parse("Enter")));
        long micros = 1_000_000;
        for (char character : "4821".toCharArray()) {
            sheet.tell(new TillEvent.KeyTyped(character, micros += 1_000));
        }
        sheet.tell(new TillEvent.KeyPressed(Stroke.parse("Enter"), micros + 1_000));

        Activity.AskingPin asking = assertInstanceOf(Activity.AskingPin.class, sheet.state().activity());
        assertEquals(Pin.EMPTY, asking.typed());
    }

    /// By the keyboard at a hand's pace: no state, effect or notice on the way has the digits in its text.
    @Test
    void theDigitsAreNowhereToBeRead() {
        Shop shop = new Shop().staffed("");
        TillState state = shop.open();
        List<String> texts = new ArrayList<>();
        List<TillEvent> events = new ArrayList<>(List.of(new TillEvent.Scanned(Shop.MILK),
                new TillEvent.Struck(Stroke.parse("Ctrl+L")), new TillEvent.Struck(Stroke.parse("Enter"))));
        long micros = 1_000_000;
        for (char character : "73659".toCharArray()) {
            micros += 200_000;
            events.add(new TillEvent.KeyTyped(character, micros));
            events.add(new TillEvent.KeysQuiet(micros + 100_000));
        }
        events.add(new TillEvent.KeyPressed(Stroke.parse("Enter"), micros + 300_000));
        while (!events.isEmpty()) {
            Till.Step step = Till.step(state, events.removeFirst());
            state = step.state();
            if (state.activity() instanceof Activity.AskingPin) {
                assertEquals("", state.inputShown());
            }
            if (!state.isListening()) {
                texts.add(state.activity() + " " + state.notice() + " " + state.sale() + " " + state.input() + " " + state.asking());
            }
            texts.add(step.effects().toString());
            step.effects().forEach(effect -> shop.answer(effect).ifPresent(events::addFirst));
        }

        assertEquals(List.of(), texts.stream().filter(text -> text.contains("736")).toList());
        assertFalse(texts.isEmpty());
    }

    private void holds(String table) {
        holds(sheet, table);
    }

    private static void holds(Sheet on, String table) {
        assertEquals(table, on.run(table));
    }
}
