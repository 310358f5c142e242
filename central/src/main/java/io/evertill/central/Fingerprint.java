package io.evertill.central;

import io.evertill.ledger.Hash;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells the machine or the database server that the ledger lives on from another one, as a hash.
final class Fingerprint {
    private static final Path MACHINE = Path.of("/etc/machine-id");

    private Fingerprint() {}

    /// @param db whose server counts, where it has one
    static Hash of(io.evertill.db.Database db) {
        String text = db.server().orElseGet(Fingerprint::machine);
        return Hash.sha256(("evertill-central\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    private static String machine() {
        try {
            return Files.isReadable(MACHINE) ? Files.readString(MACHINE).strip() : InetAddress.getLocalHost().getHostName();
        } catch (IOException _) {
            return "unknown";
        }
    }
}
