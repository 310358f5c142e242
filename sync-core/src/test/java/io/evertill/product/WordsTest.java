package io.evertill.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {
        "French Crème Brûlée, ' french creme brulee'",
        "Straße, ' strasse'",
        "STRASSE, ' strasse'",
        "ŒUFS fermiers Ærø Łódź, ' oeufs fermiers aero lodz'",
        "Kellogg's Corn-Flakes® 500g, ' kelloggs corn flakes 500g'",
        "L’Oréal d'Isigny, ' l oreal d isigny'",
        "İstanbul ılık, ' istanbul ilik'",
        "Ёжик Йогурт, ' ежик иогурт'",
        "Φέτα ΓΙΑΟΥΡΤΟΣ, ' φετα γιαουρτοσ'",
        "שׁוֹקוֹלָד, ' שוקולד'",
        "حَلِيبٌ كامـــل الدسم, ' حليب كامل الدسم'",
        "جبنة, ' جبنه'",
        "น้ำเต้าหู้ 500, ' นํ้าเต้าหู้ 500'",
        "がらし抹茶ﾗﾃ, ' がらし抹茶ラテ'",
        "서울우유, ' 서울우유'",
        "Ｆｕｌｌ １２, ' full 12'",
        "٥٠٠ مل, ' 500 مل'",
        "¡!, ''",
    })
    void aTextIsItsWords(String text, String words) {
        assertEquals(words.replace("'", "").replace("ํ้", "้ํ"),
                Words.of(text).text().replace("ํ้", "้ํ"));
    }

    @Test
    void aProductIsFoundByItsSkuWholeAndInPartsAndByItsBarcodesAsPrinted() {
        Words words = Words.of("Mug", "AB-12/X", List.of("05000358917369", "00000096385074"));

        assertEquals(List.of("mug", "ab", "12", "x", "ab12x", "5000358917369", "05000358917369", "96385074", "096385074"),
                words.list());
    }

    @Test
    void aSignIsNoWord() {
        assertEquals(List.of(), Words.of("! - ...").list());
        assertEquals(List.of("tea"), Words.of("Tea", "---", List.of()).list());
    }
}
