package io.evertill.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;

/// SQLite without files.
final class MemoryMedium implements Medium {
    @Override
    public Connection open(byte[] image) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        Connection connection = config.createConnection("jdbc:sqlite::memory:");
        ((SQLiteConnection) connection).deserialize("main", image);
        return connection;
    }

    @Override
    public Connection afterCrash(Connection dead) {
        try (var statement = dead.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException _) {
            // No transaction was open.
        }
        return dead;
    }

    @Override
    public void discard(Connection connection) throws SQLException {
        connection.close();
    }
}
