package io.evertill.db;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.money.UnitPrice;
import io.evertill.product.Gtin;
import io.evertill.product.Guidance;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.product.Words;
import io.evertill.stock.Unit;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {
    private static final int MANY = 1_000;

    @TempDir
    Path folder;

    private CountedTill till;

    @BeforeEach
    void open() throws SQLException {
        till = new CountedTill(folder.resolve("till.db"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        till.close();
    }

    @ParameterizedTest
    @CsvSource({
        "creme, Crème fraîche",
        "CRÈME FRA, Crème fraîche",
        "fraiche cr, Crème fraîche",
        "raich, Crème fraîche",
        "strasse, Berliner Straße",
        "trass, Berliner Straße",
        "rübe, Zuckerrübensirup",
        "rubensirup, Zuckerrübensirup",
        "kelloggs, Kellogg's Corn Flakes",
        "kellogg's, Kellogg's Corn Flakes",
        "молоко, Молоко цельное",
        "ежевика, Ежевика ёж",
        "φετα, Φέτα Δωδώνης",
        "δωδωνησ, Φέτα Δωδώνης",
        "שוקולד, שׁוֹקוֹלָד מריר",
        "וקול, שׁוֹקוֹלָד מריר",
        "حليب, حَلِيب كامل الدسم",
        "دسم, حَلِيب كامل الدسم",
        "茶, 静岡の緑茶",
        "緑茶, 静岡の緑茶",
        "우유, 서울우유",
        "เต้าหู้, น้ำเต้าหู้",
        "7up, 7UP",
        "35891, Tea",
        "5000358917369, Tea",
        "05000, Tea",
        "ab12x, Odd code",
        "ab-12, Odd code",
        "12/x, Odd code",
        "b12, Odd code",
    })
    void aProductIsFoundByWhatAPersonTypes(String typed, String name) {
        List<String> names = List.of("Crème fraîche", "Berliner Straße", "Zuckerrübensirup", "Kellogg's Corn Flakes",
                "Молоко цельное", "Ежевика ёж", "Φέτα Δωδώνης", "שׁוֹקוֹלָד מריר", "حَلِيب كامل الدسم", "静岡の緑茶",
                "서울우유", "น้ำเต้าหู้", "7UP");
        till.db().run(tx -> {
            IntStream.range(0, names.size()).forEach(at -> put(tx, product("N" + at, names.get(at))));
            put(tx, product("T1", "Tea", "5000358917369"));
            put(tx, product("AB-12/X", "Odd code"));
        });

        assertEquals(List.of(name), names(typed));
    }

    @Test
    void wordsThatBeginSoComeBeforeWordsThatHaveItInsideAndThePopularFirst() {
        till.db().run(tx -> List.of("Iced tea", "Chai latte", "Latte", "Chocolate", "Late plums")
                .forEach(name -> put(tx, product(name, name))));

        assertEquals(List.of("Chai latte", "Latte", "Late plums", "Chocolate"), names("lat"));
        assertEquals(List.of("Late plums", "Chocolate"), names("late"));
        assertEquals(List.of(), names("latex"));
        assertEquals(List.of(), names("tea latte"));
        assertEquals(List.of(), names(" -'\"^* AND "));
    }

    @Test
    void everyAnswerIsThatOfALookAtEveryProduct() {
        List<Product> products = many();
        till.db().run(tx -> products.forEach(product -> put(tx, product)));

        for (String typed : List.of("a", "an", "anb", "nbi", "bic", "c d", "ab c 1", "bi ic", "x1", "17", "an 17", "ca ab nb", "cab 1")) {
            List<String> expected = lookAtAll(products, typed).stream().limit(Catalogue.RESULTS_MAX).toList();

            assertEquals(expected, names(typed), typed);
        }
    }

    @Test
    void asManyLongWordsAsAnybodyTypesAreFound() {
        String name = "Mediterranean Vegetarian Wholegrain Breakfast Sandwich Multipack Refrigerated Convenience Assortment";
        till.db().run(tx -> {
            put(tx, product("S1", name));
            put(tx, product("S2", name.replace("Breakfast", "Lunchtime")));
        });

        assertEquals(List.of(name), names(name.replace("Breakfast", "reakfas")));
        assertEquals(List.of(), names(name.replace("Assortment", "Assortmenx").replace("Wholegrain ", "")));
    }

    @Test
    void threeDigitsFromInsideALongNumberAreNotLookedFor() {
        till.db().run(tx -> {
            put(tx, product("T1", "Tea", "5000358917369"));
            put(tx, product("T2", "Tea 15891"));
        });

        assertEquals(List.of("Tea 15891"), names("589"));
        assertEquals(List.of("Tea", "Tea 15891"), names("5891"));
    }

    /// Digits in a name are a weight or a size, and no code.
    @Test
    void aPartOfACodeIsFoundInCodesAlone() {
        till.db().run(tx -> {
            put(tx, product("T1", "Tea 5891", "4006381333931"));
            put(tx, product("A-5891-B", "Mug"));
            put(tx, product("T2", "Coffee", "5000358917369"));
        });

        assertEquals(List.of("Mug", "Coffee"), codes("5891"));
        assertEquals(List.of("Mug"), codes("-5891-"));
        assertEquals(List.of("Coffee"), codes("8917369"));
        assertEquals(List.of(), codes("999"));
    }

    private List<String> codes(String part) {
        return till.db().read(tx -> tx.catalogue().searchCodes(part, Catalogue.RESULTS_MAX)).stream().map(Product::name).toList();
    }

    @Test
    void aChangedOrRemovedProductIsNotFoundByItsOldWords() {
        Product tea = product("T1", "Green tea", "5000358917369");
        till.db().run(tx -> {
            put(tx, tea);
            put(tx, product("T2", "Green mug"));
        });

        till.db().run(tx -> {
            put(tx, product("T1", "Black coffee"));
            tx.catalogue().remove(ProductId.of(Sku.of("T2")));
        });

        assertEquals(List.of(), names("green"));
        assertEquals(List.of(), names("50003"));
        assertEquals(List.of("Black coffee"), names("offee"));
    }

    @Test
    void aNewPriceLeavesTheSearchAlone() {
        till.db().run(tx -> IntStream.range(0, MANY).forEach(at -> put(tx, product("P" + at, "Product no. " + at))));
        till.db().checkpoint();
        till.written();

        till.db().run(tx -> {
            Product same = product("P500", "Product no. 500");
            tx.catalogue().put(new Product(same.id(), same.sku(), same.name(), same.unit(), same.kind(), same.taxCode(),
                    UnitPrice.parse("9.99", Currency.getInstance("GBP")), same.gtins()), Optional.of(7L));
        });

        List<CountedTill.Frame> written = till.written();
        Map<Integer, String> owners = till.owners();
        assertEquals(Set.of("product", "sqlite_autoindex_product_2"), written.stream()
                .map(frame -> owners.get(frame.page()).replaceFirst(",.*", ""))
                .collect(toUnmodifiableSet()));
    }

    @Test
    void whatIsAskedAndSaidChangesWithTheProduct() {
        Product plain = product("RUM", "Rum");
        Guidance guidance = new Guidance(Optional.of(18), Optional.of("In the cabinet."));
        List<Guidance> seen = new ArrayList<>();

        for (Guidance next : List.of(guidance, Guidance.NONE, new Guidance(Optional.of(16), Optional.empty()))) {
            till.db().run(tx -> put(tx, plain.guided(next)));
            seen.add(till.db().read(tx -> tx.catalogue().find(plain.sku())).orElseThrow().guidance());
        }

        assertEquals(List.of(guidance, Guidance.NONE, new Guidance(Optional.of(16), Optional.empty())), seen);
    }

    @Test
    void loadingEverythingAgainKeepsWhatOnlyThisTillKnows() {
        till.db().run(tx -> {
            put(tx, product("F1", "Fed tea"));
            tx.catalogue().put(product("O1", "Own tea"), Optional.empty());
        });

        till.db().run(tx -> {
            tx.catalogue().clearFed();
            put(tx, product("F2", "Fresh tea"));
            tx.catalogue().pack();
        });

        assertEquals(List.of("Own tea", "Fresh tea"), names("tea"));
    }

    private static List<Product> many() {
        return IntStream.range(0, MANY)
                .mapToObj(at -> product("X" + at, letters(at) + " " + letters(at * 7 + 3) + " " + letters(at * 31 + 11)))
                .toList();
    }

    /// A word of few letters, so that its parts are in many others.
    private static String letters(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 5; rest > 0; rest /= 5) {
            word.append("anbic".charAt(rest % 5));
        }
        return word.toString();
    }

    private static List<String> lookAtAll(List<Product> products, String typed) {
        List<String> words = Words.of(typed).list();
        List<String> first = new ArrayList<>();
        List<String> then = new ArrayList<>();
        for (Product product : products) {
            Words own = Words.of(product);
            if (words.stream().allMatch(own::hasStart)) {
                first.add(product.name());
            } else if (words.stream().allMatch(word -> word.length() < 3 ? own.hasStart(word) : own.hasPart(word))) {
                then.add(product.name());
            }
        }
        first.addAll(then);
        return first;
    }

    private List<String> names(String typed) {
        return till.db().read(tx -> tx.catalogue().search(typed, Catalogue.RESULTS_MAX)).stream().map(Product::name).toList();
    }

    private static void put(Tx tx, Product product) {
        tx.catalogue().put(product, Optional.of(1L));
    }

    private static Product product(String sku, String name, String... gtins) {
        return new Product(ProductId.of(Sku.of(sku)), Sku.of(sku), name, Unit.EACH, Product.Kind.GOODS, "STD",
                UnitPrice.parse("2.50", Currency.getInstance("GBP")), List.of(gtins).stream().map(Gtin::of).toList());
    }
}
