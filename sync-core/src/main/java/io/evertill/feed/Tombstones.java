package io.evertill.feed;

import io.evertill.db.Database;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/// Forgets at the centre, after a while, that rows of the feed were removed (protocol 2.11).
///
/// The horizon of the feed is raised in the same transaction, so that a till that has not read such news is never sent on
/// past them: it loads the snapshot. Any number of nodes may do this at once, and again.
public final class Tombstones {
    /// How long the news that a row was removed are kept.
    public static final Duration KEPT = Duration.ofDays(90);

    private static final int STEP_MAX = 2_000;

    private final Database db;
    private final Duration kept;

    /// On the centre's database, for as long as [#KEPT].
    public Tombstones(Database db) {
        this(db, KEPT);
    }

    /// The same for another time.
    public Tombstones(Database db, Duration kept) {
        this.db = db;
        this.kept = kept;
    }

    /// Forgets some of what was removed longer ago than is kept, by the centre's clock.
    ///
    /// @return how many rows; 0 when there was nothing to do, and then nothing was written
    public int step() {
        if (db.read(tx -> tx.feedRows().goneBefore(tx.now().minus(kept), 1)).isEmpty()) {
            return 0;
        }
        return db.write(tx -> {
            tx.centre().lockFeed();
            List<Long> old = tx.feedRows().goneBefore(tx.now().minus(kept), STEP_MAX);
            if (!old.isEmpty()) {
                old.forEach(tx.feedRows()::forget);
                tx.centre().raiseHorizon(Collections.max(old));
            }
            return old.size();
        });
    }
}
