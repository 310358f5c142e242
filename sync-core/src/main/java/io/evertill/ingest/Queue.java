package io.evertill.ingest;

import io.evertill.db.Parked;
import io.evertill.db.Tx;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Meta;
import io.evertill.wire.Metas;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Who waits for whom among the entries that were set aside.
///
/// Behind an entry that touches the same voucher one waits in the order of setting aside; behind one that is referred to, in
/// whatever order the two arrived. So a refund that came before its sale may stand before the sale at a voucher and behind it
/// by reference, and both would wait for ever: the order at the voucher is kept then.
final class Queue {
    private Queue() {}

    /// Whether an entry that was set aside waits for another one, itself or by way of others.
    static boolean isBehind(Tx tx, String branch, EntryId waiting, EntryId other) {
        Set<EntryId> seen = new HashSet<>();
        Deque<EntryId> open = new ArrayDeque<>(Set.of(waiting));
        while (!open.isEmpty()) {
            EntryId each = open.pop();
            if (each.equals(other)) {
                return true;
            }
            if (seen.add(each)) {
                meta(tx, branch, each).ifPresent(meta -> {
                    meta.refs().stream().filter(ref -> tx.parked().holds(branch, ref)).forEach(open::push);
                    meta.keys().stream().flatMap(key -> tx.parked().touching(branch, key).stream()).map(Parked.Waiting::entry)
                            .forEach(open::push);
                });
            }
        }
        return false;
    }

    private static Optional<Meta> meta(Tx tx, String branch, EntryId entry) {
        return tx.facts().find(branch, entry).flatMap(fact -> {
            try {
                return Optional.of(Metas.read(fact.meta()));
            } catch (IllegalArgumentException | ArithmeticException _) {
                return Optional.empty();
            }
        });
    }
}
