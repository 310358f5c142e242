package io.evertill.replay;

import io.evertill.money.UnitPrice;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Unit;
import io.evertill.tax.TaxRate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The products of a file: what a till that meets a code for the first time says of it.
///
/// The name is the description that priced rows use most (the first of equals), else any, else the code; the base price is
/// the first that is not zero. Both come from the whole file, so they do not depend on which part of it is rung up.
final class Goods {
    /// The one tax rate, which the file does not have: generated, and zero, so that prices are what was paid.
    static final TaxRate TAX = new TaxRate("ZERO", "Zero rate (generated)", 0, TaxRate.Kind.INCLUSIVE);

    /// Codes that are carriage, fees, vouchers and corrections.
    private static final Set<String> SERVICES =
            Set.of("POST", "DOT", "C2", "M", "D", "S", "B", "BANK CHARGES", "AMAZONFEE", "CRUK");
    private static final String VOUCHER = "GIFT_0001_";

    private final Map<Sku, Product> products = new HashMap<>();

    Goods(List<Row> rows) {
        Map<Sku, Mentions> mentions = new LinkedHashMap<>();
        rows.forEach(row -> mentions.computeIfAbsent(row.sku(), _ -> new Mentions()).add(row));
        mentions.forEach((sku, found) -> products.put(sku, found.product(sku)));
    }

    /// The product of a code that is in the file.
    Product product(Sku sku) {
        return Optional.ofNullable(products.get(sku))
                .orElseThrow(() -> new IllegalArgumentException("not in the file: " + sku));
    }

    /// Whether a code stands for goods on a shelf.
    static Product.Kind kind(Sku sku) {
        boolean isService = SERVICES.contains(sku.code()) || sku.code().startsWith(VOUCHER);
        return isService ? Product.Kind.SERVICE : Product.Kind.GOODS;
    }

    /// What the rows say of one code.
    private static final class Mentions {
        private final Map<String, Integer> priced = new LinkedHashMap<>();
        private Optional<String> any = Optional.empty();
        private Optional<UnitPrice> price = Optional.empty();

        void add(Row row) {
            boolean isPriced = row.price().tenThousandths() > 0;
            if (isPriced && price.isEmpty()) {
                price = Optional.of(row.price());
            }
            if (!row.description().isBlank()) {
                any = any.or(() -> Optional.of(row.description()));
                if (isPriced) {
                    priced.merge(row.description(), 1, Integer::sum);
                }
            }
        }

        Product product(Sku sku) {
            Optional<String> most = Optional.empty();
            int count = 0;
            for (Map.Entry<String, Integer> each : priced.entrySet()) {
                if (each.getValue() > count) {
                    most = Optional.of(each.getKey());
                    count = each.getValue();
                }
            }
            String name = most.or(() -> any).orElse(sku.code());
            return new Product(ProductId.of(sku), sku, shortened(name), Unit.EACH, kind(sku), TAX.code(),
                    price.orElse(new UnitPrice(0, SalesFile.CURRENCY)), List.of());
        }

        private static String shortened(String name) {
            return name.length() <= Product.NAME_LENGTH_MAX ? name : name.substring(0, Product.NAME_LENGTH_MAX);
        }
    }
}
