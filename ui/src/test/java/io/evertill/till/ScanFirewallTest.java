package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.availability.StockPolicy;
import io.evertill.key.Stroke;
import io.evertill.shift.DrawerRules;
import io.evertill.staff.ActLimits;
import io.evertill.staff.RoleLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the cashier is doing, a scan is taken, waits its turn or is refused with a sound, and none of it is ever typed.
///
/// Codes come key by key, thirteen digits in fifteen milliseconds and one code right behind the other.
final class ScanFirewallTest {
    private static final int GAP_MICROS = 15_000 / 13;
    private static final List<String> CODES = List.of(Shop.MILK, Shop.BREAD, Shop.COFFEE);
    private static final int KEYS_BEFORE_ANSWERS = 20;
    private static final String SOLD = "scan bread\npress F12\n";
    private static final String UNRECEIPTED = "press F6\npress F7\npress Enter\n";

    /// A till in the middle of something.
    ///
    /// @param activity what the cashier is doing
    /// @param kind of shop
    /// @param deeds how it came to that, as in [Sheet]
    record Scene(Class<? extends Activity> activity, Kind kind, String deeds) {
        @Override
        public String toString() {
            return activity.getSimpleName() + " after " + deeds.strip().replace("\n", ", ");
        }

        Shop shop() {
            return switch (kind) {
                case PLAIN -> new Shop();
                case STAFFED -> new Shop().staffed("");
                case TERMINAL -> new Shop().withTerminal();
                case DRAWER -> new Shop().with(new DrawerRules(DrawerRules.denominations("10 5", Shop.EUR),
                        DrawerRules.Opening.COUNTED, DrawerRules.Sharing.SHARED, DrawerRules.Closing.BLIND));
                case ASKED -> new Shop().with(new ActLimits(
                        RoleLimits.NONE, RoleLimits.NONE, RoleLimits.NONE, RoleLimits.NONE, true));
                case RESERVED -> new Shop().with(StockPolicy.SUPERVISOR).reserves("WEB-4711", "Ann", 60, Shop.MILK, Shop.BREAD);
            };
        }

        Sheet sheet(Shop shop) {
            Sheet sheet = new Sheet(shop);
            sheet.run("\n" + deeds);
            return sheet;
        }

        boolean isAnswerHeldBack() {
            return deeds.contains("hold") || deeds.contains("dither");
        }
    }

    enum Kind {
        PLAIN,
        STAFFED,
        TERMINAL,
        DRAWER,
        ASKED,
        RESERVED
    }

    private static Scene scene(Class<? extends Activity> activity, String... deeds) {
        return scene(Kind.PLAIN, activity, deeds);
    }

    private static Scene scene(Kind kind, Class<? extends Activity> activity, String... deeds) {
        return new Scene(activity, kind, String.join("\n", deeds));
    }

