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
import java.util.UUID;

/// Customers as a CSV file (RFC 4180, UTF-8): `name`, and if you like `id`, `phone`, `email`, `card`, `certificate` and `until`.
///
/// A column that a file does not have leaves what is known as it is; an empty cell takes it away.
final class CustomerFile {
    private static final CustomerId NOBODY = new CustomerId(new UUID(0, 0));

    private CustomerFile() {}

    /// A row.
    ///
    /// @param id empty for a customer who has none yet
    /// @param phone empty where the file has no such column, as all that follows; an empty text says that there is none
    /// @param until counts with a certificate only
    record Row(
            long line,
            Optional<CustomerId> id,
            String name,
            Optional<String> phone,
            Optional<String> email,
            Optional<String> card,
            Optional<String> certificate,
            Optional<LocalDate> until) {
        /// The customer under an id, who keeps what the file has no column for.
        ///
        /// @throws IllegalArgumentException when it is none
        Customer customer(CustomerId under, Optional<Customer> before) {
            return new Customer(under, name, phone.or(() -> before.map(Customer::phone)).orElse(""),
                    email.or(() -> before.map(Customer::email)).orElse(""), card.or(() -> before.map(Customer::card)).orElse(""),
                    exemption(before.flatMap(Customer::exemption)));
        }

        private Optional<Exemption> exemption(Optional<Exemption> before) {
            return certificate.or(() -> before.map(Exemption::certificate)).filter(number -> !number.isEmpty())
                    .map(number -> new Exemption(number, until.or(() -> before.map(Exemption::until))
                            .orElseThrow(() -> new IllegalArgumentException("a certificate has a last day, in the column until"))));
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
            Optional<String> certificate = field(record, "certificate");
            Row row = new Row(record.getStartingLineNumber(),
                    field(record, "id").filter(text -> !text.isEmpty()).map(CustomerId::parse), field(record, "name").orElse(""),
                    field(record, "phone"), field(record, "email"), field(record, "card"), certificate,
                    field(record, "until").filter(text -> !text.isEmpty()).map(LocalDate::parse));
            row.customer(NOBODY, Optional.of(new Customer(NOBODY, "?", "", "", "", Optional.of(new Exemption("?", LocalDate.EPOCH)))));
            return row;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw refusal("Line " + record.getStartingLineNumber() + " is no customer: "
                    + (e instanceof DateTimeException ? "until is no date such as 2026-12-31" : e.getMessage()));
        }
    }

    private static Optional<String> field(NamedCsvRecord record, String name) {
        return record.findField(name).map(String::strip);
    }

    private static Refusal refusal(String sentence) {
        return new Refusal(Refusal.Kind.USAGE, sentence + ". Nothing was changed.");
    }
}
