package io.evertill.till;

import io.evertill.alert.Facts;
import io.evertill.alert.RedCard;
import io.evertill.alert.RedCards;
import io.evertill.stock.Quantity;
import io.evertill.stock.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Red cards as the centre tells a [Shop] of them.
public final class Alarms {
    private static final Facts.Goods TEA = new Facts.Goods("TEA", "Green tea, 100 bags", Unit.EACH);
    private static final Facts.Goods APPLES = new Facts.Goods("APPLES", "Apples", Unit.KILOGRAM);

    private Alarms() {}

    /// One of each form, and of each kind without one; also one of a kind that no program knows yet.
    public static RedCards all() {
        List<RedCard> cards = Stream.of(
                card(1, "LOW_STOCK", 60, new Facts.LowStock(TEA, 4 * Quantity.ONE, 11 * Quantity.ONE, 24 * Quantity.ONE, 12 * Quantity.ONE,
                        "T-2026-0417"), "TEA is low.", "Order it.", true),
                card(2, "OVERSOLD", 90, new Facts.Oversold(APPLES, "BACK/AVAILABLE", "L-17", -3_500, ago(90)), "", "", false),
                card(3, "COUNT_OVERDUE", 2_000, new Facts.Uncounted(37, 91, ago(140_000)), "", "", false),
                card(4, "QUARANTINE_INBOX", 30, new Facts.Parked("T2", "there", 3), "", "", false),
                card(5, "TILL_SILENT", 25, new Facts.Silent("T3", "elsewhere", ago(35)), "", "", false),
                card(6, "LOT_UNASSIGNED", 300, new Facts.Unassigned(APPLES, "MAIN/AVAILABLE", -12_505, ago(320)), "", "", false),
                card(7, "TRANSIT_AGED", 5_000, new Facts.Underway("T-2026-0409", "S2", ago(9_000), Optional.of(ago(7_000))), "", "", true),
                card(8, "CARD_KEPT", 10, new Facts.None(), "A card terminal keeps 8.99 of payment 0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001"
                        + " (reference 4711), which no sale holds; noted by Anna at 2026-03-14T13:59:00Z.",
                        "Pay it back by hand at the card terminal, then settle it: evertill-central kept-payments", false),
                card(9, "OF_A_NEWER_CENTRE", 5, new Facts.None(), "The fridge is warm.", "Look at it.", false))
                .sorted(RedCard.WORST_FIRST)
                .toList();
        return new RedCards(cards, cards.size());
    }

    /// So many goods are low, of which the till shows as many as it can.
    public static RedCards low(long count) {
        List<RedCard> worst = LongStream.range(0, Math.min(count, Limits.RED_CARDS_MAX)).mapToObj(number -> card(100 + number, "LOW_STOCK",
                (int) (5_000 - number), new Facts.LowStock(TEA, 0, 0, 0, Quantity.ONE, ""), "", "", false)).toList();
        return new RedCards(worst, count);
    }

    /// Cards about the till of the shop itself.
    static RedCards ofThisTill() {
        return new RedCards(List.of(card(4, "QUARANTINE_INBOX", 30, new Facts.Parked("Till 1", "here", 2), "", "", false),
                card(5, "TILL_SILENT", 25, new Facts.Silent("Till 1", "here", ago(35)), "", "", false)), 2);
    }

    /// The centre has set aside more of this till than the till was told of.
    static RedCards ofThisTillAndMore() {
        return new RedCards(List.of(card(4, "QUARANTINE_INBOX", 30, new Facts.Parked("Till 1", "here", 300), "", "", false),
                card(5, "TILL_SILENT", 25, new Facts.Silent("Till 1", "the one before", ago(35)), "", "", false)), 2);
    }

    /// Some of them.
    static RedCards of(RedCards all, String... kinds) {
        List<RedCard> some = all.worst().stream().filter(card -> List.of(kinds).contains(card.kind())).toList();
        return new RedCards(some, some.size());
    }

    private static RedCard card(
            long id, String kind, int minutesOld, Facts facts, String sentence, String advice, boolean isSeen) {
        return new RedCard(new UUID(5, id), kind, ago(minutesOld), facts, sentence, advice,
                isSeen ? Optional.of(new RedCard.Seen(ago(15), "Bea Lindqvist")) : Optional.empty());
    }

    private static Instant ago(int minutes) {
        return Shop.NOW.minus(Duration.ofMinutes(minutes));
    }
}
