package io.evertill.db;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Table `incident` at the centre: what a person should know, until somebody has looked at it.
public final class Incidents {
    private static final String NOTE = """
            INSERT INTO incident (incident, branch, terminal, kind, sentence, noticed_at, settled_at, settled_by, note)
            VALUES (?, ?, ?, ?, ?, ?, NULL, '', '') ON CONFLICT (incident) DO NOTHING
            """;
    private static final String COLUMNS =
            "incident, branch, terminal, kind, sentence, noticed_at, settled_at, settled_by, note";
    private static final String ALL =
            "SELECT " + COLUMNS + " FROM incident ORDER BY noticed_at, incident";
    private static final String OPEN =
            "SELECT " + COLUMNS + " FROM incident WHERE settled_at IS NULL ORDER BY noticed_at, incident";
    private static final String COUNT_OPEN = "SELECT count(*) FROM incident WHERE settled_at IS NULL";
    private static final String COUNTS =
            "SELECT terminal, kind, count(*) FROM incident GROUP BY terminal, kind ORDER BY terminal, kind";
    private static final String IS_OPEN =
            "SELECT count(*) FROM incident WHERE incident = ? AND settled_at IS NULL AND noticed_at >= ?";
    private static final String SETTLE =
            "UPDATE incident SET settled_at = ?, settled_by = ?, note = ? WHERE incident = ? AND settled_at IS NULL";

    private final Sql sql;

    Incidents(Sql sql) {
        this.sql = sql;
    }

    /// What happened.
    ///
    /// @param branch the store; empty when it concerns the centre itself
    /// @param terminal the till; empty when it concerns no single one
    /// @param kind for programs, such as `FORK`
    /// @param about what makes it one and the same incident when it is noticed again, within terminal and kind
    /// @param sentence what happened, what is safe and what to do, for a person
    public record Event(String branch, String terminal, String kind, String about, String sentence) {
        /// Its id: the same event noticed twice is one incident.
        UUID id() {
            return UUID.nameUUIDFromBytes(
                    String.join("\n", branch, terminal, kind, about).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// An incident as stored.
    ///
    /// @param settled who looked at it and what was done; empty while it is open
    public record Incident(
            UUID id, String branch, String terminal, String kind, String sentence, Instant noticedAt,
            Optional<Settled> settled) {}

    /// How an incident ended.
    public record Settled(Instant at, String by, String note) {}

    /// Notes an event; a second time changes nothing.
    public void note(Event event, Instant at) {
        sql.update(NOTE, event.id(), event.branch(), event.terminal(), event.kind(), event.sentence(), at);
    }

    /// All incidents, the oldest first.
    public List<Incident> all() {
        return sql.list(ALL, Incidents::incident);
    }

    /// The incidents that nobody has settled, the oldest first.
    public List<Incident> open() {
        return sql.list(OPEN, Incidents::incident);
    }

    /// How many nobody has settled.
    public long openCount() {
        return sql.number(COUNT_OPEN);
    }

    /// How many incidents of a kind a terminal ever had.
    public record Count(String terminal, String kind, long incidents) {}

    /// The counts, settled ones included.
    public List<Count> counts() {
        return sql.list(COUNTS, row -> new Count(row.text(1), row.text(2), row.number(3)));
    }

    /// Whether an event was noticed at a moment or later, and nobody has settled it.
    public boolean isOpen(Event event, Instant since) {
        return sql.number(IS_OPEN, event.id(), since) > 0;
    }

    /// Ends an incident; answers false when there is no such open one.
    public boolean settle(UUID incident, Settled settled) {
        return sql.update(SETTLE, settled.at(), settled.by(), settled.note(), incident) == 1;
    }

    private static Incident incident(Row row) {
        return new Incident(row.uuid(1), row.text(2), row.text(3), row.text(4), row.text(5), row.instant(6),
                row.findInstant(7).map(at -> new Settled(at, row.text(8), row.text(9))));
    }
}
