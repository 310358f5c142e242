package io.evertill.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitPriceTest {
    private static final long MOST = 100_000_000_000_000L;

    @RandomTest(seeds = 1_000)
    void everyPriceComesBackFromItsTextAndFromWhatPeopleSee(Chance chance) {
        UnitPrice price = anyPrice(chance);

        assertEquals(price, UnitPrice.parse(price.text(), price.currency()));
        assertEquals(price, UnitPrice.parse(price.display(), price.currency()));
    }

    @RandomTest(seeds = 1_000)
    void peopleSeeTheDecimalsOfTheCurrencyAndNoNeedlessZerosBeyond(Chance chance) {
        UnitPrice price = anyPrice(chance);
        int least = price.currency().getDefaultFractionDigits();
        BigDecimal exact = BigDecimal.valueOf(price.tenThousandths(), UnitPrice.SCALE).stripTrailingZeros();
        int decimals = Math.max(least, exact.scale());

        assertEquals(exact.setScale(decimals).toPlainString(), price.display());
    }

    @RandomTest
    void aPriceMadeOfMoneyCostsThatMoneyOnce(Chance chance) {
        Money money = Money.of(chance.between(-1_000_000_000L, 1_000_000_000L), chance.pick("EUR", "KWD", "JPY", "CLF"));

        UnitPrice price = UnitPrice.of(money);

        assertEquals(money, Rounding.DOWN.total(price, Quantity.of(1, Unit.EACH)));
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 2.5, 2.50", "EUR, 2, 2.00", "EUR, 0.0015, 0.0015", "EUR, 1.255, 1.255", "EUR, -3, -3.00", "EUR, 0, 0.00",
        "JPY, 120, 120", "JPY, 0.5, 0.5", "JPY, 0, 0", "JPY, 100, 100", "KWD, 1.2, 1.200", "CLF, 1, 1.0000",
    })
    void pricesAreShownAs(String currency, String price, String shown) {
        assertEquals(shown, UnitPrice.parse(price, Currency.getInstance(currency)).display());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -MOST - 1, MOST + 1, Long.MAX_VALUE})
    void aPriceOutOfRangeIsRefused(long tenThousandths) {
        Currency euro = Currency.getInstance("EUR");

        assertThrows(IllegalArgumentException.class, () -> new UnitPrice(tenThousandths, euro));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -MOST, -1_000_000_000_001L, 1_000_000_000_001L, MOST, Long.MAX_VALUE})
    void moneyTooLargeForAPriceIsRefused(long minor) {
        RuntimeException refusal = assertThrows(IllegalArgumentException.class, () -> UnitPrice.of(Money.of(minor, "EUR")));

        assertTrue(refusal.getMessage().contains("out of range"), refusal.getMessage());
    }

    private static UnitPrice anyPrice(Chance chance) {
        return new UnitPrice(chance.between(-MOST, MOST), Currency.getInstance(chance.pick("EUR", "JPY", "KWD", "CLF")));
    }
}
