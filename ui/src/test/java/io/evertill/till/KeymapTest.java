package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.key.Stroke;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KeymapTest {
    @Test
    void theKeysAsShippedDoNotClash() {
        assertEquals(List.of(), Keymap.clashes(Keymap.USUAL.keys()));
    }

    @Test
    void aKeyCanBeChanged() {
        Keymap keymap = Keymap.USUAL.with(Map.of("EXACT_CASH", "Ctrl+Enter"));

        assertEquals(Optional.of(Stroke.parse("Ctrl+Enter")), keymap.stroke(Action.EXACT_CASH));
    }

    @Test
    void twoActionsOfOneActivityCannotShareAKey() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> Keymap.USUAL.with(Map.of("EXACT_CASH", "F11")));

        assertEquals(true, refusal.getMessage().contains("EXACT_CASH") && refusal.getMessage().contains("CASH"));
    }

    @Test
    void actionsThatAreNeverOfferedTogetherMayShareAKey() {
        Keymap keymap = Keymap.USUAL.with(Map.of("APPROVED", "F12", "DECLINED", "F9"));

        assertEquals(Optional.of(Action.APPROVED), keymap.find(Stroke.of("F12"), Offers.AT_TERMINAL));
        assertEquals(Optional.of(Action.EXACT_CASH), keymap.find(Stroke.of("F12"), Offers.SELLING));
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Keymap.USUAL.with(Map.of("SELL_EVERYTHING", "F12")));
    }
}
