package io.evertill.lot;

import io.evertill.stock.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// First expired, first out (domain 2e): a suggestion from what is there. The order is total, and follows from the expiry
/// itself; batches that keep come last, then the one that was there first.
public final class Fefo {
    private static final Comparator<Candidate> ORDER = Comparator
            .comparing((Candidate candidate) -> candidate.lot().expiresOn().orElse(LocalDate.MAX))
            .thenComparing(Candidate::firstReceivedAt)
            .thenComparing(candidate -> candidate.lot().number());

    private Fefo() {}

    /// A batch of which something is there.
    public record Candidate(Lot lot, Quantity available, Instant firstReceivedAt) {}

    /// So much of a batch.
    public record Pick(Lot lot, Quantity quantity) {}

    /// What to take.
    ///
    /// @param picks from which batches, the first to take first
    /// @param missing how much no eligible batch has; nothing is left out silently
    public record Suggestion(List<Pick> picks, Quantity missing) {}

    /// Suggests from which batches to take.
    ///
    /// @param candidates batches of one product
    /// @param wanted how much, above zero
    /// @param day the business date
    /// @param shelfDaysMin how many days each must be good after it
    public static Suggestion suggest(List<Candidate> candidates, Quantity wanted, LocalDate day, int shelfDaysMin) {
        List<Candidate> eligible = candidates.stream()
                .filter(candidate -> candidate.available().isPositive() && candidate.lot().isSellable(day, shelfDaysMin))
                .sorted(ORDER)
                .toList();
        List<Pick> picks = new ArrayList<>();
        Quantity missing = wanted;
        for (Candidate candidate : eligible) {
            if (missing.isPositive()) {
                Quantity taken = missing.compareTo(candidate.available()) < 0 ? missing : candidate.available();
                picks.add(new Pick(candidate.lot(), taken));
                missing = missing.minus(taken);
            }
        }
        return new Suggestion(List.copyOf(picks), missing);
    }
}
