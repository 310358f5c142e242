package io.evertill.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/// SQLite on files, with the log and the syncs of a till.
///
/// A crash copies the files while the dead program still has them open, with what it had not committed in the log, and opens
/// the copies: what is there then is what SQLite's own recovery says.
final class FileMedium implements Medium {
    private static final String LOG = "-wal";
    private static final String[] ALL = {"", LOG, "-shm"};

    private final Path folder;
    private final Map<Connection, Path> files = new HashMap<>();
    private long made;

    FileMedium(Path folder) {
        this.folder = folder;
    }

    @Override
    public Connection open(byte[] image) throws SQLException {
        Path file = next();
        try {
            Files.write(file, image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open(file);
    }

    @Override
    public Connection afterCrash(Connection dead) throws SQLException {
        Path left = file(dead);
        Path copy = next();
        try {
            Files.copy(left, copy);
            Path log = Path.of(left + LOG);
            if (Files.exists(log)) {
                Files.copy(log, Path.of(copy + LOG));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        discard(dead);
        return open(copy);
    }

    @Override
    public void discard(Connection connection) throws SQLException {
        Path file = file(connection);
        files.remove(connection);
        connection.close();
        try {
            for (String each : ALL) {
                Files.deleteIfExists(Path.of(file + each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(Connection connection) {
        Path file = files.get(connection);
        if (file == null) {
            throw new IllegalStateException("not a database of this medium");
        }
        return file;
    }

    private Path next() {
        return folder.resolve(System.identityHashCode(this) + "-" + made++ + ".db");
    }

    private Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        files.put(connection, file);
        return connection;
    }
}
