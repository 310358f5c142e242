package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.key.Scanner;
import io.evertill.key.Stroke;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class KeyChangesTest {
    @Test
    void keysAreChangedTakenAwayAndSwapped() {
        KeyChanges changes = read("# our keyboard", "", "EXACT_CASH = Ctrl+Enter", " CASH=f12 ", "THEME = none", "STOCK = Page_Up");

        assertEquals(List.of(), changes.mistakes());
        assertEquals(Optional.of(Stroke.parse("CTRL+ENTER")), changes.keymap().stroke(Action.EXACT_CASH));
        assertEquals(Optional.of(Stroke.of("F12")), changes.keymap().stroke(Action.CASH));
        assertEquals(Optional.empty(), changes.keymap().stroke(Action.THEME));
        assertEquals(Optional.of(Action.STOCK), changes.keymap().find(Stroke.of("PAGE_UP"), Offers.SELLING));
        assertEquals(Keymap.USUAL.stroke(Action.CARD), changes.keymap().stroke(Action.CARD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CSAH = F11          | line 1: 'CSAH' is no action
            CASH                | line 1: '' is no key
            CASH = F25          | line 1: 'F25' is no key
            CASH = Strg+K       | line 1: 'Strg+K' is no key
            CASH = 7            | line 1: '7' is no key
            CASH = DIGIT7       | line 1: DIGIT7 writes a character
            CASH = K            | line 1: K writes a character
            CASH = Shift+K      | line 1: SHIFT+K writes a character
            CASH = Ctrl+Alt+Q   | line 1: CTRL+ALT+Q writes a character
            CASH = Numpad3      | line 1: NUMPAD3 writes a character
            CASH = Enter        | line 1: ENTER ends a code of a scanner: only ENTER may have it
            CASH = Tab          | line 1: TAB ends a code of a scanner: only the scanner may have it
            CASH = F24          | line 1: F24 is sent by scanners
            CASH = Alt+Page_Up  | line 1: ALT+PAGE_UP is sent by scanners
            ENTER = none        | line 1: ENTER cannot be without a key
            UP = none           | line 1: UP cannot be without a key
            CASH = F12          | CASH and EXACT_CASH can be done at the same time
            """)
    void aMistakeIsSaidAndTheUsualKeysStay(String line, String mistake) {
        KeyChanges changes = KeyChanges.of(List.of(line), announced());

        assertEquals(1, changes.mistakes().size(), changes.mistakes()::toString);
        assertTrue(changes.mistakes().getFirst().replace("EXACT_CASH and CASH", "CASH and EXACT_CASH").startsWith(mistake),
                changes.mistakes()::toString);
        assertEquals(Keymap.USUAL, changes.keymap());
    }

    @Test
    void allMistakesAreSaidAtOnceAndNothingIsChanged() {
        KeyChanges changes = read("STOCK = F13", "CASH = 5", "CARD = F10", "CARD = F14", "NONSENSE = F15");

        assertEquals(3, changes.mistakes().size(), changes.mistakes()::toString);
        assertEquals(Keymap.USUAL, changes.keymap());
    }

    /// Whoever writes down what `keys` lists has written no mistake.
    @ParameterizedTest
    @EnumSource(Action.class)
    void everyUsualKeyMayBeWrittenDown(Action action) {
        String line = action + " = " + Keymap.USUAL.stroke(action).orElseThrow();

        assertEquals(KeyChanges.NONE, read(line));
    }

    private static Scanner announced() {
        return new Scanner(Optional.of(Stroke.of("F24")), Set.of(Stroke.of("ENTER"), Stroke.of("TAB")), 40_000, 300_000, 6);
    }

    private static KeyChanges read(String... lines) {
        return KeyChanges.of(List.of(lines), Scanner.USUAL);
    }
}
