package io.evertill.central;

import io.evertill.central.office.Office;
import io.evertill.central.office.Settings;
import io.evertill.db.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The databases that a centre can have, each fresh: every journey is made on both.
///
/// PostgreSQL is a real server from real binaries, started once a run. The tables are made once a run too, and copied for
/// each journey: that migrations make them is the matter of sync-core's tests.
public enum CentreOn {
    SQLITE {
        @Override
        public Settings settings(Path folder) {
            Path centre = folder.resolve("centre");
            Migrated.copyTo(centre);
            return Settings.in(centre).withPort(0);
        }
    },
    POSTGRESQL {
        @Override
        public Settings settings(Path folder) {
            return new Settings(Optional.of(folder.resolve("centre")), Optional.of(made(" TEMPLATE " + Server.MIGRATED)), "127.0.0.1", 0);
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();

    /// Settings of a centre on a fresh database, on any free port.
    public abstract Settings settings(Path folder);

    /// A connection of the test's own to the database of a centre.
    public static Connection connection(Settings settings) throws SQLException {
        Connection connection = DriverManager.getConnection(settings.database()
                .orElseGet(() -> "jdbc:sqlite:" + settings.folder().orElseThrow().resolve(Office.FILE)));
        if (settings.database().isEmpty()) {
            try (Statement patience = connection.createStatement()) {
                patience.execute("PRAGMA busy_timeout = 10000");
            }
        }
        return connection;
    }

    /// Changes a database behind the program's back.
    public static void change(Settings settings, String statement) {
        try (Connection connection = connection(settings); Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The address of a fresh, empty database.
    public static String freshPostgresql() {
        return made("");
    }

    /// Makes a copy of a PostgreSQL database that nobody is connected to; answers its address.
    public static String copy(String url) {
        return made(" TEMPLATE " + name(url));
    }

    private static String made(String of) {
        String name = "central" + COUNT.incrementAndGet();
        asAdministrator("CREATE DATABASE " + name + of);
        return Server.ONE.getJdbcUrl("postgres", name);
    }

    /// Puts a PostgreSQL database that nobody is connected to back to a copy.
    public static void putBack(String url, String copy) {
        asAdministrator("DROP DATABASE " + name(url));
        asAdministrator("CREATE DATABASE " + name(url) + " TEMPLATE " + name(copy));
    }

    private static String name(String url) {
        return url.replaceAll("^.*/|[?].*$", "");
    }

    private static void asAdministrator(String statement) {
        try (Connection connection = Server.ONE.getPostgresDatabase().getConnection(); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {
        private static final EmbeddedPostgres ONE = start();
        private static final String MIGRATED = migrated();

        private static String migrated() {
            String url = freshPostgresql();
            Database.centre(url, InstantSource.system()).close();
            return name(url);
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL could not be started for the tests", e);
            }
        }
    }

    private static final class Migrated {
        private static final byte[] FILE = migrated();

        private static byte[] migrated() {
            try {
                Path folder = Files.createTempDirectory("migrated");
                Path file = folder.resolve(Office.FILE);
                Database.centre(file, InstantSource.system()).close();
                byte[] bytes = Files.readAllBytes(file);
                Files.delete(file);
                Files.delete(folder);
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void copyTo(Path folder) {
            Path file = folder.resolve(Office.FILE);
            try {
                Files.createDirectories(folder);
                if (Files.notExists(file)) {
                    Files.write(file, FILE);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
