package io.evertill.alert;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// An open red card, as a till is told of it.
///
/// @param kind the name of a [Finding.Kind], or one that a newer centre invented
/// @param openedAt since when it is open
/// @param sentence the facts as the centre says them
/// @param advice one next step as the centre says it
/// @param seen who has seen it
public record RedCard(
        UUID id, String kind, Instant openedAt, Facts facts, String sentence, String advice, Optional<Seen> seen) {
    /// What costs most with every hour that nobody acts, before what waits: somebody else's money; figures and entries that make all
    /// other figures wrong; sales that are in no figure at all; goods that are wrongly sold, or not found when they are called back; and
    /// last what is there to be ordered, of which there is most.
    private static final List<Finding.Kind> ORDER = List.of(
            Finding.Kind.CARD_KEPT, Finding.Kind.DRIFT, Finding.Kind.QUARANTINE_INBOX, Finding.Kind.OVER_RETURN,
            Finding.Kind.TILL_SILENT, Finding.Kind.SERIAL_CONFLICT, Finding.Kind.OVERSOLD, Finding.Kind.LOT_UNASSIGNED,
            Finding.Kind.TRANSIT_AGED, Finding.Kind.COUNT_OVERDUE, Finding.Kind.LOW_STOCK);

    /// The worst kind first, then the oldest.
    public static final Comparator<RedCard> WORST_FIRST = Comparator
            .comparingInt((RedCard card) -> card.rank())
            .thenComparing(RedCard::openedAt)
            .thenComparing(RedCard::id);

    /// Who has seen a card.
    public record Seen(Instant at, String by) {}

    /// What it is; empty for a kind that this program does not know.
    public Optional<Finding.Kind> known() {
        return Arrays.stream(Finding.Kind.values()).filter(each -> each.name().equals(kind)).findFirst();
    }

    /// Where its kind stands among all, the worst at 0. An unknown kind stands before what is about goods.
    public int rank() {
        return rank(known().orElse(Finding.Kind.SERIAL_CONFLICT));
    }

    /// Where a kind stands among all, the worst at 0.
    public static int rank(Finding.Kind kind) {
        return ORDER.indexOf(kind);
    }

    /// The same by another clock.
    ///
    /// @param clock what it shows at a moment of the present one
    public RedCard by(UnaryOperator<Instant> clock) {
        return new RedCard(id, kind, clock.apply(openedAt), facts.by(clock), sentence, advice,
                seen.map(once -> new Seen(clock.apply(once.at()), once.by())));
    }
}
