package io.evertill.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WordingTest {
    @RandomTest(seeds = 2_000)
    void aPrintableTextHasUtf8AndNoControls(Chance chance) {
        StringBuilder text = new StringBuilder(chance.text(6));
        if (chance.flip()) {
            text.insert(chance.below(text.length() + 1), (char) chance.between(0, Character.MAX_VALUE));
        }
        boolean hasControls = text.chars().anyMatch(c -> c < ' ' || c == 127);

        assertEquals(hasUtf8(text.toString()) && !hasControls, Wording.isPrintable(text.toString()), text.toString());
    }

    @Test
    void aTextThatMustSaySomethingIsNotBlankAndNotTooLong() {
        assertEquals("ab", Wording.require("the note", "ab", 2));
        assertEquals("", Wording.allow("the note", "", 2));
        assertThrows(IllegalArgumentException.class, () -> Wording.require("the note", " ", 2));
        assertThrows(IllegalArgumentException.class, () -> Wording.require("the note", "abc", 2));
        assertThrows(IllegalArgumentException.class, () -> Wording.allow("the note", "a\n", 2));
    }

    @RandomTest(seeds = 1_000)
    void aBriefTextIsPrintableAndShort(Chance chance) {
        StringBuilder text = new StringBuilder(chance.text(30));
        text.insert(chance.below(text.length() + 1), (char) chance.between(0, Character.MAX_VALUE));
        int lengthMax = 1 + chance.below(30);

        String brief = Wording.brief(text.toString(), lengthMax);

        assertEquals(true, Wording.isPrintable(brief), brief);
        assertEquals(text.length() > lengthMax ? lengthMax + 3 : text.length(), brief.length());
    }

    private static boolean hasUtf8(String text) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
