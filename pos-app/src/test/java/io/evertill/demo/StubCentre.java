package io.evertill.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Position;
import io.evertill.ledger.StreamId;
import io.evertill.wire.Frames;
import io.evertill.wire.Json;
import io.evertill.wire.Push;
import io.evertill.wire.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/// A centre over real HTTP that always answers in the same bad manner.
final class StubCentre implements AutoCloseable {
    private static final long SECONDS_MAX = 60;

    private final Manner manner;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch uploaded = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /// How it answers.
    enum Manner {
        /// Never.
        SILENT,
        /// It understands nothing.
        UNREADABLE,
        /// The till is too old to read; uploads are lost all the same.
        TOO_OLD,
        /// Its disk is full.
        FULL,
        /// It takes everything and puts the last entry aside.
        PARKING
    }

    StubCentre(Manner manner) throws IOException {
        this.manner = manner;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Waits until an upload was made.
    void awaitUpload() throws InterruptedException {
        if (!uploaded.await(SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the till never came");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean isUpload = exchange.getRequestMethod().equals("POST");
        if (isUpload) {
            uploaded.countDown();
        }
        switch (manner) {
            case SILENT -> awaitEnd(exchange);
            case UNREADABLE -> refuse(exchange, 400, "UNREADABLE");
            case TOO_OLD -> refuse(exchange, 426, "UPDATE_NEEDED");
            case FULL -> refuse(exchange, 507, "DISK_FULL");
            case PARKING -> {
                if (isUpload) {
                    send(exchange, 200, Frames.write(parked(exchange, body)));
                } else {
                    refuse(exchange, 503, "BUSY");
                }
            }
        }
    }

    private void awaitEnd(HttpExchange exchange) {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static Reply parked(HttpExchange exchange, byte[] body) throws IOException {
        StreamId stream = StreamId.parse(Path.of(exchange.getRequestURI().getPath()).getName(2).toString());
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        Push push = Frames.push(stream, plain);
        Position taken = push.postings().isEmpty() ? push.before() : push.postings().getLast().position();
        EntryId aside = push.postings().isEmpty() ? new EntryId(new UUID(3, 3)) : push.postings().getLast().fact().id();
        return new Reply(push.request(), Reply.Status.OK, new UUID(9, 9), stream, taken.seq(), taken.hash(), taken.seq(), taken.hash(),
                0, 0, List.of(new Reply.Parked(taken.seq(), aside, "UNKNOWN_PRODUCT")), 0, push.clock().wallMs(), 0,
                Push.POSTINGS_MAX, false, false);
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        send(exchange, status, Json.canonical(Json.object().put("code", code).put("message", "Not now.")));
    }

    private static void send(HttpExchange exchange, int status, Bytes body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length());
        exchange.getResponseBody().write(body.content());
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}
