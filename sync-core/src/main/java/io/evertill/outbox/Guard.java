package io.evertill.outbox;

import io.evertill.db.Database;
import io.evertill.db.Tx;
import io.evertill.ledger.Fence;
import io.evertill.ledger.Hash;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Stands at the start of a till, before the first sale: a database that was restored or copied goes on in a new stream
/// (protocol 2.2).
///
/// Finding, new stream and raised mark are one transaction, so a crash at any moment finds the same again or has moved
/// already. The mark outside is the caller's to write, after this: it may be missing or wrong, because the centre's
/// comparison of hashes stays the judge.
public final class Guard {
    private final Database db;
    private final Supplier<UUID> ids;
    private final Rehome rehome;

    /// A guard of a till's database.
    public Guard(Database db, Supplier<UUID> ids) {
        this.db = db;
        this.ids = ids;
        this.rehome = new Rehome(db, ids);
    }

    /// What the guard found.
    ///
    /// @param mark to be written outside the database, durably
    public record Passed(Fence.Finding finding, Fence.Mark mark) {}

    /// Lets a start pass; a restored or copied till has moved when this returns.
    ///
    /// @param outside the mark outside the database; empty when there is none that can be read
    /// @param machine fingerprint of this machine
    public Passed pass(Optional<Fence.Mark> outside, Hash machine) {
        UUID nonce = ids.get();
        Passed passed = db.write(tx -> pass(tx, outside, machine, nonce));
        rehome.finish();
        return passed;
    }

    private Passed pass(Tx tx, Optional<Fence.Mark> outside, Hash machine, UUID nonce) {
        Optional<Fence.Mark> known = tx.fence().find();
        Fence.Finding finding = known.map(inside -> Fence.compare(inside, outside, machine)).orElse(Fence.Finding.SAME);
        if (finding != Fence.Finding.SAME && tx.streams().open().isPresent()) {
            rehome.begin(tx);
        }
        Fence.Mark inside = known.orElse(new Fence.Mark(nonce, 0, machine));
        long boots = outside.filter(kept -> kept.nonce().equals(inside.nonce()))
                .map(kept -> Math.max(kept.boots(), inside.boots()))
                .orElse(inside.boots());
        Fence.Mark mark = new Fence.Mark(inside.nonce(), boots, machine).raised(machine);
        tx.fence().put(mark);
        return new Passed(finding, mark);
    }
}
