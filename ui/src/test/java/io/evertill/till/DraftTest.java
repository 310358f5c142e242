package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DraftTest {
    @ParameterizedTest
    @CsvSource({
        "Zoe Wild, 'Zoe Wild,,', PHONE",
        "zoe@wild.example, ',,zoe@wild.example', NAME",
        "+49 151 2345678, ',+49 151 2345678,', NAME",
        "'', ',,', NAME",
    })
    void whatWasTypedIsKnownAndTheNextThingIsAskedFor(String typed, String known, Draft.Field asked) {
        Draft draft = Draft.of(typed);

        assertEquals(known, draft.name() + "," + draft.phone() + "," + draft.email());
        assertEquals(asked, draft.field());
    }

    @ParameterizedTest
    @CsvSource({
        "NAME, Zoe, true",
        "PHONE, none, false",
        "PHONE, 0151, true",
        "EMAIL, zoe, false",
        "EMAIL, zoe@, false",
        "EMAIL, @wild, false",
        "EMAIL, zoe@wild, true",
        "CARD, 12345678901234567890123456789012345678901, false",
        "CARD, K-1, true",
    })
    void nonsenseIsNotTaken(Draft.Field field, String text, boolean isTaken) {
        assertEquals(isTaken, new Draft("", "", "", "", field).takes(text));
    }

    @Test
    void itSaysNothingOfThePersonToALog() {
        assertFalse(Draft.of("Zoe Wild").toString().contains("Zoe"));
    }
}
