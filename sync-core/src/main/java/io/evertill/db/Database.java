package io.evertill.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A till's or the centre's database: transactions, and nothing else.
///
/// `write` is the unit of truth: what its function wrote is there completely after it returns, and not at all when it
/// throws a [StorageFailure]. A failure of the commit itself is [CommitUnknown]. The function may run twice (PostgreSQL,
/// serialization), so the transaction is its only effect; nothing escapes from it but values. Thread-safe.
public final class Database implements AutoCloseable {
    private static final int REPEATS_MAX = 5;
    private static final String MEMORY = "jdbc:sqlite:file:/";
    private static final String MEMORY_END = "?vfs=memdb";

    private final Connections connections;
    private final InstantSource clock;

    private Database(Connections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /// Opens a till's database file, making it when it is missing and bringing its tables up to date, behind a verified copy.
    ///
    /// @throws StorageFailure when the file cannot be opened, is no database, was made by a newer program, or cannot be brought up to
    ///     date; the database is then as it was
    public static Database till(Path file, InstantSource clock) {
        return till(file, clock, Updating.QUIET);
    }

    /// The same, telling how bringing it up to date goes on.
    public static Database till(Path file, InstantSource clock, Updating updating) {
        return sqlite(file, new SchemaUpdate(file, Migrations.TILL, clock, updating), clock);
    }

    /// Whether a till's database file was made by an older program, so that opening it brings it up to date.
    ///
    /// @throws StorageFailure when it cannot be read
    public static boolean isOfOlderProgram(Path file) {
        try (DatabaseFile found = DatabaseFile.open(file)) {
            int version = found.version();
            return version > 0 && version < Migrations.TILL.version();
        }
    }

    /// The version of a till's tables that this program works on.
    public static int tillVersion() {
        return Migrations.TILL.version();
    }

    /// Opens the centre's database file, making it when it is missing and bringing its tables up to date, behind a verified copy.
    ///
    /// @throws StorageFailure when the file cannot be opened, is no database, was made by a newer program, or cannot be brought up to
    ///     date; the database is then as it was
    public static Database centre(Path file, InstantSource clock) {
        return centre(file, clock, Updating.QUIET);
    }

    /// The same, telling how bringing it up to date goes on.
    public static Database centre(Path file, InstantSource clock, Updating updating) {
        return sqlite(file, new SchemaUpdate(file, Migrations.CENTRE, clock, updating), clock);
    }

    /// Opens a till's database in memory, for tries and lessons: gone when its last connection is closed.
    ///
    /// One thread at a time: a transaction that is open keeps others from writing.
    ///
    /// @param address made by [#inMemory]
    public static Database till(String address, InstantSource clock) {
        return memory(address, Migrations.TILL, clock);
    }

    /// The address of a database in this process's memory; everybody who opens it by this address shares it.
    ///
    /// @param name letters, digits and hyphens
    public static String inMemory(String name) {
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("a name of letters, digits and hyphens, not '" + name + "'");
        }
        return MEMORY + name + MEMORY_END;
    }

    /// Whether an address is one that [#inMemory] made.
    public static boolean isInMemory(String address) {
        return address.startsWith(MEMORY) && address.endsWith(MEMORY_END);
    }

    /// Opens the centre's database on a PostgreSQL server, or one in memory ([#inMemory]), bringing its tables up to date.
    ///
    /// @param url a JDBC address, `jdbc:postgresql://…`
    /// @throws StorageFailure when the server cannot be reached or a newer program made the tables
    public static Database centre(String url, InstantSource clock) {
        return centre(url, clock, Updating.QUIET);
    }

