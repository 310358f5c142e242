package io.evertill.pos;

import io.evertill.key.Scanner;
import io.evertill.till.KeyChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file in the data folder with the keys that IT wants other than usual, see [KeyChanges]. Without it nothing is changed.
public final class KeyFile {
    /// Its name.
    public static final String NAME = "keymap.properties";

    private static final int BYTES_MAX = 64 * 1024;

    private KeyFile() {}

    /// Reads the file of a data folder. One that is not there, cannot be read or has mistakes changes nothing.
    public static KeyChanges read(Path folder, Scanner scanner) {
        Path file = folder.resolve(NAME);
        return Files.exists(file) ? readFile(file, scanner) : KeyChanges.NONE;
    }

    /// Reads a file that may lie anywhere.
    public static KeyChanges readFile(Path file, Scanner scanner) {
        try {
            return Files.size(file) > BYTES_MAX
                    ? KeyChanges.unreadable("the file is larger than " + BYTES_MAX + " bytes")
                    : KeyChanges.of(Files.readAllLines(file), scanner);
        } catch (IOException e) {
            return KeyChanges.unreadable("the file " + file + " cannot be read: " + SecretFile.cause(e));
        }
    }
}
