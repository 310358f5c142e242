package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.wire.Ed25519;
import io.evertill.wire.Enrolment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path place;

    @Test
    void aSecondTillOnTheSameFolderIsToldSo() {
        try (DataFolder _ = opened(place)) {
            DataFolder.Opening second = DataFolder.open(place);

            DataFolder.Opening.Refused refused = assertInstanceOf(DataFolder.Opening.Refused.class, second);
            assertTrue(refused.sentence().startsWith("Another till is running on the folder"), refused.sentence());
        }
    }

    @Test
    void aClosedFolderCanBeOpenedAgain() {
        opened(place).close();

        opened(place).close();
    }

    @Test
    void keyAndTokenAreForTheOwnersEyesOnly() throws IOException {
        Path path = place.resolve("new");
        Ed25519.Keys keys = Ed25519.generate();
        Enrolment.Grant grant = new Enrolment.Grant("t-1", "S1", "T1", "secret");
        try (DataFolder folder = opened(path)) {
            folder.keep(keys);
            folder.keep(grant);

            assertEquals(Optional.of(keys), folder.keys());
            assertEquals(Optional.of(grant), folder.grant());
        }
        assertEquals("rwx------ rw------- rw-------",
                permissions(path) + " " + permissions(path.resolve("key")) + " " + permissions(path.resolve("token")));
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefusedInWords() throws IOException {
        Path file = Files.createFile(place.resolve("file"));

        DataFolder.Opening opening = DataFolder.open(file);

        assertInstanceOf(DataFolder.Opening.Refused.class, opening);
    }

    static DataFolder opened(Path path) {
        return assertInstanceOf(DataFolder.Opening.Opened.class, DataFolder.open(path)).folder();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
