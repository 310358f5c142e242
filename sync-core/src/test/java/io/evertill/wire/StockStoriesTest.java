package io.evertill.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.journal.StockStory;
import io.evertill.journal.StockStory.Document;
import io.evertill.journal.StockStory.Heard;
import io.evertill.journal.StockStory.Step;
import io.evertill.ledger.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StockStoriesTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00.123456Z");
    private static final StockStory STORY = new StockStory("S1", 70_000, AT,
            List.of(new Heard("T1", Optional.of(AT), 214, 3, 2, true), new Heard("T2", Optional.empty(), 0, 0, 0, false)),
            List.of(new Step(AT, "SALE", "COLLECTED", -20_000, 70_000, "MAIN/AVAILABLE", "L-7", "SN 1",
                            new Document("receipt", "S1-T1-9f3a-17"), "Anna", ""),
                    new Step(AT, "LATER_KIND", "", 1, 90_000, "BACK/AVAILABLE", "", "", new Document("goods", ""), "", "because")),
            true);

    @Test
    void aStoryIsReadAsItWasWritten() {
        StockStory plain = new StockStory("S2", -1, AT, List.of(), List.of(), false);

        assertEquals(STORY, StockStories.read(StockStories.write(STORY).content()));
        assertEquals(plain, StockStories.read(StockStories.write(plain).content()));
    }

    @Test
    void whatIsNoStoryIsRefusedByName() {
        String written = StockStories.write(STORY).text();

        assertThrows(IllegalArgumentException.class, () -> StockStories.read(Bytes.of("<html>").content()));
        for (String field : List.of("store", "qty", "asOf", "tills", "steps", "waiting", "after", "documentType")) {
            IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                    () -> StockStories.read(Bytes.of(written.replace("\"" + field + "\"", "\"other\"")).content()), field);
            assertEquals(true, refused.getMessage().contains(field), refused::getMessage);
        }
    }

    @Test
    void anotherClockTurnsEveryMoment() {
        Instant later = AT.plus(Duration.ofMinutes(3));

        StockStory turned = STORY.at(moment -> moment.plus(Duration.ofMinutes(3)));

        assertEquals(List.of(later, later, later, later), List.of(turned.asOf(), turned.tills().getFirst().heardAt().orElseThrow(),
                turned.steps().get(0).at(), turned.steps().get(1).at()));
        assertEquals(STORY, turned.at(moment -> moment.minus(Duration.ofMinutes(3))));
    }
}
