package io.evertill.central;

import io.evertill.central.office.Causes;
import io.evertill.central.office.Refusal;
import io.evertill.central.route.Server;
import io.evertill.central.tls.Certificates;
import io.evertill.central.tls.ServerIdentity;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the certificate that a running centre shows fresh: renews its own, takes up a person's new files.
///
/// What is wrong with new files is logged once, and the old certificate is shown on. Used by one job's thread.
final class Showing implements IntSupplier {
    /// How often it looks.
    static final Duration LOOK = Duration.ofMinutes(1);

    private static final Duration SAID_AGAIN = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(Showing.class);

    private final Certificates certificates;
    private final Server server;
    private final LongSupplier nanos;
    private ServerIdentity shown;
    private long lookedAt;
    private Optional<Said> said = Optional.empty();

    Showing(Certificates certificates, ServerIdentity shown, Server server, LongSupplier nanos) {
        this.certificates = certificates;
        this.shown = shown;
        this.server = server;
        this.nanos = nanos;
        this.lookedAt = nanos.getAsLong() - LOOK.toNanos();
    }

    private record Said(String sentence, long at) {}

    @Override
    public int getAsInt() {
        long now = nanos.getAsLong();
        if (now - lookedAt < LOOK.toNanos()) {
            return 0;
        }
        lookedAt = now;
        return look(now);
    }

    private int look(long now) {
        try {
            ServerIdentity current = certificates.current();
            certificates.warning(current).ifPresent(sentence -> say(sentence, now));
            if (current.chain().equals(shown.chain())) {
                return 0;
            }
            server.show(current);
            shown = current;
            LOG.info("The centre shows another certificate from now on: {}, until {}", String.join(", ", current.names()),
                    current.lastDay());
            return 1;
        } catch (Refusal e) {
            say(e.getMessage() + " The certificate until " + shown.lastDay() + " is shown on.", now);
        } catch (UncheckedIOException e) {
            say(e.getMessage() + " (" + Causes.last(e) + "). The certificate until " + shown.lastDay() + " is shown on.", now);
        }
        return 0;
    }

    private void say(String sentence, long now) {
        if (said.filter(before -> before.sentence().equals(sentence) && now - before.at() < SAID_AGAIN.toNanos()).isEmpty()) {
            said = Optional.of(new Said(sentence, now));
            LOG.warn("{}", sentence);
        }
    }
}
