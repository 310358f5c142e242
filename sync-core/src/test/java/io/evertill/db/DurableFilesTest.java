package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
    @TempDir
    Path folder;

    @Test
    void aSecondNameIsNotGivenOverAnotherFile() throws IOException {
        Path file = Files.writeString(folder.resolve("till.db"), "new");
        Path kept = Files.writeString(folder.resolve("kept.db"), "kept");

        assertThrows(FileAlreadyExistsException.class, () -> DurableFiles.link(kept, file));

        assertEquals("kept", Files.readString(kept));
    }

    @Test
    void whatHasTwoNamesStaysUnderOneWhenTheOtherIsTaken() throws IOException {
        Path file = Files.writeString(folder.resolve("till.db"), "old");
        Path kept = folder.resolve("kept.db");
        DurableFiles.link(kept, file);

        DurableFiles.rename(Files.writeString(folder.resolve("part"), "new"), file);

        assertEquals("old", Files.readString(kept));
        assertEquals("new", Files.readString(file));
    }
}
