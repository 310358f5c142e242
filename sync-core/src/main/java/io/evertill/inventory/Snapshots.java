package io.evertill.inventory;

import io.evertill.db.Database;
import io.evertill.db.StockSnapshots;
import io.evertill.db.StockSnapshots.Changed;
import io.evertill.entry.Move;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Takes snapshots of stock: what a key's movements up to its newest one sum to (domain 2h).
///
/// A snapshot is cut by the key's own number, so whoever reads it adds exactly the movements behind it, whenever those
/// happened and whenever they were recorded. Taking one twice adds nothing; two nodes may take them at once.
public final class Snapshots {
    private static final int PAGE = 500;

    private final Database db;

    /// Takes snapshots in the centre's database.
    public Snapshots(Database db) {
        this.db = db;
    }

    /// What was taken.
    ///
    /// @param taken how many snapshots were added
    /// @param uneven how many keys were left out because their level is not their last snapshot and the movements since:
    ///     they are for [Reconciliation]
    /// @param last where to go on; empty at the end
    public record Page(long taken, long uneven, Optional<Move.Key> last) {}

    /// Takes one of every key that changed since its last.
    public Page all() {
        long taken = 0;
        long uneven = 0;
        Optional<Move.Key> after = Optional.empty();
        do {
            Page page = page(after);
            taken += page.taken();
            uneven += page.uneven();
            after = page.last();
        } while (after.isPresent());
        return new Page(taken, uneven, after);
    }

    /// Takes one of every key of the next page that changed since its last: reads one state of the database, then writes.
    Page page(Optional<Move.Key> after) {
        List<Changed> changed = db.read(tx -> tx.stockSnapshots().changed(after, PAGE));
        List<Changed> whole = changed.stream().filter(Changed::isWhole).toList();
        long taken = whole.isEmpty() ? 0 : db.write(tx -> whole.stream()
                .filter(each -> tx.stockSnapshots().append(each.level().key(), taken(each, tx.now())))
                .count());
        return new Page(taken, changed.size() - whole.size(),
                changed.size() < PAGE ? Optional.empty() : Optional.of(changed.getLast().level().key()));
    }

    private static StockSnapshots.Taken taken(Changed changed, Instant at) {
        return new StockSnapshots.Taken(changed.level().keySeq(), changed.level().quantity(), at);
    }
}
