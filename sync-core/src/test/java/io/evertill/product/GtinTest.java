package io.evertill.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
    @ParameterizedTest
    @CsvSource({
        "629104150021, 3", "950110153100, 0", "703801005447, 1", "978820551237, 5", "9638527, 2", "9638507, 4", "9501234, 6",
        "03600029145, 2", "1061414100734, 6", "37610425002123456, 9"
    })
    void checkDigitsAreThoseThatOthersPublish(String digits, char expected) {
        assertEquals(expected, Gtin.checkDigit(digits));
    }

    @RandomTest
    void oneWrongDigitIsAlwaysNoticed(Chance chance) {
        String right = valid(chance, 13);
        int at = chance.below(right.length());
        char wrong = (char) ('0' + (right.charAt(at) - '0' + 1 + chance.below(9)) % 10);
        String text = right.substring(0, at) + wrong + right.substring(at + 1);

        assertThrows(IllegalArgumentException.class, () -> Gtin.of(text));
    }

    @RandomTest
    void twoSwappedNeighboursAreNoticedUnlessTheyDifferByFive(Chance chance) {
        String right = valid(chance, 13);
        int at = chance.below(right.length() - 1);
        String swapped = right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2);

        int difference = Math.abs(right.charAt(at) - right.charAt(at + 1));
        if (difference % 5 == 0) {
            assertEquals(swapped.length(), Gtin.of(swapped).digits().length() - 1);
        } else {
            assertThrows(IllegalArgumentException.class, () -> Gtin.of(swapped));
        }
    }

    @RandomTest
    void leadingZerosDoNotMakeAnotherItem(Chance chance) {
        String upc = valid(chance, 12);

        assertEquals(Gtin.of(upc), Gtin.of("0" + upc));
        assertEquals(Gtin.of(upc), Gtin.of("00" + upc));
    }

    @Test
    void aCaseIsAnotherItemThanItsUnit() {
        assertNotEquals(Gtin.of("00614141007349"), Gtin.of("10614141007346"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "1", "1234567", "123456789", "12345678901", "123456789012345", "4006381333932", "40063813339３1", "-400638133393"
    })
    void anythingElseIsRefused(String digits) {
        assertThrows(IllegalArgumentException.class, () -> Gtin.of(digits));
    }

    static String valid(Chance chance, int length) {
        String digits = chance.digits(length - 1);
        return digits + Gtin.checkDigit(digits);
    }
}
