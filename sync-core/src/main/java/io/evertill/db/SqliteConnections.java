package io.evertill.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// SQLite: one writer connection that everybody waits for, and a few readers that wait for nobody (WAL).
///
/// `synchronous=FULL`: a commit returns after its bytes are on the disk. The log is moved into the main file by
/// [#checkpoint] in idle time; only above [#CHECKPOINT_PAGES] does a commit do it, so that the log stays bounded. The log is
/// never cut: overwriting its blocks is faster than allocating them again.
final class SqliteConnections implements Connections {
    /// A sale touches a few bytes on each of some twenty pages, and the log gets whole pages: small ones halve it.
    private static final int PAGE_BYTES = 2_048;
    private static final int CHECKPOINT_PAGES = 16_000;
    /// After most commits SQLite walks its whole cache, so a large one costs each sale more than it saves: the rest of the
    /// file is in the memory of the operating system anyway.
    private static final int CACHE_KIB = 4_096;
    private static final int READERS_KEPT_MAX = 8;
    private static final int BUSY_MS = 5_000;
    private static final String[] SETTINGS = {
        "PRAGMA page_size = " + PAGE_BYTES,
        "PRAGMA busy_timeout = " + BUSY_MS,
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA fullfsync = 1",
        "PRAGMA checkpoint_fullfsync = 1",
        "PRAGMA foreign_keys = ON",
        "PRAGMA temp_store = MEMORY",
        "PRAGMA cache_size = -" + CACHE_KIB,
        "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES,
    };

    private final String url;
    private final UnaryOperator<Connection> between;
    private final Runnable before;
    private final ReentrantLock writerTurn = new ReentrantLock(true);
    private final Deque<Sql> readers = new ArrayDeque<>();
    private @Nullable Sql writer;

    SqliteConnections(Path file) throws SQLException {
        this(file, UnaryOperator.identity(), () -> {});
    }

    /// @param url a JDBC address, of a file or of memory
    SqliteConnections(String url) throws SQLException {
        this(url, UnaryOperator.identity(), () -> {});
    }

    /// @param between wraps every connection: how tests count what passes between the code and the driver
    SqliteConnections(Path file, UnaryOperator<Connection> between) throws SQLException {
        this(file, between, () -> {});
    }

    /// @param before runs before every statement: how tests interrupt between two of them
    SqliteConnections(Path file, UnaryOperator<Connection> between, Runnable before) throws SQLException {
        this("jdbc:sqlite:" + file, between, before);
    }

    private SqliteConnections(String url, UnaryOperator<Connection> between, Runnable before) throws SQLException {
        this.url = url;
        this.between = between;
        this.before = before;
        this.writer = open(false);
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public Sql beginWrite() throws SQLException {
        if (writerTurn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction inside a transaction");
        }
        writerTurn.lock();
        boolean begun = false;
        try {
            Sql sql = writer == null ? open(false) : writer;
            writer = sql;
            sql.command("BEGIN IMMEDIATE");
            begun = true;
            return sql;
        } finally {
            if (!begun) {
                writerTurn.unlock();
            }
        }
    }

    @Override
    public Sql beginRead() throws SQLException {
        Sql reader;
        synchronized (readers) {
            reader = readers.pollFirst();
        }
        if (reader == null) {
            reader = open(true);
        }
        reader.command("BEGIN");
        return reader;
    }

    @Override
    public void commit(Sql sql) throws SQLException {
        sql.command("COMMIT");
    }

    @Override
    public void rollback(Sql sql) throws SQLException {
        sql.command("ROLLBACK");
    }

    @Override
    public void release(Sql sql, boolean isWriter, boolean isBroken) {
        if (isWriter) {
            if (isBroken) {
                writer = null;
                closeQuietly(sql);
            }
            writerTurn.unlock();
            return;
        }
        boolean keep;
        synchronized (readers) {
            keep = !isBroken && readers.size() < READERS_KEPT_MAX;
            if (keep) {
                readers.addFirst(sql);
            }
        }
        if (!keep) {
            closeQuietly(sql);
        }
    }

    @Override
    public void checkpoint() throws SQLException {
        writerTurn.lock();
        try {
            if (writer != null) {
                writer.execute("PRAGMA wal_checkpoint(PASSIVE)");
            }
        } finally {
            writerTurn.unlock();
        }
    }

    @Override
    public void copyTo(Path file) throws SQLException {
        Sql sql = open(false);
        try (var statement = sql.connection().prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, file.toString());
            statement.execute();
        } finally {
            closeQuietly(sql);
        }
    }

    @Override
    public void close() {
        writerTurn.lock();
        try {
            if (writer != null) {
                closeQuietly(writer);
                writer = null;
            }
            synchronized (readers) {
                readers.forEach(SqliteConnections::closeQuietly);
                readers.clear();
            }
        } finally {
            writerTurn.unlock();
        }
    }

    private Sql open(boolean isReader) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // Otherwise the driver asks for the last row's number after every insert.
        config.setGetGeneratedKeys(false);
        Connection connection = config.createConnection(url);
        try (var statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute(setting);
            }
            if (isReader) {
                statement.execute("PRAGMA query_only = ON");
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new Sql(between.apply(connection), before);
    }

    private static void closeQuietly(Sql sql) {
        try {
            sql.connection().close();
        } catch (SQLException _) {
            // The connection is given up; whatever was not committed is undone when the file is opened next.
        }
    }
}
