package io.evertill.central;

import io.evertill.alert.Cards;
import io.evertill.db.Database;
import io.evertill.inventory.Review;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/// Brings the red cards up to date every quarter of an hour, beginning at the start.
final class Reviewing implements IntSupplier {
    private static final Duration EVERY = Duration.ofMinutes(15);

    private final Database db;
    private final InstantSource clock;
    private Instant due = Instant.MIN;

    Reviewing(Database db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Looks when it is time; answers how many cards changed their state or were found again.
    @Override
    public int getAsInt() {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return 0;
        }
        Cards cards = db.write(Review::run);
        due = now.plus(EVERY);
        return cards.raised().size() + cards.cleared().size();
    }
}
