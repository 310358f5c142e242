package io.evertill.replay;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.evertill.ledger.Hash;
import io.evertill.money.UnitPrice;
import io.evertill.product.Sku;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A file of sales, read as a whole before anything is rung up: CSV in UTF-8, plain or gzip, with the columns of the UCI
/// data set *Online Retail*.
///
/// @param name of the file
/// @param digest SHA-256 of its bytes, as they are on the disk
/// @param rows in the order of the file
/// @param listed rows that cannot be understood
/// @param isCutOff whether the last line has no end, as in a file that was cut off
public record SalesFile(String name, Hash digest, List<Row> rows, List<Listed> listed, boolean isCutOff) {
    /// What every price is in.
    public static final Currency CURRENCY = Currency.getInstance("GBP");

    static final List<String> COLUMNS = List.of(
            "InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int BUFFER_BYTES = 128 * 1024;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    /// Copies the lists.
    public SalesFile {
        rows = List.copyOf(rows);
        listed = List.copyOf(listed);
    }

    /// What reading gave.
    public sealed interface Reading {
        /// The rows.
        record Understood(SalesFile file) implements Reading {}

        /// It is no such file, or only a part of one.
        record Wrong(String sentence) implements Reading {}

        /// The disk did not give it.
        record Unreadable(String sentence) implements Reading {}
    }

    /// Reads a file. Nothing is kept of a file that ends too early.
    public static Reading read(Path path) {
        Rows rows = new Rows();
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DigestInputStream digested = new DigestInputStream(raw, digest);
            Ending plain = new Ending(isGzip(raw) ? new GZIPInputStream(digested, BUFFER_BYTES) : digested);
            Optional<String> wrong = rows.read(plain);
            if (wrong.isPresent()) {
                return new Reading.Wrong(path + " is no file of sales: " + wrong.get() + " Nothing was rung up.");
            }
            digested.transferTo(OutputStream.nullOutputStream());
            return new Reading.Understood(new SalesFile(
                    String.valueOf(path.getFileName()), Hash.of(digest.digest()), rows.rows, rows.listed, plain.isCutOff()));
        } catch (EOFException | ZipException e) {
            return new Reading.Wrong(cutOff(path, rows, e));
        } catch (CharacterCodingException e) {
            return new Reading.Wrong(path + " is not in UTF-8 after line " + rows.line + ". Nothing was rung up.");
        } catch (IOException e) {
            return unreadable(path, rows, e);
        } catch (UncheckedIOException e) {
            return unreadable(path, rows, e.getCause() == null ? new IOException(e) : e.getCause());
        } catch (CsvParseException e) {
            return e.getCause() instanceof IOException cause
                    ? unreadable(path, rows, cause)
                    : new Reading.Wrong(path + " is no CSV file: " + e.getMessage() + ". Nothing was rung up.");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Reading unreadable(Path path, Rows rows, IOException e) {
        return switch (e) {
            case EOFException _, ZipException _ -> new Reading.Wrong(cutOff(path, rows, e));
            case CharacterCodingException _ ->
                    new Reading.Wrong(path + " is not in UTF-8 after line " + rows.line + ". Nothing was rung up.");
            case java.nio.file.NoSuchFileException _ -> new Reading.Wrong("There is no file " + path + ".");
            default -> new Reading.Unreadable(path + " cannot be read: " + e.getMessage() + ". Nothing was rung up.");
        };
    }

    private static String cutOff(Path path, Rows rows, IOException e) {
        return path + " ends too early or is damaged, after line " + rows.line + " (" + e.getMessage()
                + "). Nothing was rung up; copy the file again.";
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return gzip;
    }

    /// Reads rows and keeps equal values once.
    private static final class Rows {
        private final List<Row> rows = new ArrayList<>();
        private final List<Listed> listed = new ArrayList<>();
        private final Map<String, String> texts = new HashMap<>();
        private final Map<String, Sku> skus = new HashMap<>();
        private final Map<String, Quantity> quantities = new HashMap<>();
        private final Map<String, UnitPrice> prices = new HashMap<>();
        private final Map<String, LocalDateTime> times = new HashMap<>();
        private final Map<String, Optional<String>> customers = new HashMap<>();
        private long line;

        /// Reads everything; answers what is wrong with the file as a whole.
        Optional<String> read(InputStream in) throws IOException {
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
            try (CsvReader<CsvRecord> csv = rows(text)) {
                Iterator<CsvRecord> records = csv.iterator();
                if (!records.hasNext()) {
                    return Optional.of("it is empty.");
                }
                List<String> header = records.next().getFields().stream().map(Rows::name).toList();
                if (!header.equals(COLUMNS)) {
                    return Optional.of("its first line is '" + String.join(",", header) + "' and should be '"
                            + String.join(",", COLUMNS) + "'.");
                }
                while (records.hasNext()) {
                    CsvRecord record = records.next();
                    line = record.getStartingLineNumber();
                    if (record.getFieldCount() != COLUMNS.size()) {
                        return Optional.of("line " + line + " has " + record.getFieldCount() + " columns instead of "
                                + COLUMNS.size() + (records.hasNext() ? "." : ": it was cut off there."));
                    }
                    add(record);
                }
                return Optional.empty();
            }
        }

        private static CsvReader<CsvRecord> rows(Reader text) {
            return CsvReader.builder()
                    .skipEmptyLines(true)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(text);
        }

        /// A column's name without a byte order mark.
        private static String name(String field) {
            return field.startsWith("\ufeff") ? field.substring(1).strip() : field.strip();
        }

        private void add(CsvRecord record) {
            try {
                Row row = row(record);
                if (row.quantity().isZero()) {
                    listed.add(new Listed(line, "its quantity is 0"));
                } else if (row.invoice().isEmpty()) {
                    listed.add(new Listed(line, "it has no invoice number"));
                } else {
                    rows.add(row);
                }
            } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
                listed.add(new Listed(line, String.valueOf(e.getMessage())));
            }
        }

        private Row row(CsvRecord record) {
            return new Row(
                    line,
                    texts.computeIfAbsent(record.getField(0).strip(), text -> text),
                    skus.computeIfAbsent(record.getField(1), Sku::of),
                    texts.computeIfAbsent(record.getField(2).strip(), text -> text),
                    quantities.computeIfAbsent(record.getField(3), text -> Quantity.parse(text.strip(), Unit.EACH)),
                    times.computeIfAbsent(record.getField(4), text -> LocalDateTime.parse(text.strip(), TIME)),
                    prices.computeIfAbsent(record.getField(5), text -> UnitPrice.parse(text.strip(), CURRENCY)),
                    customers.computeIfAbsent(
                            record.getField(6).strip(), text -> Optional.of(text).filter(id -> !id.isEmpty())));
        }
    }

    /// Remembers whether the last byte ended a line. Whoever opened the file closes it: the rest of it is still to be digested.
    private static final class Ending extends java.io.FilterInputStream {
        private int last = '\n';

        Ending(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // See above.
        }

        boolean isCutOff() {
            return last != '\n';
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                last = next;
            }
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                last = bytes[offset + count - 1];
            }
            return count;
        }
    }
}
