package io.evertill.faults;

import io.evertill.pos.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// A TCP proxy between tills and centre that breaks what passes, as told.
///
/// It keeps its port while the centre comes and goes. A trouble that happens once is over when it happened; the others last
/// until [#calm].
final class ChaosProxy implements AutoCloseable {
    private static final int BUFFER_BYTES = 8_192;
    private static final int WAITING_MAX = 100;

    private final ServerSocket door;
    private final Machine machine;
    private final AtomicInteger centre = new AtomicInteger();
    private final AtomicReference<Trouble> trouble = new AtomicReference<>(Trouble.NONE);
    private final AtomicLong bytesLeft = new AtomicLong();
    private final AtomicLong hits = new AtomicLong();
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();

    /// Opens a port of this machine.
    ChaosProxy(Machine machine) throws IOException {
        this.machine = machine;
        this.door = new ServerSocket(0, WAITING_MAX, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("proxy").start(this::accept);
    }

    private enum Way { REQUEST, REPLY }

    /// A connection of a till and the one to the centre that belongs to it.
    private record Line(Socket till, Socket centre) {
        void close() {
            quietly(till);
            quietly(centre);
        }

        void reset() {
            try {
                till.setSoLinger(true, 0);
                centre.setSoLinger(true, 0);
            } catch (IOException _) {
                // It is closed already.
            }
            close();
        }
    }

    /// The address that tills know.
    String url() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    /// Says where the centre is.
    void lead(int port) {
        centre.set(port);
    }

    /// Makes trouble from here on.
    void make(Trouble next) {
        hits.set(0);
        bytesLeft.set(switch (next) {
            case Trouble.CutRequest(long bytes) -> bytes;
            case Trouble.CutReply(long bytes) -> bytes;
            case Trouble.Reset(long bytes) -> bytes;
            case Trouble.None _, Trouble.Delay _, Trouble.Slow _, Trouble.HalfOpen _ -> 0;
        });
        trouble.set(next);
    }

    /// Ends all trouble, and the connections that suffered from it.
    void calm() {
        if (trouble.getAndSet(Trouble.NONE) instanceof Trouble.HalfOpen) {
            lines.forEach(Line::close);
        }
    }

    /// Whether the last trouble met something that passed.
    boolean isHit() {
        return hits.get() > 0;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException _) {
            // Nobody can come in any more.
        }
        lines.forEach(Line::close);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket till = door.accept();
                till.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> connect(till));
            } catch (IOException _) {
                // The door was closed, or the till went away before it came in.
            }
        }
    }

    private void connect(Socket till) {
        try {
            Socket other = new Socket(InetAddress.getLoopbackAddress(), centre.get());
            other.setTcpNoDelay(true);
            Line line = new Line(till, other);
            lines.add(line);
            Thread.ofVirtual().start(() -> pump(line, Way.REQUEST));
            pump(line, Way.REPLY);
        } catch (IOException | IllegalArgumentException _) {
            quietly(till);
        }
    }

    private void pump(Line line, Way way) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = (way == Way.REQUEST ? line.till() : line.centre()).getInputStream();
            OutputStream out = (way == Way.REQUEST ? line.centre() : line.till()).getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                pass(line, way, out, Arrays.copyOf(buffer, count));
            }
        } catch (IOException _) {
            // One side hung up, or the line was cut here.
        } finally {
            lines.remove(line);
            line.close();
        }
    }

    private void pass(Line line, Way way, OutputStream out, byte[] piece) throws IOException {
        Trouble now = trouble.get();
        switch (now) {
            case Trouble.None _ -> out.write(piece);
            case Trouble.CutRequest _ -> cut(now, line, out, piece, way == Way.REQUEST);
            case Trouble.CutReply _, Trouble.Reset _ -> cut(now, line, out, piece, way == Way.REPLY);
            case Trouble.Delay(long ms) -> {
                hits.incrementAndGet();
                machine.pause(ms);
                out.write(piece);
            }
            case Trouble.Slow(int bytes) -> {
                hits.incrementAndGet();
                for (int at = 0; at < piece.length; at += bytes) {
                    machine.pause(1);
                    out.write(piece, at, Math.min(bytes, piece.length - at));
                }
            }
            case Trouble.HalfOpen _ -> hits.incrementAndGet();
        }
    }

    /// Passes what is still to pass and ends the line. Bytes never go missing in the middle of one.
    private void cut(Trouble now, Line line, OutputStream out, byte[] piece, boolean isMeant) throws IOException {
        long left = isMeant ? bytesLeft.getAndAdd(-piece.length) : Long.MAX_VALUE;
        out.write(piece, 0, Math.clamp(left, 0, piece.length));
        if (left >= piece.length) {
            return;
        }
        if (trouble.compareAndSet(now, Trouble.NONE)) {
            hits.incrementAndGet();
        }
        if (now instanceof Trouble.Reset) {
            line.reset();
        } else {
            line.close();
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // It is given up.
        }
    }
}
