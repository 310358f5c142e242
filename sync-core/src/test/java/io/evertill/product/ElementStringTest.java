package io.evertill.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.money.Money;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementStringTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final String ITEM = "0109506000134352";

    @Test
    void whatGoodsSayOfThemselvesIsUnderstood() {
        ElementString elements = read(ITEM + "17270131" + "15261224" + "10AB-1/x\u001d" + "21 00\u001d" + "3012");

        assertEquals(Optional.of("09506000134352"), elements.tradeItem());
        assertEquals(new Marks(Optional.of("AB-1/x"), Optional.of(" 00"), Optional.of(LocalDate.parse("2027-01-31")),
                Optional.of(LocalDate.parse("2026-12-24")), Optional.of(12L)), elements.marks(TODAY));
    }

    @ParameterizedTest
    @CsvSource({
        "261200, 2026-12-31", "280200, 2028-02-29", "270200, 2027-02-28", "760101, 2076-01-01", "770101, 1977-01-01",
        "000131, 2000-01-31", "991231, 1999-12-31"
    })
    void aDateIsTheNearestOfItsCenturyAndDayZeroIsTheEndOfItsMonth(String digits, LocalDate expected) {
        assertEquals(Optional.of(expected), ElementString.date(digits, TODAY));
    }

    @ParameterizedTest
    @CsvSource({"990101, 2049-01-01, 2099-01-01", "500101, 2099-01-01, 2050-01-01", "490101, 2099-01-01, 2149-01-01"})
    void theCenturyGoesOn(String digits, LocalDate today, LocalDate expected) {
        assertEquals(Optional.of(expected), ElementString.date(digits, today));
    }

    @ParameterizedTest
    @ValueSource(strings = {"261301", "260230", "260100x", "2601", "ABCDEF", "260132"})
    void aDayThatNoCalendarHasIsNone(String digits) {
        assertEquals(Optional.empty(), ElementString.date(digits, TODAY));
    }

    @ParameterizedTest
    @CsvSource({"3103001250, 1.250", "3100000002, 2", "3105012345, 0.123", "3104000015, 0.002", "3102000125, 1.25"})
    void aWeightIsInKilograms(String element, String expected) {
        assertEquals(Optional.of(Quantity.parse(expected, Unit.KILOGRAM)), read(ITEM + element).weight());
    }

    @Test
    void noWeightAndNoPriceIsNone() {
        ElementString elements = read(ITEM + "3103000000" + "39220000\u001d");

        assertEquals(Optional.empty(), elements.weight());
        assertEquals(Optional.empty(), elements.price(EUR));
    }

    @ParameterizedTest
    @CsvSource({"3922499, 4.99", "39205, 5", "39329784499, 44.99", "3921495, 49.50"})
    void aPriceIsInTheCurrencyOfTheShop(String element, String expected) {
        assertEquals(Optional.of(Money.parse(expected, EUR)), read(ITEM + element).price(EUR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"39328404499", "3924123456", "3922ABC", "3923499999999999999999"})
    void aPriceInAnotherCurrencyOrOfNoCoinIsNone(String element) {
        assertEquals(Optional.empty(), read(ITEM + element).price(EUR));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "01", "0109506", "0109506000134352" + "0109506000134352", "0109506000134352" + "10", "0109506000134352" + "172701",
        "0109506000134352" + "09X", "(01)09506000134352(17)27013", "(01", "(1)5", "01095060001343X2", "(3103)00X250", "()", "(391X)5",
        "0109506000134352" + "391X5"
    })
    void whatBreaksOffOrSaysTwoThingsIsNothing(String text) {
        assertEquals(Optional.empty(), ElementString.read(text, ElementString.SEPARATOR));
    }

    @RandomTest(seeds = 3_000)
    void whatIsWrittenIsRead(Chance chance) {
        Map<String, String> expected = new LinkedHashMap<>();
        StringBuilder plain = new StringBuilder();
        StringBuilder bracketed = new StringBuilder();
        for (String ai : List.of("01", "17", "10", "310", "21", "240", "8008", "99")) {
            if (chance.flip()) {
                boolean isFixed = ai.equals("01") || ai.equals("17") || ai.equals("310");
                String value = isFixed ? chance.digits(ai.equals("01") ? 14 : 6) : "v" + chance.digits(1 + chance.below(10));
                String written = ai.equals("310") ? "3103" : ai;
                expected.put(ai, value);
                plain.append(written).append(value).append(isFixed && chance.flip() ? "" : "|");
                bracketed.append('(').append(written).append(')').append(value);
            }
        }

        Optional<Map<String, String>> values = Optional.of(expected).filter(map -> !map.isEmpty());

        assertEquals(values, ElementString.read(plain.toString(), '|').map(ElementString::values));
        assertEquals(values, ElementString.read(bracketed.toString(), '|').map(ElementString::values));
    }

    @RandomTest(seeds = 3_000)
    void everyTextHasAnAnswer(Chance chance) {
        String text = chance.pick("", ITEM, "(01)", "(", "3103", "10")
                + (chance.flip() ? chance.text(30) : chance.digits(chance.below(30)));

        ElementString.read(text, '|').ifPresent(elements -> {
            assertEquals(elements, ElementString.read(text, '|').orElseThrow());
            elements.marks(TODAY);
            elements.weight();
            elements.price(EUR);
        });
    }

    private static ElementString read(String text) {
        return ElementString.read(text, ElementString.SEPARATOR).orElseThrow();
    }
}
