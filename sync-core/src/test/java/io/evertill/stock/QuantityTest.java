package io.evertill.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @RandomTest
    void everyQuantityComesBackFromItsText(Chance chance) {
        Quantity quantity = chance.quantity(chance.unit());

        assertEquals(quantity, Quantity.parse(quantity.text(), quantity.unit()));
    }

    @RandomTest(seeds = 1_000)
    void aQuantityIsAMultipleOfItsStepWithinTwelveDigitsOrCannotBeMade(Chance chance) {
        Unit unit = chance.unit();
        long amount = chance.anyLong();
        boolean inRange = amount >= -Quantity.TEN_THOUSANDTHS_MAX && amount <= Quantity.TEN_THOUSANDTHS_MAX;

        if (inRange && amount % unit.step() == 0) {
            assertEquals(amount, new Quantity(amount, unit).tenThousandths());
        } else {
            assertThrows(IllegalArgumentException.class, () -> new Quantity(amount, unit));
        }
    }

    @RandomTest
    void sumsAndDifferencesAreExactOrRefused(Chance chance) {
        Unit unit = chance.unit();
        Quantity left = chance.quantity(unit);
        Quantity right = chance.quantity(unit);
        long sum = left.tenThousandths() + right.tenThousandths();

        if (Math.abs(sum) > Quantity.TEN_THOUSANDTHS_MAX) {
            assertThrows(IllegalArgumentException.class, () -> left.plus(right));
        } else {
            assertEquals(sum, left.plus(right).tenThousandths());
            assertEquals(left, left.plus(right).minus(right));
            assertEquals(right.plus(left), left.plus(right));
        }
    }

    @RandomTest
    void signOrderAndNegationAgree(Chance chance) {
        Quantity quantity = chance.quantity(chance.unit());
        Quantity zero = Quantity.zero(quantity.unit());

        assertEquals(zero, quantity.plus(quantity.negated()));
        assertEquals(quantity.isNegative(), quantity.compareTo(zero) < 0);
        assertEquals(quantity.isPositive(), quantity.compareTo(zero) > 0);
        assertEquals(quantity.isZero(), quantity.equals(zero));
        assertTrue(!quantity.absolute().isNegative());
    }

    @ParameterizedTest
    @CsvSource({"each, 0.5", "each, 1.0001", "kg, 0.0005", "kg, 1.23456", "m, 0.001", "each, 100000000"})
    void anAmountBetweenTwoStepsOrOutOfRangeIsRefused(String unit, String text) {
        assertThrows(IllegalArgumentException.class, () -> Quantity.parse(text, Unit.of(unit)));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1_000_000_000_000L, 1_000_000_000_000L, Long.MAX_VALUE})
    void theEndsOfLongAreOutOfRange(long tenThousandths) {
        assertThrows(IllegalArgumentException.class, () -> new Quantity(tenThousandths, new Unit("grain", 1)));
    }

    @Test
    void unitsDoNotMix() {
        Quantity piece = Quantity.of(1, Unit.EACH);
        Quantity kilogram = Quantity.of(1, Unit.KILOGRAM);

        assertThrows(IllegalArgumentException.class, () -> piece.plus(kilogram));
        assertThrows(IllegalArgumentException.class, () -> piece.minus(kilogram));
        assertThrows(IllegalArgumentException.class, () -> piece.compareTo(kilogram));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "tab\t", "esc\u001b", "null\u0000", "seventeen-letters"})
    void aUnitCodeThatAPrinterOrADatabaseWouldChokeOnIsRefused(String code) {
        assertThrows(IllegalArgumentException.class, () -> new Unit(code, 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 10_001, Long.MAX_VALUE})
    void aStepIsFromOneTenThousandthToOne(long step) {
        assertThrows(IllegalArgumentException.class, () -> new Unit("kg", step));
    }
}
