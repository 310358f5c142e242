package io.evertill.central.command.customer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.evertill.central.office.Refusal;
import io.evertill.customer.Customer;
import io.evertill.customer.CustomerId;
import io.evertill.customer.Exemption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Customers as a CSV file (RFC 4180, UTF-8): `name`, and if you like `id`, `phone`, `email`, `card`, `certificate` and `until`.
final class CustomerFile {
    private CustomerFile() {}

    /// A row.
    ///
    /// @param id empty for a customer who has none yet
    record Row(long line, Optional<CustomerId> id, String name, String phone, String email, String card, Optional<Exemption> exemption) {
        /// The customer under an id.
        ///
        /// @throws IllegalArgumentException when it is none
        Customer customer(CustomerId under) {
            return new Customer(under, name, phone, email, card, exemption);
        }
    }

    /// Reads the rows.
    ///
    /// @throws Refusal when the file cannot be read, or a row is no customer; it says which, and nothing about the person
    static List<Row> read(Path file) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord record : records) {
                if (!record.getHeader().contains("name")) {
                    throw refusal("The file " + file + " has no column name");
                }
                rows.add(row(record));
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw refusal("The file " + file + " cannot be read: " + e.getMessage());
        }
        return rows;
    }

    private static Row row(NamedCsvRecord record) {
        try {
            String certificate = field(record, "certificate");
            Row row = new Row(record.getStartingLineNumber(),
                    Optional.of(field(record, "id")).filter(text -> !text.isEmpty()).map(CustomerId::parse), field(record, "name"),
                    field(record, "phone"), field(record, "email"), field(record, "card"), certificate.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Exemption(certificate, LocalDate.parse(field(record, "until")))));
            row.customer(new CustomerId(new java.util.UUID(0, 0)));
            return row;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refusal("Line " + record.getStartingLineNumber() + " is no customer: "
                    + (e instanceof DateTimeException ? "until is no date such as 2026-12-31" : e.getMessage()));
        }
    }

    private static String field(NamedCsvRecord record, String name) {
        return record.findField(name).map(String::strip).orElse("");
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(Refusal.Kind.USAGE, sentence + ". Nothing was changed.");
    }
}
