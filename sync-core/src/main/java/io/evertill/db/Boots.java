package io.evertill.db;

import io.evertill.ledger.Meta;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Table `boot` at the centre: the runs of a till's program that were heard, in the order of their last turn.
public final class Boots {
    private static final String LATEST = """
            SELECT boot, turn FROM boot WHERE branch = ? AND terminal = ? ORDER BY turn DESC LIMIT ?
            """;
    private static final String TAKE_TURN = """
            INSERT INTO boot (branch, terminal, boot, turn, lead_ms) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (branch, terminal, boot) DO UPDATE SET turn = excluded.turn
            """;
    private static final String LEAD = "SELECT lead_ms FROM boot WHERE branch = ? AND terminal = ? AND boot = ?";
    private static final String KNOWN = "SELECT count(*) FROM boot WHERE branch = ? AND terminal = ? AND boot = ?";

    private final Sql sql;

    Boots(Sql sql) {
        this.sql = sql;
    }

    /// The clocks of one till as far as its uploads told them; each run is asked for once.
    public final class Clocks {
        private final String branch;
        private final String terminal;
        private final Map<UUID, Optional<Long>> leads = new HashMap<>();

        private Clocks(String branch, String terminal) {
            this.branch = branch;
            this.terminal = terminal;
        }

        /// A time of an entry as the centre's clock would have told it ([Meta.Stamp#corrected]).
        public Instant corrected(Meta.Stamp stamp, Instant at, Instant receivedAt) {
            return stamp.corrected(at, stamp.offsetMs().isPresent() ? Optional.empty() : lead(stamp.boot()), receivedAt);
        }

        /// What [#corrected] may have answered when an entry was applied: a run that was heard later was not known then.
        public List<Instant> possible(Meta.Stamp stamp, Instant at, Instant receivedAt) {
            return List.of(corrected(stamp, at, receivedAt), stamp.corrected(at, Optional.empty(), receivedAt));
        }

        private Optional<Long> lead(UUID boot) {
            return leads.computeIfAbsent(boot, run -> sql.find(LEAD, row -> row.findNumber(1), branch, terminal, run)
                    .flatMap(lead -> lead));
        }
    }

    /// The clocks of a till.
    public Clocks clocks(String branch, String terminal) {
        return new Clocks(branch, terminal);
    }

    /// The runs of a till that had the latest turns, the latest first.
    public List<UUID> latest(String branch, String terminal, int most) {
        return sql.list(LATEST, row -> row.uuid(1), branch, terminal, most);
    }

    /// Notes that a run was heard.
    ///
    /// @param leadMs the centre's clock less the run's clock that never jumps, in milliseconds; that of its first upload stays
    /// @return whether it was heard before another run of the same till, and now again: two programs run side by side
    public boolean heard(String branch, String terminal, UUID boot, long leadMs) {
        record Turn(UUID boot, long turn) {}
        Turn latest = sql.find(LATEST, row -> new Turn(row.uuid(1), row.number(2)), branch, terminal, 1)
                .orElse(new Turn(new UUID(0, 0), 0));
        if (latest.boot().equals(boot)) {
            return false;
        }
        boolean isBack = sql.number(KNOWN, branch, terminal, boot) > 0;
        sql.update(TAKE_TURN, branch, terminal, boot, latest.turn() + 1, leadMs);
        return isBack;
    }
}
