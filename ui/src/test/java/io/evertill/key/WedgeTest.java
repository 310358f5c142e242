package io.evertill.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Scanners at the speed of their hardware, hands at theirs, and both at once.
final class WedgeTest {
    private static final Stroke ENTER = Stroke.of("ENTER");
    private static final int SCANNER_GAP_MICROS = 15_000 / 13;

    private final List<Heard.Sign> signs = new ArrayList<>();
    private Wedge wedge = Wedge.of(Scanner.USUAL);
    private long micros = 1_000_000;

    private void hear(Heard heard) {
        wedge = heard.wedge();
        signs.addAll(heard.signs());
    }

    private void type(String text, long gapMicros) {
        text.codePoints().forEach(character -> {
            hear(wedge.typed(character, micros));
            micros += gapMicros;
        });
    }

    private void press(String stroke, long gapMicros) {
        hear(wedge.pressed(Stroke.parse(stroke), micros));
        micros += gapMicros;
    }

    private void scan(String code) {
        type(code, SCANNER_GAP_MICROS);
        press("ENTER", SCANNER_GAP_MICROS);
    }

    /// Time passes, and the clock says so every few milliseconds.
    private void pause(long pauseMicros) {
        for (long passed = 0; passed < pauseMicros; passed += 5_000) {
            hear(wedge.quiet(micros));
            micros += 5_000;
        }
    }

    /// What was heard: codes in brackets, keys in angles, typed characters as they are.
    private String heard() {
        return signs.stream().map(sign -> switch (sign) {
            case Heard.Sign.Typed(int character) -> Character.toString(character);
            case Heard.Sign.Pressed(Stroke stroke) -> "<" + stroke + ">";
            case Heard.Sign.Code(String text) -> "[" + text + "]";
            case Heard.Sign.Torn() -> "!";
        }).collect(Collectors.joining());
    }

    @Test
    void thirteenDigitsInFifteenMillisecondsAreACode() {
        scan("4006381333931");

        assertEquals("[4006381333931]", heard());
    }

    @Test
    void theSeparatorOfASymbolIsPartOfTheCode() {
        type("010950600013435210L-7", SCANNER_GAP_MICROS);
        press("CTRL+CLOSE_BRACKET", SCANNER_GAP_MICROS);
        scan("21SN-1");

        assertEquals("[010950600013435210L-7\u001d21SN-1]", heard());
    }