    static Stream<Scene> scenes() {
        return Stream.of(
                scene(Activity.SigningIn.class, "press Ctrl+L"),
                scene(Activity.More.class, "press Ctrl+E"),
                scene(Activity.More.class, SOLD + "press Ctrl+E"),
                scene(Activity.SettlingCards.class, "cards 1", "press Ctrl+O", "row 7"),
                scene(Activity.SettlingCard.class, "cards 1", "press Ctrl+O", "row 7", "dither", "press Enter", "press Enter"),
                scene(Kind.STAFFED, Activity.SigningIn.class, "press Ctrl+L"),
                scene(Kind.STAFFED, Activity.AskingPin.class, "press Ctrl+L", "press Enter"),
                scene(Kind.STAFFED, Activity.AskingPin.class, "press Ctrl+L", "press Enter", "type 48"),
                scene(Kind.STAFFED, Activity.AskingPin.class, UNRECEIPTED + "scan coffee", "press Enter"),
                scene(Kind.STAFFED, Activity.CheckingPin.class, "press Ctrl+L", "press Enter", "type 4821", "hold", "press Enter"),
                scene(Activity.Admitting.class, "press Ctrl+L", "hold", "press Enter"),
                scene(Activity.Selling.class),
                scene(Activity.Selling.class, "type 3*"),
                scene(Activity.Selling.class, "type 12"),
                scene(Activity.Selling.class, "hold", "scan tea"),
                scene(Activity.Choosing.class, "type ea"),
                scene(Activity.Choosing.class, "hold", "type ea"),
                scene(Activity.Choosing.class, "scan TEA"),
                scene(Activity.Weighing.class, "scan 2000017"),
                scene(Activity.Weighing.class, "scan 2000017", "type 0.3"),
                scene(Activity.AskingMark.class, "scan " + Shop.PHONE),
                scene(Activity.AskingMark.class, "scan " + Shop.PHONE, "type SN"),
                scene(Activity.AskingMark.class, "scan bread", "press Enter", "type salmon", "press Enter"),
                scene(Activity.AskingAge.class, "scan RUM"),
                scene(Activity.AskingAge.class, "scan RUM", "type 14"),
                scene(Kind.DRAWER, Activity.AtDrawer.class, "press Ctrl+O"),
                scene(Kind.DRAWER, Activity.MovingCash.class, "press Ctrl+O", "press Enter"),
                scene(Kind.DRAWER, Activity.MovingCash.class, "press Ctrl+O", "press Enter", "type 20"),
                scene(Kind.DRAWER, Activity.DrawerWhy.class, "press Ctrl+O", "row 3"),
                scene(Kind.DRAWER, Activity.RecordingDrawer.class, "press Ctrl+O", "press Enter", "type 20", "press Enter", "hold",
                        "press Enter"),
                scene(Kind.DRAWER, Activity.CountingCash.class, "press Ctrl+O", "row 6"),
                scene(Kind.DRAWER, Activity.CountingCash.class, "press Ctrl+O", "row 6", "type 9"),
                scene(Kind.DRAWER, Activity.Sealed.class, "press Ctrl+O", "row 6", "row 3"),
                scene(Kind.DRAWER, Activity.ShowingReport.class, "press Ctrl+O", "row 6", "row 3", "press Enter"),
                scene(Kind.DRAWER, Activity.ReadingReport.class, "press Ctrl+O", "hold", "row 5"),
                scene(Kind.DRAWER, Activity.OpeningShift.class, "press Ctrl+O", "row 6", "row 3", "press Enter", "press Enter", "hold",
                        "row 3"),
                scene(Activity.Paying.class, "scan bread", "press Enter"),
                scene(Activity.Paying.class, "scan bread", "press Enter", "type 2"),
                scene(Activity.Paying.class, "scan bread", "type 2", "press F11", "fail DISK_FULL", "press F12"),
                scene(Activity.VoucherCode.class, "scan bread", "press F9"),
                scene(Activity.VoucherCode.class, "scan bread", "press F9", "type V"),
                scene(Activity.VoucherAmount.class, "scan bread", "press F9", "scan GIFT-0001"),
                scene(Activity.VoucherAmount.class, "scan bread", "press F9", "scan GIFT-0001", "type 2"),
                scene(Activity.AskingCard.class, "scan bread", "hold", "press F10"),
                scene(Activity.AtTerminal.class, "scan bread", "press F10"),
                scene(Activity.AtTerminal.class, "scan bread", "press F10", "type 08"),
                scene(Kind.TERMINAL, Activity.Charging.class, "scan bread", "dither", "press F10"),
                scene(Kind.TERMINAL, Activity.Unanswered.class, "scan bread", "terminal IS_DEAF", "press F10"),
                scene(Activity.UndoAtTerminal.class, "scan bread", "type 1", "press F10", "press F2", "press Delete"),
                scene(Kind.TERMINAL, Activity.Undoing.class, "scan bread", "type 1", "press F10", "dither", "press Delete"),
                scene(Kind.TERMINAL, Activity.UndoOpen.class, "scan bread", "type 1", "press F10", "mumble 1", "press Delete"),
                scene(Activity.AskingUndo.class, "scan bread", "type 1", "press F10", "press F2", "hold", "press Delete"),
                scene(Activity.RecordingUndo.class, "scan bread", "type 1", "press F10", "press F2", "press Delete", "hold", "press F2"),
                scene(Activity.ChoosingTender.class, "scan bread", "type 1", "press F11", "type 1", "press F11", "press Delete"),
                scene(Activity.AnsweringCard.class, "scan bread", "press F10", "hold", "press F2"),
                scene(Activity.Saving.class, "scan bread", "hold", "press F12"),
                scene(Activity.Done.class, SOLD),
                scene(Activity.FindingReceipt.class, "press F6"),
                scene(Activity.FindingReceipt.class, "press F6", "type 1"),
                scene(Activity.TakingBack.class, SOLD + "scan receipt"),
                scene(Activity.TakingBack.class, SOLD + "scan receipt", "type 1"),
                scene(Activity.ExplainingReturn.class, "press F6", "press F7"),
                scene(Activity.Selling.class, "dither", "scan " + Shop.ELSEWHERE),
                scene(Activity.TakingBack.class, "scan " + Shop.ELSEWHERE),
                scene(Activity.ExplainingReturn.class, "silence", "scan " + Shop.ELSEWHERE),
                scene(Activity.TakingAny.class, "silence", "scan " + Shop.ELSEWHERE, "press Enter"),
                scene(Activity.AskingMark.class, UNRECEIPTED + "scan " + Shop.PHONE),
                scene(Activity.TakingAny.class, UNRECEIPTED),
                scene(Activity.TakingAny.class, UNRECEIPTED + "type 3*"),
                scene(Activity.TakingAny.class, UNRECEIPTED + "type 40"),
                scene(Activity.ChoosingBack.class, UNRECEIPTED + "type brea", "press Enter"),
                scene(Activity.Choosing.class, "type 123", "press Enter"),
                scene(Activity.ShowingReceipt.class, SOLD + "press F5"),
                scene(Activity.VoidingLast.class, SOLD + "press F5", "press F8"),
                scene(Activity.Journal.class, SOLD + "press Ctrl+J"),
                scene(Activity.Journal.class, SOLD + "press Ctrl+J", "type bre"),
                scene(Activity.Journal.class, SOLD + "press Ctrl+J", "hold", "type bre"),
                scene(Activity.ReadingStory.class, SOLD + "press Ctrl+J", "hold", "press Enter"),
                scene(Activity.SeeingStory.class, SOLD + "press Ctrl+J", "press Enter"),
                scene(Activity.SeeingStock.class, "scan bread", "press Ctrl+S"),
                scene(Activity.SeeingStock.class, "scan bread", "hold", "press Ctrl+S"),
                scene(SeeingWhy.class, "scan bread", "press Ctrl+S", "press Ctrl+Y"),
                scene(SeeingWhy.class, "scan bread", "press Ctrl+S", "press Down", "hold", "press Ctrl+Y"),
                scene(Activity.Approving.class, UNRECEIPTED + "scan coffee"),
                scene(Activity.RecordingApproval.class, UNRECEIPTED + "scan coffee", "hold", "press Enter"),
                scene(Activity.Holding.class, "scan bread", "hold", "press F3"),
                scene(Activity.ListingHeld.class, "hold", "press F3"),
                scene(Activity.ChoosingHeld.class, "scan bread", "press F3", "press F3"),
                scene(Activity.FindingCustomer.class, "press Ctrl+K"),
                scene(Activity.FindingCustomer.class, "scan bread", "press Ctrl+K", "type web"),
                scene(Activity.FindingCustomer.class, "press Ctrl+K", "hold", "type web"),
                scene(Activity.MeetingCustomer.class, "press Ctrl+K", "type Zoe", "press Enter"),
                scene(Activity.MeetingCustomer.class, "press Ctrl+K", "type Zoe", "press Enter", "type 01"),
                scene(Activity.MeetingCustomer.class, "press Ctrl+K", "type Zoe", "press Enter", "press Enter", "press Enter"),
                scene(Activity.Counting.class, "press Ctrl+I"),
                scene(Activity.Counting.class, "press Ctrl+I", "type 12"),
                scene(Activity.ListingCounts.class, "hold", "press Ctrl+I"),
                scene(Activity.SeeingCards.class, "alerts", "press Ctrl+W"),
                scene(Kind.STAFFED, Activity.SeeingCards.class, "alerts", "press Ctrl+L", "row 4", "type 736590", "press Enter"),
                scene(Activity.SubmittingCount.class, "press Ctrl+I", "scan milk", "hold", "press F12"),
                scene(Activity.ReadingResults.class, "press Ctrl+I", "hold", "press F6"),
                scene(Activity.SeeingResults.class, "press Ctrl+I", "press F6"),
                scene(Activity.RulingCount.class, "press Ctrl+I", "press F6", "press Enter", "press Enter"),
                scene(Activity.RecordingRuling.class, "press Ctrl+I", "press F6", "press Enter", "press Enter", "hold", "press Enter"),
                scene(Activity.AddingCustomer.class, "press Ctrl+K", "type Zoe", "press Enter", "hold", "press Ctrl+K"),
                scene(Activity.LookingAgain.class, "scan bread", "hold", "restart"),
                scene(Activity.Recalling.class, "scan bread", "press F3", "press F3", "hold", "press Enter"),
                scene(Kind.RESERVED, Activity.ChoosingReserved.class, "press Ctrl+A"),
                scene(Kind.RESERVED, Activity.ChoosingReserved.class, "press Ctrl+A", "type W"),
                scene(Kind.RESERVED, Activity.ChoosingReserved.class, "hold", "press Ctrl+A"),
                scene(Kind.RESERVED, Activity.Collecting.class, "press Ctrl+A", "hold", "press Enter"),
                scene(Activity.Helping.class, "press F1"),
                scene(Activity.Helping.class, "scan bread", "press F9", "press F1"),
                scene(Activity.Helping.class, "scan bread", "press F10", "press F1"),
                scene(Kind.STAFFED, Activity.Helping.class, "press Ctrl+L", "press Enter", "type 48", "press F1"),
                scene(Activity.GivingUp.class, "scan bread", "press F8"),
                scene(Kind.ASKED, Activity.TakingOut.class, "scan bread", "press Delete"),
                scene(Activity.Reducing.class, "scan bread", "type 5%", "press Ctrl+D"),
                scene(Activity.Voiding.class, "scan bread", "press F8", "hold", "press Enter"));
    }

