package io.evertill.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;

/// The clock of a PostgreSQL server as a test moves it: new connections find `clock_timestamp()` in a table.
public final class ServerClock implements AutoCloseable {
    private final Connection connection;

    ServerClock(String url, Instant now) {
        try {
            connection = DriverManager.getConnection(url);
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE moment (at TIMESTAMPTZ NOT NULL)");
                statement.execute("INSERT INTO moment VALUES (now())");
                statement.execute("CREATE FUNCTION public.clock_timestamp() RETURNS TIMESTAMPTZ LANGUAGE sql VOLATILE"
                        + " AS 'SELECT at FROM public.moment'");
                statement.execute("ALTER DATABASE " + connection.getCatalog() + " SET search_path = public, pg_catalog");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        set(now);
    }

    /// Moves the clock.
    public void set(Instant now) {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE moment SET at = ?")) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How often transactions of the database have waited for each other in a circle; exact when its connections are closed.
    public long deadlocks() {
        String question = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
        try (Statement statement = connection.createStatement(); var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
