package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/// A till's database of an older program, as a file on disk: updated with a way back, or not at all.
class SchemaUpdateTest {
    private static final int NOW = Migrations.TILL.version();
    private static final Instant AT = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @Test
    void aVerifiedCopyOfTheOldVersionStandsBesideTheUpdatedDatabase() throws SQLException {
        Path file = OldTill.of(folder.resolve("till.db"), 21, 40);
        Set<DatabaseFile.Head> heads = heads(file);

        Database.till(file, InstantSource.fixed(AT), Updating.telling(told::add)).close();

        Path backup = folder.resolve("till-before-V" + NOW + "-20261127-120000-000.db");
        assertEquals(NOW, version(file));
        assertEquals(heads, heads(file));
        try (DatabaseFile copy = DatabaseFile.still(backup)) {
            assertEquals(21, copy.version());
            assertEquals(heads, copy.heads());
            assertEquals(List.of(), copy.damage(true));
        }
        assertEquals(List.of(backup), Backups.of(file).stream().map(Backups.Backup::file).toList());
        assertEquals(List.of("till-before-V" + NOW + "-20261127-120000-000.db", "till.db", "till.updating"), files());
        assertTrue(told.getLast().endsWith("As it was before it stands in " + backup + "."), told::toString);
    }

    @Test
    void aDatabaseThatIsUpToDateIsNotCopied() {
        Path file = folder.resolve("till.db");
        for (int start = 0; start < 2; start++) {
            Database.till(file, InstantSource.fixed(AT), Updating.telling(told::add)).close();
        }

        assertEquals(List.of(), told);
        assertEquals(List.of("till.db"), files());
    }

    @Test
    void theCopyHoldsWhatIsStillInTheLog() throws SQLException {
        Path file = OldTill.of(folder.resolve("till.db"), 22, 3);
        try (Connection open = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file)) {
            // Whoever has read from it keeps the log from being done away with.
            open.createStatement().execute("SELECT count(*) FROM fact");
            OldTill.record(file, 20);
            assertTrue(Backups.bytes(folder.resolve("till.db-wal")) > 0, "nothing is in the log");

            Database.till(file, InstantSource.fixed(AT)).close();
        }

