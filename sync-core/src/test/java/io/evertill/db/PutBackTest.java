package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PutBackTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-27T12:00:00Z"));

    @TempDir
    Path folder;

    private Path file;
    private Path backup;
    private Path kept;

    @BeforeEach
    void update() throws SQLException {
        file = OldTill.of(folder.resolve("till.db"), 22, 5);
        Database.till(file, CLOCK).close();
        backup = Backups.of(file).getFirst().file();
        kept = folder.resolve("kept.db");
    }

    @Test
    void theCopyIsInItsPlaceAndWhatStoodThereIsKept() throws SQLException {
        OldTill.record(file, 3);

        PutBack.put(file, backup, kept);

        assertTrue(Files.notExists(folder.resolve("till.db-wal")) && Files.notExists(folder.resolve("till-put-back.part")));
        assertEquals(5, entries(file));
        assertEquals(22, version(file));
        assertEquals(8, entries(kept));
        assertEquals(Database.tillVersion(), version(kept));
        Database.till(file, CLOCK).close();
        assertEquals(5, entries(file));
    }

    @Test
    void nothingIsPutBackWhileAnotherProgramHasTheDatabaseOpen() throws SQLException {
        OldTill.record(file, 3);
        try (Database other = Database.till(file, CLOCK)) {
            assertEquals(8L, other.<Long>read(tx -> tx.facts().count()).longValue());

            StorageFailure refused = assertThrows(StorageFailure.class, () -> PutBack.put(file, backup, kept));

            assertEquals(StorageFailure.Kind.BUSY, refused.kind());
        }
        assertEquals(8, entries(file));
        assertTrue(Files.notExists(kept) && Files.notExists(folder.resolve("till-put-back.part")));
    }

    @Test
    void aDamagedCopyIsNotPutBack() throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        java.util.Arrays.fill(bytes, 4_096, bytes.length, (byte) 7);
        Files.write(backup, bytes);

        assertThrows(StorageFailure.class, () -> PutBack.put(file, backup, kept));

        assertEquals(Database.tillVersion(), version(file));
        assertTrue(Files.notExists(kept));
    }

    @Test
    void whatWasRecordedSinceIsCounted() throws SQLException {
        assertEquals(new DatabaseFile.Since(0, 0, 0, 0), since());
        assertTrue(since().isNothing());

        OldTill.record(file, 3);
        assertEquals(new DatabaseFile.Since(3, 3, 0, 0), since());
        OldTill.verified(file, 7);
        assertEquals(new DatabaseFile.Since(3, 1, 0, 0), since());
        OldTill.verified(file, 8);
        assertTrue(since().isAtTheCentre() && !since().isNothing());

        OldTill.change(file, "INSERT INTO basket (id, content, kept_at) VALUES (1, x'7b7d', 1)");
        OldTill.change(file, "INSERT INTO held_basket VALUES (1, '', x'7b7d', 1, 1, 'EUR', 1, 'anna', 1)");
        OldTill.change(file, "INSERT INTO customer (rank, customer, content, is_sent) VALUES (1, x'01', x'7b7d', 0)");
        assertEquals(new DatabaseFile.Since(3, 0, 2, 1), since());
        assertTrue(!since().isAtTheCentre());
    }

    @Test
    void aCopyWhoseEntriesAreNotThoseOfTheLedgerIsNoneOfIt() throws SQLException {
        OldTill.record(file, 3);
        assertTrue(goesOn());

        OldTill.change(file, "UPDATE posting SET hash = zeroblob(32) WHERE seq = 5");

        assertTrue(!goesOn());
    }

    private boolean goesOn() {
        try (DatabaseFile now = DatabaseFile.open(file)) {
            return now.goesOnFrom(backup);
        }
    }

    private DatabaseFile.Since since() {
        try (DatabaseFile now = DatabaseFile.open(file)) {
            return now.since(backup);
        }
    }

    private static long entries(Path path) {
        try (DatabaseFile found = DatabaseFile.open(path)) {
            return found.heads().iterator().next().position().seq();
        }
    }

    private static int version(Path path) {
        try (DatabaseFile found = DatabaseFile.open(path)) {
            return found.version();
        }
    }
}
