package io.evertill.faults;

import io.evertill.central.office.Settings;
import io.evertill.db.Database;
import io.evertill.pos.Machine;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/// Where a centre keeps its ledger, with its backups. Copies are made and put back while the centre does not run.
sealed interface Vault extends AutoCloseable {
    /// Which database a vault is.
    enum Kind {
        /// One file.
        SQLITE,
        /// A server.
        POSTGRESQL
    }

    /// The settings of a centre on it, on any free port.
    Settings settings();

    /// The same as flags of a command.
    List<String> flags();

    /// Opens the database.
    Database open();

    /// Makes a backup under a number.
    void backUp(int number);

    /// Puts the database back to a backup.
    void putBack(int number);

    /// Throws a backup away.
    void forget(int number);

    @Override
    void close();

    /// A fresh one.
    static Vault open(Kind kind, Path folder, Machine machine) {
        return switch (kind) {
            case SQLITE -> new File(folder, machine);
            case POSTGRESQL -> Server.start(folder, machine);
        };
    }

    /// SQLite.
    record File(Path folder, Machine machine) implements Vault {
        @Override
        public Settings settings() {
            return Settings.in(folder).withPort(0);
        }

        @Override
        public List<String> flags() {
            return List.of("--data", folder.toString());
        }

        @Override
        public Database open() {
            return Database.centre(main(), machine.clock());
        }

        @Override
        public void backUp(int number) {
            try (Database db = open()) {
                db.copyTo(backup(number));
            }
        }

        @Override
        public void putBack(int number) {
            try {
                for (String end : List.of("", "-wal", "-shm")) {
                    Files.deleteIfExists(main().resolveSibling(main().getFileName() + end));
                }
                Files.copy(backup(number), main());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void forget(int number) {
            try {
                Files.delete(backup(number));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            // A file needs no end.
        }

        private Path main() {
            return folder.resolve("centre.db");
        }

        private Path backup(int number) {
            return folder.resolve("backup-" + number + ".db");
        }
    }

    /// PostgreSQL, a real server that this run starts.
    record Server(Path folder, Machine machine, EmbeddedPostgres server) implements Vault {
        private static final String NAME = "centre";

        static Server start(Path folder, Machine machine) {
            try {
                Server vault = new Server(folder, machine, EmbeddedPostgres.builder().start());
                vault.run("CREATE DATABASE " + NAME);
                return vault;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL could not be started", e);
            }
        }

        @Override
        public Settings settings() {
            return new Settings(Optional.of(folder), Optional.of(url()), Settings.BIND_USUALLY, 0);
        }

        @Override
        public List<String> flags() {
            return List.of("--data", folder.toString(), "--db", url());
        }

        @Override
        public Database open() {
            return Database.centre(url(), machine.clock());
        }

        @Override
        public void backUp(int number) {
            hangUp();
            run("CREATE DATABASE backup" + number + " TEMPLATE " + NAME);
        }

        @Override
        public void putBack(int number) {
            run("DROP DATABASE " + NAME + " WITH (FORCE)");
            run("CREATE DATABASE " + NAME + " TEMPLATE backup" + number);
        }

        @Override
        public void forget(int number) {
            run("DROP DATABASE backup" + number);
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// The killed centre's connections, of which the server may not know yet that nobody is there.
        private void hangUp() {
            run("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" + NAME + "'");
        }

        private String url() {
            return server.getJdbcUrl("postgres", NAME);
        }

        private void run(String command) {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(command);
            } catch (SQLException e) {
                throw new IllegalStateException(command, e);
            }
        }
    }
}
