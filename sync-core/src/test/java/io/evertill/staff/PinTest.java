package io.evertill.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PinTest {
    @Test
    void itIsNeverPrintedNorRepeated() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new Pin("48x1"));

        assertFalse(new Pin("4821").toString().contains("4821"));
        assertFalse(String.valueOf(refusal.getMessage()).contains("48x1"));
    }

    @Test
    void itTakesDigitsUpToEight() {
        Pin pin = Pin.EMPTY;
        for (char character : "12a3-4567890".toCharArray()) {
            pin = pin.plus(character);
        }

        assertEquals(new Pin("12345678"), pin);
        assertEquals(new Pin("1234567"), pin.erased());
        assertEquals(Pin.EMPTY, Pin.EMPTY.erased());
    }

    @Test
    void whoIsTrustedMoreHasMoreDigits() {
        assertTrue(new Pin("1234").isEnoughFor(TillRole.CASHIER));
        assertFalse(new Pin("123").isEnoughFor(TillRole.CASHIER));
        for (TillRole role : new TillRole[] {TillRole.SUPERVISOR, TillRole.MANAGER, TillRole.IT}) {
            assertFalse(new Pin("12345").isEnoughFor(role), role.name());
            assertTrue(new Pin("123456").isEnoughFor(role), role.name());
        }
    }
}
