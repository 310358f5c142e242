package io.evertill.db;

import static java.util.stream.Collectors.joining;

import io.evertill.product.Product;
import io.evertill.product.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Table `product_search` at the till: which products have which [Grams], in the order of their rank.
///
/// A query reads the lists of the pieces it needs side by side, in the order of rank, and looks at each product that has
/// them all; it ends when it has enough, and after [#CANDIDATES_MAX] products in any case.
final class ProductSearch {
    /// The most products that one query looks at more closely.
    private static final int CANDIDATES_MAX = 300;
    private static final int WORDS_MAX = 8;
    private static final int TELLING_LENGTH_MIN = 3;
    /// Several words that are all so short that their lists are long are looked for among the most popular products only.
    private static final int POPULAR_RANK_MAX = 200_000;
    /// As deep as FTS5 reads.
    private static final int NESTED_MAX = 24;

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

    /// What the index is asked.
    ///
    /// @param pieces those that a product must have
    /// @param rankMax how far down the list is looked
    /// @param max the most products to look at
    record Match(String pieces, long rankMax, int max) {}

    /// A product that has the pieces; the words are cheap to read, the product is not.
    ///
    /// @param rank where it stands
    record Candidate(long rank, Words words, Supplier<Product> product) {}

    /// Hands over the products that match, by rank, until it is told that they are enough.
    interface Candidates {
        void each(Match match, Predicate<Candidate> isEnough);
    }

    /// The products that have every word of a text: first those with words that begin so, then those with the words
    /// somewhere inside theirs; the most popular first in each.
    ///
    /// @param isWanted whether a product that has the words is an answer
    static List<Product> find(Words text, int limit, Predicate<Product> isWanted, Candidates candidates) {
        List<String> words = text.list().stream().distinct().limit(WORDS_MAX).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        Map<Long, Product> found = new LinkedHashMap<>();
        collect(candidates, match(words, Grams::ofStart), isWanted, product -> words.stream().allMatch(product::hasStart), found, limit);
        if (found.size() < limit) {
            collect(candidates, match(words, ProductSearch::inside), isWanted,
                    product -> words.stream().allMatch(word -> has(product, word)), found, limit);
        }
        return new ArrayList<>(found.values());
    }

    private static void collect(
            Candidates candidates, Match match, Predicate<Product> isWanted, Predicate<Words> fits, Map<Long, Product> found, int limit) {
        candidates.each(match, candidate -> {
            if (!found.containsKey(candidate.rank()) && fits.test(candidate.words())) {
                Optional.of(candidate.product().get()).filter(isWanted).ifPresent(product -> found.put(candidate.rank(), product));
            }
            return found.size() >= limit;
        });
    }

    private static Match match(List<String> words, Function<String, List<String>> pieces) {
        List<String> longest = words.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
        List<String> telling = longest.stream().filter(ProductSearch::isTelling).toList();
        List<String> brief = longest.stream().filter(word -> !isTelling(word)).toList();
        List<String> all = Stream.concat(inTurn(telling, pieces), inTurn(brief, pieces)).distinct().toList();
        boolean isTelling = words.size() == 1 || !telling.isEmpty();
        return new Match(nested(all), isTelling ? Long.MAX_VALUE : POPULAR_RANK_MAX, CANDIDATES_MAX);
    }

    private static boolean isTelling(String word) {
        return word.length() >= TELLING_LENGTH_MIN;
    }

    /// The first piece of each word, then the second of each, and so on.
    private static Stream<String> inTurn(List<String> words, Function<String, List<String>> pieces) {
        List<List<String>> lists = words.stream().map(pieces).toList();
        return IntStream.range(0, Grams.PIECES_MAX).boxed()
                .flatMap(at -> lists.stream().flatMap(list -> list.stream().skip(at).limit(1)));
    }

    /// Each piece around all before it, so that a list is read only at the ranks that these have in common: FTS5 moves all lists of one
    /// `AND` in each round, and it makes one of `AND`s inside each other unless something stands between.
    private static String nested(List<String> pieces) {
        String inner = '"' + pieces.getFirst() + '"';
        for (String piece : pieces.subList(1, Math.min(pieces.size(), NESTED_MAX))) {
            inner = "((" + inner + ") NOT \"" + Grams.START + "\") AND \"" + piece + '"';
        }
        return inner + pieces.stream().skip(NESTED_MAX).map(piece -> " AND \"" + piece + '"').collect(joining());
    }

    /// Parts that are too short to be looked up inside words must begin one.
    private static List<String> inside(String word) {
        List<String> pieces = Grams.ofPart(word);
        return pieces.isEmpty() ? Grams.ofStart(word) : pieces;
    }

    private static boolean has(Words product, String word) {
        return Grams.ofPart(word).isEmpty() ? product.hasStart(word) : product.hasPart(word);
    }
}
