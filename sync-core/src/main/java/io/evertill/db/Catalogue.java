package io.evertill.db;

import io.evertill.money.UnitPrice;
import io.evertill.product.Gtin;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Unit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Tables `product`, `barcode` and `product_search` at the till: the catalogue, found by code or by words.
public final class Catalogue {
    /// The most products that a search answers.
    public static final int RESULTS_MAX = 50;

    private static final int WORDS_MAX = 8;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final String COLUMNS = "product, sku, name, unit, step, kind, tax, price, currency, rank";
    private static final String BY_ID = "SELECT " + COLUMNS + " FROM product WHERE product = ?";
    private static final String BY_SKU = "SELECT " + COLUMNS + " FROM product WHERE sku = ?";
    private static final String BY_GTIN = "SELECT " + COLUMNS
            + " FROM product WHERE product = (SELECT product FROM barcode WHERE gtin = ?)";
    private static final String GTINS = "SELECT gtin FROM barcode WHERE product = ? ORDER BY gtin";
    private static final String SEARCH = "SELECT " + COLUMNS + """
             FROM product
            WHERE rank IN (SELECT rowid FROM product_search WHERE product_search MATCH ? ORDER BY rowid LIMIT ?)
            ORDER BY rank
            """;
    private static final String RANK = "SELECT rank, row_hash FROM product WHERE product = ?";
    private static final String INSERT = """
            INSERT INTO product (product, sku, name, unit, step, kind, tax, price, currency, row_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING rank
            """;
    private static final String UPDATE = """
            UPDATE product SET sku = ?, name = ?, unit = ?, step = ?, kind = ?, tax = ?, price = ?, currency = ?, row_hash = ?
            WHERE rank = ?
            """;
    private static final String DELETE = "DELETE FROM product WHERE rank = ?";
    private static final String DELETE_BARCODES = "DELETE FROM barcode WHERE product = ?";
    private static final String PUT_BARCODE = """
            INSERT INTO barcode (gtin, product) VALUES (?, ?) ON CONFLICT (gtin) DO UPDATE SET product = excluded.product
            """;
    private static final String PUT_WORDS = "INSERT INTO product_search (rowid, words) VALUES (?, ?)";
    private static final String DELETE_WORDS = "DELETE FROM product_search WHERE rowid = ?";
    private static final String CLEAR_WORDS =
            "DELETE FROM product_search WHERE rowid IN (SELECT rank FROM product WHERE row_hash IS NOT NULL)";
    private static final String CLEAR_BARCODES =
            "DELETE FROM barcode WHERE product IN (SELECT product FROM product WHERE row_hash IS NOT NULL)";
    private static final String CLEAR = "DELETE FROM product WHERE row_hash IS NOT NULL";
    private static final String HASHES = "SELECT row_hash FROM product WHERE row_hash IS NOT NULL";
    private static final String COUNT = "SELECT count(*) FROM product";

    private final Sql sql;

    Catalogue(Sql sql) {
        this.sql = sql;
    }

    /// The product with an id.
    public Optional<Product> find(ProductId id) {
        return sql.find(BY_ID, this::product, id);
    }

    /// The product with a SKU.
    public Optional<Product> find(Sku sku) {
        return sql.find(BY_SKU, this::product, sku.code());
    }

    /// The product with a barcode.
    public Optional<Product> find(Gtin gtin) {
        return sql.find(BY_GTIN, this::product, gtin.digits());
    }

    /// The most popular products whose name, SKU or barcode has words that begin like those of the text.
    ///
    /// @param limit at most [#RESULTS_MAX]
    public List<Product> search(String text, int limit) {
        String query = words(text).stream().map(word -> '"' + word + "\"*").collect(Collectors.joining(" "));
        return query.isEmpty() ? List.of() : sql.list(SEARCH, this::product, query, Math.min(limit, RESULTS_MAX));
    }

    /// Adds a product or replaces its definition.
    ///
    /// @param rowHash what the row counts for in the feed's sum; empty for a product that the centre does not know of
    /// @return what the row before counted for; empty when there was none or it was this till's own
    public Optional<Long> put(Product product, Optional<Long> rowHash) {
        Optional<Known> known = known(product.id());
        long rank;
        if (known.isPresent()) {
            rank = known.get().rank();
            sql.update(UPDATE, product.sku().code(), product.name(), product.unit().code(), product.unit().step(),
                    product.kind(), product.taxCode(), product.basePrice().tenThousandths(),
                    product.basePrice().currency().getCurrencyCode(), rowHash, rank);
            sql.update(DELETE_WORDS, rank);
            sql.update(DELETE_BARCODES, product.id());
        } else {
            rank = sql.number(INSERT, product.id(), product.sku().code(), product.name(), product.unit().code(),
                    product.unit().step(), product.kind(), product.taxCode(), product.basePrice().tenThousandths(),
                    product.basePrice().currency().getCurrencyCode(), rowHash);
        }
        product.gtins().forEach(gtin -> sql.update(PUT_BARCODE, gtin.digits(), product.id()));
        sql.update(PUT_WORDS, rank, searchText(product));
        return known.flatMap(Known::rowHash);
    }

    /// Removes a product.
    ///
    /// @return what the row counted for
    public Optional<Long> remove(ProductId id) {
        Optional<Known> known = known(id);
        known.ifPresent(row -> {
            sql.update(DELETE_WORDS, row.rank());
            sql.update(DELETE_BARCODES, id);
            sql.update(DELETE, row.rank());
        });
        return known.flatMap(Known::rowHash);
    }

    /// Removes every product that the centre fed, keeping those that only this till knows.
    public void clearFed() {
        sql.update(CLEAR_WORDS);
        sql.update(CLEAR_BARCODES);
        sql.update(CLEAR);
    }

    /// Hands over what every product that the centre fed counts for in the feed's sum.
    public void eachHash(LongConsumer consumer) {
        sql.each(HASHES, row -> consumer.accept(row.number(1)));
    }

    /// How many there are.
    public long count() {
        return sql.number(COUNT);
    }

    private record Known(long rank, Optional<Long> rowHash) {}

    private Optional<Known> known(ProductId id) {
        return sql.find(RANK, row -> new Known(row.number(1), row.findNumber(2)), id);
    }

    private static String searchText(Product product) {
        String codes = product.gtins().stream()
                .map(gtin -> gtin.digits() + " " + gtin.digits().replaceFirst("^0+", ""))
                .collect(Collectors.joining(" "));
        return product.name() + " " + product.sku().code() + " " + codes;
    }

    /// The words of a text as the search index splits them: runs of letters and digits.
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.size() < WORDS_MAX && matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private Product product(Row row) {
        ProductId id = new ProductId(row.uuid(1));
        return new Product(
                id,
                new Sku(row.text(2)),
                row.text(3),
                new Unit(row.text(4), row.number(5)),
                Product.Kind.valueOf(row.text(6)),
                row.text(7),
                new UnitPrice(row.number(8), Currency.getInstance(row.text(9))),
                sql.list(GTINS, gtin -> new Gtin(gtin.text(1)), id));
    }
}
