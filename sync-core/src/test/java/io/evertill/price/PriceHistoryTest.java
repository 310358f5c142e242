package io.evertill.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.money.UnitPrice;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceHistoryTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final ProductId TEA = ProductId.of(Sku.of("TEA"));
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    /// The base price changes at ten; at noon a rule is made for nine to eleven, and at one it is made cheaper.
    private final PriceHistory history = new PriceHistory("S1", TEA,
            List.of(new PriceHistory.Base(price("2.00"), NINE), new PriceHistory.Base(price("3.00"), hours(1))),
            List.of(new PriceHistory.RuleVersion(rule("1.50"), hours(3)), new PriceHistory.RuleVersion(rule("1.00"), hours(4))));

    @Test
    void whatAppliedAsItWasKnownThen() {
        assertEquals(price("2.00"), effective(0, 0));
        assertEquals(price("2.00"), effective(0, 2));
        assertEquals(price("3.00"), effective(1, 1));
        assertEquals(price("3.00"), effective(2, 2));
    }

    @Test
    void whatAppliedAsItIsKnownLater() {
        assertEquals(price("1.50"), effective(0, 3));
        assertEquals(price("1.00"), effective(0, 4));
        assertEquals(price("1.00"), effective(1, 9));
        assertEquals(price("3.00"), effective(2, 9));
        assertEquals(price("1.00"), history.effective(NINE, Instant.MAX).unit());
    }

    @Test
    void nobodyKnewOfAPriceThatWasStillToCome() {
        assertEquals(price("2.00"), effective(2, 0));
    }

    @Test
    void beforeTheFirstPriceIsTheFirstPrice() {
        assertEquals(price("2.00"), effective(-5, -5));
    }

    @Test
    void aProductWithoutAPriceHasNoHistory() {
        assertThrows(IllegalArgumentException.class, () -> new PriceHistory("S1", TEA, List.of(), List.of()));
    }

    private UnitPrice effective(long at, long known) {
        return history.effective(hours(at), hours(known)).unit();
    }

    private static Instant hours(long count) {
        return NINE.plusSeconds(count * 3_600);
    }

    private static UnitPrice price(String text) {
        return UnitPrice.parse(text, EUR);
    }

    private static PriceRule rule(String text) {
        return new PriceRule("r", TEA, "", PriceRule.Level.PROMOTION, 0, price(text), NINE, Optional.of(hours(2)));
    }
}
