package io.evertill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.product.Product;
import io.evertill.product.Sku;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

class GoodsTest {
    @ParameterizedTest
    @CsvSource({"85123A, GOODS", "DCGS0076, GOODS", "PADS, GOODS", "post, SERVICE", "m, SERVICE", "gift_0001_20, SERVICE",
        "BANK CHARGES, SERVICE"})
    void carriageFeesAndVouchersAreServices(String code, Product.Kind kind) {
        assertEquals(kind, Goods.kind(Sku.of(code)));
    }

    @Test
    void aProductIsNamedByWhatItsPricedRowsSayMost() {
        Row unpriced = named(Sample.row(2, "1", "A1", -1, "0"), "check");
        Row once = named(Sample.row(3, "2", "a1", 1, "3"), "MUG RED");
        Row twice = named(Sample.row(4, "3", "A1", 1, "2"), "RED MUG");

        Product product = new Goods(List.of(unpriced, once, twice, twice)).product(Sku.of("A1"));

        assertEquals("RED MUG 3", product.name() + " " + product.basePrice().text());
    }

    @Test
    void aProductWithoutAnyWordsIsNamedByItsCode() {
        assertEquals("A1", new Goods(List.of(named(Sample.row(2, "1", "A1", 1, "1"), ""))).product(Sku.of("A1")).name());
    }

    private static Row named(Row row, String description) {
        return new Row(row.line(), row.invoice(), row.sku(), description, row.quantity(), row.at(), row.price(), row.customer());
    }
}
