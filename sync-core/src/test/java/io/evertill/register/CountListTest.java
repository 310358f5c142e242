package io.evertill.register;

import static io.evertill.register.CountShop.ANNA;
import static io.evertill.register.CountShop.BEN;
import static io.evertill.register.CountShop.LINE;
import static io.evertill.register.CountShop.SHELF;
import static io.evertill.register.CountShop.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.availability.ToCount;
import io.evertill.count.LineState;
import io.evertill.count.Schedule;
import io.evertill.db.CentreOn;
import io.evertill.entry.CountEntry;
import io.evertill.entry.Entry;
import io.evertill.ledger.Meta;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import io.evertill.wire.Bodies;
import io.evertill.wire.Metas;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a till makes of the list by itself: its order, what is kept of a count, and what is handed in.
class CountListTest {
    private static final UUID SECOND = new UUID(7, 2);
    private static final UUID THIRD = new UUID(7, 3);

    @TempDir
    Path folder;

    private CountShop shop;

    @BeforeEach
    void open() {
        shop = new CountShop(folder, CentreOn.SQLITE);
        shop.receive("MUG1", 10);
        shop.receive("MUG2", 10);
        shop.receive("MUG3", 10);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatIsUrgentComesFirstThenTheLongestUncountedAndLastWhatIsOnNoList() {
        shop.plan(LINE, "MUG3", Schedule.Reason.DUE);
        shop.pass(Duration.ofMinutes(1));
        shop.plan(SECOND, "MUG1", Schedule.Reason.DUE);
        shop.pass(Duration.ofMinutes(1));
        shop.plan(THIRD, "MUG2", Schedule.Reason.OVERSOLD);
        shop.tell();
        shop.counting().keep(ANNA, pieces(shop.counted("MUG4"), 2));

        assertEquals(List.of("MUG2 -", "MUG3 -", "MUG1 -", "MUG4 2"), texts(shop.counting().list(ANNA)));
    }

    @Test
    void whatAnotherPersonIsToCountAgainIsUrgent() {
        shop.plan(LINE, "MUG3", Schedule.Reason.DUE);
        shop.tell();
        shop.count(ANNA, shop.counting().list(ANNA).getFirst(), 3);
        shop.settle();
        shop.plan(SECOND, "MUG1", Schedule.Reason.DUE);
        shop.tell();

        assertEquals(List.of("MUG3 -", "MUG1 -"), texts(shop.counting().list(BEN)));
        assertEquals(List.of("MUG1 -"), texts(shop.counting().list(ANNA)));
    }

    @Test
    void whatNobodyCountedAfterAllIsForgotten() {
        shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
        shop.tell();
        ToCount listed = shop.counting().list(ANNA).getFirst();
        shop.counting().keep(ANNA, pieces(listed, 4));
        shop.counting().keep(ANNA, pieces(shop.counted("MUG4"), 2));

        shop.counting().keep(ANNA, listed);
        shop.counting().keep(ANNA, shop.counted("MUG4"));

        assertEquals(List.of("MUG1 -"), texts(shop.counting().list(ANNA)));
    }

    @Test
    void whatWasHandedInIsNotOnTheListUntilTheCentreTellsOrThreeDaysAreOver() {
        shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
        shop.tell();
        shop.count(ANNA, shop.counting().list(ANNA).getFirst(), 10);

        assertEquals(List.of(), texts(shop.counting().list(BEN)));
        shop.both.turnClock(shop.both.clock().instant().plus(Duration.ofDays(3)).minusSeconds(60));
        assertEquals(List.of(), texts(shop.counting().list(BEN)));
        shop.both.turnClock(shop.both.clock().instant().plusSeconds(120));
        assertEquals(List.of("MUG1 -"), texts(shop.counting().list(BEN)));
    }

    @Test
    void whereNothingWasCountedNothingIsHandedIn() {
        shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
        shop.tell();
        List<ToCount> list = shop.counting().list(ANNA);

        Outcome.NotSaved outcome = assertInstanceOf(
                Outcome.NotSaved.class, shop.counting().submit(shop.both.register, ANNA, list));

        assertEquals("Nothing was counted. Nothing was saved.", outcome.sentence());
        assertEquals(List.of(), entries());
    }

    @Test
    void aListThatIsLongerThanAnEntryIsSeveral() {
        List<ToCount> rows = IntStream.rangeClosed(0, Entry.LINES_MAX)
                .mapToObj(number -> new ToCount(Counting.NEW, shop.counted("MUG4").item(), SHELF, "L" + number, false, Optional.empty()))
                .map(goods -> pieces(goods, 1))
                .toList();

        assertInstanceOf(Outcome.Saved.class, shop.counting().submit(shop.both.register, ANNA, rows));

        assertEquals(List.of(Entry.LINES_MAX, 1), entries().stream().map(entry -> entry.lines().size()).toList());
        assertEquals(Entry.LINES_MAX + 1, entries().stream().flatMap(entry -> entry.lines().stream())
                .map(CountEntry.Tally::count).distinct().count());
    }

    /// What the disk did not keep is handed in as it is on the screen; what was kept keeps its line and its moment.
    @Test
    void theScreenCountsMoreThanWhatWasKept() {
        ToCount four = pieces(shop.counted("MUG4"), 4);
        shop.counting().keep(ANNA, four);
        UUID line = shop.counting().list(ANNA).getFirst().line();
        shop.pass(Duration.ofMinutes(10));

        shop.counting().submit(shop.both.register, ANNA, List.of(pieces(shop.counted("MUG4"), 5)));
        shop.counting().keep(BEN, four);
        shop.pass(Duration.ofMinutes(10));
        shop.counting().submit(shop.both.register, BEN, List.of(four));

        CountEntry.Counted other = entries().getFirst();
        CountEntry.Counted same = entries().getLast();
        assertEquals(line, other.lines().getFirst().count());
        assertEquals(other.at(), other.lines().getFirst().countedAt());
        assertTrue(!Duration.between(same.lines().getFirst().countedAt(), same.at()).minus(Duration.ofMinutes(10)).isNegative());
    }

    @Test
    void afterARestartTheWallClockSaysWhenItWasAndNeverTheFuture() {
        ToCount four = pieces(shop.counted("MUG4"), 4);
        shop.counting().keep(ANNA, four);
        shop.both.turnClock(shop.both.clock().instant().minus(Duration.ofDays(1)));

        Counting restarted = new Counting(shop.both.till, shop.both.lookup,
                at -> new Meta.Stamp(at.toEpochMilli(), 1, new UUID(2, 2), Optional.empty()), shop.both::id);
        restarted.submit(shop.both.register, ANNA, List.of(four));

        CountEntry.Counted entry = entries().getFirst();
        assertTrue(!entry.lines().getFirst().countedAt().isAfter(entry.at()), entry::toString);
    }

    @Test
    void aRulingThatWasMadeIsNotAskedForAgain() {
        shop.plan(LINE, "MUG1", Schedule.Reason.DUE);
        shop.tell();
        ToCount goods = shop.counting().list(ANNA).getFirst();
        for (var person : List.of(ANNA, BEN)) {
            shop.count(person, goods, 4);
            shop.arrive();
            shop.settle();
        }
        shop.count(ANNA, shop.counted("MUG2"), 10);
        shop.arrive();
        shop.settle();
        shop.tell();
        List<LineState> before = states();
        List<Boolean> wanted = decisions();

        shop.counting().rule(shop.both.register, CountShop.DOT, shop.counting().outcomes().getFirst().outcome(),
                CountEntry.Ruling.RECOUNT, "", "");

        assertEquals(List.of(LineState.REVIEW, LineState.POSTED), before);
        assertEquals(List.of(true, false), wanted);
        assertEquals(List.of(false, false), decisions());
    }

    private List<LineState> states() {
        return shop.counting().outcomes().stream().map(report -> report.outcome().state()).toList();
    }

    private List<Boolean> decisions() {
        return shop.counting().outcomes().stream().map(report -> report.isToDecide()).toList();
    }

    private List<CountEntry.Counted> entries() {
        List<CountEntry.Counted> counted = new ArrayList<>();
        shop.both.till.run(tx -> tx.postings().each("S1", tx.streams().open().orElseThrow().id(), stored -> {
            Bodies.Reading reading = Bodies.read(Metas.read(stored.posting().fact().meta()).schema(), stored.posting().fact().body());
            if (reading instanceof Bodies.Reading.Understood(CountEntry.Counted entry)) {
                counted.add(entry);
            }
        }));
        return counted;
    }

    private static ToCount pieces(ToCount goods, int count) {
        return goods.with(Optional.of(Quantity.of(count, Unit.EACH)));
    }
}
