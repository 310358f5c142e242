package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.ledger.Bytes;
import io.evertill.staff.Pin;
import org.junit.jupiter.api.Test;

class PinHashTest {
    private static final Pin PIN = new Pin("482193");

    @Test
    void itTakesWhatOwaspSaysAndOnlyTheRightPinMatches() {
        String hash = PinHash.of(PIN, Bytes.of("0123456789abcdef"));

        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$"), hash);
        assertTrue(PinHash.matches(PIN, hash));
        assertFalse(PinHash.matches(new Pin("482194"), hash));
        assertFalse(PinHash.matches(new Pin("48219"), hash));
    }

    @Test
    void equalPinsLookDifferent() {
        assertFalse(PinHash.of(PIN, Bytes.of("0123456789abcdef")).equals(PinHash.of(PIN, Bytes.of("0123456789abcdeg"))));
        assertEquals(PinHash.of(PIN, Bytes.of("0123456789abcdef")), PinHash.of(PIN, Bytes.of("0123456789abcdef")));
    }

    @Test
    void aHashThatTakesTooMuchIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PinHash.matches(PIN, "$argon2id$v=19$m=1048576,t=2,p=1$c2FsdHNhbHQ$aGFzaA"));
        assertThrows(IllegalArgumentException.class, () -> PinHash.matches(PIN, "$argon2id$nonsense"));
    }
}
