package io.evertill.db;

import io.evertill.ledger.Bytes;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Tables `product`, `price`, `tax` and `setting` at the centre: what it defines, as the rows of the feed.
public final class Definitions {
    private static final String PUT_PRODUCT = """
            INSERT INTO product (product, sku, definition, is_provisional, changed_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (product) DO UPDATE SET sku = excluded.sku, definition = excluded.definition,
                is_provisional = excluded.is_provisional, changed_at = excluded.changed_at
            """;
    private static final String MEET_PRODUCT = """
            INSERT INTO product (product, sku, definition, is_provisional, changed_at) VALUES (?, ?, ?, 1, ?)
            ON CONFLICT DO NOTHING
            """;
    private static final String PRODUCT = "SELECT definition FROM product WHERE product = ?";
    private static final String HOLDS = "SELECT count(*) FROM product WHERE product = ?";
    private static final int HELD_AT_ONCE = 50;
    private static final String HELD =
            "SELECT product FROM product WHERE product IN (?" + ", ?".repeat(HELD_AT_ONCE - 1) + ")";
    private static final String SKU = "SELECT sku FROM product WHERE product = ?";
    private static final String COUNT = "SELECT count(*) FROM product";
    private static final String SKUS = "SELECT product, sku FROM product ORDER BY sku";
    private static final String PUT_PRICE = """
            INSERT INTO price (id, product, branch, definition, changed_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET product = excluded.product, branch = excluded.branch,
                definition = excluded.definition, changed_at = excluded.changed_at
            """;
    private static final String PUT_TAX = """
            INSERT INTO tax (code, definition, changed_at) VALUES (?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET definition = excluded.definition, changed_at = excluded.changed_at
            """;
    private static final String PRICE = "SELECT definition FROM price WHERE id = ?";
    private static final String TAX = "SELECT definition FROM tax WHERE code = ?";
    private static final String TAXES = "SELECT definition FROM tax ORDER BY code";
    private static final String PUT_SETTING = """
            INSERT INTO setting (branch, name, value, changed_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (branch, name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at
            """;
    private static final String SETTING = "SELECT value FROM setting WHERE branch = ? AND name = ?";

    private static final String ALL_PRODUCTS = "SELECT product, definition FROM product ORDER BY product";
    private static final String PRICES_OF = """
            SELECT definition, changed_at FROM price WHERE product = ? AND (branch = '' OR branch = ?) ORDER BY id
            """;
    private static final String DATED = "SELECT definition, changed_at FROM product WHERE product = ?";
    private static final String ALL_PRICES = "SELECT id, branch, definition FROM price ORDER BY id";
    private static final String ALL_STAFF = "SELECT person, branch, definition FROM store_staff ORDER BY person";
    private static final String ALL_TAXES = "SELECT code, definition FROM tax ORDER BY code";

    private final Sql sql;

    Definitions(Sql sql) {
        this.sql = sql;
    }

    /// Adds or replaces a product.
    ///
    /// @param definition its feed row
    public void putProduct(ProductId id, Sku sku, Bytes definition, Instant at) {
        sql.update(PUT_PRODUCT, id, sku.code(), definition, 0, at);
    }

    /// Adds a product that a till met first; answers false and changes nothing when its id or SKU is known.
    public boolean meetProduct(ProductId id, Sku sku, Bytes definition, Instant at) {
        return sql.update(MEET_PRODUCT, id, sku.code(), definition, at) == 1;
    }

    /// A product's feed row.
    public Optional<Bytes> product(ProductId id) {
        return sql.find(PRODUCT, row -> row.bytes(1), id);
    }

    /// Whether a product is known.
    public boolean holdsProduct(ProductId id) {
        return sql.number(HOLDS, id) > 0;
    }

    /// Those of some products that are known, asked for in few statements.
    public Set<ProductId> held(Collection<ProductId> ids) {
        Set<ProductId> held = new HashSet<>();
        List<ProductId> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += HELD_AT_ONCE) {
            List<ProductId> some = all.subList(from, Math.min(all.size(), from + HELD_AT_ONCE));
            // The last one fills up the places that are left.
            Object[] arguments = IntStream.range(0, HELD_AT_ONCE)
                    .mapToObj(at -> some.get(Math.min(at, some.size() - 1)))
                    .toArray();
            held.addAll(sql.list(HELD, row -> new ProductId(row.uuid(1)), arguments));
        }
        return held;
    }

    /// How many products there are.
    public long productCount() {
        return sql.number(COUNT);
    }

    /// A product's SKU.
    public Optional<String> sku(ProductId id) {
        return sql.find(SKU, row -> row.text(1), id);
    }

    /// Hands over every product's id and SKU, by SKU.
    public void eachSku(BiConsumer<ProductId, String> consumer) {
        sql.each(SKUS, row -> consumer.accept(new ProductId(row.uuid(1)), row.text(2)));
    }

    /// Adds or replaces a price rule.
    public void putPrice(String id, ProductId product, String branch, Bytes definition, Instant at) {
        sql.update(PUT_PRICE, id, product, branch, definition, at);
    }

    /// A feed row and since when it is so.
    public record Dated(Bytes content, Instant changedAt) {}

    /// A product's feed row, and since when it is so.
    public Optional<Dated> defined(ProductId id) {
        return sql.find(DATED, Definitions::dated, id);
    }

    /// The feed rows of the price rules of a product for a branch and for all.
    public List<Dated> prices(ProductId id, String branch) {
        return sql.list(PRICES_OF, Definitions::dated, id, branch);
    }

    private static Dated dated(Row row) {
        return new Dated(row.bytes(1), row.instant(2));
    }

    /// A price rule's feed row.
    public Optional<Bytes> price(String id) {
        return sql.find(PRICE, row -> row.bytes(1), id);
    }

    /// Adds or replaces a tax rate.
    public void putTax(String code, Bytes definition, Instant at) {
        sql.update(PUT_TAX, code, definition, at);
    }

    /// A tax rate's feed row.
    public Optional<Bytes> tax(String code) {
        return sql.find(TAX, row -> row.bytes(1), code);
    }

    /// All tax rates' feed rows, by code.
    public List<Bytes> taxes() {
        return sql.list(TAXES, row -> row.bytes(1));
    }

    /// A definition as the feed should show it.
    ///
    /// @param table the feed's table
    public record Defined(String table, String branch, String id, Bytes content) {}

    /// Hands over every product, price rule, tax rate and member of the staff. (Settings have no row of their own bytes.)
    public void each(Consumer<Defined> consumer) {
        sql.each(ALL_PRODUCTS, row -> consumer.accept(new Defined("product", "", row.uuid(1).toString(), row.bytes(2))));
        sql.each(ALL_PRICES, row -> consumer.accept(new Defined("price", row.text(2), row.text(1), row.bytes(3))));
        sql.each(ALL_TAXES, row -> consumer.accept(new Defined("tax", "", row.text(1), row.bytes(2))));
        sql.each(ALL_STAFF, row -> consumer.accept(new Defined("staff", row.text(2), row.text(1), row.bytes(3))));
    }

    /// Adds or replaces a setting of a branch, or of every branch when it is empty.
    public void putSetting(String branch, String name, String value, Instant at) {
        sql.update(PUT_SETTING, branch, name, value, at);
    }

    /// A setting of a branch, or of every branch when it is empty.
    public Optional<String> setting(String branch, String name) {
        return sql.find(SETTING, row -> row.text(1), branch, name);
    }
}
