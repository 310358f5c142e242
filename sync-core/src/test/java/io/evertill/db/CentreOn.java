package io.evertill.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The databases that a centre can have, each a fresh one: every test of a table or step runs on both.
///
/// PostgreSQL is a real server from real binaries, started once a run.
public enum CentreOn {
    SQLITE {
        @Override
        public Database open(Path folder, InstantSource clock) {
            return Migrated.centre(folder.resolve("centre.db"), clock);
        }

        @Override
        public String address(Path folder) {
            return "jdbc:sqlite:" + folder.resolve("centre.db");
        }
    },
    POSTGRESQL {
        @Override
        public Database open(Path folder, InstantSource clock) {
            return Database.centre(migratedPostgresql(), clock);
        }

        @Override
        public String address(Path folder) {
            return Server.ONE.getJdbcUrl("postgres", "centre" + COUNT.get());
        }

        @Override
        public Clocked clocked(Path folder, InstantSource clock) {
            String url = migratedPostgresql();
            ServerClock server = new ServerClock(url, clock.instant());
            return new Clocked(Database.centre(url, clock), Optional.of(server));
        }
    };

    /// A database and, where its server has a clock of its own, that.
    public record Clocked(Database db, Optional<ServerClock> server) {}

    /// The same, and the server's own clock is one that a test moves as well.
    public Clocked clocked(Path folder, InstantSource clock) {
        return new Clocked(open(folder, clock), Optional.empty());
    }

    private static final AtomicInteger COUNT = new AtomicInteger();

    /// A fresh database for a centre.
    ///
    /// @param folder for the file, where there is one
    public abstract Database open(Path folder, InstantSource clock);

    /// The address of the database that was opened last, for a connection of the test's own.
    public abstract String address(Path folder);

    /// The address of a fresh, empty database.
    public static String freshPostgresql() {
        return made("centre" + COUNT.incrementAndGet(), "");
    }

    /// The address of a fresh database whose tables stand.
    private static String migratedPostgresql() {
        return made("centre" + COUNT.incrementAndGet(), " TEMPLATE " + Server.MIGRATED);
    }

    private static String made(String name, String of) {
        try (Connection connection = Server.ONE.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + of);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.ONE.getJdbcUrl("postgres", name);
    }

    private static final class Server {
        private static final EmbeddedPostgres ONE = start();
        private static final String MIGRATED = migrated();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL could not be started for the tests", e);
            }
        }

        private static String migrated() {
            Database.centre(made("migrated", ""), InstantSource.system()).close();
            return "migrated";
        }
    }
}
