package io.evertill.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.money.Money;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class CashCountTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void pilesAreWorthTheirPieces() {
        CashCount count = new CashCount(EUR, List.of(pile(5_000, 3), pile(20, 7)));

        assertEquals(Money.of(15_140, "EUR"), count.total());
        assertEquals(Money.zero(EUR), new CashCount(EUR, List.of()).total());
    }

    @Test
    void aDenominationIsCountedOnceAndInOneCurrency() {
        assertThrows(IllegalArgumentException.class, () -> new CashCount(EUR, List.of(pile(100, 1), pile(100, 2))));
        assertThrows(IllegalArgumentException.class,
                () -> new CashCount(EUR, List.of(new CashCount.Pile(Money.of(1, "GBP"), 1))));
        assertThrows(IllegalArgumentException.class, () -> pile(0, 1));
        assertThrows(IllegalArgumentException.class, () -> pile(5, 0));
        assertThrows(IllegalArgumentException.class, () -> pile(5, 100_000));
    }

    private static CashCount.Pile pile(long minor, int pieces) {
        return new CashCount.Pile(Money.of(minor, "EUR"), pieces);
    }
}
