package io.evertill.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedCardTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private static RedCard card(long id, String kind, long openedAt) {
        return new RedCard(new UUID(0, id), kind, AT.plusSeconds(openedAt), new Facts.None(), "It is so.", "Do it.", Optional.empty());
    }

    @Test
    void everyKindHasAPlaceOfItsOwn() {
        assertEquals(Finding.Kind.values().length,
                Arrays.stream(Finding.Kind.values()).map(RedCard::rank).filter(rank -> rank >= 0).distinct().count());
    }

    @Test
    void moneyStandsBeforeFiguresAndGoodsAndWhatIsToBeOrderedLast() {
        List<String> kinds = List.of("CARD_KEPT", "DRIFT", "QUARANTINE_INBOX", "TILL_SILENT", "OVERSOLD", "COUNT_OVERDUE", "LOW_STOCK");
        RedCards.Sorter sorter = new RedCards.Sorter(10);
        kinds.reversed().forEach(kind -> sorter.add(card(kinds.indexOf(kind), kind, 0)));
        sorter.add(card(99, "OF_A_NEWER_CENTRE", 0));
        sorter.add(card(98, "OVERSOLD", -60));

        assertEquals(List.of("CARD_KEPT", "DRIFT", "QUARANTINE_INBOX", "TILL_SILENT", "OF_A_NEWER_CENTRE", "OVERSOLD", "OVERSOLD",
                "COUNT_OVERDUE", "LOW_STOCK"), sorter.sorted().worst().stream().map(RedCard::kind).toList());
        assertEquals(new UUID(0, 98), sorter.sorted().worst().get(5).id(), "the older first");
    }

    @RandomTest(seeds = 200)
    void theWorstAreKeptInWhateverOrderTheyCome(Chance chance) {
        List<RedCard> all = chance.list(0, 40, () -> card(chance.between(0, 1_000_000),
                chance.pick(Finding.Kind.values()).name(), chance.between(0, 9)));
        int limit = (int) chance.between(1, 9);
        RedCards.Sorter sorter = new RedCards.Sorter(limit);
        all.forEach(sorter::add);

        assertEquals(new RedCards(all.stream().sorted(RedCard.WORST_FIRST).limit(limit).toList(), all.size()), sorter.sorted());
        assertThrows(IllegalArgumentException.class, () -> new RedCards.Sorter(0));
    }

    @Test
    void byAnotherClockEveryMomentMoves() {
        Facts.Goods goods = new Facts.Goods("TEA", "Green tea", Unit.EACH);
        List<Facts> facts = List.of(new Facts.Oversold(goods, "MAIN/AVAILABLE", "", -1, AT), new Facts.Unassigned(goods, "X", 1, AT),
                new Facts.Uncounted(3, 91, AT), new Facts.Silent("T1", "t-1", AT), new Facts.Underway("T7", "S2", AT, Optional.of(AT)));
        Instant later = AT.plus(Duration.ofHours(1));

        List<Facts> moved = facts.stream().map(each -> each.by(at -> at.plus(Duration.ofHours(1)))).toList();

        assertEquals(List.of(new Facts.Oversold(goods, "MAIN/AVAILABLE", "", -1, later), new Facts.Unassigned(goods, "X", 1, later),
                new Facts.Uncounted(3, 91, later), new Facts.Silent("T1", "t-1", later),
                new Facts.Underway("T7", "S2", later, Optional.of(later))), moved);
        RedCard seen = new RedCard(new UUID(0, 1), "DRIFT", AT, new Facts.None(), "", "", Optional.of(new RedCard.Seen(AT, "Bea")));
        assertEquals(new RedCard(new UUID(0, 1), "DRIFT", later, new Facts.None(), "", "",
                Optional.of(new RedCard.Seen(later, "Bea"))), seen.by(at -> at.plus(Duration.ofHours(1))));
    }
}
