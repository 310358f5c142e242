package io.evertill.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {
    @Test
    void aDayOrNever() {
        assertEquals(Optional.of(LocalDate.of(2027, 1, 31)), Expiry.parse("2027-01-31").lastDay());
        assertEquals(Optional.empty(), Expiry.parse("never").lastDay());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Never", "2027-02-30", "2027-1-31", "31.01.2027", "+12027-01-31", "2027-01-31Z"})
    void anythingElseIsRefusedInASentence(String text) {
        String sentence = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Expiry.parse(text)).getMessage());

        assertTrue(sentence.equals("'" + text + "' is neither a date such as 2027-01-31 nor never"), sentence);
    }
}
