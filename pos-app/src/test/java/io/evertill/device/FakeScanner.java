package io.evertill.device;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// A scanner at the end of a cable that cuts its codes into pieces, sends noise between them, and is pulled out in the middle of one.
public final class FakeScanner implements AutoCloseable {
    private static final byte[] NOISE = {0, 7, (byte) 0xff, (byte) 0x80, 0x7f};

    private final ServerSocket server;
    private final Random random;
    private Socket socket;

    public FakeScanner(long seed) throws IOException {
        random = new Random(seed);
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        socket = new Socket();
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Waits until the till listens to it.
    public void plugIn() throws IOException {
        socket = server.accept();
        socket.setTcpNoDelay(true);
    }

    /// Sends the beginning of a code, is gone, and is plugged in again.
    public void pullOut(String code) throws IOException {
        send(code.substring(0, 1 + random.nextInt(code.length() - 1)));
        socket.close();
        plugIn();
    }

    /// Sends a code, in one piece or in many.
    public void scan(String code) throws IOException {
        OutputStream out = socket.getOutputStream();
        if (random.nextInt(3) == 0) {
            out.write(NOISE, 0, 1 + random.nextInt(NOISE.length));
        }
        for (int at = 0; at < code.length(); at++) {
            send(code.substring(at, at + 1));
            if (random.nextInt(8) == 0) {
                out.write(NOISE, random.nextInt(NOISE.length), 1);
            }
        }
        send(random.nextBoolean() ? "\r" : "\r\n");
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
        server.close();
    }
}
