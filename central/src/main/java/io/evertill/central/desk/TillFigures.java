package io.evertill.central.desk;

import io.evertill.db.AcceptedStreams;
import io.evertill.db.Incidents;
import io.evertill.db.Parked;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.ingest.Suspense;
import io.evertill.inventory.Review;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// What a person watches of one till (protocol 2.13).
///
/// @param now when it was looked
/// @param accepted how many positions of all its streams the centre holds
/// @param applied how many of them were applied
/// @param archived how many of them a verified backup holds
/// @param behind how many entries of its newest stream the till has, as it last said, and the centre has not
/// @param parked how many entries wait for a person
/// @param conflicts how many of those have the id of another entry
/// @param suspense what those that wait come to, by currency
/// @param incidents how many there ever were, by kind
public record TillFigures(
        Tills.Till till,
        Instant now,
        long accepted,
        long applied,
        long archived,
        long behind,
        long parked,
        long conflicts,
        Map<String, Money> suspense,
        Map<String, Long> incidents) {
    private static final int PAGE = 500;

    /// The figures of every till, by store and name.
    public static List<TillFigures> all(Tx tx) {
        Map<StreamId, List<Parked.Waiting>> parked =
                waiting(tx).stream().collect(Collectors.groupingBy(Parked.Waiting::stream));
        List<Incidents.Count> counts = tx.incidents().counts();
        return tx.tills().all().stream().map(till -> of(tx, till, parked, counts)).toList();
    }

    /// All entries that wait, in order.
    public static List<Parked.Waiting> waiting(Tx tx) {
        List<Parked.Waiting> all = new ArrayList<>();
        List<Parked.Waiting> page = tx.parked().after("", new StreamId(new UUID(0, 0)), 0, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            Parked.Waiting last = page.getLast();
            page = tx.parked().after(last.branch(), last.stream(), last.seq(), PAGE);
        }
        return all;
    }

    private static TillFigures of(
            Tx tx, Tills.Till till, Map<StreamId, List<Parked.Waiting>> parked, List<Incidents.Count> counts) {
        List<AcceptedStreams.Held> streams = tx.acceptedStreams().of(till.branch(), till.terminal());
        List<Parked.Waiting> waiting = streams.stream()
                .flatMap(stream -> parked.getOrDefault(stream.id(), List.of()).stream())
                .toList();
        Map<String, Money> suspense = new TreeMap<>();
        waiting.forEach(each -> Suspense.total(tx, each)
                .ifPresent(total -> suspense.merge(total.currency().getCurrencyCode(), total, Money::plus)));
        long newest = streams.isEmpty() ? 0 : streams.getLast().accepted().seq();
        return new TillFigures(till, tx.now(),
                streams.stream().mapToLong(stream -> stream.accepted().seq()).sum(),
                streams.stream().mapToLong(AcceptedStreams.Held::appliedSeq).sum(),
                streams.stream().mapToLong(AcceptedStreams.Held::archivedSeq).sum(),
                Math.max(0, till.headSeq() - newest),
                waiting.size(),
                waiting.stream().filter(each -> each.code().equals("ID_CONFLICT")).count(),
                suspense,
                counts.stream()
                        .filter(count -> count.terminal().equals(till.terminal()))
                        .collect(Collectors.toMap(Incidents.Count::kind, Incidents.Count::incidents, Long::sum, TreeMap::new)));
    }

    /// How long ago it was heard; empty before the first time.
    public Optional<Duration> age() {
        return Optional.of(till.heardAt()).filter(at -> at.getEpochSecond() > 0).map(at -> Duration.between(at, now));
    }

    /// Whether it should be heard and is not: its shift is open and it did not even say that nothing waits.
    public boolean isSilent() {
        return till.revokedAt().isEmpty() && till.isOpen()
                && age().filter(age -> age.compareTo(Review.SILENT_AFTER) > 0).isPresent();
    }
}
