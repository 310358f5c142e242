package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.price.PriceRule;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Shelf;
import io.evertill.sale.Checkout;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import io.evertill.tax.TaxRate;
import java.time.Instant;
import java.util.function.Function;

class RowsTest {
    @RandomTest
    void everyRowComesBack(Chance chance) {
        Product product = product(chance);
        PriceRule rule = rule(chance);
        TaxRate rate = Checkout.item(chance, Checkout.currency(chance)).tax();
        String value = "Thank you!\n" + chance.text(100);

        assertEquals(product, Rows.product(sent(Rows.product(product))));
        assertEquals(rule, Rows.price(sent(Rows.price(rule))));
        assertEquals(rate, Rows.tax(sent(Rows.tax(rate))));
        assertEquals(value, Rows.setting(sent(Rows.setting("footer", value))));
    }

    @RandomTest(seeds = 3_000)
    void aDamagedRowIsReadOrRefusedInWords(Chance chance) {
        assertReadOrRefused(chance, Rows.product(product(chance)), Rows::product);
        assertReadOrRefused(chance, Rows.price(rule(chance)), Rows::price);
        assertReadOrRefused(chance, Rows.tax(Checkout.item(chance, Checkout.currency(chance)).tax()), Rows::tax);
    }

    private static void assertReadOrRefused(Chance chance, JsonNode row, Function<JsonNode, Object> read) {
        byte[] damaged = Damage.some(chance, Json.canonical(row).content());
        try {
            assertEquals(read.apply(Json.parse(damaged)), read.apply(Json.parse(damaged)));
        } catch (IllegalArgumentException refused) {
            assertTrue(!refused.getMessage().isBlank());
        }
    }

    private static JsonNode sent(JsonNode row) {
        return Json.parse(Json.canonical(row).content());
    }

    private static Product product(Chance chance) {
        return Shelf.product(chance, Checkout.currency(chance), chance.code(16));
    }

    private static PriceRule rule(Chance chance) {
        Instant from = chance.instant();
        return new PriceRule(chance.words(64), new ProductId(chance.id()), chance.pick("", "S1"),
                chance.pick(PriceRule.Level.values()), (int) chance.between(Integer.MIN_VALUE, Integer.MAX_VALUE),
                Shelf.price(chance, Checkout.currency(chance)), from, chance.maybe(() -> from.plusSeconds(1 + chance.below(9))));
    }
}
