package io.evertill.count;

import io.evertill.stock.Chance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// One shelf over some days, as chance brings it (domain 2d): movements of which many become known late, goods that
/// vanish without a record, and counts by a person who sees exactly what is there, posted in any order.
///
/// @param moves what the ledger is told, sooner or later
/// @param losses what it is never told
/// @param counts what was seen on the shelf
public record History(List<Told> moves, List<Lost> losses, List<Seen> counts) {
    private static final Instant BEGIN = Instant.parse("2026-03-02T08:00:00Z");
    private static final int MINUTES = 3_000;
    private static final int LATE_MINUTES = 4_000;

    /// A movement.
    ///
    /// @param shelfAt when the goods came to the shelf or left it
    /// @param at when it happened, as the ledger will say
    /// @param knownAt when the ledger is told
    public record Told(Instant shelfAt, Instant at, Instant knownAt, long quantity) {}

    /// Goods that vanished.
    public record Lost(Instant at, long quantity) {}

    /// A count.
    ///
    /// @param postedAt when somebody wants to post it
    public record Seen(Instant openedAt, Instant at, Instant postedAt, long quantity) {}

    /// A history of a shelf.
    ///
    /// @param basketMinutes how long goods may be off the shelf before they are sold
    public static History of(Chance chance, int basketMinutes) {
        List<Told> moves = new ArrayList<>();
        moves.add(new Told(BEGIN, BEGIN, BEGIN, 1_000));
        for (int count = 5 + chance.below(25); count > 0; count--) {
            Instant at = minute(1 + chance.below(MINUTES));
            long quantity = chance.oneIn(4) ? 1 + chance.below(20) : -1L - chance.below(5);
            Duration lag = Duration.ofMinutes(quantity < 0 && basketMinutes > 0 ? chance.below(basketMinutes + 1) : 0);
            boolean isLate = chance.below(5) < 2;
            moves.add(new Told(at.minus(lag), at, at.plus(Duration.ofMinutes(isLate ? chance.below(LATE_MINUTES) : 0)), quantity));
        }
        List<Lost> losses = chance.list(0, 4, () -> new Lost(second(chance), 1L + chance.below(6)));
        List<Seen> counts = chance.list(1, 4, () -> {
            Instant at = second(chance);
            return new Seen(at.minus(Duration.ofMinutes(chance.below(90))), at,
                    at.plus(Duration.ofMinutes(chance.below(LATE_MINUTES))), onShelf(moves, losses, at));
        });
        return new History(List.copyOf(moves), losses, counts);
    }

    /// What is on the shelf at a moment, the goods in baskets not among it.
    public long onShelf(Instant at) {
        return onShelf(moves, losses, at);
    }

    /// Everything that was lost behind a moment.
    public long lostAfter(Instant at) {
        return losses.stream().filter(lost -> lost.at().isAfter(at)).mapToLong(Lost::quantity).sum();
    }

    /// The moments at which the ledger is told something, in order.
    public List<Instant> moments() {
        return Stream.concat(moves.stream().map(Told::knownAt), counts.stream().map(Seen::postedAt))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /// A moment behind everything.
    public static Instant end() {
        return minute(2 * (MINUTES + LATE_MINUTES));
    }

    private static long onShelf(List<Told> moves, List<Lost> losses, Instant at) {
        return moves.stream().filter(move -> !move.shelfAt().isAfter(at)).mapToLong(Told::quantity).sum()
                - losses.stream().filter(lost -> !lost.at().isAfter(at)).mapToLong(Lost::quantity).sum();
    }

    private static Instant minute(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    /// Between two minutes, so that nothing else happens at the same time.
    private static Instant second(Chance chance) {
        return minute(1 + chance.below(MINUTES)).plusSeconds(1L + chance.below(59));
    }
}
