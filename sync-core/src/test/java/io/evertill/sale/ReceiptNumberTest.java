package io.evertill.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptNumberTest {
    @RandomTest
    void aNumberIsMadeOfPartsThatCanBeReadBack(Chance chance) {
        String store = chance.code(8) + chance.pick("", ".", "_A", "9");
        String till = chance.code(8);
        long number = chance.between(1, 9_999_999_999L);

        ReceiptNumber receipt = ReceiptNumber.of(store, till, "9f3a", number);

        assertEquals(store, receipt.store());
        assertEquals(till, receipt.till());
        assertEquals(number, receipt.number());
        assertEquals(receipt, new ReceiptNumber(receipt.text()));
    }

    @RandomTest(seeds = 500)
    void whatLooksLikeANumberIsOne(Chance chance) {
        String text = chance.flip()
                ? chance.text(40)
                : chance.code(3) + "-" + chance.code(3) + chance.pick("-", "--", "") + "9f3a-" + chance.pick("0", "01", "17", "", "x");

        if (ReceiptNumber.looksLike(text)) {
            assertEquals(text, new ReceiptNumber(text).text());
        } else {
            assertThrows(IllegalArgumentException.class, () -> new ReceiptNumber(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "17", "S1-T2-9f3a", "S1-T2-9F3A-17", "S1-T2-9f3-17", "S1-T2-9f3a-0", "S1-T2-9f3a-017", "S1-T2-9f3a-12345678901",
        "S-1-T2-9f3a-17", "S1-T2-9f3a-17\n", " S1-T2-9f3a-17", "Ä1-T2-9f3a-17",
        "S1234567890123456789012345678901234567890123456789012345678901234567890-T2-9f3a-17"
    })
    void anythingElseIsNone(String text) {
        assertFalse(ReceiptNumber.looksLike(text));
        assertThrows(IllegalArgumentException.class, () -> new ReceiptNumber(text));
    }
}
