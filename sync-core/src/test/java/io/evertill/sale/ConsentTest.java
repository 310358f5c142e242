package io.evertill.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

    private static Consent.BeyondStock consent(long wanted, long known) {
        return new Consent.BeyondStock(MUG, Quantity.of(wanted, Unit.EACH), Quantity.of(known, Unit.EACH), AT);
    }
}
