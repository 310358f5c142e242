package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.wire.Ed25519;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whom the files of a till are for: its owner, or everybody who may write its folder.
class SharedFolderTest {
    @TempDir
    Path folder;

    @Test
    void aGroupThatMayWriteTheFolderMayUseTheTill() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwx---"));

        enrol(shared);

        Set<PosixFilePermission> ledger = Files.getPosixFilePermissions(shared.resolve("till.db"));
        assertEquals(true, ledger.containsAll(Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE)));
        assertEquals(true, Files.getPosixFilePermissions(shared.resolve("key")).contains(PosixFilePermission.GROUP_READ));
    }

    @Test
    void inAFolderOfOneAccountTheKeyIsForThatAccount() throws IOException {
        Path own = folder.resolve("own");

        enrol(own);

        assertEquals(List.of("rwx------", "rw-------"), List.of(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(own)),
                PosixFilePermissions.toString(Files.getPosixFilePermissions(own.resolve("key")))));
        assertEquals(false, Files.getPosixFilePermissions(own.resolve("till.db")).contains(PosixFilePermission.GROUP_WRITE));
    }

    private static void enrol(Path place) {
        try (DataFolder held = assertInstanceOf(DataFolder.Opening.Opened.class, DataFolder.open(place)).folder()) {
            held.keep(Ed25519.generate());
            assertInstanceOf(Enrolling.Result.Enrolled.class, new Enrolling(held, Machine.real()).alone("S1", "T1"));
        }
    }
}
