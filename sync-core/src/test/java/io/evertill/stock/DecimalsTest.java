package io.evertill.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    @RandomTest(seeds = 2_000)
    void everyNumberComesBackFromItsText(Chance chance) {
        long value = chance.anyLong();
        int scale = chance.below(9);

        assertEquals(value, Decimals.parse(Decimals.text(value, scale), scale));
        assertEquals(value, Decimals.parse(Decimals.fixed(value, scale), scale));
    }

    @RandomTest(seeds = 2_000)
    void textIsWhatBigDecimalWrites(Chance chance) {
        long value = chance.anyLong();
        int scale = chance.below(9);
        BigDecimal exact = BigDecimal.valueOf(value, scale);

        assertEquals(exact.toPlainString(), Decimals.fixed(value, scale));
        assertEquals(value == 0 ? "0" : exact.stripTrailingZeros().scale() < 0
                ? exact.setScale(0).toPlainString() : exact.stripTrailingZeros().toPlainString(), Decimals.text(value, scale));
    }

    @RandomTest(seeds = 2_000)
    void anyTextIsReadAsBigDecimalReadsItOrRefused(Chance chance) {
        StringBuilder text = new StringBuilder();
        for (int length = chance.below(24); length > 0; length--) {
            text.append("00123456789.-+e ,٣".charAt(chance.below(18)));
        }
        int scale = chance.below(5);
        boolean plain = text.toString().matches("-?[0-9]+(\\.[0-9]+)?");

        if (plain && fits(text.toString(), scale)) {
            assertEquals(new BigDecimal(text.toString()).movePointRight(scale).longValueExact(),
                    Decimals.parse(text.toString(), scale));
        } else {
            assertThrows(IllegalArgumentException.class, () -> Decimals.parse(text.toString(), scale));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0", "-0, 0", "1, 10000", "1.5, 15000", "-0.0001, -1", "007, 70000", "1.00000000, 10000",
        "922337203685477.5807, 9223372036854775807", "-922337203685477.5808, -9223372036854775808"
    })
    void plainDecimalsAreRead(String text, long tenThousandths) {
        assertEquals(tenThousandths, Decimals.parse(text, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "-", ".", "1.", ".5", "-.5", "+1", "--1", "1-", "1.2.3", "1e3", "1,5", " 1", "1 ", "0x1", "٣", "1.00001",
        "922337203685477.5808", "-922337203685477.5809", "9223372036854775807", "99999999999999999999999999"
    })
    void everythingElseIsRefusedWithTheTextInTheMessage(String text) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Decimals.parse(text, 4));

        assertTrue(refusal.getMessage().contains("'" + text + "'"), refusal.getMessage());
    }

    @Test
    void aScaleOfZeroHasNoPoint() {
        assertEquals("120", Decimals.text(120, 0));
        assertEquals("120", Decimals.fixed(120, 0));
        assertEquals("-1.20", Decimals.fixed(-120, 2));
        assertEquals("0.05", Decimals.fixed(5, 2));
    }

    private static boolean fits(String text, int scale) {
        try {
            new BigDecimal(text).movePointRight(scale).longValueExact();
            return true;
        } catch (ArithmeticException _) {
            return false;
        }
    }
}
