package io.evertill.receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptLanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        EN | -1,234,567.50         | 5.5%  | 14 Mar 2026 15:09
        DE | -1.234.567,50         | 5,5 % | 14.03.2026 15:09
        FR | -1\u00a0234\u00a0567,50 | 5,5 % | 14/03/2026 15:09
        ES | -1.234.567,50         | 5,5 % | 14/03/2026 15:09
        """)
    void numbersAndDatesAreWrittenAsItsReadersWriteThem(
            ReceiptLanguage language, String number, String percent, String dateTime) {
        assertEquals(number, language.number("-1234567.50"));
        assertEquals(percent, language.percent(55_000));
        assertEquals(dateTime, language.dateTime(Instant.parse("2026-03-14T15:09:26Z"), ZoneId.of("UTC")));
    }

    @ParameterizedTest
    @EnumSource(ReceiptLanguage.class)
    void everyWordIsSaid(ReceiptLanguage language) {
        for (Word word : Word.values()) {
            assertFalse(language.say(word).isBlank(), word.toString());
        }
    }
}
