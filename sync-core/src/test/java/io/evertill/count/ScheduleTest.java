package io.evertill.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Everything is counted once a quarter, or it is said at least 14 days before that it will not be (R75, R76, I29).
class ScheduleTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void aDayHasAsManyAsTheIntervalsAskFor() {
        assertEquals(0, Schedule.dailySize(Map.of()));
        assertEquals(1, Schedule.dailySize(Map.of(CountClass.A, 14)));
        assertEquals(2, Schedule.dailySize(Map.of(CountClass.A, 14, CountClass.C, 1)));
        assertEquals(40, Schedule.dailySize(Map.of(CountClass.A, 140, CountClass.B, 300, CountClass.C, 1_700)));
        assertTrue(Schedule.isTooSlow(Map.of(CountClass.A, 15), 1));
        assertFalse(Schedule.isTooSlow(Map.of(CountClass.A, 15), 2));
    }

    /// Twenty of class A take every day of a shop that counts one a day, again and again, so that the one of C, not counted for 30 days,
    /// waits for longer than a quarter: on day 62.
    @Test
    void whatIsCountedIsDueAgainAndTakesTheDayOfOthers() {
        List<Schedule.Candidate<String>> shop = new ArrayList<>(List.of(due("c", CountClass.C, 30, 0)));
        for (int number = 0; number < 20; number++) {
            shop.add(due("a" + number, CountClass.A, number, 9));
        }

        assertEquals(Optional.of(62), Schedule.firstBreach(shop, NOW, 1));
        assertEquals(Optional.empty(), Schedule.firstBreach(shop, NOW, 2));
    }

    @Test
    void aQuarterIsNotTooLongAndASecondMoreIs() {
        Instant quarter = NOW.minus(CountClass.LONGEST);

        assertEquals(Optional.of(0), Schedule.firstBreach(List.of(
                new Schedule.Candidate<>("x", CountClass.C, quarter.minusSeconds(1), 0, Schedule.Reason.DUE)), NOW, 1));
        assertEquals(Optional.empty(), Schedule.firstBreach(List.of(
                new Schedule.Candidate<>("x", CountClass.C, quarter, 0, Schedule.Reason.DUE)), NOW, 1));
        assertEquals(Optional.of(91), Schedule.firstBreach(List.of(
                new Schedule.Candidate<>("x", CountClass.C, NOW.minusSeconds(1), 0, Schedule.Reason.DUE)), NOW, 0));
    }

    @Test
    void theMostOverdueForItsIntervalComesFirstThenTheMostValuable() {
        List<Schedule.Candidate<String>> list = Schedule.list(List.of(
                due("c", CountClass.C, 80, 9), due("a", CountClass.A, 14, 1), due("b", CountClass.B, 30, 5),
                due("d", CountClass.B, 30, 5)), NOW, 3);

        assertEquals(List.of("b", "d", "a"), list.stream().map(Schedule.Candidate::id).toList());
    }

    @Test
    void whatIsCountedAtOnceIsOnTheListBeyondTheDaysNumber() {
        List<Schedule.Candidate<String>> list = Schedule.list(List.of(
                due("a", CountClass.A, 100, 9),
                new Schedule.Candidate<>("n", CountClass.C, NOW, 0, Schedule.Reason.NEGATIVE),
                new Schedule.Candidate<>("o", CountClass.C, NOW, 0, Schedule.Reason.OVERSOLD)), NOW, 1);

        assertEquals(List.of("n", "o"), list.stream().map(Schedule.Candidate::id).toList());
    }

    @RandomTest(seeds = 40)
    void nothingIsUncountedForAQuarterUnlessItWasSaid14DaysBefore(Chance chance) {
        Map<String, Schedule.Candidate<String>> shop = new HashMap<>();
        for (int number = 1 + chance.below(80); number > 0; number--) {
            String id = "P" + number;
            shop.put(id, due(id, chance.pick(CountClass.values()), chance.below(60), chance.below(10)));
        }
        int size = 1 + chance.below(4);
        List<Optional<Integer>> said = new ArrayList<>();
        for (int day = 0; day < 200; day++) {
            Instant now = NOW.plus(Duration.ofDays(day));
            said.add(Schedule.firstBreach(shop.values(), now, size));
            boolean isBroken = shop.values().stream().anyMatch(each -> each.since().plus(CountClass.LONGEST).isBefore(now));
            if (isBroken) {
                assertTrue(said.get(day - 14).isPresent(), "broken on day " + day);
                return;
            }
            for (Schedule.Candidate<String> each : Schedule.list(shop.values(), now, size)) {
                shop.put(each.id(), new Schedule.Candidate<>(each.id(), each.countClass(), now, each.value(), each.reason()));
            }
        }
        assertFalse(said.getFirst().isPresent());
    }

    private static Schedule.Candidate<String> due(String id, CountClass countClass, int days, long value) {
        return new Schedule.Candidate<>(id, countClass, NOW.minus(Duration.ofDays(days)), value, Schedule.Reason.DUE);
    }
}
