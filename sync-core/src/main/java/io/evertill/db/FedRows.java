package io.evertill.db;

import io.evertill.ledger.Bytes;
import io.evertill.product.ProductId;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Table `fed` at the till: rows about stock and promotions as the centre fed them, byte for byte.
///
/// Each `put` and `remove` answers what the row before counted for in the feed's sum.
public final class FedRows {
    private static final String HASH = "SELECT row_hash FROM fed WHERE tbl = ? AND id = ?";
    private static final String PUT = """
            INSERT INTO fed (tbl, id, product, content, row_hash) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tbl, id) DO UPDATE SET product = excluded.product, content = excluded.content,
                row_hash = excluded.row_hash
            """;
    private static final String REMOVE = "DELETE FROM fed WHERE tbl = ? AND id = ?";
    private static final String CLEAR = "DELETE FROM fed WHERE tbl = ?";
    private static final String HASHES = "SELECT row_hash FROM fed WHERE tbl = ?";
    private static final String FIND = "SELECT content FROM fed WHERE tbl = ? AND id = ?";
    private static final String AFTER = "SELECT id, content FROM fed WHERE tbl = ? AND id > ? ORDER BY id LIMIT ?";
    private static final String OF_PRODUCT =
            "SELECT id, content FROM fed WHERE tbl = ? AND product = ? AND id > ? ORDER BY id LIMIT ?";

    private final Sql sql;

    FedRows(Sql sql) {
        this.sql = sql;
    }

    /// A row.
    ///
    /// @param content its canonical JSON
    public record Fed(String id, Bytes content) {}

    /// Adds or replaces a row.
    ///
    /// @param product the product that it is about; empty when it is about several
    public Optional<Long> put(String table, Fed row, Optional<ProductId> product, long rowHash) {
        Optional<Long> before = hash(table, row.id());
        sql.update(PUT, table, row.id(), product, row.content(), rowHash);
        return before;
    }

    /// Removes a row.
    public Optional<Long> remove(String table, String id) {
        Optional<Long> before = hash(table, id);
        sql.update(REMOVE, table, id);
        return before;
    }

    /// Removes every row of a table.
    public void clear(String table) {
        sql.update(CLEAR, table);
    }

    /// Hands over what every row of a table counts for in the feed's sum.
    public void eachHash(String table, LongConsumer consumer) {
        sql.each(HASHES, row -> consumer.accept(row.number(1)), table);
    }

    /// The row with an id.
    public Optional<Bytes> find(String table, String id) {
        return sql.find(FIND, row -> row.bytes(1), table, id);
    }

    /// Rows of a table behind an id, in order; start behind an empty one.
    public List<Fed> after(String table, String id, int limit) {
        return sql.list(AFTER, row -> new Fed(row.text(1), row.bytes(2)), table, id, limit);
    }

    /// Rows about a product behind an id, in order; start behind an empty one.
    public List<Fed> of(String table, ProductId product, String id, int limit) {
        return sql.list(OF_PRODUCT, row -> new Fed(row.text(1), row.bytes(2)), table, product, id, limit);
    }

    private Optional<Long> hash(String table, String id) {
        return sql.find(HASH, row -> row.number(1), table, id);
    }
}
