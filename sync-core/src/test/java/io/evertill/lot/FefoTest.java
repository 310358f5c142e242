package io.evertill.lot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.product.ProductId;
import io.evertill.product.Sku;
import io.evertill.stock.Chance;
import io.evertill.stock.Quantity;
import io.evertill.stock.RandomTest;
import io.evertill.stock.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FefoTest {
    private static final ProductId MILK = ProductId.of(Sku.of("MILK"));
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
    private static final Instant FIRST = Instant.parse("2026-02-01T00:00:00Z");

    @Test
    void theEarliestToExpireIsTakenFirstAndTheRestFromTheNext() {
        Fefo.Suggestion suggestion = Fefo.suggest(
                List.of(candidate("KEEPS", Optional.empty(), 9), candidate("LATE", Optional.of("2026-03-20"), 9),
                        candidate("SOON", Optional.of("2026-03-05"), 2)),
                pieces(5), TODAY, 0);

        assertEquals(List.of("2 SOON", "3 LATE"), words(suggestion));
        assertEquals(pieces(0), suggestion.missing());
    }

    @Test
    void ofBatchesThatExpireAndCameTogetherTheLowerNumberIsFirst() {
        List<Fefo.Candidate> twins = List.of(candidate("L2", Optional.of("2026-03-05"), 1), candidate("L1", Optional.of("2026-03-05"), 1));

        assertEquals(List.of("1 L1"), words(Fefo.suggest(twins, pieces(1), TODAY, 0)));
    }

    @Test
    void whatIsMissingIsSaid() {
        Fefo.Suggestion suggestion =
                Fefo.suggest(List.of(candidate("SOON", Optional.of("2026-03-05"), 2)), pieces(5), TODAY, 0);

        assertEquals(pieces(3), suggestion.missing());
    }

    @Test
    void theLastDayIsADayOfSaleAndTheShelfDaysCountFromIt() {
        List<Fefo.Candidate> today = List.of(candidate("TODAY", Optional.of("2026-03-02"), 1));

        assertEquals(List.of("1 TODAY"), words(Fefo.suggest(today, pieces(1), TODAY, 0)));
        assertEquals(List.of(), words(Fefo.suggest(today, pieces(1), TODAY, 1)));
        assertEquals(List.of(), words(Fefo.suggest(today, pieces(1), TODAY.plusDays(1), 0)));
    }

    @RandomTest(seeds = 300)
    void noBatchIsTakenWhileOneThatExpiresEarlierIsLeft(Chance chance) {
        List<Fefo.Candidate> candidates = chance.list(0, 8, () -> new Fefo.Candidate(
                new Lot(MILK, chance.code(6), chance.maybe(() -> TODAY.plusDays(chance.below(10) - 3)), "",
                        chance.pick(Lot.State.values())),
                pieces(chance.below(6) - 1), FIRST.plusSeconds(chance.below(3))));
        Quantity wanted = pieces(1 + chance.below(15));

        Fefo.Suggestion suggestion = Fefo.suggest(candidates, wanted, TODAY, 1);

        Quantity taken = suggestion.picks().stream().map(Fefo.Pick::quantity).reduce(pieces(0), Quantity::plus);
        assertEquals(wanted, taken.plus(suggestion.missing()));
        List<Fefo.Candidate> eligible = candidates.stream()
                .filter(candidate -> candidate.available().isPositive() && candidate.lot().isSellable(TODAY, 1)).toList();
        Quantity there = eligible.stream().map(Fefo.Candidate::available).reduce(pieces(0), Quantity::plus);
        assertEquals(there.compareTo(wanted) < 0 ? wanted.minus(there) : pieces(0), suggestion.missing());
        for (Fefo.Pick pick : suggestion.picks()) {
            LocalDate expires = pick.lot().expiresOn().orElse(LocalDate.MAX);
            assertTrue(eligible.stream()
                    .filter(other -> other.lot().expiresOn().orElse(LocalDate.MAX).isBefore(expires))
                    .allMatch(other -> suggestion.picks().contains(new Fefo.Pick(other.lot(), other.available()))));
        }
    }

    private static Fefo.Candidate candidate(String number, Optional<String> expires, int pieces) {
        return new Fefo.Candidate(
                new Lot(MILK, number, expires.map(LocalDate::parse), "", Lot.State.ACTIVE), pieces(pieces), FIRST);
    }

    private static Quantity pieces(int count) {
        return Quantity.of(count, Unit.EACH);
    }

    private static List<String> words(Fefo.Suggestion suggestion) {
        return suggestion.picks().stream().map(pick -> pick.quantity().text() + " " + pick.lot().number()).toList();
    }
}
