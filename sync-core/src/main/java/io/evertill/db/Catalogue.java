package io.evertill.db;

import io.evertill.money.UnitPrice;
import io.evertill.product.Gtin;
import io.evertill.product.Guidance;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.product.Words;
import io.evertill.stock.Unit;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Tables `product` and `barcode` at the till: the catalogue, found by code or by words.
public final class Catalogue {
    /// The most products that a search answers.
    public static final int RESULTS_MAX = 50;

    /// As [#product] reads them. The barcodes come along in one text: a statement of their own would double the cost.
    private static final String COLUMNS = "product, sku, name, unit, step, kind, tax, price, currency, product.rank, "
            + "(SELECT group_concat(b.gtin, ' ') FROM barcode b WHERE b.product = product.product), track, age, message";
    private static final String BY_ID = "SELECT " + COLUMNS + " FROM product WHERE product = ?";
    private static final String BY_SKU = "SELECT " + COLUMNS + " FROM product WHERE sku = ?";
    private static final String BY_GTIN = "SELECT " + COLUMNS
            + " FROM product WHERE product = (SELECT product FROM barcode WHERE gtin = ?)";
    private static final String GTINS = "SELECT gtin FROM barcode WHERE product = ? ORDER BY gtin";
    private static final String CANDIDATES = "SELECT " + COLUMNS + """
             FROM product_search CROSS JOIN product ON product.rank = product_search.rowid
            WHERE product_search MATCH ? AND product_search.rowid <= ? ORDER BY product_search.rowid LIMIT ?
            """;
    private static final String RANK = "SELECT rank, row_hash, name, sku FROM product WHERE product = ?";
    private static final String INSERT = """
            INSERT INTO product (product, sku, name, unit, step, kind, tax, price, currency, row_hash, track, age, message)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING rank
            """;
    private static final String UPDATE = """
            UPDATE product SET sku = ?, name = ?, unit = ?, step = ?, kind = ?, tax = ?, price = ?, currency = ?, row_hash = ?,
                track = ?, age = ?, message = ?
            WHERE rank = ?
            """;
    private static final String DELETE = "DELETE FROM product WHERE rank = ?";
    private static final String DELETE_BARCODES = "DELETE FROM barcode WHERE product = ?";
    private static final String PUT_BARCODE = """
            INSERT INTO barcode (gtin, product) VALUES (?, ?) ON CONFLICT (gtin) DO UPDATE SET product = excluded.product
            """;
    private static final String CLEAR_BARCODES =
            "DELETE FROM barcode WHERE product IN (SELECT product FROM product WHERE row_hash IS NOT NULL)";
    private static final String CLEAR = "DELETE FROM product WHERE row_hash IS NOT NULL";
    private static final String OWN = "SELECT " + COLUMNS + " FROM product ORDER BY rank";
    private static final String HASHES = "SELECT row_hash FROM product WHERE row_hash IS NOT NULL";
    private static final String COUNT = "SELECT count(*) FROM product";

    private final Sql sql;
    private final ProductSearch search;

    Catalogue(Sql sql) {
        this.sql = sql;
        this.search = new ProductSearch(sql);
    }

    /// The product with an id.
    public Optional<Product> find(ProductId id) {
        return sql.find(BY_ID, Catalogue::product, id);
    }

    /// The product with a SKU.
    public Optional<Product> find(Sku sku) {
        return sql.find(BY_SKU, Catalogue::product, sku.code());
    }

    /// The product with a barcode.
    public Optional<Product> find(Gtin gtin) {
        return sql.find(BY_GTIN, Catalogue::product, gtin.digits());
    }

    /// The products that have every word of the text in name, SKU or barcodes, however it is accented: first those with words
    /// that begin so, then those with the words inside theirs; the most popular first in each.
    ///
    /// It ends as soon as there is enough, or when a pass has looked at as many candidates as it may ([ProductSearch]): an odd
    /// part of frequent pieces may be answered incompletely. Where few products have all of several common pieces, the lists of
    /// these are read to their end, and they grow with the catalogue.
    ///
    /// @param limit at most [#RESULTS_MAX]
    public List<Product> search(String text, int limit) {
        return search(text, limit, _ -> true);
    }

    /// The products with a text somewhere in their SKU or in one of their barcodes, in the order and within the bounds of [#search].
    ///
    /// @param limit at most [#RESULTS_MAX]
    public List<Product> searchCodes(String text, int limit) {
        return search(text, limit, product -> product.sku().code().contains(text)
                || product.gtins().stream().anyMatch(gtin -> gtin.digits().contains(text)));
    }

