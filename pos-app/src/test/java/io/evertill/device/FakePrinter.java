package io.evertill.device;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A network printer that takes bytes as a printer does: status questions are answered beside the queue, the rest is printed. One that
/// stands still in a receipt prints the rest when [#is] says that it goes on: nothing that it took is lost.
public final class FakePrinter implements AutoCloseable {
    private static final int DLE = 0x10;
    private static final int EOT = 0x04;
    private static final int GS = 0x1d;
    private static final int FINE = 0x12;
    private static final int BEFORE_IT_STOPS = 30;

    private final ServerSocket server;
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
    private final CountDownLatch switchedOff = new CountDownLatch(1);
    private final List<Kept> memory = new ArrayList<>();
    private Mood mood = Mood.FINE;
    private int printedOfJob;
    private boolean isStalled;
    private boolean isOff;

    /// How it is.
    public enum Mood {
        FINE,
        /// Prints, and says nothing: its connection goes one way.
        MUTE,
        NO_PAPER, COVER_OPEN,
        /// Runs out of paper in the middle of a receipt; it takes what else comes, and says so.
        PAPER_ENDS,
        /// Stands still in the middle of a receipt, and takes nothing more meanwhile.
        STALLS,
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

    /// Makes it another one; what it holds is printed if that lets it.
    public synchronized void is(Mood other) {
        mood = other;
        printedOfJob = 0;
        if (mood == Mood.FINE) {
            memory.forEach(Kept::print);
            memory.clear();
        }
        notifyAll();
    }

    private synchronized Mood mood() {
        return mood;
    }

    private interface Kept {
        void print();
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
                if (mood() == Mood.STUCK) {
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

    private void take(Socket socket) throws IOException, InterruptedException {
        InputStream in = socket.getInputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            take(socket, in, next);
        }
    }

    private void take(Socket socket, InputStream in, int next) throws IOException, InterruptedException {
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

    private void queued(Socket socket, InputStream in, int second) throws IOException, InterruptedException {
        if (second == 'r') {
            in.read();
            inOrder(() -> answerLate(socket));
        } else {
            print(GS);
            print(second);
        }
    }

    private void answerLate(Socket socket) {
        try {
            answer(socket, 0);
        } catch (IOException e) {
            // The till has given up waiting.
        }
    }

    private synchronized int realTime(int number) {
        return switch (mood) {
            case COVER_OPEN -> number == 2 ? FINE | 0x04 : FINE;
            case NO_PAPER -> number == 4 ? FINE | 0x60 : FINE;
            case PAPER_ENDS -> number == 4 && !memory.isEmpty() ? FINE | 0x60 : FINE;
            case FINE, MUTE, STALLS, STUCK -> FINE;
        };
    }

    private void answer(Socket socket, int status) throws IOException {
        if (mood() != Mood.MUTE) {
            socket.getOutputStream().write(status);
        }
    }

    private void print(int next) throws InterruptedException {
        inOrder(() -> {
            synchronized (paper) {
                paper.write(next);
            }
        });
    }

    /// Does it when all before it is done: at once, when it goes on, or, without paper, when there is some again.
    private synchronized void inOrder(Kept kept) throws InterruptedException {
        printedOfJob++;
        while (mood == Mood.STALLS && printedOfJob > BEFORE_IT_STOPS && !isOff) {
            isStalled = true;
            notifyAll();
            wait();
        }
        isStalled = false;
        if (!memory.isEmpty() || (mood == Mood.PAPER_ENDS && printedOfJob > BEFORE_IT_STOPS)) {
            memory.add(kept);
        } else {
            kept.print();
        }
    }

    /// Waits until it stands still in the middle of a receipt.
    public synchronized void awaitStall() throws InterruptedException {
        while (!isStalled) {
            wait();
        }
    }

    @Override
    public void close() throws IOException {
        switchOff();
    }

    /// Whatever waits on it goes on.
    void switchOff() throws IOException {
        switchedOff.countDown();
        synchronized (this) {
            isOff = true;
            notifyAll();
        }
        server.close();
    }
}
