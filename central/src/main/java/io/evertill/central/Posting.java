package io.evertill.central;

import io.evertill.db.Database;
import io.evertill.inventory.CountPosting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/// Judges and posts what was counted, once a minute, as soon as every till of a store was heard past the count; and tells tills no more
/// of what was counted a month ago.
final class Posting implements IntSupplier {
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration TOLD = Duration.ofDays(30);

    private final Database db;
    private final InstantSource clock;
    private Instant due;
    private Instant forgetDue = Instant.MIN;

    Posting(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
        this.due = clock.instant().plus(EVERY);
    }

    /// Looks when it is time; answers how many lines were judged or told no more.
    @Override
    public int getAsInt() {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return 0;
        }
        due = now.plus(EVERY);
        int settled = CountPosting.settleHeard(db);
        if (now.isBefore(forgetDue)) {
            return settled;
        }
        forgetDue = now.plus(Duration.ofDays(1));
        return settled + db.write(tx -> tx.countLines().forget(now.minus(TOLD)));
    }
}
