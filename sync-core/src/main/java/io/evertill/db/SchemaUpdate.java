package io.evertill.db;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/// Brings a database file of an older program to this program's version, so that there is a way back at every moment.
///
/// In this order: a copy of the database beside it, durable and proved to hold the same entries; the update on a copy of that copy, which
/// must pass every check; only then the update of the database itself, in one transaction. A process that dies anywhere leaves the
/// old version or the new one, whole. Until the last step nothing of the database is changed. See decision 0051.
final class SchemaUpdate {
    private static final long MARGIN_BYTES = 32_000_000;
    private static final long MEGABYTE = 1_000_000;
    /// The copy, the rehearsal, and the log of the update, which may hold every page once.
    private static final int TIMES = 3;
    private static final int PAGES_AT_ONCE = 8_192;
    private static final int SQLITE_OK = 0;

    private final Path file;
    private final Migrations migrations;
    private final InstantSource clock;
    private final Updating updating;
    private final Consumer<Path> migrating;

    SchemaUpdate(Path file, Migrations migrations, InstantSource clock, Updating updating) {
        this(file, migrations, clock, updating, path ->
                migrations.migrate(Dialect.SQLITE, settings -> settings.dataSource("jdbc:sqlite:" + path, null, null)));
    }

    /// @param migrating brings the file that it gets up to date: how tests interrupt it
    SchemaUpdate(Path file, Migrations migrations, InstantSource clock, Updating updating, Consumer<Path> migrating) {
        this.file = file;
        this.migrations = migrations;
        this.clock = clock;
        this.updating = updating;
        this.migrating = migrating;
    }

    /// Makes tables that are missing and updates older ones.
    ///
    /// @throws StorageFailure when the database is newer than this program, or could not be updated; it is then as it was
    void apply(Connections connections) {
        int found = Migrations.found(connections);
        if (found > migrations.version()) {
            throw migrations.newer(found, advice());
        }
        if (found == 0) {
            migrating.accept(file);
        } else if (found < migrations.version()) {
            alone(connections);
        }
    }

