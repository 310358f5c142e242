package io.evertill.db;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Table `centre`: the centre's one row about itself.
public final class Centre {
    private static final String START = """
            INSERT INTO centre (id, incarnation, started_at, feed_head) VALUES (1, ?, ?, 0) ON CONFLICT (id) DO NOTHING
            """;
    private static final String FIND = "SELECT incarnation, started_at, feed_head, feed_horizon FROM centre WHERE id = 1";
    private static final String LOCK = "UPDATE centre SET feed_head = feed_head WHERE id = 1 RETURNING feed_head";
    private static final String ADVANCE = "UPDATE centre SET feed_head = ? WHERE id = 1";
    private static final String RAISE_HORIZON = "UPDATE centre SET feed_horizon = ? WHERE id = 1 AND feed_horizon < ?";
    private static final String RENEW = "UPDATE centre SET incarnation = ? WHERE id = 1";

    private final Sql sql;

    Centre(Sql sql) {
        this.sql = sql;
    }

    /// The centre's state.
    ///
    /// @param incarnation which life of its ledger this is; another one after a restore
    /// @param feedHead the newest number of the feed
    /// @param feedHorizon the oldest number from which the feed can be read on: news of removed rows up to here may be gone
    public record State(UUID incarnation, Instant startedAt, long feedHead, long feedHorizon) {}

    /// Makes the row when there is none yet.
    public void start(UUID incarnation, Instant at) {
        sql.update(START, incarnation, at);
    }

    /// The centre's state.
    ///
    /// @throws IllegalStateException before [#start]
    public State state() {
        Optional<State> state = sql.find(FIND, row -> new State(
                row.uuid(1), row.instant(2), row.number(3), row.number(4)));
        return state.orElseThrow(() -> new IllegalStateException("the centre was not started on this database"));
    }

    /// Waits until no other transaction gives numbers to the feed, and answers the newest number.
    public long lockFeed() {
        return sql.number(LOCK);
    }

    /// Sets the newest number of the feed; only under [#lockFeed].
    public void advanceFeed(long head) {
        sql.update(ADVANCE, head);
    }

    /// Says that the feed cannot be read on from before a number any more; only under [#lockFeed].
    public void raiseHorizon(long horizon) {
        sql.update(RAISE_HORIZON, horizon, horizon);
    }

    /// Begins a new life of the ledger, after a restore.
    public void renew(UUID incarnation) {
        sql.update(RENEW, incarnation);
    }
}
