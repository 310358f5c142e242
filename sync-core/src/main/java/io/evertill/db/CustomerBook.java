package io.evertill.db;

import io.evertill.customer.CustomerId;
import io.evertill.ledger.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Table `customer` at the centre: everybody of whom it was told, also those who are gone.
public final class CustomerBook {
    private static final String PUT = """
            INSERT INTO customer (customer, card, definition, merged_into, changed_at) VALUES (?, ?, ?, NULL, ?)
            ON CONFLICT (customer) DO UPDATE SET card = excluded.card, definition = excluded.definition, merged_into = NULL,
                changed_at = excluded.changed_at
            """;
    private static final String DROP =
            "UPDATE customer SET card = '', definition = NULL, merged_into = ?, changed_at = ? WHERE customer = ?";
    private static final String POINT = "UPDATE customer SET merged_into = ?, changed_at = ? WHERE merged_into = ?";
    private static final String COLUMNS = "customer, definition, merged_into";
    private static final String FIND = "SELECT " + COLUMNS + " FROM customer WHERE customer = ?";
    private static final String BY_CARD = "SELECT " + COLUMNS + " FROM customer WHERE card = ? AND card <> '' ORDER BY customer";
    private static final String AFTER = "SELECT " + COLUMNS
            + " FROM customer WHERE definition IS NOT NULL AND customer > ? ORDER BY customer LIMIT ?";

    private final Sql sql;

    CustomerBook(Sql sql) {
        this.sql = sql;
    }

    /// A row of the book.
    ///
    /// @param definition the row of the feed; empty for one who is gone
    /// @param into who is the same person
    public record Known(CustomerId id, Optional<Bytes> definition, Optional<CustomerId> into) {}

    /// Adds or changes a customer.
    public void put(CustomerId id, String card, Bytes definition, Instant at) {
        sql.update(PUT, id.value(), card, definition, at);
    }

    /// Forgets what is known of a customer; the id stays.
    ///
    /// @param into who is the same person
    public void drop(CustomerId id, Optional<CustomerId> into, Instant at) {
        sql.update(DROP, into.map(CustomerId::value), at, id.value());
        into.ifPresent(same -> sql.update(POINT, same.value(), at, id.value()));
    }

    /// A customer, also one who is gone; empty when nobody ever told of one.
    public Optional<Known> find(CustomerId id) {
        return sql.find(FIND, CustomerBook::known, id.value());
    }

    /// Those who have a loyalty number.
    public List<Known> byCard(String card) {
        return sql.list(BY_CARD, CustomerBook::known, card);
    }

    /// Customers behind an id, in order, without those who are gone.
    public List<Known> after(CustomerId id, int limit) {
        return sql.list(AFTER, CustomerBook::known, id.value(), limit);
    }

    private static Known known(Row row) {
        return new Known(new CustomerId(row.uuid(1)), row.findBytes(2), row.findUuid(3).map(CustomerId::new));
    }
}
