package io.evertill.device;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A scale on a network that now and then moves, is loaded beyond its end, says nothing, speaks in pounds or hangs up.
public final class FakeScale implements AutoCloseable {
    private static final int GRAMS_MAX = 3_000;

    private final ServerSocket server;
    private final Random random;
    private final List<String> steady = new ArrayList<>();

    /// What it does when it is asked.
    private enum Mood { STEADY, MOVING, OVER, POUNDS, HANGS_UP }

    public FakeScale(long seed) throws IOException {
        random = new Random(seed);
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::run);
    }

    public int port() {
        return server.getLocalPort();
    }

    /// The weights that were steady and in kilograms.
    public List<String> steady() {
        synchronized (steady) {
            return List.copyOf(steady);
        }
    }

    private void run() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                Mood mood = Mood.values()[random.nextInt(Mood.values().length)];
                if (socket.getInputStream().read() == 'W' && mood != Mood.HANGS_UP) {
                    socket.getOutputStream().write(answer(mood).getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().read();
                }
            } catch (IOException e) {
                // It is asked again on another connection.
            }
        }
    }

    private String answer(Mood mood) {
        String weight = "%d.%03d".formatted(random.nextInt(GRAMS_MAX) / 1_000, 1 + random.nextInt(999));
        if (mood == Mood.STEADY) {
            synchronized (steady) {
                steady.add(weight);
            }
        }
        return switch (mood) {
            case STEADY -> "S S      " + weight + " kg\r";
            case MOVING -> "S D      " + weight + " kg\r";
            case OVER -> "OL,GS,+" + weight + "kg\r";
            case POUNDS -> "S S      " + weight + " lb\r";
            case HANGS_UP -> "";
        };
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
