package io.evertill.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {
    @RandomTest(seeds = 5_000)
    void aTotalIsWhatBigDecimalSaysInEveryMode(Chance chance) {
        Currency currency = Currency.getInstance(chance.pick("EUR", "JPY", "KWD", "CLF"));
        UnitPrice price = new UnitPrice(chance.between(-100_000_000_000_000L, 100_000_000_000_000L), currency);
        Quantity quantity = chance.quantity(chance.unit());
        BigDecimal exact = BigDecimal.valueOf(price.tenThousandths(), UnitPrice.SCALE)
                .multiply(BigDecimal.valueOf(quantity.tenThousandths(), Quantity.SCALE));

        assertEquals(0, exact.compareTo(new BigDecimal(Rounding.exactTotal(price, quantity))));
        for (Rounding rounding : Rounding.values()) {
            BigDecimal rounded = exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.valueOf(rounding.name()));
            if (rounded.unscaledValue().bitLength() < Long.SIZE) {
                assertEquals(rounded.unscaledValue().longValueExact(), rounding.total(price, quantity).minor(), rounding.name());
            } else {
                assertThrows(ArithmeticException.class, () -> rounding.total(price, quantity), rounding.name());
            }
        }
    }

    @RandomTest(seeds = 1_000)
    void aReturnIsRoundedAsTheSaleWas(Chance chance) {
        UnitPrice price = new UnitPrice(chance.between(0, 1_000_000_000L), Currency.getInstance("EUR"));
        Quantity quantity = chance.quantity(Unit.KILOGRAM);

        for (Rounding rounding : Rounding.values()) {
            assertEquals(rounding.total(price, quantity).negated(), rounding.total(price, quantity.negated()));
        }
    }

    @RandomTest(seeds = 1_000)
    void whatOneUnitCostsIsWhatBigDecimalSaysOrOutOfRange(Chance chance) {
        Money total = Money.of(chance.between(-100_000_000_000L, 100_000_000_000L), chance.pick("EUR", "KWD", "CLF"));
        Quantity quantity = chance.flip() ? chance.amount(chance.unit()) : chance.amount(chance.unit()).negated();
        BigDecimal whole = new BigDecimal(total.text());
        BigDecimal count = BigDecimal.valueOf(quantity.tenThousandths(), Quantity.SCALE);

        for (Rounding rounding : Rounding.values()) {
            BigDecimal each = whole.divide(count, UnitPrice.SCALE, RoundingMode.valueOf(rounding.name()));
            if (each.abs().compareTo(new BigDecimal("10000000000")) <= 0) {
                assertEquals(each.unscaledValue().longValueExact(), rounding.each(total, quantity).tenThousandths());
            } else {
                assertThrows(IllegalArgumentException.class, () -> rounding.each(total, quantity));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.125, 0.1, 1, 1, 1",
        "0.125, 1, 13, 12, 12",
        "0.135, 1, 14, 14, 13",
        "0.1251, 1, 13, 13, 12",
        "-0.125, 1, -13, -12, -12",
        "2.49, 0.35, 87, 87, 87",
        "0.005, 1, 1, 0, 0",
        "0.0049, 1, 0, 0, 0",
    })
    void halvesGoAwayFromZeroToTheEvenNeighbourOrTowardsZero(
            String price, String weight, long halfUp, long halfEven, long down) {
        UnitPrice unit = UnitPrice.parse(price, Currency.getInstance("EUR"));
        Quantity quantity = Quantity.parse(weight, Unit.KILOGRAM);

        assertEquals(halfUp, Rounding.HALF_UP.total(unit, quantity).minor());
        assertEquals(halfEven, Rounding.HALF_EVEN.total(unit, quantity).minor());
        assertEquals(down, Rounding.DOWN.total(unit, quantity).minor());
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "1, 0", "1, -1"})
    void aShareIsOfSomethingAndNotNegative(long numerator, long denominator) {
        Money whole = Money.of(100, "EUR");

        assertThrows(IllegalArgumentException.class, () -> Rounding.HALF_UP.share(whole, numerator, denominator));
    }
}
