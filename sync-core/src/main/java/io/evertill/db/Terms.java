package io.evertill.db;

import io.evertill.money.UnitPrice;
import io.evertill.price.PriceRule;
import io.evertill.product.ProductId;
import io.evertill.tax.TaxRate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Tables `price`, `tax` and `setting` at the till: the terms under which it sells, as fed by the centre.
///
/// Each `put` and `remove` answers what the row before counted for in the feed's sum.
public final class Terms {
    private static final String PRICES = """
            SELECT id, product, branch, level, priority, price, currency, valid_from, valid_to FROM price WHERE product = ?
            """;
    private static final String PRICE_HASH = "SELECT row_hash FROM price WHERE id = ?";
    private static final String PUT_PRICE = """
            INSERT INTO price (id, product, branch, level, priority, price, currency, valid_from, valid_to, row_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET product = excluded.product, branch = excluded.branch, level = excluded.level,
                priority = excluded.priority, price = excluded.price, currency = excluded.currency,
                valid_from = excluded.valid_from, valid_to = excluded.valid_to, row_hash = excluded.row_hash
            """;
    private static final String REMOVE_PRICE = "DELETE FROM price WHERE id = ?";
    private static final String TAX = "SELECT code, name, ppm, kind FROM tax WHERE code = ?";
    private static final String TAXES = "SELECT code, name, ppm, kind FROM tax ORDER BY code";
    private static final String TAX_HASH = "SELECT row_hash FROM tax WHERE code = ?";
    private static final String PUT_TAX = """
            INSERT INTO tax (code, name, ppm, kind, row_hash) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, ppm = excluded.ppm, kind = excluded.kind,
                row_hash = excluded.row_hash
            """;
    private static final String REMOVE_TAX = "DELETE FROM tax WHERE code = ?";
    private static final String SETTING = """
            SELECT value FROM setting
            WHERE name = ? OR name = ? || '@' || (SELECT branch FROM terminal WHERE id = 1)
            ORDER BY length(name) DESC LIMIT 1
            """;
    private static final String SETTINGS = """
            SELECT CASE instr(name, '@') WHEN 0 THEN name ELSE substr(name, 1, instr(name, '@') - 1) END, value FROM setting
            WHERE instr(name, '@') = 0 OR substr(name, instr(name, '@') + 1) = (SELECT branch FROM terminal WHERE id = 1)
            ORDER BY instr(name, '@') > 0
            """;
    private static final String SETTING_HASH = "SELECT row_hash FROM setting WHERE name = ?";
    private static final String PUT_SETTING = """
            INSERT INTO setting (name, value, row_hash) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value, row_hash = excluded.row_hash
            """;
    private static final String REMOVE_SETTING = "DELETE FROM setting WHERE name = ?";

    private final Sql sql;

    Terms(Sql sql) {
        this.sql = sql;
    }

    /// The price rules of a product, past and future ones included.
    public List<PriceRule> prices(ProductId product) {
        return sql.list(PRICES, row -> new PriceRule(
                row.text(1),
                new ProductId(row.uuid(2)),
                row.text(3),
                PriceRule.Level.valueOf(row.text(4)),
                (int) row.number(5),
                new UnitPrice(row.number(6), Currency.getInstance(row.text(7))),
                row.instant(8),
                row.findInstant(9)), product);
    }

    /// Adds or replaces a price rule.
    public Optional<Long> put(PriceRule rule, Optional<Long> rowHash) {
        Optional<Long> before = hash(PRICE_HASH, rule.id());
        sql.update(PUT_PRICE, rule.id(), rule.product(), rule.branch(), rule.level(), rule.priority(),
                rule.price().tenThousandths(), rule.price().currency().getCurrencyCode(), rule.validFrom(), rule.validTo(),
                rowHash);
        return before;
    }

    /// Removes a price rule.
    public Optional<Long> removePrice(String id) {
        Optional<Long> before = hash(PRICE_HASH, id);
        sql.update(REMOVE_PRICE, id);
        return before;
    }

    /// The tax rate with a code.
    public Optional<TaxRate> tax(String code) {
        return sql.find(TAX, Terms::tax, code);
    }

    /// All tax rates, by code.
    public List<TaxRate> taxes() {
        return sql.list(TAXES, Terms::tax);
    }

    /// Adds or replaces a tax rate.
    public Optional<Long> put(TaxRate rate, Optional<Long> rowHash) {
        Optional<Long> before = hash(TAX_HASH, rate.code());
        sql.update(PUT_TAX, rate.code(), rate.name(), rate.partsPerMillion(), rate.kind(), rowHash);
        return before;
    }

    /// Removes a tax rate.
    public Optional<Long> removeTax(String code) {
        Optional<Long> before = hash(TAX_HASH, code);
        sql.update(REMOVE_TAX, code);
        return before;
    }

    /// The value of a setting: this store's own (`name@store`) before everybody's.
    public Optional<String> setting(String name) {
        return sql.find(SETTING, row -> row.text(1), name, name);
    }

    /// The values of all settings by name, as [#setting] finds them one by one.
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        sql.each(SETTINGS, row -> settings.put(row.text(1), row.text(2)));
        return settings;
    }

    /// Adds or replaces a setting.
    public Optional<Long> put(String name, String value, Optional<Long> rowHash) {
        Optional<Long> before = hash(SETTING_HASH, name);
        sql.update(PUT_SETTING, name, value, rowHash);
        return before;
    }

    /// Removes a setting.
    public Optional<Long> removeSetting(String name) {
        Optional<Long> before = hash(SETTING_HASH, name);
        sql.update(REMOVE_SETTING, name);
        return before;
    }

    /// Removes every row of one table that the centre fed.
    public void clearFed(Kind kind) {
        switch (kind) {
            case PRICE -> sql.update("DELETE FROM price WHERE row_hash IS NOT NULL");
            case TAX -> sql.update("DELETE FROM tax WHERE row_hash IS NOT NULL");
            case SETTING -> sql.update("DELETE FROM setting WHERE row_hash IS NOT NULL");
        }
    }

    /// Hands over what every row of one table that the centre fed counts for in the feed's sum.
    public void eachHash(Kind kind, LongConsumer consumer) {
        String statement = switch (kind) {
            case PRICE -> "SELECT row_hash FROM price WHERE row_hash IS NOT NULL";
            case TAX -> "SELECT row_hash FROM tax WHERE row_hash IS NOT NULL";
            case SETTING -> "SELECT row_hash FROM setting WHERE row_hash IS NOT NULL";
        };
        sql.each(statement, row -> consumer.accept(row.number(1)));
    }

    /// Which of the tables.
    public enum Kind {
        /// Price rules.
        PRICE,
        /// Tax rates.
        TAX,
        /// Settings.
        SETTING
    }

    private Optional<Long> hash(String statement, String key) {
        return sql.find(statement, row -> row.findNumber(1), key).flatMap(hash -> hash);
    }

    private static TaxRate tax(Row row) {
        return new TaxRate(row.text(1), row.text(2), (int) row.number(3), TaxRate.Kind.valueOf(row.text(4)));
    }
}