    @Test
    void theSeparatorOfAHandWritesNothing() {
        type("a", 0);
        pause(200_000);
        press("CTRL+CLOSE_BRACKET", 0);

        assertEquals("a<CTRL+CLOSE_BRACKET>", heard());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NUMPAD0 NUMPAD2 NUMPAD9", "INSERT DOWN PAGE_UP"})
    void theSeparatorTypedByItsNumberIsPartOfTheCode(String keys) {
        type("010950600013435210L-7", SCANNER_GAP_MICROS);
        for (String key : keys.split(" ", -1)) {
            press("ALT+" + key, SCANNER_GAP_MICROS);
        }
        scan("21SN-1");

        assertEquals("[010950600013435210L-7\u001d21SN-1]", heard());
    }

    @Test
    void theNumberOfTheSeparatorByHandWritesNothing() {
        type("a", 0);
        pause(200_000);
        press("ALT+NUMPAD0", 150_000);
        press("ALT+NUMPAD2", 150_000);
        press("ALT+NUMPAD9", 150_000);

        assertEquals("a<ALT+NUMPAD0><ALT+NUMPAD2><ALT+NUMPAD9>", heard());
    }

    @Test
    void anotherNumberIsNoSeparator() {
        type("4006381333931", SCANNER_GAP_MICROS);
        press("ALT+NUMPAD9", 0);

        assertEquals("[4006381333931]<ALT+NUMPAD9>", heard());
    }

    @Test
    void codesRightBehindOneAnotherAreSeveral() {
        scan("4006381333931");
        scan("5000112637922");
        scan("96385074");

        assertEquals("[4006381333931][5000112637922][96385074]", heard());
    }

    @Test
    void aHandTypesTheSameDigits() {
        type("4006381333931", 120_000);
        press("ENTER", 120_000);

        assertEquals("4006381333931<ENTER>", heard());
    }

    @Test
    void aFastHandIsStillAHand() {
        type("12", 30_000);
        micros += 60_000;
        type("50", 35_000);
        micros += 80_000;
        type("99", 25_000);
        press("ENTER", 0);

        assertEquals("125099<ENTER>", heard());
    }

    @Test
    void aKeyThatIsHeldDownIsNoCode() {
        type("00000000", 33_000);
        press("ENTER", 0);

        assertEquals("00000000<ENTER>", heard());
    }

    @Test
    void whatWasTypedBeforeAScanStaysTyped() {
        type("3*", 150_000);
        scan("4006381333931");

        assertEquals("3*[4006381333931]", heard());
    }

    @Test
    void aBusyMachineDeliversTheRestLate() {
        type("40063", SCANNER_GAP_MICROS);
        pause(180_000);
        type("81333931", 0);
        press("ENTER", 0);

        assertEquals("[4006381333931]", heard());
    }

    @Test
    void lineFeedAfterReturnIsNoSecondEnter() {
        scan("4006381333931");
        press("ENTER", 500_000);
        press("ENTER", 0);

        assertEquals("[4006381333931]<ENTER>", heard());
    }

    @Test
    void aKeyBetweenACodeAndEnterMakesItAHands() {
        scan("4006381333931");
        press("DOWN", 0);
        press("ENTER", 0);

        assertEquals("[4006381333931]<DOWN><ENTER>", heard());
    }

    @Test
    void aScannerWithoutSuffixIsHeardBySilence() {
        type("4006381333931", SCANNER_GAP_MICROS);
        pause(400_000);

        assertEquals("[4006381333931]", heard());
    }

    @Test
    void aKeyRightBehindACodeComesAfterIt() {
        type("4006381333931", SCANNER_GAP_MICROS);
        press("F12", 0);

        assertEquals("[4006381333931]<F12>", heard());
    }

    @Test
    void aHandWaitsForNothing() {
        type("3", 0);
        String shown = wedge.isShown() ? wedge.held() : "";
        pause(60_000);

        assertEquals("3", shown);
        assertEquals("3", heard());
        assertEquals(false, wedge.isHolding());
    }

    @Test
    void aPrefixMakesTheShortestTextACode() {
        wedge = Wedge.of(new Scanner(Optional.of(Stroke.parse("F24")), Scanner.USUAL.suffixes(), 40_000, 300_000, 6));

        press("F24", 100_000);
        type("7", 100_000);
        press("TAB", 100_000);
        type("7", 100_000);
        press("TAB", 100_000);

        assertEquals("[7]7<TAB>", heard());
    }

    @Test
    void aCodeThatWasAnnouncedAndNeverEndsCountsNothing() {
        wedge = Wedge.of(new Scanner(Optional.of(Stroke.parse("F24")), Scanner.USUAL.suffixes(), 40_000, 300_000, 6));

        press("F24", 1_000);
        type("400638", 1_000);
        pause(400_000);

        assertEquals("!", heard());
    }

    @Test
    void lettersAndDashesOfAReceiptAreACode() {
        scan("S1-T1-9f3a-17");

        assertEquals("[S1-T1-9f3a-17]", heard());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void nothingOfAScanIsEverTyped(long seed) {
        System.out.println("seed " + seed + ": mvn -pl ui -am test -Dtest=WedgeTest -Dsurefire.failIfNoSpecifiedTests=false");
        Random random = new Random(seed);
        StringBuilder expected = new StringBuilder();

        for (int deed = 0; deed < 2_000; deed++) {
            if (random.nextInt(3) == 0) {
                String typed = Integer.toString(random.nextInt(1_000));
                type(typed, 60_000 + random.nextInt(200_000));
                expected.append(typed);
            } else {
                String code = "4" + (100_000 + random.nextInt(900_000)) + (100_000 + random.nextInt(900_000));
                int stall = random.nextInt(code.length());
                for (int at = 0; at < code.length(); at++) {
                    type(code.substring(at, at + 1), at == stall && at > 2 && deed % 2 == 0 ? 200_000 : random.nextInt(20_000));
                }
                press("ENTER", random.nextInt(20_000));
                expected.append('[').append(code).append(']');
            }
            pause(350_000);
        }

        assertEquals(expected.toString(), heard());
        assertTrue(wedge.held().isEmpty());
        assertEquals(ENTER, Stroke.parse("enter"));
    }
}
