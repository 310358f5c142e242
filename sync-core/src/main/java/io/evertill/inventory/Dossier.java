package io.evertill.inventory;

import io.evertill.db.TransferRows;
import io.evertill.entry.StockEntry;
import io.evertill.transfer.Action;
import io.evertill.transfer.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that the centre knows of a transfer.
///
/// @param transfer the fold of the rest
/// @param held the transfer at each branch that has to do with it, at least one
/// @param steps the steps that were taken, in order
/// @param facts the entries about its goods, as they happened at each branch
public record Dossier(
        Transfer transfer, List<TransferRows.Held> held, List<TransferRows.Taken> steps, List<Handled> facts) {
    /// Copies the lists.
    public Dossier {
        held = List.copyOf(held);
        steps = List.copyOf(steps);
        facts = List.copyOf(facts);
    }

    /// An applied entry with what it says.
    public record Handled(TransferRows.FactOf fact, StockEntry.Transferred entry) {}

    /// When the goods should arrive, as whoever asked for them said.
    public Optional<Instant> expectedAt() {
        return steps.stream().flatMap(step -> step.expectedAt().stream()).findFirst();
    }

    /// Since when goods are on the way: the first dispatch, or what is known instead.
    public Instant since() {
        return facts.stream()
                .filter(handled -> handled.entry().action() == Action.DISPATCH)
                .map(handled -> handled.fact().occurredAt())
                .min(Instant::compareTo)
                .or(() -> facts.stream().map(handled -> handled.fact().occurredAt()).min(Instant::compareTo))
                .orElseGet(() -> held.getFirst().firstAt());
    }

    /// Whether goods are on the way that should have been accounted for: later than they were expected, or left, by more
    /// than the slack.
    public boolean isAged(Instant now, Duration slack) {
        return !transfer.isSettled() && expectedAt().orElseGet(this::since).plus(slack).isBefore(now);
    }
}
