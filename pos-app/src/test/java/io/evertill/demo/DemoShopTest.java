package io.evertill.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.Catalogue;
import io.evertill.db.Database;
import io.evertill.product.Product;
import io.evertill.product.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoShopTest {
    private static final int SEARCHES = 1_000;

    @TempDir
    Path folder;

    /// Seeded: the same searches at every run.
    private final Random random = new Random(1);

    @Test
    void everySearchInRealNamesAnswersWhatALookAtEveryProductWould() {
        List<Product> products = DemoShop.products();
        try (Database till = Database.till(folder.resolve("till.db"), Clock.systemUTC())) {
            till.run(tx -> products.forEach(product -> tx.catalogue().put(product, Optional.empty())));

            for (int search = 0; search < SEARCHES; search++) {
                String typed = typed(products);

                List<Product> found = till.read(tx -> tx.catalogue().search(typed, Catalogue.RESULTS_MAX));

                assertEquals(lookAtAll(products, typed), found, typed);
            }
        }
    }

    /// One or two words of a name, each whole, begun, or a part of three letters or more.
    private String typed(List<Product> products) {
        List<String> words = Words.of(products.get(random.nextInt(products.size()))).list();
        return Stream.generate(() -> words.get(random.nextInt(words.size())))
                .limit(1 + random.nextInt(2))
                .map(word -> switch (random.nextInt(3)) {
                    case 0 -> word;
                    case 1 -> word.substring(0, word.offsetByCodePoints(0, 1));
                    default -> word.substring(Math.max(0, Math.min(random.nextInt(4), word.length() - 3)));
                })
                .reduce("", (text, word) -> text + " " + word);
    }

    private static List<Product> lookAtAll(List<Product> products, String typed) {
        List<String> words = Words.of(typed).list();
        List<Product> first = new ArrayList<>();
        List<Product> then = new ArrayList<>();
        for (Product product : products) {
            Words own = Words.of(product);
            if (words.stream().allMatch(own::hasStart)) {
                first.add(product);
            } else if (words.stream().allMatch(word -> has(own, word))) {
                then.add(product);
            }
        }
        return Stream.concat(first.stream(), then.stream()).limit(Catalogue.RESULTS_MAX).toList();
    }

    /// Three digits are not looked for inside barcodes and other long numbers.
    private static boolean has(Words product, String word) {
        if (word.matches("[0-9]{3}")) {
            return product.list().stream().anyMatch(own -> !own.matches("[0-9]{7,}") && own.contains(word));
        }
        return isPart(word) ? product.hasPart(word) : product.hasStart(word);
    }

    /// Two letters of an alphabet are looked for at the beginning of words only; one sign of Chinese, Thai or Korean is not.
    private static boolean isPart(String word) {
        return word.length() >= 3 || switch (Character.UnicodeScript.of(word.codePointAt(0))) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
            default -> false;
        };
    }
}
