package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.wire.PullReply;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NetworkSwitchTest {
    private final Answers line = new Answers();
    private final NetworkSwitch network = new NetworkSwitch(line);

    @Test
    void aCutLineCarriesNothing() {
        network.cut();

        PullReply reply = network.pull(Optional.empty());

        assertInstanceOf(PullReply.Unreachable.class, reply);
        assertEquals(0, line.pulls);
    }

    @Test
    void anAnswerUnderWayWhenTheLineIsCutIsLost() {
        line.meanwhile = network::cut;

        PullReply reply = network.pull(Optional.empty());

        assertEquals(1, line.pulls);
        assertInstanceOf(PullReply.Unreachable.class, reply);
    }

    @Test
    void anAnswerUnderWayIsLostAlsoWhenTheLineIsBackBeforeIt() {
        line.meanwhile = () -> {
            network.cut();
            network.restore();
        };

        PullReply reply = network.pull(Optional.empty());

        assertInstanceOf(PullReply.Unreachable.class, reply);
    }

    @Test
    void whoWantsToKnowHearsOfARestoredLineOnce() {
        AtomicInteger heard = new AtomicInteger();
        network.whenRestored(heard::incrementAndGet);
        network.cut();
        network.cut();

        network.restore();
        network.restore();

        assertEquals(1, heard.get());
    }
}
