package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Machine;
import io.evertill.central.office.Office;
import io.evertill.central.office.Settings;
import io.evertill.product.Guidance;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.wire.Json;
import io.evertill.wire.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Lists of products, good and bad.
class ImportProductsTest {
    private static final String ROWS = """
            sku,name,price,barcode
            A1,Mug,2.50,4006381333931
            A2,"Cup, large",3.75,
            """;
    private static final String BAD = """
            sku,name,price,barcode,kind,currency,tax,unit
            A1,Mug,2.50,4006381333931,,,,
            A1,Mug again,2.50,,,,,
            A2,No price,,,,,,
            A3,A price of words,cheap,,,,,
            A4,Less than nothing,-1,,,,,
            A5,Wrong check digit,1.00,4006381333932,,,,
            A6,A barcode twice,1.00,4006381333931,,,,
            ,No code,1.00,,,,,
            A7,,1.00,,,,,
            A8,No kind,1.00,,TOY,,,
            A9,No currency,1.00,,,ABC,,
            B1,No tax,1.00,,,,LUX,
            B2,Too few,1.00
            B3,Good,1.00,,,,,
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aFileIsImportedAndChangesNothingTheSecondTime(CentreOn on) throws IOException {
        Settings settings = on.settings(folder);
        Path file = file("products.csv", ROWS.getBytes(StandardCharsets.UTF_8));
        Path packed = file("products.csv.gz", gzip(ROWS));

        Ended first = Ended.of(Shops.command(settings, "import-products", file.toString(), "--currency", "gbp"));
        Ended second = Ended.of(Shops.command(settings, "import-products", packed.toString(), "--currency", "GBP"));

        assertEquals(new Ended(0, "2 added, 0 changed, 0 unchanged, 0 left out; prices without a currency are GBP, products without"
                + " a tax have NONE." + System.lineSeparator(), ""), first);
        assertEquals(new Ended(0, first.out().replace("2 added, 0 changed, 0 unchanged", "0 added, 0 changed, 2 unchanged"), ""), second);
    }

    @ParameterizedTest
    @EnumSource
    void ageAndMessageAreOfTheProduct(CentreOn on) throws IOException {
        Settings settings = on.settings(folder);
        Path file = file("rum.csv", "sku;name;price;age;message\nRUM;Rum;14.99;18;In the cabinet.\nTEA;Tea;2.49;;\n".getBytes(
                StandardCharsets.UTF_8));
        Path wrong = file("wrong.csv", "sku,name,price,age\nA,Rum,1,young\nB,Gin,1,0\nC,Ale,1,100\n".getBytes(StandardCharsets.UTF_8));

        Ended ended = Ended.of(Shops.command(settings, "import-products", file.toString()));
        Ended refused = Ended.of(Shops.command(settings, "import-products", wrong.toString()));

        assertEquals(0, ended.exitCode());
        assertEquals(List.of(new Guidance(Optional.of(18), Optional.of("In the cabinet.")), Guidance.NONE),
                List.of(guidance(settings, "RUM"), guidance(settings, "TEA")));
        assertEquals(List.of("line 2: age is whole years, 1 to 99, not young", "line 3: an age is of 1 to 99 years, not of 0",
                "line 4: age is whole years, 1 to 99, not 100"), refused.lines());
    }

    private static Guidance guidance(Settings settings, String sku) {
        try (Office office = Office.open(settings, Machine.real())) {
            return office.db().read(tx -> Rows.product(Json.parse(tx.definitions().product(ProductId.of(Sku.of(sku))).orElseThrow()
                    .content()))).guidance();
        }
    }

    @Test
    void allBadRowsAreNamedAndNothingIsImported() throws IOException {
        Settings settings = CentreOn.SQLITE.settings(folder);
        Path file = file("bad.csv", BAD.getBytes(StandardCharsets.UTF_8));

        Ended ended = Ended.of(Shops.command(settings, "import-products", file.toString()));

        assertEquals(2, ended.exitCode());
        assertEquals(List.of(
                "line 3: SKU A1 stands on line 2 already",
                "line 4: price is empty"), ended.lines().subList(0, 2));
        assertEquals(List.of("3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14"),
                ended.lines().stream().map(line -> line.replaceAll("line ([0-9]+): .*", "$1")).toList());
        assertEquals("12 rows of " + file + " cannot be imported, so nothing was. Mend the lines named above, or import the rest"
                + " with --leave-out." + System.lineSeparator(), ended.err());
        assertEquals(List.of(0L, 0L), counts(settings));
    }

    @Test
    void badRowsCanBeLeftOut() throws IOException {
        Settings settings = CentreOn.SQLITE.settings(folder);
        Path file = file("bad.csv", BAD.getBytes(StandardCharsets.UTF_8));

        Ended ended = Ended.of(Shops.command(settings, "import-products", file.toString(), "--leave-out"));

        assertEquals(1, ended.exitCode());
        assertTrue(ended.lines().getLast().startsWith("2 added, 0 changed, 0 unchanged, 12 left out;"), ended::said);
        assertEquals(List.of(2L, 1L), counts(settings));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                      | is empty. Its first line names the columns: sku,name,price.
            name,price\\nMug,1                      | has no column sku; sku, name and price must be there. Nothing was imported.
            sku,name,price,colour\\nA,Mug,1,red     | has a column 'colour' that is not known.
            sku,name,price,sku\\nA,Mug,1,A          | has column sku twice. Nothing was imported.
            sku,name,price\\nA,Mug,1\\nB,Cu         | ends in the middle of line 3: it is not whole. Nothing was imported.
            sku,name,price\\nA,"Mug,1\\n            | is not whole or no CSV:
            """)
    void aFileThatIsNotWholeOrHasOtherColumnsIsRefused(String content, String sentence) throws IOException {
        Settings settings = CentreOn.SQLITE.settings(folder);
        Path file = file("list.csv", content.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));

        Ended ended = Ended.of(Shops.command(settings, "import-products", file.toString()));

        assertEquals(2, ended.exitCode(), ended::said);
        assertTrue(ended.err().startsWith("The file " + file + " " + sentence), ended::err);
        assertEquals(1, ended.err().lines().count(), ended::err);
        assertEquals(List.of(0L, 0L), counts(settings));
    }

    @Test
    void aFileThatCannotBeReadIsRefused() throws IOException {
        Settings settings = CentreOn.SQLITE.settings(folder);
        byte[] packed = gzip(ROWS.repeat(50));
        Path cut = file("cut.csv.gz", Arrays.copyOf(packed, packed.length - 10));
        Path plain = file("plain.csv.gz", ROWS.getBytes(StandardCharsets.UTF_8));
        Path latin = file("latin.csv", "sku,name,price\nA,K\u00e4se,1\n".getBytes(StandardCharsets.ISO_8859_1));

        List<Ended> ended = List.of(
                Ended.of(Shops.command(settings, "import-products", cut.toString())),
                Ended.of(Shops.command(settings, "import-products", plain.toString())),
                Ended.of(Shops.command(settings, "import-products", latin.toString())),
                Ended.of(Shops.command(settings, "import-products", folder.resolve("none.csv").toString())));

        assertEquals(List.of(
                "The file " + cut + " is not whole or not packed with gzip. Nothing was imported.",
                "The file " + plain + " is not whole or not packed with gzip. Nothing was imported.",
                "The file " + latin + " is not UTF-8 text. Save it as UTF-8. Nothing was imported.",
                "There is no file " + folder.resolve("none.csv") + "."), ended.stream().map(each -> each.err().strip()).toList());
        assertEquals(List.of(2, 2, 2, 2), ended.stream().map(Ended::exitCode).toList());
        assertEquals(List.of(0L, 0L), counts(settings));
    }

    @Test
    void whatMustBeKnownOfGoodsIsImported() throws IOException {
        Settings settings = CentreOn.SQLITE.settings(folder);
        Path file = file("tracked.csv", """
                sku,name,price,unit,kind,track
                P,Phone,99,,,Serial
                F,Fish,9,kg,,LOT
                M,Mug,2,,,
                W,Weighed,9,kg,,serial
                S,Carriage,9,,service,lot
                X,Other,9,,,colour
                """.getBytes(StandardCharsets.UTF_8));

        Ended ended = Ended.of(Shops.command(settings, "import-products", file.toString(), "--leave-out"));

        assertEquals(List.of("line 5", "line 6", "line 7"),
                ended.lines().subList(0, 3).stream().map(line -> line.substring(0, 6)).toList());
        assertTrue(ended.lines().getLast().startsWith("3 added,"), ended::said);
        assertEquals(List.of(Product.Track.SERIAL, Product.Track.LOT, Product.Track.NONE),
                Stream.of("P", "F", "M").map(sku -> track(settings, sku)).toList());
    }

    private static Product.Track track(Settings settings, String sku) {
        try (Office office = Office.open(settings, Machine.real())) {
            return office.db().read(tx -> Rows.product(Json.parse(
                            tx.definitions().product(ProductId.of(Sku.of(sku))).orElseThrow().content())))
                    .track();
        }
    }

    /// How many products and taxes there are.
    private static List<Long> counts(Settings settings) {
        try (Office office = Office.open(settings, Machine.real())) {
            return office.db().read(tx -> {
                long[] taxes = {0};
                tx.definitions().taxes().forEach(_ -> taxes[0]++);
                return List.of(tx.definitions().productCount(), taxes[0]);
            });
        }
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