    private List<Product> search(String text, int limit, Predicate<Product> isWanted) {
        return ProductSearch.find(Words.of(text), Math.min(limit, RESULTS_MAX), isWanted, (match, isEnough) ->
                sql.eachUntil(CANDIDATES, row -> isEnough.test(candidate(row)), match.pieces(), match.rankMax(), match.max()));
    }

    /// Adds a product or replaces its definition.
    ///
    /// @param rowHash what the row counts for in the feed's sum; empty for a product that the centre does not know of
    /// @return what the row before counted for; empty when there was none or it was this till's own
    public Optional<Long> put(Product product, Optional<Long> rowHash) {
        Optional<Known> known = known(product.id());
        Words words = Words.of(product);
        if (known.isEmpty()) {
            long rank = sql.number(INSERT, product.id(), product.sku().code(), product.name(), product.unit().code(),
                    product.unit().step(), product.kind(), product.taxCode(), product.basePrice().tenThousandths(),
                    product.basePrice().currency().getCurrencyCode(), rowHash, product.track(),
                    product.guidance().age(), product.guidance().message());
            putBarcodes(product);
            search.put(rank, words);
            return Optional.empty();
        }
        Known before = known.get();
        sql.update(UPDATE, product.sku().code(), product.name(), product.unit().code(), product.unit().step(),
                product.kind(), product.taxCode(), product.basePrice().tenThousandths(),
                product.basePrice().currency().getCurrencyCode(), rowHash, product.track(), product.guidance().age(),
                product.guidance().message(), before.rank());
        // Most changes are of prices: then neither the barcodes nor the search has to be written.
        if (!before.words().equals(words)) {
            sql.update(DELETE_BARCODES, product.id());
            putBarcodes(product);
            search.delete(before.rank());
            search.put(before.rank(), words);
        }
        return before.rowHash();
    }

    private void putBarcodes(Product product) {
        product.gtins().forEach(gtin -> sql.update(PUT_BARCODE, gtin.digits(), product.id()));
    }

    /// Removes a product.
    ///
    /// @return what the row counted for
    public Optional<Long> remove(ProductId id) {
        Optional<Known> known = known(id);
        known.ifPresent(row -> {
            search.delete(row.rank());
            sql.update(DELETE_BARCODES, id);
            sql.update(DELETE, row.rank());
        });
        return known.flatMap(Known::rowHash);
    }

    /// Removes every product that the centre fed, keeping those that only this till knows.
    public void clearFed() {
        sql.update(CLEAR_BARCODES);
        sql.update(CLEAR);
        search.clear();
        sql.each(OWN, row -> search.put(row.number(10), Words.of(product(row))));
    }

    /// Makes searches fast again after many products were put.
    public void pack() {
        search.pack();
    }

    /// Hands over what every product that the centre fed counts for in the feed's sum.
    public void eachHash(LongConsumer consumer) {
        sql.each(HASHES, row -> consumer.accept(row.number(1)));
    }

    /// How many there are.
    public long count() {
        return sql.number(COUNT);
    }

    private record Known(long rank, Optional<Long> rowHash, Words words) {}

    private Optional<Known> known(ProductId id) {
        return sql.find(RANK, row -> new Known(row.number(1), row.findNumber(2),
                Words.of(row.text(3), row.text(4), sql.list(GTINS, gtin -> gtin.text(1), id))), id);
    }

    private static Product product(Row row) {
        ProductId id = new ProductId(row.uuid(1));
        return new Product(
                id,
                new Sku(row.text(2)),
                row.text(3),
                new Unit(row.text(4), row.number(5)),
                Product.Kind.valueOf(row.text(6)),
                row.text(7),
                new UnitPrice(row.number(8), Currency.getInstance(row.text(9))),
                codes(row).stream().map(Gtin::new).toList(),
                Product.Track.valueOf(row.text(12)),
                new Guidance(row.findNumber(13).map(Math::toIntExact), row.findText(14)));
    }

    private static ProductSearch.Candidate candidate(Row row) {
        return new ProductSearch.Candidate(
                row.number(10), Words.of(row.text(3), row.text(2), codes(row)), () -> product(row));
    }

    private static List<String> codes(Row row) {
        return row.findText(11).map(text -> Stream.of(text.split(" ", -1)).sorted().toList()).orElse(List.of());
    }
}
