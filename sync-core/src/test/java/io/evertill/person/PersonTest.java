package io.evertill.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {
    @Test
    void namesOfAnyScriptAreNames() {
        assertEquals("Größe 牛 🍵", new Person("g", "Größe 牛 🍵").name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "a\nb", "\udc00"})
    void whatNobodyCanReadIsNoName(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Person("ada", text));
        assertThrows(IllegalArgumentException.class, () -> new Person(text, "Ada"));
    }

    @Test
    void idsAndNamesAreLimited() {
        assertThrows(IllegalArgumentException.class, () -> new Person("i".repeat(65), "Ada"));
        assertThrows(IllegalArgumentException.class, () -> new Person("ada", "n".repeat(101)));
    }
}
