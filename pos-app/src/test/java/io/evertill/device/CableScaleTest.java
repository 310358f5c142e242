package io.evertill.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.cable.Plug;
import io.evertill.device.Scale.Weighed;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A scale and a scanner at the end of a real connection.
final class CableScaleTest {
    @ParameterizedTest
    @CsvSource({"'\u000200.350\r', 0.350", "'  1,5 kg\r', 1.5", "'350\r', 0.350", "'S S      0.2004 kg\r', 0.200",
            "'ST,GS,+ 350 g\r', 0.350",
            "'ST,NT,+  350.4g\r', 0.350", "'2 kg\r', 2"})
    void aWeightIsInKilogramsWithAPointAndInGramsWithout(String answer, String weight) throws IOException {
        assertEquals(new Weighed.Steady(Quantity.parse(weight, Unit.KILOGRAM)), weighed(answer));
    }

    @ParameterizedTest
    @CsvSource({"'\u0002?A\r'", "'00.000\r'", "'-0.020\r'", "'\r'", "'S D      0.2004 kg\r'", "'US,GS,+ 0.350kg\r'",
            "'OL,GS,+ 9999.9kg\r'", "'S +\r'"})
    void whatMovesOrIsEmptyIsNoWeight(String answer) throws IOException {
        assertEquals(new Weighed.Unsteady(), weighed(answer));
    }

    /// A pound is no kilogram.
    @ParameterizedTest
    @ValueSource(strings = {"ST,GS,+ 0.772lb\r", "12.35 oz\r", "0.5 t\r"})
    void aWeightInAnotherUnitIsATrouble(String answer) throws IOException {
        assertTrue(assertInstanceOf(Weighed.Failed.class, weighed(answer)).sentence().contains("set it to kilograms"));
    }

    @Test
    void aScaleThatSaysNothingIsATroubleAndNoWeight() throws IOException {
        assertInstanceOf(Weighed.Failed.class, weighed("0.350"));
        int port;
        try (ServerSocket off = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = off.getLocalPort();
        }
        assertInstanceOf(Weighed.Failed.class, new CableScale(new Plug.Network("127.0.0.1", port)).weigh());
    }

    @Test
    void aScannerIsHeardAgainAfterItWasUnplugged() throws Exception {
        BlockingQueue<String> codes = new LinkedBlockingQueue<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                CableScanner scanner = new CableScanner(new Plug.Network("127.0.0.1", server.getLocalPort()), codes::add)) {
            Thread.ofPlatform().daemon().start(scanner);
            try (Socket first = server.accept()) {
                first.getOutputStream().write("]E04006381333931\r\n0104006381333931\u001d10L\r".getBytes(StandardCharsets.ISO_8859_1));
                assertEquals("]E04006381333931", codes.take());
                assertEquals("0104006381333931\u001d10L", codes.take());
                first.getOutputStream().write("half".getBytes(StandardCharsets.ISO_8859_1));
            }
            try (Socket second = server.accept()) {
                second.getOutputStream().write("4711\n".getBytes(StandardCharsets.ISO_8859_1));
                assertEquals("4711", codes.take());
            }
        }
    }

    private static Weighed weighed(String answer) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> answer(server, answer));
            return new CableScale(new Plug.Network("127.0.0.1", server.getLocalPort())).weigh();
        }
    }

    private static void answer(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            if (socket.getInputStream().read() == 'W') {
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                socket.getInputStream().read();
            }
        } catch (IOException _) {
            // The scale was given up.
        }
    }
}