    /// What became of scans.
    ///
    /// @param taken what was looked up or taken as a voucher's code, in order
    /// @param refused how many sounded a refusal
    private record Fate(List<String> taken, long refused) {}

    /// The keys of the codes without a pause.
    private static List<TillEvent> keys() {
        List<TillEvent> keys = new ArrayList<>();
        long micros = 5_000_000;
        for (String code : CODES) {
            for (int at = 0; at < code.length(); at++, micros += GAP_MICROS) {
                keys.add(new TillEvent.KeyTyped(code.charAt(at), micros));
            }
            keys.add(new TillEvent.KeyPressed(Stroke.of("ENTER"), micros));
            micros += GAP_MICROS;
        }
        return keys;
    }

    /// Sends the keys and answers nothing.
    private static TillState burst(TillState before, List<TillEffect> effects) {
        TillState state = before;
        for (TillEvent key : keys()) {
            Till.Step step = Till.step(state, key);
            state = step.state();
            effects.addAll(step.effects());
        }
        return state;
    }

    private static Fate fate(List<TillEffect> effects, TillState after) {
        List<String> taken = new ArrayList<>();
        voucher(after).ifPresent(taken::add);
        for (TillEffect effect : effects) {
            switch (effect) {
                case TillEffect.LookUp(long _, String code) -> taken.add(code);
                case TillEffect.LookUpBack(long _, String code) -> taken.add(code);
                case TillEffect.SearchCodes(long _, String code) -> throw new AssertionError("a scan was searched for: " + code);
                case TillEffect.LookUpMark(long _, var _, String code, boolean _) -> taken.add(code);
                case TillEffect.FindReceipt(long _, String code) -> taken.add(code);
                case TillEffect.AddCustomer(long _, var customer) when !customer.card().isEmpty() -> taken.add(customer.card());
                case TillEffect.FindReserved(long _, String code) -> taken.add(code);
                case TillEffect.ReadJournal(long _, String code, var _) when CODES.contains(code) -> taken.add(code);
                case TillEffect _ -> {}
            }
        }
        return new Fate(taken, effects.stream().filter(new TillEffect.Play(TillEffect.Sound.BLOCKED)::equals).count());
    }

