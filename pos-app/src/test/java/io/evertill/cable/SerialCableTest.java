package io.evertill.cable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Serial ports, over pseudoterminals of the system; there is no serial hardware where the tests run.
final class SerialCableTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    @EnabledOnOs(OS.LINUX)
    void bytesGoOverASerialPortAsTheyAre() throws Throwable {
        byte[] bytes = new byte[256];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) at;
        }
        try (Pseudoterminal pair = new Pseudoterminal()) {
            assumeTrue(Files.exists(Path.of(pair.name())),
                    "SERIAL PORTS WERE NOT TESTED: this machine shows no pseudoterminals under /dev/pts");
            exchange(pair, bytes);
        }
    }

    private static void exchange(Pseudoterminal pair, byte[] bytes) throws Throwable {
        try (Cable cable = new Plug.Serial(pair.name(), 9_600).open()) {
            cable.write(bytes);
            assertArrayEquals(bytes, pair.receive(bytes.length));

            pair.send(new byte[] {0x12, 0x0d, 0x0a, (byte) 0xff});
            assertEquals(0x12, cable.read(PATIENCE));
            assertEquals(0x0d, cable.read(PATIENCE));
            assertEquals(0x0a, cable.read(PATIENCE));
            assertEquals(0xff, cable.read(PATIENCE));
            assertEquals(Cable.NOTHING, cable.read(Duration.ofMillis(20)));
        }
    }

    @Test
    void aPortThatIsNotThereIsToldInASentence() {
        assertThrows(IOException.class, () -> new Plug.Serial("/dev/ttyEvertill", 9_600).open());
    }

    @ParameterizedTest
    @CsvSource({"tcp:10.0.0.7:9100", "serial:/dev/ttyUSB0:19200", "file:/dev/usb/lp0"})
    void aPlugIsReadAsItIsWritten(String text) {
        assertEquals(Optional.of(text), Plug.parse(text).map(Plug::toString));
    }

    @ParameterizedTest
    @CsvSource({"tcp:10.0.0.7", "tcp::9100", "tcp:box:0", "serial:", "file:", "usb:1", "''"})
    void whatIsNoPlugIsNone(String text) {
        assertEquals(Optional.empty(), Plug.parse(text));
    }
}
