package io.evertill.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StrokeTest {
    @ParameterizedTest
    @ValueSource(strings = {"F12", "CTRL+L", "CTRL+ALT+SHIFT+DELETE", "SHIFT+BACK_SPACE"})
    void textIsReadBack(String text) {
        assertEquals(text, Stroke.parse(text).toString());
    }

    @Test
    void caseAndBlanksDoNotMatter() {
        assertEquals(new Stroke("BACK_SPACE", true, false, false), Stroke.parse(" ctrl + Back_Space "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "Ctrl", "Hyper+F1", "Ctrl+", "F 1"})
    void whatNamesNoKeyIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Stroke.parse(text));
    }
}
