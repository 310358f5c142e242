package io.evertill.product;

import io.evertill.money.UnitPrice;
import io.evertill.stock.Chance;
import java.util.Currency;

/// Products as chance brings them.
public final class Shelf {
    private Shelf() {}

    /// Any SKU.
    public static Sku sku(Chance chance) {
        return Sku.of(chance.oneIn(4) ? "x" + chance.words(20) : chance.code(12));
    }

    /// Any GTIN.
    public static Gtin gtin(Chance chance) {
        return Gtin.of(GtinTest.valid(chance, chance.pick(8, 12, 13, 14)));
    }

    /// Any product with prices in a currency.
    public static Product product(Chance chance, Currency currency, String taxCode) {
        Sku sku = sku(chance);
        return new Product(
                ProductId.of(sku),
                sku,
                chance.words(Product.NAME_LENGTH_MAX),
                chance.unit(),
                chance.oneIn(8) ? Product.Kind.SERVICE : Product.Kind.GOODS,
                taxCode,
                price(chance, currency),
                chance.list(0, 4, () -> gtin(chance)),
                Product.Track.NONE,
                chance.oneIn(4) ? guidance(chance) : Guidance.NONE);
    }

    private static Guidance guidance(Chance chance) {
        return new Guidance(chance.maybe(() -> 1 + chance.below(Guidance.AGE_MAX)), chance.maybe(() -> chance.words(200)));
    }

    /// Any price, mostly such as people pay.
    public static UnitPrice price(Chance chance, Currency currency) {
        long tenThousandths = chance.oneIn(10) ? chance.between(0, 1_000_000_000L) : chance.below(2_000_000);
        return new UnitPrice(tenThousandths, currency);
    }
}
