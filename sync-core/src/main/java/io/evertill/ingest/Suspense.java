package io.evertill.ingest;

import io.evertill.db.Parked;
import io.evertill.db.Tx;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.StreamId;
import io.evertill.money.Money;
import io.evertill.wire.Metas;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// What entries that wait for a person come to, from their readable summaries, so that a day's sum is right although one of
/// its sales cannot be read yet (protocol 2.7).
///
/// @param branch the store
/// @param total their sum, in one currency
/// @param entries how many they are
public record Suspense(String branch, Money total, long entries) {
    private static final int PAGE = 500;

    /// The sums by store and currency. An entry without a sum, or with a description that cannot be read, is not in them.
    public static List<Suspense> of(Tx tx) {
        Map<String, Suspense> sums = new TreeMap<>();
        List<Parked.Waiting> page = tx.parked().after("", new StreamId(new UUID(0, 0)), 0, PAGE);
        while (!page.isEmpty()) {
            for (Parked.Waiting waiting : page) {
                total(tx, waiting).ifPresent(total -> sums.merge(
                        waiting.branch() + " " + total.currency().getCurrencyCode(),
                        new Suspense(waiting.branch(), total, 1),
                        (one, other) -> new Suspense(one.branch, one.total.plus(other.total), one.entries + other.entries)));
            }
            Parked.Waiting last = page.getLast();
            page = tx.parked().after(last.branch(), last.stream(), last.seq(), PAGE);
        }
        return new ArrayList<>(sums.values());
    }

    /// What an entry that waits is about in money; empty when its description does not say, or when it is no turnover.
    public static Optional<Money> total(Tx tx, Parked.Waiting waiting) {
        Optional<Bytes> meta = tx.parked().conflicting(waiting.branch(), waiting.stream(), waiting.seq())
                .map(Parked.Conflicting::meta)
                .or(() -> tx.facts().find(waiting.branch(), waiting.entry()).map(fact -> fact.meta()));
        try {
            return meta.map(Metas::read).filter(read -> isMoney(read.kind())).flatMap(read -> read.summary().total());
        } catch (IllegalArgumentException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    /// A shift's opening and closing name sums that are not turnover.
    private static boolean isMoney(String kind) {
        return !kind.startsWith("shift_") && !kind.equals("payment_attempt");
    }
}