    /// The same, telling how bringing it up to date goes on.
    public static Database centre(String url, InstantSource clock, Updating updating) {
        if (isInMemory(url)) {
            return memory(url, Migrations.CENTRE, clock);
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT,
                    "The database address must begin with jdbc:postgresql:, or name a folder with --data: " + withoutSecret(url));
        }
        Connections connections = PostgresqlConnections.open(url);
        return ready(connections, () -> Migrations.CENTRE.apply(connections, url, updating), clock);
    }

    private static Database memory(String address, Migrations migrations, InstantSource clock) {
        try {
            return ready(new SqliteConnections(address), migrations, address, clock);
        } catch (SQLException e) {
            throw Dialect.SQLITE.failure(e);
        }
    }

    private static Database sqlite(Path file, SchemaUpdate update, InstantSource clock) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT, "There is no folder " + folder + ". Make it first.");
        }
        if (!Files.isWritable(folder) || (Files.exists(file) && !Files.isWritable(file))) {
            throw new StorageFailure(StorageFailure.Kind.READ_ONLY,
                    "The folder " + folder + " may not be written. Check its permissions, or choose another with --data.");
        }
        try {
            Connections connections = new SqliteConnections(file);
            return ready(connections, () -> update.apply(connections), clock);
        } catch (SQLException e) {
            throw Dialect.SQLITE.failure(e);
        }
    }

    /// Opens a database over connections of the caller's: how tests put faults between the code and the disk.
    static Database ready(Connections connections, Migrations migrations, String url, InstantSource clock) {
        return ready(connections, () -> migrations.apply(connections, url, Updating.QUIET), clock);
    }

    private static Database ready(Connections connections, Runnable update, InstantSource clock) {
        boolean opened = false;
        try {
            update.run();
            opened = true;
            return new Database(connections, clock);
        } finally {
            if (!opened) {
                connections.close();
            }
        }
    }

    /// Runs a function in a transaction that may write, and commits.
    public <T> T write(Function<Tx, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writeOnce(work);
            } catch (Sql.StatementFailed e) {
                if (attempt >= REPEATS_MAX || !connections.dialect().isWorthRepeating(e.failure())) {
                    throw connections.dialect().failure(e.failure());
                }
            }
        }
    }

    /// Runs a function in a transaction that may write, and commits.
    public void run(Consumer<Tx> work) {
        write(tx -> {
            work.accept(tx);
            return tx;
        });
    }

    /// Runs a function that sees one state of the database and writes nothing.
    public <T> T read(Function<Tx, T> work) {
        Sql sql = null;
        boolean isBroken = true;
        try {
            sql = connections.beginRead();
            T result = work.apply(new Tx(sql, connections.dialect(), now()));
            connections.rollback(sql);
            isBroken = false;
            return result;
        } catch (SQLException e) {
            throw connections.dialect().failure(e);
        } catch (Sql.StatementFailed e) {
            throw connections.dialect().failure(e.failure());
        } finally {
            if (sql != null) {
                connections.release(sql, false, isBroken);
            }
        }
    }

    /// Moves what was committed from the log into the main file; for idle time.
    public void checkpoint() {
        try {
            connections.checkpoint();
        } catch (SQLException e) {
            throw connections.dialect().failure(e);
        }
    }

    /// Writes a copy of everything committed so far into a new file, durably, while others go on working. SQLite only.
    ///
    /// @throws StorageFailure when it cannot be written or is there already; the file is then worth nothing
    public void copyTo(Path file) {
        if (Files.exists(file)) {
            throw new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT,
                    "There is a file " + file + " already. Nothing was written; choose another name.");
        }
        try {
            connections.copyTo(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        } catch (SQLException e) {
            throw connections.dialect().failure(e);
        } catch (IOException e) {
            throw new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT,
                    "The copy could not be written to " + file + ": " + e.getMessage(), e);
        }
    }

    /// Opens the centre's database at a place as a person writes it: a JDBC address of PostgreSQL, or a file.
    ///
    /// @throws StorageFailure when it cannot be opened
    public static Database centreAt(String place, InstantSource clock) {
        return place.startsWith("jdbc:") ? centre(place, clock) : centre(Path.of(place), clock);
    }

    /// What tells this server and its line of history from another, as text; empty for a file, which knows no server.
    ///
    /// A server that was put back to a point in time begins another timeline; a copy of it that was begun anew has another
    /// identifier.
    public Optional<String> server() {
        return connections.dialect() == Dialect.SQLITE ? Optional.empty() : Optional.of(read(Tx::server));
    }

    /// Which database it is.
    public Dialect dialect() {
        return connections.dialect();
    }

    /// Closes every connection; an open transaction is undone.
    @Override
    public void close() {
        connections.close();
    }

    private <T> T writeOnce(Function<Tx, T> work) {
        Sql sql;
        try {
            sql = connections.beginWrite();
        } catch (SQLException e) {
            throw connections.dialect().failure(e);
        }
        boolean isBroken = true;
        try {
            T result;
            boolean isDone = false;
            try {
                result = work.apply(new Tx(sql, connections.dialect(), now()));
                isDone = true;
            } finally {
                if (!isDone) {
                    // A statement that failed may not run again on SQLite, so the connection is given up with it.
                    undo(sql);
                }
            }
            try {
                connections.commit(sql);
                isBroken = false;
            } catch (SQLException e) {
                throw new CommitUnknown(connections.dialect().kind(e), e);
            }
            return result;
        } finally {
            connections.release(sql, true, isBroken);
        }
    }

    private void undo(Sql sql) {
        try {
            connections.rollback(sql);
        } catch (SQLException | Sql.StatementFailed _) {
            // The connection is closed by the caller, which undoes the transaction as well.
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// An address without a password in it, for messages.
    static String withoutSecret(String url) {
        return url.replaceAll("(?i)(password=)[^&]*", "$1…").replaceAll("//[^/@]*@", "//…@");
    }
}
