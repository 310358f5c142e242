package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.Deliveries.Mark;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.StreamId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesTest {
    private static final StreamId STREAM = new StreamId(new UUID(1, 1));
    private static final StreamId OTHER = new StreamId(new UUID(1, 2));
    private static final Instant START = Instant.parse("2026-03-14T14:09:00Z");

    @TempDir
    Path folder;

    private Database till;

    @BeforeEach
    void open() {
        till = Migrated.till(folder.resolve("till.db"), () -> START);
    }

    @AfterEach
    void close() {
        till.close();
    }

    @Test
    void anEntryCameSoFarWithTheFirstStepThatReachedIt() {
        reach(3, 0);
        reach(3, 10);
        reach(5, 20);

        assertEquals(List.of(0L, 0L, 20L, 20L), List.of(1L, 3L, 4L, 5L).stream().map(this::seconds).toList());
        assertEquals(Optional.empty(), at(STREAM, Mark.ACCEPTED, 6));
        assertEquals(Optional.empty(), at(STREAM, Mark.APPLIED, 1));
        assertEquals(Optional.empty(), at(OTHER, Mark.ACCEPTED, 1));
    }

    /// What stays came as far as it did before, at the time when it did; what is taken back comes anew.
    @Test
    void aPlaceBeforeTheLastTakesTheRestBack() {
        reach(3, 0);
        reach(6, 10);
        reach(8, 20);
        reach(4, 30);

        assertEquals(4, last(Mark.ACCEPTED));
        assertEquals(List.of(0L, 10L), List.of(3L, 4L).stream().map(this::seconds).toList());
        assertEquals(Optional.empty(), at(STREAM, Mark.ACCEPTED, 5));

        reach(7, 40);

        assertEquals(List.of(10L, 40L, 40L), List.of(4L, 5L, 7L).stream().map(this::seconds).toList());
        assertEquals(Optional.empty(), at(STREAM, Mark.ACCEPTED, 8));
    }

    @Test
    void aTimeThatNobodyNotedIsNone() {
        till.run(tx -> tx.deliveries().reach(STREAM, Mark.SENT, 4, Instant.EPOCH));

        assertEquals(4, last(Mark.SENT));
        assertEquals(Optional.empty(), at(STREAM, Mark.SENT, 4));
    }

    @Test
    void whatIsSetAsideIsReadInOrderFromAPlaceOn() {
        Deliveries.Aside late = new Deliveries.Aside(7, new EntryId(new UUID(2, 7)), "WAITS_FOR", START);
        Deliveries.Aside early = new Deliveries.Aside(5, new EntryId(new UUID(2, 5)), "UNKNOWN_PRODUCT", START);
        till.run(tx -> List.of(late, early).forEach(aside -> tx.deliveries().putAside(STREAM, aside)));

        assertEquals(List.of(early, late), till.read(tx -> tx.deliveries().aside(STREAM, 5)));
        assertEquals(List.of(late), till.read(tx -> tx.deliveries().aside(STREAM, 6)));
        assertEquals(List.of(), till.read(tx -> tx.deliveries().aside(OTHER, 0)));

        till.run(tx -> tx.deliveries().takeBack(STREAM, 5));

        assertEquals(List.of(late), till.read(tx -> tx.deliveries().aside(STREAM, 0)));
    }

    private void reach(long seq, long seconds) {
        till.run(tx -> tx.deliveries().reach(STREAM, Mark.ACCEPTED, seq, START.plusSeconds(seconds)));
    }

    private long last(Mark mark) {
        return till.read(tx -> tx.deliveries().last(STREAM, mark));
    }

    private long seconds(long seq) {
        return at(STREAM, Mark.ACCEPTED, seq).orElseThrow().getEpochSecond() - START.getEpochSecond();
    }

    private Optional<Instant> at(StreamId stream, Mark mark, long seq) {
        return till.read(tx -> tx.deliveries().at(stream, mark, seq));
    }
}
