package io.evertill.central.command.count;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.evertill.central.desk.CountRow;
import io.evertill.central.office.Refusal;
import io.evertill.db.CountLines;
import io.evertill.db.Tx;
import io.evertill.inventory.Assortment;
import io.evertill.inventory.Counts;
import io.evertill.product.Product;
import io.evertill.wire.DeskForms;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A count sheet as a CSV file (RFC 4180, UTF-8): what is to be counted, and the same with what was counted.
///
/// It has no word of what the ledger expects. A row whose `counted` and `pieces` are empty was not counted, which is not a count
/// of zero. `pieces` are the numbers of pieces that have one, with `;` between them, or `none`.
/// Goods that are not on the sheet are added as rows without a `line`.
final class CountFile {
    private static final List<String> COLUMNS =
            List.of("line", "sku", "name", "place", "lot", "unit", "by_piece", "pieces", "counted", "counted_at");
    private static final List<String> REQUIRED = List.of("line", "sku", "place", "lot", "counted", "counted_at");

    private static final String NONE = "none";

    private CountFile() {}

    /// The sheet of some lines, empty.
    static String sheet(Tx tx, List<CountLines.Line> lines) {
        Assortment assortment = new Assortment(tx);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            for (CountLines.Line line : lines) {
                Product product = assortment.require(line.key().product());
                csv.writeRecord(line.id().toString(), product.sku().code(), product.name(), line.key().place().code(),
                        line.key().lot(), product.unit().code(), tx.serials().isByPiece(line.key()) ? "yes" : "", "", "", "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// Reads what was counted.
    ///
    /// @throws Refusal when the file cannot be read, has other columns, or a row is no count
    static List<Counts.Row> read(Tx tx, Path file, String branch) {
        Assortment assortment = new Assortment(tx);
        List<Counts.Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord record : records) {
                if (!record.getHeader().containsAll(REQUIRED)) {
                    throw refusal(file, "has no column " + String.join(", ", REQUIRED.stream()
                            .filter(name -> !record.getHeader().contains(name)).toList()));
                }
                if (!record.getField("counted").isBlank() || pieces(record).isPresent()) {
                    rows.add(row(assortment, record, branch));
                }
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw refusal(file, "cannot be read: " + e.getMessage());
        }
        return rows;
    }

    private static Counts.Row row(Assortment assortment, NamedCsvRecord record, String branch) {
        try {
            return CountRow.of(assortment, branch, new DeskForms.Row(record.getField("line"), record.getField("sku"),
                    record.getField("place"), record.getField("lot"), record.getField("counted"), record.getField("counted_at"),
                    pieces(record)));
        } catch (IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.USAGE, "Line " + record.getStartingLineNumber() + " is no count: " + e.getMessage()
                    + ". Nothing was recorded.");
        }
    }

    private static Optional<List<String>> pieces(NamedCsvRecord record) {
        return record.findField("pieces").map(String::strip).filter(text -> !text.isEmpty()).map(text -> text.equals(NONE)
                ? List.of()
                : Pattern.compile(";").splitAsStream(text).map(String::strip).filter(piece -> !piece.isEmpty()).toList());
    }

    private static Refusal refusal(Path file, String sentence) {
        return new Refusal(Refusal.Kind.USAGE, "The file " + file + " " + sentence + ". Nothing was recorded.");
    }
}
