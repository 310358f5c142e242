package io.evertill.price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.money.UnitPrice;
import io.evertill.price.PriceRule.Level;
import io.evertill.product.Product;
import io.evertill.product.Shelf;
import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WallTimeTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final List<ZoneId> ZONES = List.of(LONDON, ZoneId.of("Africa/Nairobi"), ZoneId.of("America/New_York"),
            ZoneId.of("Australia/Lord_Howe"), ZoneId.of("Asia/Kathmandu"), ZoneId.of("Pacific/Apia"));

    @Test
    void midnightIsAnotherMomentInEachZone() {
        assertEquals(Instant.parse("2026-06-30T23:00:00Z"), WallTime.parse("2026-07-01T00:00", LONDON));
        assertEquals(Instant.parse("2026-06-30T21:00:00Z"), WallTime.parse("2026-07-01T00:00", ZoneId.of("Africa/Nairobi")));
        assertEquals(Instant.parse("2026-07-01T00:00:00Z"), WallTime.parse("2026-07-01T00:00:00Z", LONDON));
        assertTrue(WallTime.isWall("2026-07-01T00:00"));
        assertFalse(WallTime.isWall("2026-07-01T00:00:00Z"));
        assertThrows(DateTimeException.class, () -> WallTime.parse("tomorrow", LONDON));
    }

    @Test
    void aTimeThatTheClockSkipsIsWhenItIsPutForward() {
        Instant forward = Instant.parse("2026-03-29T01:00:00Z");

        assertEquals(forward, WallTime.parse("2026-03-29T01:00", LONDON));
        assertEquals(forward, WallTime.parse("2026-03-29T01:59", LONDON));
        assertEquals(forward, WallTime.parse("2026-03-29T02:00", LONDON));
    }

    @Test
    void aTimeThatTheClockShowsTwiceIsTheFirst() {
        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), WallTime.parse("2026-10-25T01:30", LONDON));
    }

    @RandomTest(seeds = 1_000)
    void aLaterTimeOnTheWallIsNeverAnEarlierMoment(Chance chance) {
        ZoneId zone = chance.pick(ZONES);
        LocalDateTime one = wall(chance, zone);
        LocalDateTime other = one.plusMinutes(chance.below(300));

        assertFalse(WallTime.instant(other, zone).isBefore(WallTime.instant(one, zone)), zone + " " + one + " " + other);
    }

    /// I31: whatever the windows, there is one price at every instant, an instant at which one window ends and another begins
    /// belongs to the new one, and behind the last the base price applies.
    @RandomTest(seeds = 500)
    void windowsThatFollowOneAnotherOnTheWallCoverEveryInstantOnce(Chance chance) {
        Product tea = Shelf.product(new Chance(1), EUR, "V");
        ZoneId zone = chance.pick(ZONES);
        TreeSet<Instant> bounds = new TreeSet<>();
        LocalDateTime begin = wall(chance, zone);
        for (int number = 1 + chance.below(6); number > 0; number--) {
            bounds.add(WallTime.instant(begin.plusMinutes(chance.below(400)), zone));
        }
        List<Instant> edges = new ArrayList<>(bounds);
        List<PriceRule> rules = new ArrayList<>();
        for (int at = 0; at + 1 < edges.size(); at++) {
            rules.add(new PriceRule("r" + at, tea.id(), "S1", Level.BRANCH, 0, UnitPrice.parse(at + 1 + ".00", EUR), edges.get(at),
                    Optional.of(edges.get(at + 1))));
        }
        PriceBook book = new PriceBook("S1", rules);

        for (int at = 0; at < edges.size(); at++) {
            Price here = at < rules.size() ? by(rules.get(at)) : base(tea);
            Price before = at == 0 ? base(tea) : by(rules.get(at - 1));
            assertEquals(here, book.effective(tea, edges.get(at)), "I31 at " + edges.get(at));
            assertEquals(before, book.effective(tea, edges.get(at).minusNanos(1_000)), "I31 before " + edges.get(at));
        }
    }

    /// A time on the wall, mostly on a day on which the clock is put forward or back.
    private static LocalDateTime wall(Chance chance, ZoneId zone) {
        var next = zone.getRules().nextTransition(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(chance.below(20_000_000)));
        LocalDateTime near = next == null ? LocalDateTime.of(2026, 3, 29, 0, 0) : next.getDateTimeBefore().minusMinutes(200);
        return near.plusMinutes(chance.below(300));
    }

    private static Price by(PriceRule rule) {
        return new Price(rule.price(), new Price.Source.Rule(rule.id()));
    }

    private static Price base(Product product) {
        return new Price(product.basePrice(), new Price.Source.Base());
    }
}
