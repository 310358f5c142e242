package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.money.Money;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TypingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "3*        | 3   | ''     | false",
        "3*apple   | 3   | apple  | true",
        "2 * tea   | 2   | tea    | true",
        "0,5*      | 0,5 | ''     | false",
        "4711      | -   | 4711   | false",
        "*3        | -   | *3     | false",
        "a*b       | -   | a*b    | true",
        "85123A    | -   | 85123A | true",
        "1.2.3*    | -   | 1.2.3* | false",
    })
    void aStarSeparatesNumberAndRest(String text, String times, String rest, boolean isSearch) {
        Typing typing = new Typing(text.strip());

        assertEquals(Optional.ofNullable(times), typing.times());
        assertEquals(rest, typing.rest());
        assertEquals(isSearch, typing.isSearch());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "12       | EUR | 12.00",
        "12.5     | EUR | 12.50",
        "12,50    | EUR | 12.50",
        ".5       | EUR | 0.50",
        "5.       | EUR | 5.00",
        "12.505   | EUR | -",
        "0        | EUR | -",
        "1.5      | JPY | -",
        "150      | JPY | 150",
        "1,234    | KWD | 1.234",
        "12a      | EUR | -",
        "''       | EUR | -",
        "9999999999999999 | EUR | -",
    })
    void anAmountIsWrittenWithPointOrComma(String text, String currency, String amount) {
        Currency of = Currency.getInstance(currency);

        assertEquals(Optional.ofNullable(amount).map(plain -> Money.parse(plain, of)), new Typing(text.strip()).amount(of));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        "3      | each | 3",
        "3.0    | each | 3",
        "1.5    | each | -",
        "0.35   | kg   | 0.35",
        "0,3505 | kg   | -",
        "0      | kg   | -",
        "99999  | each | 99999",
        "100000 | each | -",
    })
    void aQuantityIsWhatTheUnitCanHave(String text, String unit, String quantity) {
        Unit of = Unit.of(unit);

        assertEquals(
                Optional.ofNullable(quantity).map(plain -> Quantity.parse(plain, of)), Typing.quantity(text.strip(), of));
    }
}
