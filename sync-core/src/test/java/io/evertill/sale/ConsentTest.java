package io.evertill.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.Money;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ConsentTest {
    private static final ProductId MUG = ProductId.of(Sku.of("MUG"));
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00.123456789Z");

    @Test
    void momentsAreKeptToTheMicrosecond() {
        Instant kept = Instant.parse("2026-01-05T09:00:00.123456Z");

        assertEquals(kept, new Consent.OldPrices(AT).asOf());
        assertEquals(kept, consent(1, 0).asOf());
    }

    @Test
    void nobodyAgreesToWhatIsThere() {
        assertThrows(IllegalArgumentException.class, () -> consent(2, 2));
        assertThrows(IllegalArgumentException.class, () -> consent(0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Consent.BeyondStock(
                MUG, Quantity.of(2, Unit.EACH), Quantity.of(1, Unit.KILOGRAM), AT));
    }

    @Test
    void aWordAboutADiscountHoldsWhileItTakesNoLargerPart() {
        Cut amount = new Cut.Amount(Money.of(500, "EUR"));
        Cut percent = new Cut.Percent(5_000);

        assertTrue(discounted(1, amount, 1_000).covers(discounted(1, amount, 1_001)));
        assertFalse(discounted(1, amount, 1_000).covers(discounted(1, amount, 999)));
        assertTrue(discounted(1, percent, 1_000).covers(discounted(1, percent, 999)));
        assertFalse(discounted(1, percent, 1_000).covers(discounted(1, new Cut.Percent(5_001), 1_000)));
        assertFalse(discounted(1, percent, 1_000).covers(discounted(2, percent, 1_000)));
        assertThrows(IllegalArgumentException.class, () -> discounted(1, percent, 0));
    }

    @Test
    void nobodyAgreesToTheReturnOfNothingOrForACharge() {
        assertEquals(Money.of(0, "EUR"), unreceipted(1, 2, 0).refund());
        assertThrows(IllegalArgumentException.class, () -> unreceipted(1, 0, 100));
        assertThrows(IllegalArgumentException.class, () -> unreceipted(1, 2, -1));
        assertThrows(IllegalArgumentException.class, () -> unreceipted(0, 2, 100));
    }

    private static Consent.WithoutReceipt unreceipted(int line, long pieces, long refund) {
        return new Consent.WithoutReceipt(MUG, line, Quantity.of(pieces, Unit.EACH), Money.of(refund, "EUR"),
                ReturnOf.Condition.DAMAGED, ReturnOf.Reason.DEFECTIVE.name());
    }

    @Test
    void nobodyAgreesToGivingNothingUp() {
        assertThrows(IllegalArgumentException.class, () -> new Consent.SaleVoided(0, Money.of(100, "EUR"), "MISTAKE"));
        assertThrows(IllegalArgumentException.class, () -> new Consent.SaleVoided(1, Money.of(100, "EUR"), " "));
    }

    private static Consent.Discounted discounted(int line, Cut cut, long price) {
        return new Consent.Discounted(line, cut, Money.of(price, "EUR"), "GOODWILL");
    }

    private static Consent.BeyondStock consent(long wanted, long known) {
        return new Consent.BeyondStock(MUG, Quantity.of(wanted, Unit.EACH), Quantity.of(known, Unit.EACH), AT);
    }
}
