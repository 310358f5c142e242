package io.evertill.inventory;

import io.evertill.db.Periods;
import io.evertill.db.Tx;
import io.evertill.ledger.EntryId;
import java.time.Instant;
import java.util.Optional;

/// Facts that become known when the day on which they happened is closed (domain 2j): they are posted like any other, keep
/// their moment, and count on the first open day.
public final class LateEntries {
    private final Tx tx;
    private final String branch;
    private final Optional<Periods.Lock> closed;

    private LateEntries(Tx tx, String branch, Optional<Periods.Lock> closed) {
        this.tx = tx;
        this.branch = branch;
        this.closed = closed;
    }

    /// For a transaction that posts in a branch: nobody closes a period there until it ends.
    public static LateEntries of(Tx tx, String branch) {
        return new LateEntries(tx, branch, tx.periods().share(branch));
    }

    /// Notes an entry that is being posted, if it is late.
    public void note(EntryId entry, Instant occurredAt) {
        closed.filter(lock -> occurredAt.isBefore(lock.endsAt())).ifPresent(lock ->
                tx.periods().note(branch, new Periods.Late(entry, occurredAt, lock.firstOpenDay(), tx.now())));
    }

    /// Why something that a person dates cannot be: its day is closed. Empty when it can.
    ///
    /// @param branch where it is so; empty for everywhere
    public static Optional<String> refusal(Tx tx, String branch, Instant at) {
        return tx.periods().closedAt(branch, at)
                .map(lock -> "Store " + lock.branch() + " is closed through " + lock.through() + " (" + lock.zone() + "), and " + at
                        + " is before its end. Date it " + lock.firstOpenDay() + " or later.");
    }
}
