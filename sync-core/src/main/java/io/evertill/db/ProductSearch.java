package io.evertill.db;

import io.evertill.product.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Table `product_search` at the till: which products have which [Grams], in the order of their rank.
///
/// A query reads the lists of the pieces it needs side by side, in the order of rank, and looks at each product that has
/// them all; it ends when it has enough, and after [#CANDIDATES_MAX] products in any case.
final class ProductSearch {
    /// The most products that one query looks at more closely.
    private static final int CANDIDATES_MAX = 500;
    private static final int WORDS_MAX = 8;
    /// A word so short narrows nothing when there is a longer one: it is checked, not looked up.
    private static final int IDLE_LENGTH_MAX = 1;
    private static final int TELLING_LENGTH_MIN = 3;
    /// Several words that are all so short that their lists are long are looked for among the most popular products only.
    private static final int POPULAR_RANK_MAX = 200_000;

    private static final String CANDIDATES = """
            SELECT s.rowid, p.name, p.sku, '' FROM product_search s CROSS JOIN product p ON p.rank = s.rowid
            WHERE s.product_search MATCH ? AND s.rowid <= ? ORDER BY s.rowid LIMIT ?
            """;
    private static final String CANDIDATES_WITH_CODES = """
            SELECT s.rowid, p.name, p.sku,
                coalesce((SELECT group_concat(b.gtin, ' ') FROM barcode b WHERE b.product = p.product), '')
            FROM product_search s CROSS JOIN product p ON p.rank = s.rowid
            WHERE s.product_search MATCH ? AND s.rowid <= ? ORDER BY s.rowid LIMIT ?
            """;
    private static final String PUT = "INSERT INTO product_search (rowid, pieces) VALUES (?, ?)";
    private static final String DELETE = "DELETE FROM product_search WHERE rowid = ?";
    private static final String CLEAR = "INSERT INTO product_search (product_search) VALUES ('delete-all')";
    private static final String PACK = "INSERT INTO product_search (product_search) VALUES ('optimize')";

    private final Sql sql;

    ProductSearch(Sql sql) {
        this.sql = sql;
    }

    /// Adds a product that is not there.
    void put(long rank, Words words) {
        sql.update(PUT, rank, String.join(" ", Grams.of(words)));
    }

    /// Removes a product.
    void delete(long rank) {
        sql.update(DELETE, rank);
    }

    /// Removes everything.
    void clear() {
        sql.update(CLEAR);
    }

    /// Makes one run of the many that were written: after much was put. A query is then twice as fast.
    void pack() {
        sql.update(PACK);
    }

    /// The ranks of products that have every word of a text: first those with words that begin so, then those with the
    /// words somewhere inside theirs; the most popular first in each.
    List<Long> find(Words text, int limit) {
        List<String> words = text.list().stream().distinct().limit(WORDS_MAX).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        Set<Long> found = new LinkedHashSet<>();
        collect(words, Grams::ofStart, Words::hasStart, found, limit);
        if (found.size() < limit) {
            collect(words, ProductSearch::inside, ProductSearch::has, found, limit);
        }
        return new ArrayList<>(found);
    }

    private interface Check {
        boolean holds(Words product, String word);
    }

    private void collect(List<String> words, Function<String, List<String>> pieces, Check check, Set<Long> found, int limit) {
        int longest = words.stream().mapToInt(String::length).max().orElse(0);
        boolean isTelling = longest >= TELLING_LENGTH_MIN;
        String match = words.stream()
                .filter(word -> !isTelling || word.length() > IDLE_LENGTH_MAX)
                .flatMap(word -> pieces.apply(word).stream())
                .distinct()
                .map(piece -> '"' + piece + '"')
                .collect(Collectors.joining(" AND "));
        boolean hasCode = words.stream().anyMatch(word -> word.chars().anyMatch(Character::isDigit));
        long rankMax = isTelling || words.size() == 1 ? Long.MAX_VALUE : POPULAR_RANK_MAX;
        Predicate<Words> fits = product -> words.stream().allMatch(word -> check.holds(product, word));
        sql.eachUntil(hasCode ? CANDIDATES_WITH_CODES : CANDIDATES, row -> {
            if (fits.test(words(row))) {
                found.add(row.number(1));
            }
            return found.size() >= limit;
        }, match, rankMax, CANDIDATES_MAX);
    }

    /// Parts that are too short to be looked up inside words must begin one.
    private static List<String> inside(String word) {
        List<String> pieces = Grams.ofPart(word);
        return pieces.isEmpty() ? Grams.ofStart(word) : pieces;
    }

    private static boolean has(Words product, String word) {
        return Grams.ofPart(word).isEmpty() ? product.hasStart(word) : product.hasPart(word);
    }

    private static Words words(Row row) {
        String codes = row.text(4);
        return Words.of(row.text(2), row.text(3), codes.isEmpty() ? List.of() : Stream.of(codes.split(" ")).toList());
    }
}
