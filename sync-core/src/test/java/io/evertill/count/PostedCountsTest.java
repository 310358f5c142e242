package io.evertill.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.stock.Chance;
import io.evertill.stock.RandomTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The ledger says what is on the shelf, whatever comes late and in whatever order counts are posted (I26, I27, I30).
class PostedCountsTest {
    /// How a count could be posted; only one is right.
    enum Policy {
        RIGHT,
        LEVEL_AT_OPENING,
        LEVEL_AT_POSTING,
        NO_CORRECTION,
        EVERY_LATER_COUNT_CORRECTED
    }

    @RandomTest(seeds = 5_000)
    void theLedgerEndsAtWhatIsOnTheShelf(Chance chance) {
        assertEquals(0, off(History.of(chance, 0), Policy.RIGHT));
    }

    @RandomTest(seeds = 1_000)
    void whenACountIsPostedDoesNotMatter(Chance chance) {
        History history = History.of(chance, 0);
        History other = new History(history.moves(), history.losses(), history.counts().stream()
                .map(seen -> new History.Seen(seen.openedAt(), seen.at(),
                        seen.at().plusSeconds(chance.below(500_000)), seen.quantity()))
                .toList());

        assertEquals(new Shelf(history, Policy.RIGHT).run(), new Shelf(other, Policy.RIGHT).run());
    }

    @RandomTest(seeds = 2_000)
    void goodsInBasketsAreNotLost(Chance chance) {
        History history = History.of(chance, (int) Ambiguity.BASKET_LAG.toMinutes());

        assertEquals(0, off(history, Policy.RIGHT));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RIGHT")
    void everyOtherPolicyEndsElsewhere(Policy policy) {
        long wrong = IntStream.rangeClosed(1, 1_000)
                .filter(seed -> off(History.of(new Chance(seed), 0), policy) != 0)
                .count();

        assertTrue(wrong > 200, policy + " is wrong in " + wrong + " of 1000 histories only");
    }

    /// What the ledger is off in the end, the losses that no count could have seen apart.
    private static long off(History history, Policy policy) {
        Shelf shelf = new Shelf(history, policy);
        long ledger = shelf.run();
        Instant last = shelf.posted.stream().map(PostedCounts.Posted::countedAt).max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return ledger - history.onShelf(History.end()) - history.lostAfter(last);
    }

    /// A ledger of one key in memory, with the rules of the package.
    private static final class Shelf {
        private final History history;
        private final Policy policy;
        private final List<Row> rows = new ArrayList<>();
        private final List<PostedCounts.Posted> posted = new ArrayList<>();

        private record Row(Instant at, Instant knownAt, long quantity) {}

        Shelf(History history, Policy policy) {
            this.history = history;
            this.policy = policy;
        }

        long run() {
            for (Instant now : history.moments()) {
                history.moves().stream().filter(move -> move.knownAt().equals(now))
                        .forEach(move -> append(new Row(move.at(), now, move.quantity())));
                history.counts().stream().filter(seen -> seen.postedAt().equals(now)).forEach(seen -> post(seen, now));
            }
            return sum(History.end());
        }

        private void post(History.Seen seen, Instant now) {
            boolean isBasketKnown = history.moves().stream()
                    .noneMatch(move -> move.knownAt().isAfter(now) && !move.at().equals(move.shelfAt()));
            long expected = switch (policy) {
                case LEVEL_AT_OPENING -> rows.stream().filter(row -> !row.knownAt().isAfter(seen.openedAt()))
                        .mapToLong(Row::quantity).sum();
                case LEVEL_AT_POSTING -> sum(History.end());
                case RIGHT, NO_CORRECTION, EVERY_LATER_COUNT_CORRECTED -> sum(seen.at());
            };
            Finding finding = new Finding(seen.quantity(), expected, sum(History.end()), seen.at());
            List<Ambiguity.Near> near = rows.stream()
                    .map(row -> new Ambiguity.Near(row.at(), row.quantity(), true))
                    .toList();
            boolean hasBaskets = history.moves().stream().anyMatch(move -> !move.at().equals(move.shelfAt()));
            if (!hasBaskets || (isBasketKnown && !Ambiguity.of(seen.at(), finding.variance(), near))) {
                append(new Row(seen.at(), now, finding.variance()));
                posted.add(new PostedCounts.Posted(new UUID(0, posted.size()), seen.at()));
            }
        }

        private void append(Row row) {
            rows.add(row);
            switch (policy) {
                case RIGHT, LEVEL_AT_OPENING, LEVEL_AT_POSTING -> correct(PostedCounts.corrected(posted, row.at()), row);
                case NO_CORRECTION -> { }
                case EVERY_LATER_COUNT_CORRECTED -> posted.stream().filter(line -> !line.countedAt().isBefore(row.at()))
                        .forEach(line -> correct(Optional.of(line), row));
            }
        }

        private void correct(Optional<PostedCounts.Posted> line, Row late) {
            line.ifPresent(at -> rows.add(new Row(at.countedAt(), late.knownAt(), -late.quantity())));
        }

        private long sum(Instant at) {
            return rows.stream().filter(row -> !row.at().isAfter(at)).mapToLong(Row::quantity).sum();
        }
    }
}
