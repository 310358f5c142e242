package io.evertill.product;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.money.UnitPrice;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    @RandomTest
    void aTextThatIsASkuStaysTheSameSku(Chance chance) {
        Sku sku = Shelf.sku(chance);

        assertEquals(sku, Sku.of(sku.code()));
        assertEquals(sku, Sku.of(" " + sku.code().toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT) + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "tab\tin", "\ud800", "12345678901234567890123456789012345678901234567890123456789012345"})
    void aTextThatNobodyCouldTypeIsNoSku(String text) {
        assertThrows(IllegalArgumentException.class, () -> Sku.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "85123A, ed8dcfd2-bd11-83b2-a04f-7e5770f12a12",
        "POST, c6413b85-c5b8-8e70-8523-53053f861d88",
        "GRÖSSE, a4041aba-d7c0-866f-a404-af6bed31f599",
    })
    void theIdOfASkuIsTheSameEverywhereAndForEver(String sku, String id) {
        assertEquals(ProductId.parse(id), ProductId.of(Sku.of(sku)));
    }

    @RandomTest
    void idsOfTwoSkusDifferAndAreNamedByVersionEight(Chance chance) {
        Sku left = Shelf.sku(chance);
        Sku right = Shelf.sku(chance);

        assertEquals(left.equals(right), ProductId.of(left).equals(ProductId.of(right)));
        assertEquals(8, ProductId.of(left).value().version());
        assertEquals(2, ProductId.of(left).value().variant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "esc\u001b@", "null\u0000", "two\nlines", "half \ud83d"})
    void aNameThatNoReceiptOrDatabaseCouldHoldIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> named(name));
    }

    @Test
    void namesAndBarcodesAreLimited() {
        assertEquals("n".repeat(200), named("n".repeat(200)).name());
        assertThrows(IllegalArgumentException.class, () -> named("n".repeat(201)));
        assertNotEquals(named("a"), named("b"));
    }

    @ParameterizedTest
    @CsvSource({"EACH, GOODS, SERIAL, true", "KILOGRAM, GOODS, SERIAL, false", "KILOGRAM, GOODS, LOT, true", "EACH, SERVICE, LOT, false",
            "EACH, SERVICE, SERIAL, false", "EACH, SERVICE, NONE, true"})
    void onlyGoodsHaveBatchesAndOnlyPiecesNumbers(String unit, Product.Kind kind, Product.Track track, boolean isRight) {
        Sku sku = new Sku("A");
        Executable define = () -> new Product(ProductId.of(sku), sku, "A", unit.equals("EACH") ? Unit.EACH : Unit.KILOGRAM, kind, "V",
                UnitPrice.parse("1", EUR), List.of(), track, Guidance.NONE);

        if (isRight) {
            assertDoesNotThrow(define);
        } else {
            assertThrows(IllegalArgumentException.class, define);
        }
    }

    private static Product named(String name) {
        Sku sku = new Sku("A");
        return new Product(ProductId.of(sku), sku, name, Unit.EACH, Product.Kind.GOODS, "V", UnitPrice.parse("1", EUR), List.of());
    }
}