    private static Optional<String> voucher(TillState state) {
        return state.activity() instanceof Activity.VoucherAmount(String code) ? Optional.of(code) : Optional.empty();
    }

    private static List<String> waiting(TillState state) {
        return state.asking().ahead().stream()
                .filter(TillEvent.Scanned.class::isInstance)
                .map(event -> ((TillEvent.Scanned) event).code())
                .toList();
    }

    /// The text before, or nothing when the scan used it or it belonged to what the cashier left.
    private static void assertNothingTyped(TillState before, TillState after) {
        assertTrue(after.input().isEmpty() || after.input().equals(before.input()),
                () -> "typed: " + before.input() + " became " + after.input());
        assertEquals(pin(before.activity()), pin(after.activity()), "digits of a PIN");
        assertTrue(after.wedge().held().isEmpty(), () -> "still held: " + after.wedge().held());
    }

    private static String pin(Activity activity) {
        return switch (activity) {
            case Activity.AskingPin asking -> asking.typed().digits();
            case Activity.Helping(Activity before) -> pin(before);
            case Activity _ -> "";
        };
    }

    private static Set<String> kinds(Class<?> sealed) {
        Class<?>[] permitted = sealed.getPermittedSubclasses();
        return permitted == null
                ? Set.of(sealed.getSimpleName())
                : Stream.of(permitted).map(ScanFirewallTest::kinds).flatMap(Collection::stream).collect(Collectors.toSet());
    }

