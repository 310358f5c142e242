package io.evertill.central.command.product;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.evertill.central.office.Refusal;
import io.evertill.money.UnitPrice;
import io.evertill.product.Gtin;
import io.evertill.product.Guidance;
import io.evertill.product.Product;
import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Unit;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A list of products as a CSV file (RFC 4180, UTF-8, separated by comma, semicolon or tab, packed with gzip if its name
/// ends so).
///
/// The first line names the columns. `sku`, `name` and `price` must be there; `currency`, `unit`, `kind`, `tax`, `track`,
/// `age`, `message` and any number of `barcode` may. A row that cannot be a product is handed over with its reason and the rest is
/// read; a file that is not whole or has other columns is refused.
final class ProductFile {
    private static final List<String> REQUIRED = List.of("sku", "name", "price");
    private static final Set<String> KNOWN = Set.of("sku", "name", "price", "currency", "unit", "kind", "tax", "track", "age",
            "message", "barcode", "barcodes");
    private static final int HEADER_LENGTH_MAX = 10_000;

    private final Path file;
    private final Usual usual;

    ProductFile(Path file, Usual usual) {
        this.file = file;
        this.usual = usual;
    }

    /// What stands for an empty cell, and which tax codes there are.
    ///
    /// @param tax empty when every row must name its own
    record Usual(Currency currency, Optional<String> tax, Set<String> taxes) {}

    /// A row that is a product.
    record Row(long line, Product product) {}

    /// A row that is none.
    record Bad(long line, String reason) {}

    /// Reads the file from its beginning.
    ///
    /// @throws Refusal when the file is not whole, or its columns are others
    void read(Consumer<Row> good, Consumer<Bad> bad) {
        Seen seen = new Seen();
        try (InputStream bytes = open(); BufferedReader text = text(bytes); CsvReader<CsvRecord> records = csv(text)) {
            Optional<Columns> columns = Optional.empty();
            Optional<CsvRecord> held = Optional.empty();
            for (CsvRecord record : records) {
                if (columns.isEmpty()) {
                    columns = Optional.of(columns(record));
                    continue;
                }
                if (held.isPresent()) {
                    take(columns.get(), held.get(), seen, good, bad);
                }
                held = Optional.of(record);
            }
            Columns found = columns.orElseThrow(() -> refusal("is empty. Its first line names the columns: sku,name,price"));
            held.ifPresent(last -> takeLast(found, last, seen, good, bad));
        } catch (CsvParseException e) {
            throw refusal("is not whole or no CSV: " + e.getMessage() + ". Nothing was imported");
        } catch (IOException e) {
            throw refusal(e);
        } catch (UncheckedIOException e) {
            throw refusal(Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException(e)));
        }
    }

    /// SKUs and barcodes of the rows before, with their lines.
    private record Seen(Map<Sku, Long> skus, Map<Gtin, Long> gtins) {
        Seen() {
            this(new HashMap<>(), new HashMap<>());
        }
    }

    /// Where each column stands.
    private record Columns(Map<String, Integer> places, List<Integer> barcodes, int count) {
        Optional<String> find(CsvRecord record, String column) {
            return Optional.ofNullable(places.get(column))
                    .map(place -> record.getField(place).strip())
                    .filter(value -> !value.isEmpty());
        }

        String require(CsvRecord record, String column) {
            return find(record, column).orElseThrow(() -> new IllegalArgumentException(column + " is empty"));
        }
    }

    private Columns columns(CsvRecord header) {
        Map<String, Integer> places = new HashMap<>();
        List<Integer> barcodes = new ArrayList<>();
        for (int place = 0; place < header.getFieldCount(); place++) {
            String name = header.getField(place).replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
            if (!KNOWN.contains(name)) {
                throw refusal("has a column '" + name + "' that is not known. There are sku, name, price, currency, unit, kind,"
                        + " tax, track, age, message and barcode; the first line names them. Nothing was imported");
            }
            if (name.startsWith("barcode")) {
                barcodes.add(place);
            } else if (places.put(name, place) != null) {
                throw refusal("has column " + name + " twice. Nothing was imported");
            }
        }
        for (String name : REQUIRED) {
            if (!places.containsKey(name)) {
                throw refusal("has no column " + name + "; sku, name and price must be there. Nothing was imported");
            }
        }
        return new Columns(places, barcodes, header.getFieldCount());
    }

    private void takeLast(Columns columns, CsvRecord last, Seen seen, Consumer<Row> good, Consumer<Bad> bad) {
        if (last.getFieldCount() < columns.count() && !endsWithLineBreak()) {
            throw refusal("ends in the middle of line " + last.getStartingLineNumber()
                    + ": it is not whole. Nothing was imported");
        }
        take(columns, last, seen, good, bad);
    }

    private void take(Columns columns, CsvRecord record, Seen seen, Consumer<Row> good, Consumer<Bad> bad) {
        long line = record.getStartingLineNumber();
        try {
            if (record.getFieldCount() != columns.count()) {
                throw new IllegalArgumentException(
                        "it has " + record.getFieldCount() + " fields, the first line has " + columns.count());
            }
            Product product = product(columns, record);
            note(product, line, seen);
            good.accept(new Row(line, product));
        } catch (IllegalArgumentException | ArithmeticException e) {
            bad.accept(new Bad(line, String.valueOf(e.getMessage())));
        }
    }

    private Product product(Columns columns, CsvRecord record) {
        Sku sku = Sku.of(columns.require(record, "sku"));
        UnitPrice price = UnitPrice.parse(
                columns.require(record, "price"), columns.find(record, "currency").map(ProductFile::currency).orElse(usual.currency()));
        if (price.tenThousandths() < 0) {
            throw new IllegalArgumentException("the price is below zero: " + price.text());
        }
        String tax = columns.find(record, "tax").or(usual::tax)
                .orElseThrow(() -> new IllegalArgumentException("it names no tax code, and there are several"));
        if (!usual.taxes().contains(tax)) {
            throw new IllegalArgumentException("tax code " + tax + " is not known. Define it: evertill-central tax " + tax + " …");
        }
        return new Product(
                ProductId.of(sku),
                sku,
                columns.require(record, "name"),
                columns.find(record, "unit").map(Unit::of).orElse(Unit.EACH),
                columns.find(record, "kind").map(ProductFile::kind).orElse(Product.Kind.GOODS),
                tax,
                price,
                gtins(columns, record),
                columns.find(record, "track").map(ProductFile::track).orElse(Product.Track.NONE),
                new Guidance(columns.find(record, "age").map(ProductFile::age), columns.find(record, "message")));
    }

    private static int age(String text) {
        if (!text.matches("[0-9]{1,2}")) {
            throw new IllegalArgumentException("age is whole years, 1 to " + Guidance.AGE_MAX + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    private static List<Gtin> gtins(Columns columns, CsvRecord record) {
        List<Gtin> gtins = new ArrayList<>();
        for (int place : columns.barcodes()) {
            for (String code : record.getField(place).strip().split("[ |;]+", -1)) {
                if (!code.isEmpty()) {
                    Gtin gtin = Gtin.of(code);
                    if (!gtins.contains(gtin)) {
                        gtins.add(gtin);
                    }
                }
            }
        }
        return gtins;
    }

    private static void note(Product product, long line, Seen seen) {
        Long before = seen.skus().putIfAbsent(product.sku(), line);
        if (before != null) {
            throw new IllegalArgumentException("SKU " + product.sku() + " stands on line " + before + " already");
        }
        for (Gtin gtin : product.gtins()) {
            Long other = seen.gtins().putIfAbsent(gtin, line);
            if (other != null && other != line) {
                throw new IllegalArgumentException("barcode " + gtin + " stands on line " + other + " already");
            }
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no currency " + code, e);
        }
    }

    private static Product.Track track(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "NONE" -> Product.Track.NONE;
            case "LOT" -> Product.Track.LOT;
            case "SERIAL" -> Product.Track.SERIAL;
            default -> throw new IllegalArgumentException("track is none, lot or serial, not " + text);
        };
    }

    private static Product.Kind kind(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "GOODS" -> Product.Kind.GOODS;
            case "SERVICE" -> Product.Kind.SERVICE;
            default -> throw new IllegalArgumentException("kind is GOODS or SERVICE, not " + text);
        };
    }

    private InputStream open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(bytes, 64 * 1024) : bytes;
    }

    private static BufferedReader text(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)), 64 * 1024);
    }

    private static CsvReader<CsvRecord> csv(BufferedReader text) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord((Reader) text);
    }

    /// The separator that the first line uses.
    private static char separator(BufferedReader text) throws IOException {
        text.mark(HEADER_LENGTH_MAX);
        char[] begin = new char[HEADER_LENGTH_MAX];
        int length = Math.max(0, text.read(begin, 0, HEADER_LENGTH_MAX));
        text.reset();
        String header = new String(begin, 0, length).lines().findFirst().orElse("");
        if (header.contains(",")) {
            return ',';
        }
        return header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    }

    private boolean endsWithLineBreak() {
        try (InputStream bytes = open()) {
            int last = -1;
            byte[] block = new byte[64 * 1024];
            for (int length = bytes.read(block); length >= 0; length = bytes.read(block)) {
                if (length > 0) {
                    last = block[length - 1];
                }
            }
            return last == '\n' || last == '\r';
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private Refusal refusal(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> new Refusal(Refusal.Kind.USAGE, "There is no file " + file + ".");
            case EOFException _, ZipException _ -> refusal("is not whole or not packed with gzip. Nothing was imported");
            case CharacterCodingException _ -> refusal("is not UTF-8 text. Save it as UTF-8. Nothing was imported");
            default -> refusal("cannot be read: " + failure.getMessage());
        };
    }

    private Refusal refusal(String trouble) {
        return new Refusal(Refusal.Kind.USAGE, "The file " + file + " " + trouble + ".");
    }
}
