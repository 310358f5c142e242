package io.evertill.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.CentreOn;
import io.evertill.feed.Pull;
import io.evertill.outbox.Courier;
import io.evertill.outbox.Shop;
import io.evertill.wire.FeedPage;
import io.evertill.wire.Link;
import io.evertill.wire.PullReply;
import io.evertill.wire.Push;
import io.evertill.wire.PushReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a till makes of a line on which nothing comes back (protocol 2.5).
class HttpLinkTest {
    private static final Duration PATIENCE = Duration.ofMillis(250);

    @TempDir
    Path folder;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(folder, CentreOn.SQLITE.open(folder, Clock.systemUTC()));
        Pull pull = shop.pull(shop.link(), folder);
        while (pull.step() instanceof Pull.Step.Downloaded) {
            shop.tick();
        }
        shop.openShift();
        shop.sell("MUG1");
        shop.sell("MUG2");
        shop.sell("MUG3");
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void anUploadThatIsNeverAnsweredIsHalvedDownToOneEntry() throws IOException {
        try (ServerSocket silent = silent(50); HttpLink http = new HttpLink(url(silent), "token", PATIENCE)) {
            Sizes sizes = new Sizes(http);
            Courier courier = shop.courier(sizes);

            for (int round = 0; round < 4; round++) {
                Courier.Round undelivered = courier.round();
                assertEquals(Courier.Problem.UNREACHABLE,
                        assertInstanceOf(Courier.Round.Undelivered.class, undelivered).problem());
            }

            assertEquals(List.of(4, 2, 1, 1), sizes.sent);
            assertInstanceOf(PushReply.TimedOut.class, sizes.last);
        }
    }

    @Test
    void aRefusedConnectionHalvesNothing() throws IOException {
        String closed;
        try (ServerSocket socket = silent(1)) {
            closed = url(socket);
        }
        try (HttpLink http = new HttpLink(closed, "token", PATIENCE)) {
            Sizes sizes = new Sizes(http);
            Courier courier = shop.courier(sizes);

            courier.round();
            courier.round();

            assertEquals(List.of(4, 4), sizes.sent);
            assertInstanceOf(PushReply.Unreachable.class, sizes.last);
        }
    }

    @Test
    void aConnectionThatIsNotMadeInTimeHalvesNothing() throws IOException {
        try (ServerSocket full = silent(1); Filled _ = new Filled(full); HttpLink http = new HttpLink(url(full), "token", PATIENCE)) {
            Sizes sizes = new Sizes(http);
            Courier courier = shop.courier(sizes);

            courier.round();
            courier.round();

            assertEquals(List.of(4, 4), sizes.sent);
            assertInstanceOf(PushReply.Unreachable.class, sizes.last);
        }
    }

    @Test
    void aTillThatIsTooOldToReadKnowsItUntilACentreIsReadAgain() throws IOException {
        try (MockWebServer centre = new MockWebServer()) {
            centre.enqueue(new MockResponse.Builder()
                    .code(426)
                    .body("{\"code\":\"UPDATE_NEEDED\",\"message\":\"Install the newer program.\"}")
                    .build());
            centre.start();
            try (HttpLink http = new HttpLink(centre.url("/").toString(), "token")) {
                Pull.Step refused = shop.pull(http, folder).step();
                boolean isNoted = shop.till.read(tx -> tx.terminal().needsUpdate());
                Pull.Step read = shop.pull(shop.link(), folder).step();

                assertEquals(new Pull.Step.UpdateNeeded("Install the newer program."), refused);
                assertTrue(isNoted);
                assertEquals(new Pull.Step.UpToDate(), read);
                assertEquals(false, shop.till.read(tx -> tx.terminal().needsUpdate()));
                assertEquals("1", centre.takeRequest().getHeaders().get("Evertill-Feed"));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// The system itself takes connections of a socket that nobody accepts, as many as may wait.
    private static ServerSocket silent(int waitingMax) throws IOException {
        return new ServerSocket(0, waitingMax, InetAddress.getLoopbackAddress());
    }

    private static String url(ServerSocket socket) {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /// Connections that wait, until no other can be made.
    private record Filled(List<SocketChannel> waiting) implements AutoCloseable {
        private static final int ENOUGH = 16;

        Filled(ServerSocket full) throws IOException {
            this(new ArrayList<>());
            for (int each = 0; each < ENOUGH; each++) {
                SocketChannel channel = SocketChannel.open();
                waiting.add(channel);
                channel.configureBlocking(false);
                channel.connect(full.getLocalSocketAddress());
            }
        }

        @Override
        public void close() throws IOException {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
        }
    }

    /// A link that keeps how many entries each upload had, and the last answer.
    private static final class Sizes implements Link {
        private final Link link;
        private final List<Integer> sent = new ArrayList<>();
        private PushReply last = new PushReply.Unreachable("nothing was sent");

        Sizes(Link link) {
            this.link = link;
        }

        @Override
        public PushReply push(Push push) {
            sent.add(push.postings().size());
            last = link.push(push);
            return last;
        }

        @Override
        public PullReply pull(Optional<FeedPage.Cursor> cursor) {
            return link.pull(cursor);
        }

        @Override
        public PullReply snapshot(Optional<String> tag, long offset) {
            return link.snapshot(tag, offset);
        }
    }
}
