package io.evertill.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// What bringing a database file to a newer version needs from outside.
///
/// @param room how much the disk of a folder has left
/// @param told gets a sentence at each step, for a person who waits or for a log
public record Updating(Room room, Consumer<String> told) {
    /// The real disk, and nobody who listens.
    public static final Updating QUIET = new Updating(folder -> Files.getFileStore(folder).getUsableSpace(), _ -> {});

    /// How much a disk has left.
    public interface Room {
        /// How much this disk has left.
        ///
        /// @param folder on that disk
        /// @return bytes that this process may still write
        long freeBytes(Path folder) throws IOException;
    }

    /// The real disk, and somebody who listens.
    public static Updating telling(Consumer<String> told) {
        return new Updating(QUIET.room(), told);
    }
}
