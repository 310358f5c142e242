package io.evertill.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawerRulesTest {
    /// Of every currency there is: the largest first, and none twice.
    @Test
    void everyCurrencyCanBeCounted() {
        List<Currency> currencies = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .toList();

        assertTrue(currencies.size() > 100);
        for (Currency currency : currencies) {
            List<Money> notes = DrawerRules.usual(currency).denominations();
            assertEquals(notes.stream().sorted((one, other) -> other.compareTo(one)).distinct().toList(), notes, currency.toString());
        }
    }

    @Test
    void theEuroHasFifteenNotesAndCoins() {
        List<Money> notes = DrawerRules.denominations(Currency.getInstance("EUR"));

        assertEquals(15, notes.size());
        assertEquals(Money.of(50_000, "EUR"), notes.getFirst());
        assertEquals(Money.of(1, "EUR"), notes.getLast());
    }

    @Test
    void nothingAndTheSameTwiceAreNoDenominations() {
        Currency euro = Currency.getInstance("EUR");

        for (String text : List.of("0", "5 5", "-1", "0.005", "")) {
            assertThrows(IllegalArgumentException.class, () -> new DrawerRules(DrawerRules.denominations(text, euro),
                    DrawerRules.Opening.CARRIED, DrawerRules.Sharing.SHARED, DrawerRules.Closing.BLIND), text);
        }
    }
}
