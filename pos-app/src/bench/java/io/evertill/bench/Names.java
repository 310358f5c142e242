package io.evertill.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.evertill.money.UnitPrice;
import io.evertill.product.Gtin;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.rule.Wiring;
import io.evertill.stock.Unit;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// Products with real names and barcodes from Open Food Facts where `EVERTILL_DATA` says where they are, otherwise with
/// generated ones. Prices are generated always. Seeded: the same at every run.
@Wiring
final class Names {
    /// The currency of the benchmarks' shop.
    static final Currency GBP = Currency.getInstance("GBP");

    private static final String FILE = "off_products_gtin.csv.gz";
    private static final int PRICE_MAX = 20_00;
    private static final String[] SYLLABLES = {
        "ba", "cre", "cho", "co", "la", "te", "mi", "lk", "nut", "ri", "sa", "lo", "pa", "sta", "fru", "it", "gre", "en",
        "tea", "or", "an", "ge", "bis", "cuit", "ho", "ney", "swe", "et", "po", "ta", "to", "sou", "pe", "rü", "ben", "caf", "é"
    };

    private Names() {}

    /// Where the names are from, for a person.
    static String source() {
        return file().isPresent()
                ? "Open Food Facts (real), prices generated"
                : "GENERATED syllables: EVERTILL_DATA names no folder with " + FILE;
    }

    /// Products, each with a SKU of its own, in an order of chance.
    static List<Product> products(int count) {
        Random random = new Random(1);
        IntFunction<Article> articles = file().map(path -> real(path, random)).orElse(at -> generated(at));
        return IntStream.range(0, count).mapToObj(at -> product(at, articles.apply(at), random)).toList();
    }

    private record Article(String name, String code) {}

    private static Optional<Path> file() {
        return Optional.ofNullable(System.getenv("EVERTILL_DATA"))
                .map(folder -> Path.of(folder, FILE))
                .filter(Files::isReadable);
    }

    private static Product product(int at, Article article, Random random) {
        Sku sku = Sku.of("A" + (100_000 + at));
        return new Product(ProductId.of(sku), sku, article.name, Unit.EACH, Product.Kind.GOODS, "STD",
                UnitPrice.parse((1 + random.nextInt(PRICE_MAX)) / 100 + "." + (10 + at % 90), GBP),
                article.code.isEmpty() ? List.of() : List.of(Gtin.of(article.code)));
    }

    /// When there are more than real rows, they begin again with the first word of another name behind and without a code.
    private static IntFunction<Article> real(Path file, Random random) {
        List<Article> rows = read(file);
        Collections.shuffle(rows, random);
        return at -> {
            Article row = rows.get(at % rows.size());
            if (at < rows.size()) {
                return row;
            }
            String more = row.name + " " + rows.get((int) (at * 7L % rows.size())).name.replaceFirst(" .*", "");
            return new Article(more.substring(0, Math.min(more.length(), Product.NAME_LENGTH_MAX)), "");
        };
    }

    private static List<Article> read(Path file) {
        List<Article> rows = new ArrayList<>();
        java.util.Set<String> codes = new java.util.HashSet<>();
        try (Reader reader = new InputStreamReader(
                        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(reader)) {
            for (NamedCsvRecord row : csv) {
                String name = row.getField("product_name").strip().replaceAll("\\p{Cntrl}", " ");
                boolean isUsable = row.getField("check_digit_ok").equals("1")
                        && !name.isBlank()
                        && name.length() <= Product.NAME_LENGTH_MAX
                        && io.evertill.stock.Wording.isPrintable(name);
                if (isUsable && codes.add(Gtin.of(row.getField("barcode")).digits())) {
                    rows.add(new Article(name, row.getField("barcode")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Article generated(int at) {
        Random own = new Random(at);
        StringBuilder name = new StringBuilder();
        for (int word = 0; word < 2 + own.nextInt(4); word++) {
            name.append(name.isEmpty() ? "" : " ");
            for (int part = 0; part < 1 + own.nextInt(4); part++) {
                name.append(SYLLABLES[own.nextInt(SYLLABLES.length)]);
            }
        }
        String digits = String.format("50%010d", at * 7L);
        return new Article(name.toString(), digits + Gtin.checkDigit("0" + digits));
    }
}
