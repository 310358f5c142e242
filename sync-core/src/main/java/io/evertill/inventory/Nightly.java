package io.evertill.inventory;

import io.evertill.cost.CostCheck;
import io.evertill.db.Database;
import io.evertill.db.UnitCosts;
import io.evertill.entry.Move;
import io.evertill.transfer.TransferId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// What the centre does with its stock once a day, from midnight UTC: reconciles every key, every average
/// cost and every transfer, then takes snapshots.
///
/// In this order, because a snapshot vouches for the movements before it. One node does it at a time, under a lease; it goes
/// in pages, and a run that is broken off is begun anew by whoever comes next, which changes nothing that was done already.
public final class Nightly {
    /// What the lease is called, and who repairs.
    public static final String NAME = "nightly";

    private static final Duration LEASE = Duration.ofMinutes(10);

    private final Database db;
    private final Reconciliation reconciliation;
    private final Snapshots snapshots;
    private final UUID holder;
    private Optional<Run> run = Optional.empty();

    /// A node's share of the work. Not thread-safe.
    ///
    /// @param holder tells this node from others
    public Nightly(Database db, UUID holder) {
        this.db = db;
        this.reconciliation = new Reconciliation(db);
        this.snapshots = new Snapshots(db);
        this.holder = holder;
    }

    /// How far a run is.
    private sealed interface Part {
        record Reconcile(Optional<Move.Key> after) implements Part {}

        record Cost(Optional<UnitCosts.Holding> after) implements Part {}

        record Transfers(Optional<TransferId> after) implements Part {}

        record Snapshot(Optional<Move.Key> after) implements Part {}
    }

    private record Run(Instant begunAt, Part part) {}

    /// Does the next page.
    ///
    /// @return 0 when there is nothing to do today, or another node does it
    public int step() {
        Instant now = db.read(tx -> {
            boolean isDue = tx.leases().isDue(NAME, holder, day(begun(tx.now())), tx.now());
            return isDue ? tx.now() : Instant.MAX;
        });
        if (now.equals(Instant.MAX) || !take()) {
            run = Optional.empty();
            return 0;
        }
        Run current = run.orElseGet(() -> new Run(now, new Part.Reconcile(Optional.empty())));
        run = (switch (current.part()) {
            case Part.Reconcile(var after) -> Optional.of(reconcile(after));
            case Part.Cost(var after) -> Optional.of(cost(after));
            case Part.Transfers(var after) -> Optional.of(transfers(after));
            case Part.Snapshot(var after) -> snapshot(after);
        }).map(next -> new Run(current.begunAt(), next));
        if (run.isEmpty()) {
            db.run(tx -> tx.leases().done(NAME, holder, current.begunAt()));
        }
        return 1;
    }

    private boolean take() {
        return db.write(tx -> tx.leases().take(NAME, holder, tx.now().plus(LEASE), day(begun(tx.now())), tx.now()));
    }

    private Instant begun(Instant now) {
        return run.map(Run::begunAt).orElse(now);
    }

    private static Instant day(Instant at) {
        return at.truncatedTo(ChronoUnit.DAYS);
    }

    private Part reconcile(Optional<Move.Key> after) {
        Reconciliation.Page page = reconciliation.look(after);
        page.findings().forEach(finding -> reconciliation.mend(finding.key(), NAME));
        return page.last().isPresent() ? new Part.Reconcile(page.last()) : new Part.Cost(Optional.empty());
    }

    private Part cost(Optional<UnitCosts.Holding> after) {
        CostCheck.Page page = CostCheck.look(db, after);
        page.found().forEach(uneven -> db.run(tx -> CostCheck.mend(
                tx, uneven.holding(), Reconciliation.name(tx, uneven.holding().product()))));
        return page.last().isPresent() ? new Part.Cost(page.last()) : new Part.Transfers(Optional.empty());
    }

    private Part transfers(Optional<TransferId> after) {
        Optional<TransferId> last = db.write(tx -> Conservation.page(tx, after));
        return last.isPresent() ? new Part.Transfers(last) : new Part.Snapshot(Optional.empty());
    }

    private Optional<Part> snapshot(Optional<Move.Key> after) {
        return snapshots.page(after).last().map(last -> new Part.Snapshot(Optional.of(last)));
    }
}
