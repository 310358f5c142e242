package io.evertill.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @RandomTest(seeds = 1_000)
    void everyAmountComesBackFromItsText(Chance chance) {
        Money amount = anyMoney(chance);

        assertEquals(amount, Money.parse(amount.text(), amount.currency()));
    }

    @RandomTest(seeds = 1_000)
    void sumsAreExactOrRefused(Chance chance) {
        Money left = anyMoney(chance);
        Money right = new Money(chance.anyLong(), left.currency());

        assertExact(BigInteger::add, Money::plus, left, right);
        assertExact(BigInteger::subtract, Money::minus, left, right);
    }

    @RandomTest(seeds = 1_000)
    void multiplesAreExactOrRefused(Chance chance) {
        Money amount = anyMoney(chance);
        long factor = chance.anyLong();
        BigInteger exact = BigInteger.valueOf(amount.minor()).multiply(BigInteger.valueOf(factor));

        if (exact.bitLength() < Long.SIZE) {
            assertEquals(exact.longValueExact(), amount.times(factor).minor());
        } else {
            assertThrows(ArithmeticException.class, () -> amount.times(factor));
        }
    }

    @Test
    void theSmallestAmountHasNoOpposite() {
        assertThrows(ArithmeticException.class, () -> Money.of(Long.MIN_VALUE, "EUR").negated());
    }

    @RandomTest(seeds = 2_000)
    void partsSumToTheWholeAndMissTheirShareByLessThanOneMinorUnit(Chance chance) {
        Money whole = anyMoney(chance);
        List<Long> weights = chance.list(1, 20, () -> chance.oneIn(4) ? 0L : chance.between(0, Long.MAX_VALUE / 20));

        List<Money> parts = whole.allocate(weights);

        assertEquals(whole, parts.stream().reduce(Money.zero(whole.currency()), Money::plus));
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        for (int part = 0; sum > 0 && part < parts.size(); part++) {
            BigInteger share = BigInteger.valueOf(whole.minor()).multiply(BigInteger.valueOf(weights.get(part)));
            BigInteger given = BigInteger.valueOf(parts.get(part).minor()).multiply(BigInteger.valueOf(sum));
            assertTrue(given.subtract(share).abs().compareTo(BigInteger.valueOf(sum)) < 0, parts + " for " + weights);
            assertTrue(weights.get(part) > 0 || parts.get(part).isZero(), "a part without weight got " + parts.get(part));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "100 | 1,1,1     | 33,33,34",
        "-100| 1,1,1     | -33,-33,-34",
        "1   | 1,1,1     | 0,0,1",
        "5   | 3,0,2,0   | 3,0,2,0",
        "7   | 0,0       | 0,7",
        "0   | 1,2       | 0,0",
    })
    void theRestGoesToTheLastPart(long whole, String weights, String parts) {
        List<Money> allocated = Money.of(whole, "EUR")
                .allocate(List.of(weights.split(",")).stream().map(Long::parseLong).toList());

        assertEquals(List.of(parts.split(",")).stream().map(part -> Money.of(Long.parseLong(part), "EUR")).toList(), allocated);
    }

    @Test
    void weightsAreOneOrMoreAndNeverNegative() {
        Money amount = Money.of(1, "EUR");

        assertThrows(IllegalArgumentException.class, () -> amount.allocate(List.of()));
        assertThrows(IllegalArgumentException.class, () -> amount.allocate(List.of(2L, -1L)));
        assertThrows(ArithmeticException.class, () -> amount.allocate(List.of(Long.MAX_VALUE, 1L)));
    }

    @RandomTest(seeds = 500)
    void aShareIsWhatBigDecimalSays(Chance chance) {
        Money whole = anyMoney(chance);
        long denominator = chance.between(1, Long.MAX_VALUE);
        long numerator = chance.between(0, denominator);

        for (Rounding rounding : Rounding.values()) {
            BigDecimal exact = BigDecimal.valueOf(whole.minor()).multiply(BigDecimal.valueOf(numerator));
            assertEquals(
                    exact.divide(BigDecimal.valueOf(denominator), 0, RoundingMode.valueOf(rounding.name())).longValueExact(),
                    rounding.share(whole, numerator, denominator).minor());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XXX", "XTS"})
    void aCurrencyWithoutMinorUnitsIsRefused(String code) {
        assertThrows(IllegalArgumentException.class, () -> Money.of(1, code));
        assertThrows(IllegalArgumentException.class, () -> Money.parse("1", Currency.getInstance(code)));
        assertThrows(IllegalArgumentException.class, () -> new UnitPrice(1, Currency.getInstance(code)));
    }

    @Test
    void currenciesDoNotMix() {
        Money euro = Money.of(1, "EUR");
        Money pound = Money.of(1, "GBP");

        assertThrows(IllegalArgumentException.class, () -> euro.plus(pound));
        assertThrows(IllegalArgumentException.class, () -> euro.minus(pound));
        assertThrows(IllegalArgumentException.class, () -> euro.compareTo(pound));
        assertThrows(IllegalArgumentException.class, () -> euro.min(pound));
    }

    @Test
    void amountsShowAllDecimalsOfTheirCurrency() {
        assertEquals("12.90 EUR", Money.of(1290, "EUR").toString());
        assertEquals("1290 JPY", Money.of(1290, "JPY").toString());
        assertEquals("-1.290 KWD", Money.of(-1290, "KWD").toString());
    }

    private static void assertExact(
            BinaryOperator<BigInteger> exactly, BinaryOperator<Money> operation, Money left, Money right) {
        BigInteger exact = exactly.apply(BigInteger.valueOf(left.minor()), BigInteger.valueOf(right.minor()));
        if (exact.bitLength() < Long.SIZE) {
            assertEquals(exact.longValueExact(), operation.apply(left, right).minor());
        } else {
            assertThrows(ArithmeticException.class, () -> operation.apply(left, right));
        }
    }

    private static Money anyMoney(Chance chance) {
        return Money.of(chance.anyLong(), chance.pick("EUR", "GBP", "JPY", "KWD", "CLF"));
    }
}
