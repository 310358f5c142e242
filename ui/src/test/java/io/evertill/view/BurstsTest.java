package io.evertill.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.sale.Line;
import io.evertill.stock.Quantity;
import io.evertill.till.Action;
import io.evertill.till.Moment;
import io.evertill.till.Notice;
import io.evertill.till.Shop;
import io.evertill.till.TillEvent;
import io.evertill.till.TillState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Codes that a scanner types into the window faster than it is drawn, whatever is on screen: none is lost, split, typed
/// into a field, or counted twice.
final class BurstsTest {
    private static final List<String> CODES = List.of(Shop.MILK, Shop.BREAD, Shop.COFFEE);
    private static final String SOLD_BEFORE = "1 MILK, 1 BREAD, 1 COFFEE";

    /// What is on screen, what was typed there, and what becomes of milk, bread and coffee scanned in one go: the basket,
    /// how many scans wait, and what the till says.
    static Stream<Arguments> screens() {
        return Stream.of(
                screen("selling", rig -> rig.type("12"), "12", SOLD_BEFORE, 0, ""),
                screen("a multiplied article", rig -> rig.type("3*"), "", "3 MILK, 1 BREAD, 1 COFFEE", 0, ""),
                screen("a search", rig -> rig.type("te"), "", SOLD_BEFORE, 0, ""),
                screen("keys", rig -> rig.press(KeyCode.F1), "", SOLD_BEFORE, 0, ""),
                screen("weighing", rig -> {
                    rig.type("apples");
                    rig.press(KeyCode.ENTER);
                    rig.type("0.2");
                }, "0.2", "", 3, ""),
                screen("paying", rig -> {
                    rig.scan("BAG-000");
                    rig.type("bag");
                    rig.press(KeyCode.ENTER, KeyCode.ENTER);
                    rig.type("5");
                }, "5", "1 BAG, " + SOLD_BEFORE, 0, ""),
                screen("a voucher's code", rig -> {
                    rig.type("coffee");
                    rig.press(KeyCode.ENTER, KeyCode.F9);
                }, "", "1 COFFEE", 2, ""),
                screen("the card terminal", rig -> {
                    rig.type("bag");
                    rig.press(KeyCode.ENTER, KeyCode.F10);
                    rig.type("081");
                }, "081", "1 BAG", 3, "CARD_ASK"),
                screen("the last sale", rig -> sell(rig), "", SOLD_BEFORE, 0, ""),
                screen("the last receipt", rig -> {
                    sell(rig);
                    rig.press(KeyCode.F5);
                }, "", SOLD_BEFORE, 0, ""),
                screen("asking for a receipt", rig -> rig.press(KeyCode.F6), "", "", 0, "RECEIPT_UNKNOWN"),
                screen("taking back", rig -> {
                    sell(rig);
                    rig.scan("S1-T1-9f3a-1");
                    rig.type("1");
                }, "1", "", 0, "NOT_ON_RECEIPT"),
                screen("giving up", rig -> {
                    rig.type("bag");
                    rig.press(KeyCode.ENTER, KeyCode.F8);
                }, "", "1 BAG, " + SOLD_BEFORE, 0, ""),
                screen("signing in", rig -> rig.pressCtrl(KeyCode.L), "", "", 0, "SIGN_IN_FIRST"));
    }

    private static Arguments screen(
            String name, Situations.Way way, String input, String basket, int waiting, String says) {
        return Arguments.of(name, way, new Outcome(input, basket, waiting, says));
    }

    record Outcome(String input, String basket, int waiting, String says) {}

