package io.evertill.sale;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import org.junit.jupiter.api.Test;

class DiscountLimitsTest {
    private static final Money TEN = Money.of(1_000, "EUR");

    @Test
    void aPercentageIsComparedAsGivenAndAnAmountWithThePrice() {
        DiscountLimits tenth = new DiscountLimits(1_000, true);

        assertTrue(tenth.allows(new Cut.Percent(1_000), TEN));
        assertFalse(tenth.allows(new Cut.Percent(1_001), TEN));
        assertTrue(tenth.allows(amount(100), TEN));
        assertFalse(tenth.allows(amount(101), TEN));
    }

    @Test
    void nothingAndEverythingAreLimitsToo() {
        assertFalse(new DiscountLimits(0, true).allows(amount(1), TEN));
        assertTrue(new DiscountLimits(Cut.Percent.WHOLE, true).allows(amount(5_000), TEN));
    }

    private static Cut amount(long minor) {
        return new Cut.Amount(Money.of(minor, "EUR"));
    }
}
