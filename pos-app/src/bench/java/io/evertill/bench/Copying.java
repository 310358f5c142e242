package io.evertill.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// Copies rows of one stream from a centre's database into another's with `COPY`, and says how long the writing took.
final class Copying implements AutoCloseable {
    private static final Map<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("fact", "SELECT f.* FROM fact f JOIN posting p ON p.branch = f.branch AND p.entry_id = f.entry_id "
                + "WHERE p.seq BETWEEN %d AND %d ORDER BY p.seq");
        TABLES.put("posting", "SELECT * FROM posting WHERE seq BETWEEN %d AND %d ORDER BY seq");
        TABLES.put("movement", "SELECT * FROM movement WHERE seq BETWEEN %d AND %d ORDER BY seq, line");
        TABLES.put("sale", "SELECT * FROM sale WHERE seq BETWEEN %d AND %d ORDER BY seq");
    }

    private final Connection from;
    private final Connection into;

    Copying(String from, String into) {
        try {
            this.from = DriverManager.getConnection(from);
            this.into = DriverManager.getConnection(into);
            this.into.setAutoCommit(false);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Copies the rows of some postings in one transaction.
    ///
    /// @return nanoseconds of the writing
    long copy(long first, long last) {
        try {
            Map<String, byte[]> rows = new LinkedHashMap<>();
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                manager(from).copyOut("COPY (" + table.getValue().formatted(first, last) + ") TO STDOUT", bytes);
                rows.put(table.getKey(), bytes.toByteArray());
            }
            long begun = System.nanoTime();
            for (Map.Entry<String, byte[]> table : rows.entrySet()) {
                manager(into).copyIn("COPY " + table.getKey() + " FROM STDIN", new ByteArrayInputStream(table.getValue()));
            }
            into.commit();
            return System.nanoTime() - begun;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CopyManager manager(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    @Override
    public void close() {
        try (from; into) {
            into.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
