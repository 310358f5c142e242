package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.money.Money;
import io.evertill.price.Deal;
import io.evertill.price.Hours;
import io.evertill.price.Offers;
import io.evertill.price.Promotion;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromotionRowsTest {
    private static final ProductId TEA = ProductId.of(Sku.of("TEA"));

    @RandomTest
    void aPromotionIsReadAsItWasWritten(Chance chance) {
        for (Promotion promotion : Offers.any(chance, Currency.getInstance("EUR"), List.of(TEA, ProductId.of(Sku.of("MUG"))))) {
            assertEquals(promotion, PromotionRows.read(Json.parse(Json.canonical(PromotionRows.write(promotion)).content())));
        }
    }

    /// Frozen: tills in the field read these rows.
    @Test
    void theRowIsThis() {
        Promotion happy = new Promotion("happy", "Happy hour", "S1", Set.of(TEA), new Deal.AnyFor(3, Money.of(500, "EUR")), 2, false,
                Instant.parse("2026-03-01T00:00:00Z"), Optional.of(Instant.parse("2026-04-01T00:00:00Z")),
                Optional.of(new Hours(Set.of(DayOfWeek.SATURDAY, DayOfWeek.FRIDAY), LocalTime.of(17, 0), LocalTime.of(19, 30))));

        assertEquals("{\"branch\":\"S1\",\"deal\":{\"kind\":\"ANY_FOR\",\"pieces\":3,\"price\":{\"cur\":\"EUR\",\"minor\":500}},"
                + "\"hours\":{\"days\":[\"FRIDAY\",\"SATURDAY\"],\"from\":\"17:00\",\"to\":\"19:30\"},\"id\":\"happy\","
                + "\"name\":\"Happy hour\",\"priority\":2,\"products\":[\"" + TEA + "\"],\"stacks\":0,"
                + "\"validFrom\":1772323200000000,\"validTo\":1775001600000000}", Json.canonical(PromotionRows.write(happy)).text());
        assertEquals(happy, PromotionRows.read(PromotionRows.write(happy)));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        Promotion half = Offers.of("half", new Deal.PercentOff(5_000));
        ObjectNode other = PromotionRows.write(half);
        other.putObject("deal").put("kind", "FREE_GIFT");
        ObjectNode late = PromotionRows.write(half);
        late.putObject("hours").put("from", "25:00").put("to", "26:00").putArray("days").add("MONDAY");

        assertThrows(IllegalArgumentException.class, () -> PromotionRows.read(other));
        assertThrows(IllegalArgumentException.class, () -> PromotionRows.read(late));
    }
}