    /// Two programs that are started together do it one after the other, or not at all.
    private void alone(Connections connections) {
        try (FileChannel channel = FileChannel.open(
                beside(".updating"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = lock(channel);
            if (lock == null) {
                throw new StorageFailure(StorageFailure.Kind.BUSY, "Another program is bringing the database " + file + " to version "
                        + migrations.version() + " at this moment. Try again when it has ended.");
            }
            int found = Migrations.found(connections);
            if (found < migrations.version()) {
                update(found);
            }
        } catch (IOException e) {
            throw Backups.failed("The database could not be copied before the update to version " + migrations.version()
                    + ". It is as it was: ", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private void update(int found) throws IOException {
        long bytes = Backups.bytes(file) + Backups.bytes(beside(".db-wal"));
        Backups.delete(part());
        Backups.delete(rehearsal());
        requireRoom(bytes);
        updating.told().accept("The database is brought from version " + found + " to " + migrations.version() + ": copying its "
                + Math.max(1, bytes / MEGABYTE) + " MB …");
        Set<DatabaseFile.Head> heads = heads();
        Path backup = backUp(found, heads);
        boolean isRehearsed = false;
        try {
            updating.told().accept("The copy is verified. Trying the update on another copy …");
            rehearse(backup, heads);
            isRehearsed = true;
        } finally {
            Backups.delete(rehearsal());
            if (!isRehearsed) {
                // The database itself is what the copy holds: a copy for each failed start would fill the disk.
                Backups.delete(backup);
            }
        }
        Backups.thin(file, backup);
        updating.told().accept("The update works. Updating the database …");
        migrate(backup);
        requireSame(file, heads);
        updating.told().accept("The database has version " + migrations.version() + ". As it was before it stands in " + backup + ".");
    }

    private void requireRoom(long bytes) throws IOException {
        long needed = TIMES * bytes + MARGIN_BYTES;
        long free = updating.room().freeBytes(Backups.folder(file));
        if (free < needed) {
            throw new StorageFailure(StorageFailure.Kind.DISK_FULL, "The update to version " + migrations.version() + " needs "
                    + megabytes(needed) + " MB of free disk for copies of the database, and " + free / MEGABYTE + " MB are free. Nothing"
                    + " was changed: free some space and start again, or install the previous program, which works on with it.");
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }

    private Set<DatabaseFile.Head> heads() {
        try (DatabaseFile now = DatabaseFile.open(file)) {
            return now.heads();
        }
    }

    private Path backUp(int found, Set<DatabaseFile.Head> heads) throws IOException {
        Path part = part();
        boolean isWhole = false;
        try {
            copy(part);
            DurableFiles.force(part);
            try (DatabaseFile copy = DatabaseFile.still(part)) {
                List<String> damage = copy.damage(false);
                if (!damage.isEmpty()) {
                    throw new StorageFailure(StorageFailure.Kind.CORRUPT, "The database is damaged (" + damage.getFirst()
                            + "), so it was not updated. Do not delete it: install the previous program and run its command verify.");
                }
                if (copy.version() != found || !copy.heads().equals(heads)) {
                    throw new StorageFailure(StorageFailure.Kind.BUSY, "The database was changed by another program while it was copied"
                            + " before its update. It was not updated; close that program and start again.");
                }
            }
            Path backup = Backups.next(file, migrations.version(), clock.instant());
            DurableFiles.rename(part, backup);
            isWhole = true;
            return backup;
        } finally {
            if (!isWhole) {
                Backups.delete(part);
            }
        }
    }

    /// Page by page, with what is still in the log.
    private void copy(Path part) {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            int[] told = {0};
            int code = connection.unwrap(SQLiteConnection.class).getDatabase()
                    .backup("main", part.toString(), (left, pages) -> tell(told, left, pages), 0, 0, PAGES_AT_ONCE);
            if (code != SQLITE_OK) {
                throw new StorageFailure(StorageFailure.Kind.INPUT_OUTPUT, "The database could not be copied before the update to version "
                        + migrations.version() + " (code " + code + " of SQLite). It is as it was; check the disk and start again.");
            }
        } catch (SQLException e) {
            throw Dialect.SQLITE.failure(e);
        }
    }

    /// At each quarter of a copy that takes a while.
    private void tell(int[] told, int left, int pages) {
        int quarter = pages == 0 ? 0 : (int) (4L * (pages - left) / pages);
        if (pages > 4 * PAGES_AT_ONCE && quarter > told[0]) {
            told[0] = quarter;
            updating.told().accept(25 * quarter + " % are copied.");
        }
    }

    private void rehearse(Path backup, Set<DatabaseFile.Head> heads) throws IOException {
        Path rehearsal = rehearsal();
        Files.copy(backup, rehearsal);
        try {
            migrating.accept(rehearsal);
        } catch (StorageFailure e) {
            throw refused(Optional.ofNullable(e.getCause()).map(Throwable::getMessage).orElse(e.sentence()), e);
        }
        try (DatabaseFile updated = DatabaseFile.open(rehearsal)) {
            List<String> damage = updated.damage(false);
            if (!damage.isEmpty()) {
                throw refused(damage.getFirst());
            }
            if (updated.orphans() > 0) {
                throw refused("rows would name others that are not there");
            }
            if (!updated.isChainedAtItsEnds()) {
                throw refused("the chain of the entries would not hold");
            }
        }
        requireSame(rehearsal, heads);
    }

    private void requireSame(Path updated, Set<DatabaseFile.Head> heads) {
        try (DatabaseFile now = DatabaseFile.open(updated)) {
            if (now.version() != migrations.version() || !now.heads().equals(heads)) {
                throw refused("its entries would not be those from before");
            }
        }
    }

    private void migrate(Path backup) {
        try {
            migrating.accept(file);
        } catch (StorageFailure e) {
            throw new StorageFailure(e.kind(), e.sentence() + " A copy from before stands in " + backup + ".", e);
        }
    }

    private StorageFailure refused(String reason) {
        return new StorageFailure(StorageFailure.Kind.OTHER, sentence(reason));
    }

    private StorageFailure refused(String reason, StorageFailure cause) {
        return new StorageFailure(StorageFailure.Kind.OTHER, sentence(reason), cause);
    }

    private String sentence(String reason) {
        return "The update to version " + migrations.version() + " was tried on a copy and does not work with this database ("
                + reason.lines().findFirst().orElse("no reason was given").strip()
                + "). The database is as it was: install the previous program again, and tell those who make the program.";
    }

    private String advice() {
        Optional<Backups.Backup> fitting = Backups.fitting(file, migrations.version());
        String folder = String.valueOf(Backups.folder(file));
        return fitting
                .map(backup -> "Install the newer program again, or put back " + backup.file().getFileName()
                        + ", which fits this program: " + migrations.command(folder, backup.file()))
                .orElse("Install the newer program again: no backup that fits this program stands beside it.");
    }

    private Path part() {
        return beside("-update.part");
    }

    private Path rehearsal() {
        return beside("-rehearsal.db");
    }

    private Path beside(String end) {
        return Backups.folder(file).resolve(Backups.stem(file) + end);
    }
}
