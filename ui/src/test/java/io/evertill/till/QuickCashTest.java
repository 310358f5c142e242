package io.evertill.till;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.money.Money;
import java.util.Arrays;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuickCashTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "37.40   | EUR | 38.00 40.00 50.00 100.00",
        "8.99    | EUR | 9.00 10.00 20.00 50.00",
        "20.00   | EUR | 21.00 25.00 30.00 40.00",
        "499.99  | EUR | 500.00 600.00",
        "799.99  | EUR | 800.00 1000.00",
        "9999999999.99 | EUR | 10000000000.00",
        "10000000000.00 | EUR | 10000000001.00 10000000005.00 10000000010.00 10000000020.00",
        "10000000000.01 | EUR | ''",
        "3740    | JPY | 3800 4000 5000 10000",
        "3.745   | KWD | 4.000 5.000 10.000 20.000",
        "0.00    | EUR | ''",
        "-5.00   | EUR | ''",
    })
    void amountsAreTheNextNotes(String due, String currency, String amounts) {
        Currency of = Currency.getInstance(currency);

        assertEquals(
                Arrays.stream(amounts.split(" ")).filter(text -> !text.isEmpty()).map(text -> Money.parse(text, of)).toList(),
                QuickCash.above(Money.parse(due, of)));
    }
}
