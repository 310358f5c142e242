package io.evertill.device;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/// A network printer that takes bytes as a printer does: status questions are answered beside the queue, the rest is printed.
public final class FakePrinter implements AutoCloseable {
    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int GS = 0x1d;
    private static final int FINE = 0x12;

    private final ServerSocket server;
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private final CountDownLatch switchedOff = new CountDownLatch(1);
    private volatile Mood mood = Mood.FINE;

    /// How it is.
    public enum Mood {
        FINE,
        /// Prints, and says nothing: its connection goes one way.
        MUTE,
        NO_PAPER, COVER_OPEN,
        /// Runs out of paper in the middle of a receipt.
        PAPER_ENDS,
        /// Takes the connection and reads nothing.
        STUCK
    }

    public FakePrinter() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::run);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void is(Mood other) {
        mood = other;
    }

    /// What was printed until now.
    public byte[] paper() {
        synchronized (paper) {
            return paper.toByteArray();
        }
    }

    private void run() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                if (mood == Mood.STUCK) {
                    switchedOff.await();
                }
                take(socket);
            } catch (IOException e) {
                // The next job comes with another connection.
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void take(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            take(socket, in, next);
        }
    }

    private void take(Socket socket, InputStream in, int next) throws IOException {
        switch (next) {
            case DLE -> {
                int second = in.read();
                if (second == EOT) {
                    answer(socket, realTime(in.read()));
                } else {
                    print(DLE);
                    take(socket, in, second);
                }
            }
            case GS -> queued(socket, in, in.read());
            default -> print(next);
        }
    }

    private void queued(Socket socket, InputStream in, int second) throws IOException {
        if (second == 'r') {
            in.read();
            if (mood != Mood.PAPER_ENDS) {
                answer(socket, 0);
            }
        } else {
            print(GS);
            print(second);
        }
    }

    private int realTime(int number) {
        return switch (mood) {
            case COVER_OPEN -> number == 2 ? FINE | 0x04 : FINE;
            case NO_PAPER -> number == 4 ? FINE | 0x60 : FINE;
            case FINE, MUTE, PAPER_ENDS, STUCK -> FINE;
        };
    }

    private void answer(Socket socket, int status) throws IOException {
        if (mood != Mood.MUTE) {
            socket.getOutputStream().write(status);
        }
    }

    private void print(int next) {
        synchronized (paper) {
            paper.write(next);
        }
    }

    @Override
    public void close() throws IOException {
        switchOff();
    }

    /// Whatever waits on it goes on.
    void switchOff() throws IOException {
        switchedOff.countDown();
        server.close();
    }
}
