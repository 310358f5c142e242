package io.evertill.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    @Test
    void aFigureIsKnownSinceItWasToldOrSinceTheTillHeardThatThereIsNothingNewer() {
        Freshness heard = new Freshness(Optional.of(NINE), Duration.ofMinutes(5));

        assertEquals(NINE, heard.knownAt(NINE.minusSeconds(7_200), Duration.ZERO));
        assertEquals(NINE.minusSeconds(900), heard.knownAt(NINE.minusSeconds(7_200), Duration.ofMinutes(15)));
        assertEquals(NINE.plusSeconds(60), heard.knownAt(NINE.plusSeconds(360), Duration.ZERO));
    }

    @Test
    void whatWasNeverConfirmedIsAsOldAsItWasTold() {
        Freshness never = new Freshness(Optional.empty(), Duration.ofMinutes(-5));

        assertEquals(NINE.plusSeconds(300), never.knownAt(NINE, Duration.ZERO));
    }
}
