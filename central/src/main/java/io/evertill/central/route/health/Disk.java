package io.evertill.central.route.health;

import io.evertill.central.route.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The room on the disk that the centre's own database file grows on.
///
/// @param folder a folder there; empty when a server keeps the database, which minds its own disk
/// @param bytesMin less than this is too little
public record Disk(Optional<Path> folder, long bytesMin) {
    /// One upload of the largest size, as it may stand in the log and in the file.
    public static final long BYTES_MIN_USUALLY = 2L * Intake.BYTES_MAX;

    private static final int BYTES_PER_MIB = 1024 * 1024;

    /// What is wrong, in a sentence for a person; empty when there is room enough.
    public Optional<String> shortage() {
        return folder.flatMap(place -> {
            try {
                long bytes = Files.getFileStore(place).getUsableSpace();
                return bytes >= bytesMin
                        ? Optional.empty()
                        : Optional.of("The disk of " + place + " is full but for " + bytes / BYTES_PER_MIB
                                + " MiB. Free some space; tills keep what they cannot send.");
            } catch (IOException _) {
                return Optional.of("The folder " + place + " cannot be looked at. Check that its disk is there.");
            }
        });
    }
}