    private static void sell(Rig rig) throws Exception {
        rig.type("bag");
        rig.press(KeyCode.ENTER, KeyCode.F12);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("screens")
    void threeScansInAFewMillisecondsAreThreeScans(String name, Situations.Way way, Outcome expected) throws Exception {
        Rig rig = Rig.usual();
        way.go(rig);

        rig.pause();
        rig.burst(() -> 300, KeyCode.ENTER, CODES.toArray(String[]::new));

        assertEquals(expected, outcome(rig.state()), name);
        rig.close();
    }

    /// In everything that a cashier can be doing, thirteen digits in fifteen milliseconds and the next code right behind are
    /// what three whole codes are: what was typed, a PIN's digits, what waits for an answer and the marked line are as they were.
    @Test
    void keysOfAScannerAreWholeCodesWhateverTheCashierIsDoing() throws Exception {
        Rig rig = Rig.usual();
        List<String> faults = new ArrayList<>();
        List<KeyCode> suffixes = List.of(KeyCode.ENTER, KeyCode.TAB);
        List<Moment> moments = Moment.all();
        for (Moment moment : moments) {
            Moment.Open real = moment.open();
            Moment.Open twin = moment.open();
            rig.enter(real.shop(), real.state());

            rig.pause();
            rig.burst(() -> 15_000 / 13, suffixes.get(moments.indexOf(moment) % suffixes.size()), CODES.toArray(String[]::new));
            differ(twin.scanned(CODES), rig.state()).ifPresent(fault -> faults.add(moment + ": " + fault));

            if (!real.late().isEmpty()) {
                rig.tell(real.late().toArray(TillEvent[]::new));
                differ(twin.answered(), rig.state()).ifPresent(fault -> faults.add(moment + ", answered: " + fault));
            }
        }
        assertEquals("", String.join("\n", faults));
        rig.close();
    }

    private static Optional<String> differ(TillState whole, TillState typed) {
        List<Object> expected = seen(whole);
        List<Object> actual = seen(typed);
        return expected.equals(actual) ? Optional.empty() : Optional.of(expected + " became " + actual);
    }

    private static List<Object> seen(TillState state) {
        return List.of(state.activity(), state.inputShown(), outcome(state), state.selected(), state.sale(), state.asking().ahead(),
                state.notice());
    }

    @Test
    void hundredsOfScansWithEverySuffixAndStutterAreCounted() throws Exception {
        long seed = 20_260_314;
        System.out.println("seed " + seed + ": mvn -pl ui -am test -Dtest=BurstsTest -Dsurefire.failIfNoSpecifiedTests=false");
        Random random = new Random(seed);
        Rig rig = Rig.usual();
        Map<String, Long> scanned = new TreeMap<>();

        for (int round = 0; round < 40; round++) {
            List<String> codes = random.ints(1 + random.nextInt(5), 0, CODES.size()).mapToObj(CODES::get).toList();
            codes.forEach(code -> scanned.merge(sku(code), 1L, Long::sum));
            rig.pause();
            rig.burst(() -> random.nextInt(20_000), random.nextBoolean() ? KeyCode.ENTER : KeyCode.TAB,
                    codes.toArray(String[]::new));
        }

        assertEquals(scanned, rig.state().sale().basket().lines().stream().collect(Collectors.groupingBy(
                line -> line.item().sku().code(), TreeMap::new,
                Collectors.summingLong(line -> line.quantity().tenThousandths() / Quantity.ONE))));
        assertEquals("", rig.state().input());
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {250_000, 2_000_000})
    void aScanThatABusyMachineInterruptsIsOneScan(long heldUpMicros) throws Exception {
        Rig rig = Rig.usual();
        LongStream.Builder gaps = LongStream.builder();
        LongStream.range(0, 14).map(at -> at == 6 ? heldUpMicros : 400).forEach(gaps::add);
        var gap = gaps.build().iterator();

        rig.pause();
        rig.burst(gap::nextLong, KeyCode.ENTER, Shop.MILK);

        assertEquals(new Outcome("", "1 MILK", 0, ""), outcome(rig.state()));
        rig.close();
    }

    @Test
    void workBetweenTheFirstTwoKeysOfAScanIsNoPause() throws Exception {
        Rig rig = Rig.usual();

        rig.pause();
        rig.slow(700_000);
        rig.half(Shop.MILK.substring(0, 1), new TillEvent.Acted(Action.NETWORK));
        rig.slow(0);
        rig.burst(() -> 400, KeyCode.ENTER, Shop.MILK.substring(1));

        assertEquals(new Outcome("", "1 MILK", 0, ""), outcome(rig.state()));
        rig.close();
    }

    @Test
    void anEnterPressedWhileAScanIsStillWorkedOnIsAnEnter() throws Exception {
        Rig rig = Rig.usual();
        rig.scan(Shop.MILK);
        rig.press(KeyCode.F12);
        String receipt = rig.state().last().orElseThrow().sale().receipt().text();
        rig.press(KeyCode.ESCAPE, KeyCode.F6);
        rig.slow(300_000);

        rig.scan(receipt);
        rig.pressAtOnce(KeyCode.ENTER);

        assertEquals(new Outcome("", "-1 MILK", 0, "TAKEN_BACK"), outcome(rig.state()));
        rig.close();
    }

    private static String sku(String code) {
        return code.equals(Shop.MILK) ? "MILK" : code.equals(Shop.BREAD) ? "BREAD" : "COFFEE";
    }

    private static Outcome outcome(TillState state) {
        String basket = state.sale().basket().lines().stream().map(BurstsTest::line).collect(Collectors.joining(", "));
        String says = state.notice().map(notice -> notice instanceof Notice.Said said ? said.phrase().name() : "").orElse("");
        return new Outcome(state.inputShown(), basket, state.scansAhead(), says);
    }

    private static String line(Line line) {
        return line.quantity().text() + " " + line.item().sku();
    }
}
