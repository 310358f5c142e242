package io.evertill.db;

import io.evertill.ledger.Bytes;
import io.evertill.product.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Table `price_history` at the centre: every version of every price, as it was known. Append-only.
public final class PriceVersions {
    private static final String APPEND = """
            INSERT INTO price_history (product, subject, version, branch, definition, known_from)
            SELECT ?, ?, coalesce(max(version), 0) + 1, ?, ?, ? FROM price_history WHERE product = ? AND subject = ?
            """;
    private static final String LAST = """
            SELECT definition FROM price_history WHERE product = ? AND subject = ? ORDER BY version DESC LIMIT 1
            """;
    private static final String AFTER = """
            SELECT subject, version, definition, known_from FROM price_history
            WHERE product = ? AND (branch = '' OR branch = ?) AND (subject, version) > (?, ?)
            ORDER BY subject, version LIMIT ?
            """;
    /// The subject of the base price.
    public static final String BASE = "";

    private final Sql sql;

    PriceVersions(Sql sql) {
        this.sql = sql;
    }

    /// A version.
    ///
    /// @param subject a price rule's id, or [#BASE]
    /// @param version from 1
    /// @param definition the feed row of rule or product
    /// @param knownFrom since when the centre knew it
    public record Version(String subject, long version, Bytes definition, Instant knownFrom) {
        /// Before the first.
        public static final Version START = new Version(BASE, 0, Bytes.of(""), Instant.EPOCH);
    }

    /// Ends the version before, if there is one, and begins another.
    ///
    /// @param branch the store that a rule is for; empty for all
    public void append(ProductId product, String subject, String branch, Bytes definition, Instant at) {
        sql.update(APPEND, product, subject, branch, definition, at, product, subject);
    }

    /// The definition that stands.
    public Optional<Bytes> last(ProductId product, String subject) {
        return sql.find(LAST, row -> row.bytes(1), product, subject);
    }

    /// Versions of a product's prices for a branch and for all behind one of them, the base price first, each subject in its order.
    public List<Version> after(ProductId product, String branch, Version last, int limit) {
        return sql.list(AFTER, row -> new Version(row.text(1), row.number(2), row.bytes(3), row.instant(4)),
                product, branch, last.subject(), last.version(), limit);
    }
}
