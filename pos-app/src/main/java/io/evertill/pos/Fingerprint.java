package io.evertill.pos;

import io.evertill.ledger.Hash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/// Tells one machine from another: a hash, so that nothing about the machine leaves it.
///
/// From the id that the system gave itself when it was installed, where it has one, else from its name and the address of
/// its first network card. A wrong "another machine" costs a move to a new stream and nothing else.
final class Fingerprint {
    private static final List<Path> IDS = List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));

    private Fingerprint() {}

    static Hash ofThisMachine() {
        return Hash.sha256(("evertill\n" + IDS.stream()
                        .map(Fingerprint::content)
                        .filter(content -> !content.isBlank())
                        .findFirst()
                        .orElseGet(Fingerprint::nameAndCard))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String content(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException _) {
            return "";
        }
    }

    private static String nameAndCard() {
        try {
            String card = NetworkInterface.networkInterfaces()
                    .sorted((one, other) -> one.getName().compareTo(other.getName()))
                    .map(Fingerprint::address)
                    .filter(address -> !address.isEmpty())
                    .findFirst()
                    .orElse("");
            return InetAddress.getLocalHost().getHostName() + "\n" + card;
        } catch (IOException _) {
            return "unknown";
        }
    }

    private static String address(NetworkInterface card) {
        try {
            byte[] address = card.getHardwareAddress();
            return address == null ? "" : HexFormat.of().formatHex(address);
        } catch (IOException _) {
            return "";
        }
    }
}
