package io.evertill.cable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where a device is connected.
public sealed interface Plug {
    /// The usual speed of a serial port.
    int BAUD = 9_600;

    /// Opens a connection.
    ///
    /// @throws IOException saying what is wrong when there is no device, or another program has it
    Cable open() throws IOException;

    /// A device on the network.
    record Network(String host, int port) implements Plug {
        @Override
        public Cable open() throws IOException {
            return NetworkCable.open(host, port);
        }

        @Override
        public String toString() {
            return "tcp:" + host + ":" + port;
        }
    }

    /// A device on a serial port: 8 bits, no parity, 1 stop bit.
    ///
    /// @param port as the system calls it: `COM3`, `/dev/ttyUSB0`
    /// @param baud bits a second
    record Serial(String port, int baud) implements Plug {
        @Override
        public Cable open() throws IOException {
            return SerialCable.open(port, baud);
        }

        @Override
        public String toString() {
            return "serial:" + port + ":" + baud;
        }
    }

    /// A device that is a file of the system, such as `/dev/usb/lp0`; or a file that collects what is sent. Nothing comes
    /// back from it.
    record File(Path path) implements Plug {
        @Override
        public Cable open() throws IOException {
            return FileCable.open(path);
        }

        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /// Reads `tcp:HOST:PORT`, `serial:PORT:BAUD` (9600 when left out) or `file:PATH`.
    ///
    /// @return empty for anything else
    static Optional<Plug> parse(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1).strip();
        int last = rest.lastIndexOf(':');
        Optional<Integer> number = last < 0 ? Optional.empty() : number(rest.substring(last + 1));
        return switch (text.substring(0, Math.max(0, colon))) {
            case "tcp" -> number.filter(port -> port > 0 && port <= 65_535 && last > 0)
                    .map(port -> new Network(rest.substring(0, last), port));
            case "serial" -> Optional.of(number.map(baud -> new Serial(rest.substring(0, last), baud))
                            .orElseGet(() -> new Serial(rest, BAUD)))
                    .filter(serial -> !serial.port().isEmpty())
                    .map(serial -> serial);
            case "file" -> rest.isEmpty() ? Optional.empty() : Optional.of(new File(Path.of(rest)));
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,7}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