        try (DatabaseFile copy = DatabaseFile.still(Backups.of(file).getFirst().file())) {
            assertEquals(23, copy.heads().iterator().next().position().seq());
        }
    }

    @Test
    void tooLittleDiskIsSaidBeforeAnythingIsDone() throws SQLException {
        Path file = OldTill.of(folder.resolve("till.db"), 22, 3);

        StorageFailure refused = assertThrows(StorageFailure.class, () -> Database.till(file, InstantSource.fixed(AT),
                new Updating(_ -> 1_234_567, told::add)));

        assertEquals(StorageFailure.Kind.DISK_FULL, refused.kind());
        assertTrue(refused.sentence().matches("The update to version " + NOW + " needs 3[2-9] MB of free disk for copies of the database,"
                + " and 1 MB are free\\. Nothing was changed: .*previous program.*"), refused::sentence);
        assertEquals(List.of(), told);
        assertEquals(22, version(file));
        assertEquals(List.of("till.db", "till.updating"), files());
    }

    @Test
    void anUpdateThatFailsOnTheCopyLeavesTheDatabaseAsItWas() throws SQLException, IOException {
        Path file = OldTill.of(folder.resolve("till.db"), 22, 3);
        OldTill.change(file, "ALTER TABLE sold_elsewhere ADD COLUMN refunded INTEGER");
        byte[] before = Files.readAllBytes(file);

        StorageFailure refused = assertThrows(StorageFailure.class, () -> Database.till(file, InstantSource.fixed(AT)));

        assertTrue(refused.sentence().startsWith("The update to version " + NOW + " was tried on a copy and does not work with this"
                + " database ("), refused::sentence);
        assertEquals(1, refused.sentence().lines().count(), refused::sentence);
        assertEquals(22, version(file));
        assertEquals(List.of("till.db", "till.updating"), files());
        assertTrue(java.util.Arrays.equals(before, Files.readAllBytes(file)), "its bytes are others");
    }

    @Test
    void anUpdateThatLosesEntriesIsNotMade() throws SQLException {
        Path file = OldTill.of(folder.resolve("till.db"), 22, 3);
        Consumer<Path> losing = path -> {
            real(path);
            run(() -> OldTill.change(path, "DELETE FROM posting WHERE seq = 3"));
        };

        StorageFailure refused = assertThrows(StorageFailure.class, () -> update(file, losing));

        assertTrue(refused.sentence().contains("its entries would not be those from before"), refused::sentence);
        assertEquals(22, version(file));
        assertEquals(List.of("till.db", "till.updating"), files());
    }

    @Test
    void anUpdateThatBreaksTheChainIsNotMade() throws SQLException {
        Path file = OldTill.of(folder.resolve("till.db"), 22, 3);
        Consumer<Path> breaking = path -> {
            real(path);
            run(() -> OldTill.change(path, "UPDATE fact SET body = x'7b7d' WHERE rowid = 2"));
        };

        StorageFailure refused = assertThrows(StorageFailure.class, () -> update(file, breaking));

        assertTrue(refused.sentence().contains("the chain of the entries would not hold"), refused::sentence);
        assertEquals(22, version(file));
    }

    @Test
    void aDamagedDatabaseIsNotUpdated() throws SQLException, IOException {
        Path file = OldTill.of(folder.resolve("till.db"), 22, 400);
        OldTill.change(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        long page = page(file, "movement_by_entry");
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(page);
            bytes.write(new byte[64]);
        }

        StorageFailure refused = assertThrows(StorageFailure.class, () -> Database.till(file, InstantSource.fixed(AT)));

        assertEquals(StorageFailure.Kind.CORRUPT, refused.kind(), refused::sentence);
        assertTrue(refused.sentence().contains("Do not delete it"), refused::sentence);
        assertEquals(List.of(), Backups.of(file));
    }

    @Test
    void twoProgramsDoNotUpdateAtOnce() throws SQLException, IOException {
        Path file = OldTill.of(folder.resolve("till.db"), 22, 3);
        try (FileChannel held = FileChannel.open(
                        folder.resolve("till.updating"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = held.lock()) {
            assertTrue(lock.isValid());
            StorageFailure refused = assertThrows(StorageFailure.class, () -> Database.till(file, InstantSource.fixed(AT)));
            assertEquals(StorageFailure.Kind.BUSY, refused.kind());
        }
        assertEquals(22, version(file));
    }

    @Test
    void threeCopiesAreKeptAndTheNewestAlways() throws SQLException, IOException {
        for (int day = 20; day <= 24; day++) {
            Path other = OldTill.of(folder.resolve("other-" + day + ".db"), 20, day);
            Files.move(other, folder.resolve("till-before-V21-202611" + day + "-120000-000.db"));
        }
        Files.createFile(folder.resolve("till-before-repair-20261101-120000-000.db"));
        Path file = OldTill.of(folder.resolve("till.db"), 22, 3);

        Database.till(file, InstantSource.fixed(AT)).close();

        assertEquals(List.of("till-before-V" + NOW + "-20261127-120000-000.db", "till-before-V21-20261124-120000-000.db",
                        "till-before-V21-20261123-120000-000.db"),
                Backups.of(file).stream().map(backup -> backup.file().getFileName().toString()).toList());
        assertTrue(Files.exists(folder.resolve("till-before-repair-20261101-120000-000.db")));
    }

    @Test
    void copiesAreNotThinnedWhileTheUpdateDoesNotWork() throws SQLException, IOException {
        for (int day = 20; day <= 24; day++) {
            Files.move(OldTill.of(folder.resolve("other.db"), 20, day),
                    folder.resolve("till-before-V21-202611" + day + "-120000-000.db"));
            Backups.delete(folder.resolve("other.db"));
        }
        Path file = OldTill.of(folder.resolve("till.db"), 22, 3);
        OldTill.change(file, "ALTER TABLE sold_elsewhere ADD COLUMN refunded INTEGER");

        assertThrows(StorageFailure.class, () -> Database.till(file, InstantSource.fixed(AT)));

        assertEquals(5, Backups.of(file).size());
    }

    @Test
    void aNewerDatabaseIsRefusedAndTheCopyThatFitsIsNamed() throws SQLException {
        Path file = OldTill.of(folder.resolve("till.db"), 22, 3);
        Database.till(file, InstantSource.fixed(AT)).close();
        OldTill.change(file, "UPDATE flyway_schema_history SET version = '99' WHERE version = '" + NOW + "'");

        StorageFailure refused = assertThrows(StorageFailure.class, () -> Database.till(file, InstantSource.fixed(AT)));
        Backups.delete(Backups.of(file).getFirst().file());
        StorageFailure alone = assertThrows(StorageFailure.class, () -> Database.till(file, InstantSource.fixed(AT)));

        assertEquals(StorageFailure.Kind.NEWER_VERSION, refused.kind());
        assertEquals("The database has version 99, this program knows up to " + NOW + ". Nothing was changed. Install the newer program"
                + " again, or put back till-before-V" + NOW + "-20261127-120000-000.db, which fits this program: evertill rollback --data "
                + folder, refused.sentence());
        assertTrue(alone.sentence().endsWith("no backup that fits this program stands beside it."), alone::sentence);
    }

    /// What a process that is killed before a statement leaves is what stands in the files at that moment.
    @Test
    void aProcessThatDiesBetweenTwoStatementsLeavesTheOldVersionOrTheNewOne() throws SQLException, IOException {
        Path file = OldTill.of(folder.resolve("till.db"), 20, 30);
        Set<DatabaseFile.Head> heads = heads(file);
        Path left = Files.createDirectory(folder.resolve("left"));
        List<Path> deaths = new ArrayList<>();
        Consumer<Path> dying = path -> interrupted(path, () -> run(() -> deaths.add(snapshot(left.resolve("at-" + deaths.size())))));

        update(file, dying);

        Set<Integer> versions = new HashSet<>();
        for (int at = 0; at < deaths.size(); at++) {
            Path dead = deaths.get(at).resolve("till.db");
            versions.add(version(dead));
            assertEquals(heads, heads(dead), "entries at " + at);
            if (at % 24 == 7 || at >= deaths.size() - 3) {
                Database.till(dead, InstantSource.fixed(AT.plusSeconds(60))).close();
                assertEquals(NOW, version(dead), "version at " + at);
                assertEquals(heads, heads(dead), "entries after the next start at " + at);
                assertEquals(List.of(), Stream.of("till-update.part", "till-rehearsal.db")
                        .filter(name -> Files.exists(dead.resolveSibling(name))).toList(), "left over at " + at);
            }
        }
        assertTrue(deaths.size() > 40, "only " + deaths.size() + " deaths");
        assertEquals(Set.of(20, NOW), versions);
    }

    private Path snapshot(Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                Files.copy(each, to.resolve(each.getFileName()));
            }
        }
        // The next start makes the memory that processes share anew.
        Files.deleteIfExists(to.resolve("till.db-shm"));
        return to;
    }

    private void update(Path file, Consumer<Path> migrating) throws SQLException {
        SqliteConnections connections = new SqliteConnections(file);
        try {
            new SchemaUpdate(file, Migrations.TILL, InstantSource.fixed(AT), new Updating(Updating.QUIET.room(), told::add), migrating)
                    .apply(connections);
        } finally {
            connections.close();
        }
    }

    private static void real(Path path) {
        Migrations.TILL.migrate(Dialect.SQLITE, settings -> settings.dataSource("jdbc:sqlite:" + path, null, null));
    }

    private static void interrupted(Path path, Runnable before) {
        SQLiteDataSource real = new SQLiteDataSource();
        real.setUrl("jdbc:sqlite:" + path);
        DataSource source = watched(DataSource.class, real, before);
        Migrations.TILL.migrate(Dialect.SQLITE, settings -> settings.dataSource(source));
    }

    /// Runs something before every statement and every end of a transaction.
    private static <T> T watched(Class<T> type, T real, Runnable before) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            if (method.getName().startsWith("execute") || method.getName().equals("commit")) {
                before.run();
            }
            try {
                Object result = method.invoke(real, arguments);
                return switch (result) {
                    case Connection connection when method.getName().equals("getConnection") && real instanceof DataSource ->
                            watched(Connection.class, connection, before);
                    case PreparedStatement statement -> watched(PreparedStatement.class, statement, before);
                    case Statement statement -> watched(Statement.class, statement, before);
                    case null, default -> result;
                };
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private interface Act {
        void run() throws SQLException, IOException;
    }

    private static void run(Act act) {
        try {
            act.run();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long page(Path file, String name) throws SQLException {
        try (Connection connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file); Sql sql = new Sql(connection)) {
            long root = sql.number("SELECT rootpage FROM sqlite_master WHERE name = ?", name);
            return (root - 1) * sql.number("PRAGMA page_size");
        }
    }

    private static int version(Path file) {
        try (DatabaseFile found = DatabaseFile.open(file)) {
            return found.version();
        }
    }

    private static Set<DatabaseFile.Head> heads(Path file) {
        try (DatabaseFile found = DatabaseFile.open(file)) {
            assertFalse(found.heads().isEmpty());
            return found.heads();
        }
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("-wal") && !name.endsWith("-shm")).sorted().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