    @Test
    void everyActivityIsHere() {
        Set<String> here = scenes().map(scene -> scene.activity().getSimpleName()).collect(Collectors.toCollection(TreeSet::new));
        here.add(Activity.Starting.class.getSimpleName());

        assertEquals(new TreeSet<>(kinds(Activity.class)), here);
    }

    @Test
    void aTillThatIsNotReadyRefuses() {
        TillState before = new Shop().starting();

        List<TillEffect> effects = new ArrayList<>();
        TillState after = burst(before, effects);

        assertEquals(new Fate(List.of(), CODES.size()), fate(effects, after));
        assertNothingTyped(before, after);
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everyScanIsTakenWaitsOrIsRefused(Scene scene) {
        TillState before = scene.sheet(scene.shop()).state();
        assertEquals(scene.activity(), before.activity().getClass());

        List<TillEffect> effects = new ArrayList<>();
        TillState after = burst(before, effects);

        List<String> sent = sent(before);
        List<String> known = known(effects, after);
        assertEquals(sent.size(), known.size() + fate(effects, after).refused(), () -> "taken or waiting: " + known);
        assertInOrder(sent, known);
        assertNothingTyped(before, after);
    }

    /// What the till waits for comes in the middle of the second code, or each answer at once.
    @ParameterizedTest
    @MethodSource("scenes")
    void answersInTheMiddleOfACodeSplitNone(Scene scene) {
        Shop shop = scene.shop();
        Sheet sheet = scene.sheet(shop);
        TillState before = sheet.state();
        shop.wanted();

        List<TillEffect> effects = new ArrayList<>();
        for (TillEvent key : keys().subList(0, KEYS_BEFORE_ANSWERS)) {
            sheet.tell(key);
        }
        effects.addAll(shop.wanted());
        if (scene.isAnswerHeldBack()) {
            sheet.release();
        }
        for (TillEvent key : keys().subList(KEYS_BEFORE_ANSWERS, keys().size())) {
            sheet.tell(key);
        }
        effects.addAll(shop.wanted());

        TillState after = sheet.state();
        List<String> sent = sent(before);
        List<String> known = known(effects, after);
        assertTrue(sent.size() <= known.size() + fate(effects, after).refused(), () -> "taken or waiting: " + known);
        assertInOrder(sent, known);
        assertTrue(after.wedge().held().isEmpty(), () -> "still held: " + after.wedge().held());
        assertTrue(CODES.stream().noneMatch(code -> after.input().contains(code.substring(0, 3))), () -> "typed: " + after.input());
    }

    private static List<String> sent(TillState before) {
        List<String> sent = new ArrayList<>(waiting(before));
        voucher(before).ifPresent(sent::addFirst);
        sent.addAll(CODES);
        return sent;
    }

    private static List<String> known(List<TillEffect> effects, TillState after) {
        List<String> known = new ArrayList<>(fate(effects, after).taken());
        known.addAll(waiting(after));
        return known;
    }

    private static void assertInOrder(List<String> sent, List<String> known) {
        assertTrue(sent.containsAll(known), () -> "misread: " + known);
        assertEquals(sent.stream().filter(known::contains).toList(), known, "in order");
    }
}
