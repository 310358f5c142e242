package io.evertill.pos;

import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.feed.Pull;
import io.evertill.outbox.Courier;
import io.evertill.outbox.Pace;
import java.util.List;
import java.util.function.LongConsumer;

/// Sends until the centre has everything and has applied it, then reads the feed to its end: what `sync` does.
///
/// Nothing is lost when it ends early: the next one goes on. It needs the line for itself, so the [Sync] of the same till
/// must be stopped.
public final class Handover {
    private static final int APPLIED_ROUNDS_MAX = 600;
    private static final long APPLIED_WAIT_MS = 100;
    private static final int MISMATCHES_MAX = 3;

    private final Database db;
    private final Courier courier;
    private final Pull pull;
    private final Patience patience;

    /// How patient it is.
    ///
    /// @param failuresMax after so many failures in a row it gives up
    /// @param pause waits so many milliseconds
    public record Patience(int failuresMax, LongConsumer pause) {}

    /// A handover of one till.
    ///
    /// @param courier a fresh one, so that earlier failures do not count
    public Handover(Database db, Courier courier, Pull pull, Patience patience) {
        this.db = db;
        this.courier = courier;
        this.pull = pull;
        this.patience = patience;
    }

    /// How it ended.
    public sealed interface End {
        /// The centre holds and has applied everything, and the feed is read.
        ///
        /// @param verified the newest position that it proved to hold
        /// @param parked how many entries wait for a person there
        /// @param changes how many rows the feed brought
        record Complete(long verified, long parked, long changes) implements End {}

        /// Something is left; it is safe in the ledger.
        ///
        /// @param problem which kind, for programs
        /// @param sentence what is wrong, for a person
        record Left(Courier.Problem problem, String sentence) implements End {}
    }

    /// Sends everything and reads the feed to its end.
    public End run() {
        return switch (send()) {
            case End.Left left -> left;
            case End.Complete(long verified, _, _) -> read(verified);
        };
    }

    /// Sends everything and leaves the feed alone.
    public End send() {
        End end = deliver();
        if (end instanceof End.Complete(long verified, _, _)) {
            awaitApplied(verified);
        }
        return end;
    }

    private End deliver() {
        int failures = 0;
        while (true) {
            switch (courier.round()) {
                case Courier.Round.Delivered delivered -> {
                    if (delivered.isAll()) {
                        return new End.Complete(delivered.verified(), 0, 0);
                    }
                    failures = 0;
                    pause(delivered.waitMs());
                }
                case Courier.Round.Moved(String sentence, long waitMs) -> {
                    failures++;
                    if (failures >= patience.failuresMax()) {
                        return new End.Left(Courier.Problem.REFUSED, sentence);
                    }
                    pause(waitMs);
                }
                case Courier.Round.Undelivered(Courier.Problem problem, String sentence, long waitMs) -> {
                    failures++;
                    if (failures >= patience.failuresMax() || !passes(problem)) {
                        return new End.Left(problem, sentence);
                    }
                    pause(waitMs);
                }
            }
        }
    }

    /// Whether waiting can mend it.
    private static boolean passes(Courier.Problem problem) {
        return switch (problem) {
            case UNREACHABLE, BUSY, REFUSED -> true;
            case UNAUTHORIZED -> false;
        };
    }

    /// The centre applies after it has accepted; a heartbeat says how far it is. What it does not finish in time it
    /// finishes later.
    private void awaitApplied(long verified) {
        for (int round = 0; round < APPLIED_ROUNDS_MAX; round++) {
            if (db.read(tx -> tx.terminal().heard().map(Terminals.Heard::appliedSeq).orElse(0L)) >= verified) {
                return;
            }
            pause(APPLIED_WAIT_MS);
            if (!(courier.round() instanceof Courier.Round.Delivered)) {
                return;
            }
        }
    }

    private End read(long verified) {
        Pace pace = Pace.START;
        long changes = 0;
        int mismatches = 0;
        while (true) {
            Pull.Step step = pull.step();
            Sync.report(step);
            switch (step) {
                case Pull.Step.UpToDate _ -> {
                    long parked = db.read(tx -> tx.terminal().heard().map(Terminals.Heard::parked).orElse(0L));
                    return new End.Complete(verified, parked, changes);
                }
                case Pull.Step.Applied applied -> {
                    changes += applied.changes();
                    pace = Pace.START;
                }
                case Pull.Step.Downloaded _, Pull.Step.Repaired _ -> pace = Pace.START;
                case Pull.Step.Mismatched(List<String> tables) -> {
                    mismatches++;
                    if (mismatches >= MISMATCHES_MAX) {
                        return new End.Left(Courier.Problem.REFUSED,
                                "The centre's list '" + String.join("', '", tables)
                                        + "' does not match its own sum; tell the person who runs it.");
                    }
                }
                case Pull.Step.UpdateNeeded(String sentence) -> {
                    return new End.Left(Courier.Problem.REFUSED, sentence);
                }
                case Pull.Step.Failed(String sentence) -> {
                    pace = pace.failed();
                    if (pace.failures() >= patience.failuresMax()) {
                        return new End.Left(Courier.Problem.UNREACHABLE, sentence);
                    }
                    pause(1_000L * pace.failures());
                }
            }
        }
    }

    private void pause(long ms) {
        if (ms > 0) {
            patience.pause().accept(ms);
        }
    }
}
