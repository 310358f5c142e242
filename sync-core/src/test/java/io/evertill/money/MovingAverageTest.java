package io.evertill.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovingAverageTest {
    private static final Currency GBP = Currency.getInstance("GBP");

    @ParameterizedTest
    @CsvSource({
        // there, at, come, at, average
        "10, 2.00, 10, 4.00, 3",
        "1, 1, 2, 2, 1.6667",
        "2, 1, 1, 2, 1.3333",
        "3, 0.0001, 3, 0.0002, 0.0002",
        "0, 2.00, 5, 3.00, 3",
        "-4, 2.00, 5, 3.00, 3",
    })
    void aDeliveryMovesTheAverageByWhatThereIs(String there, String at, String come, String each, String average) {
        MovingAverage before = new MovingAverage(tenThousandths(there), Optional.of(price(at)));

        MovingAverage after = before.received(tenThousandths(come), price(each));

        assertEquals(new MovingAverage(tenThousandths(there) + tenThousandths(come), Optional.of(price(average))), after);
    }

    @Test
    void whatNobodyKnowsIsNotZero() {
        MovingAverage unknown = MovingAverage.NOTHING.moved(50_000);

        assertEquals(Optional.empty(), unknown.unitCost());
        assertEquals(Optional.of(price("3")), unknown.received(10_000, price("3")).unitCost());
    }

    @Test
    void aCostInAnotherCurrencyBeginsAnew() {
        MovingAverage before = new MovingAverage(10_000, Optional.of(price("2")));
        UnitPrice yen = UnitPrice.parse("300", Currency.getInstance("JPY"));

        assertEquals(Optional.of(yen), before.received(10_000, yen).unitCost());
    }

    @Test
    void aDeliveryBringsSomething() {
        assertThrows(IllegalArgumentException.class, () -> MovingAverage.NOTHING.received(0, price("1")));
    }

    /// Between what it was and what came, and never further from the exact mean than half of the last decimal.
    @RandomTest(seeds = 500)
    void theAverageIsTheExactMeanRoundedOnce(Chance chance) {
        long there = chance.between(1, Quantity.TEN_THOUSANDTHS_MAX);
        long come = chance.between(1, Quantity.TEN_THOUSANDTHS_MAX);
        long at = chance.between(0, 100_000_000_000_000L);
        long each = chance.between(0, 100_000_000_000_000L);

        long average = new MovingAverage(there, Optional.of(new UnitPrice(at, GBP)))
                .received(come, new UnitPrice(each, GBP)).unitCost().orElseThrow().tenThousandths();

        var exact = BigInteger.valueOf(at).multiply(BigInteger.valueOf(there))
                .add(BigInteger.valueOf(each).multiply(BigInteger.valueOf(come)));
        var whole = BigInteger.valueOf(there + come);
        var off = exact.subtract(BigInteger.valueOf(average).multiply(whole)).abs();
        assertTrue(off.add(off).compareTo(whole) <= 0, "off by " + off + " of " + whole);
    }

    private static UnitPrice price(String text) {
        return UnitPrice.parse(text, GBP);
    }

    private static long tenThousandths(String text) {
        return Quantity.parse(text, Unit.EACH).tenThousandths();
    }
}
