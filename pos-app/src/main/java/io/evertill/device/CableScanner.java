package io.evertill.device;

import io.evertill.cable.Cable;
import io.evertill.cable.Plug;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A scanner at the end of a cable: every code ends with a carriage return or a line feed. One that is unplugged is waited for; half a
/// code that it left behind is forgotten. Bytes that are no character of a code are noise and left out. What it sends twice is two
/// codes: whether a trigger bounces is the scanner's own affair.
public final class CableScanner implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CableScanner.class);
    private static final Duration LISTENING = Duration.ofMillis(500);
    private static final long AGAIN_MS = 2_000;
    private static final int CODE_LENGTH_MAX = 500;
    private static final char SEPARATOR = 0x1d;
    private static final int DELETE = 0x7f;

    private final Plug plug;
    private final Consumer<String> codes;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// A scanner on a plug; [#run] listens until [#close].
    ///
    /// @param codes takes each code, on the thread that listens
    public CableScanner(Plug plug, Consumer<String> codes) {
        this.plug = plug;
        this.codes = codes;
    }

    @Override
    public void run() {
        boolean wasThere = true;
        while (closed.getCount() > 0) {
            try (Cable cable = plug.open()) {
                wasThere = true;
                listen(cable);
            } catch (IOException e) {
                if (wasThere) {
                    LOG.warn("the scanner at {} does not work and is waited for: {}", plug, e.getMessage());
                    wasThere = false;
                }
            }
            pause();
        }
    }

    private void listen(Cable cable) throws IOException {
        StringBuilder code = new StringBuilder();
        while (closed.getCount() > 0) {
            int next = cable.read(LISTENING);
            if (next == '\r' || next == '\n') {
                if (!code.isEmpty() && code.length() <= CODE_LENGTH_MAX) {
                    codes.accept(code.toString());
                }
                code.setLength(0);
            } else if (isOfCode(next) && code.length() <= CODE_LENGTH_MAX) {
                code.append((char) next);
            }
        }
    }

    /// Whether a byte is a character of a code; any other is noise.
    public static boolean isOfCode(int next) {
        return (next >= ' ' && next < DELETE) || next == SEPARATOR;
    }

    private void pause() {
        try {
            if (closed.await(AGAIN_MS, TimeUnit.MILLISECONDS)) {
                LOG.debug("the scanner is not listened to any more");
            }
        } catch (InterruptedException _) {
            closed.countDown();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
