package io.evertill.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.pos.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChaosProxyTest {
    private static final byte[] ANSWER = "0123456789".getBytes(US_ASCII);

    private ServerSocket centre;
    private ChaosProxy proxy;

    @BeforeEach
    void open() throws IOException {
        centre = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        proxy = new ChaosProxy(Machine.real());
        proxy.lead(centre.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        centre.close();
    }

    @Test
    void aCutAnswerEndsAfterItsBytes() throws IOException {
        proxy.make(new Trouble.CutReply(4));

        try (Socket till = till(); Socket other = centre.accept()) {
            other.getOutputStream().write(ANSWER);

            assertArrayEquals("0123".getBytes(US_ASCII), till.getInputStream().readAllBytes());
            assertTrue(proxy.isHit());
        }
    }

    @Test
    void aCutRequestEndsAfterItsBytes() throws IOException {
        proxy.make(new Trouble.CutRequest(7));

        try (Socket till = till(); Socket other = centre.accept()) {
            till.getOutputStream().write(ANSWER);

            assertArrayEquals("0123456".getBytes(US_ASCII), other.getInputStream().readAllBytes());
        }
    }

    @Test
    void aResetIsNoEnd() throws IOException {
        proxy.make(new Trouble.Reset(0));

        try (Socket till = till(); Socket other = centre.accept()) {
            other.getOutputStream().write(ANSWER);

            assertThrows(SocketException.class, () -> till.getInputStream().readAllBytes());
        }
    }

    @Test
    void aHalfOpenLineIsNotAnsweredAndEndsWithTheTrouble() throws IOException {
        proxy.make(new Trouble.HalfOpen());

        try (Socket till = till(); Socket other = centre.accept()) {
            other.getOutputStream().write(ANSWER);
            while (!proxy.isHit()) {
                Thread.onSpinWait();
            }

            proxy.calm();

            assertEquals(0, till.getInputStream().readAllBytes().length);
        }
    }

    @Test
    void aLineWithoutTroublePassesEverything() throws IOException {
        try (Socket till = till(); Socket other = centre.accept()) {
            other.getOutputStream().write(ANSWER);

            assertArrayEquals(ANSWER, till.getInputStream().readNBytes(ANSWER.length));
        }
    }

    private Socket till() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), URI.create(proxy.url()).getPort());
    }
}
