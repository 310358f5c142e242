package io.evertill.db;

import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Table `fact`: exact bytes under an id, for ever.
public final class Facts {
    private static final String APPEND =
            "INSERT INTO fact (branch, entry_id, meta, body) VALUES (?, ?, ?, ?) ON CONFLICT (branch, entry_id) DO NOTHING";
    private static final String FIND = "SELECT meta, body FROM fact WHERE branch = ? AND entry_id = ?";
    private static final String MEND = """
            INSERT INTO fact (branch, entry_id, meta, body) VALUES (?, ?, ?, ?)
            ON CONFLICT (branch, entry_id) DO UPDATE SET meta = excluded.meta, body = excluded.body
            """;
    private static final String OF_SHIFT = """
            SELECT entry_id, meta, body FROM fact
            WHERE branch = ?
                AND CASE WHEN json_valid(CAST(meta AS TEXT)) THEN json_extract(CAST(meta AS TEXT), '$.summary.shiftId') END = ?
            ORDER BY entry_id
            """;
    private static final String COUNT = "SELECT count(*) FROM fact";

    private static final String APPEND_ALL = """
            INSERT INTO fact (branch, entry_id, meta, body)
            SELECT ?, * FROM unnest(?::bytea[], ?::bytea[], ?::bytea[])
            ON CONFLICT (branch, entry_id) DO NOTHING RETURNING entry_id
            """;

    private final Sql sql;
    private final Dialect dialect;

    Facts(Sql sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /// Adds facts and answers the ids of those that were not known before, each once.
    public List<EntryId> appendAll(String branch, List<Fact> facts) {
        return switch (dialect) {
            case SQLITE -> facts.stream().filter(fact -> append(branch, fact)).map(Fact::id).toList();
            case POSTGRESQL -> sql.list(APPEND_ALL, row -> new EntryId(row.uuid(1)), branch,
                    sql.array("bytea", facts.stream().map(fact -> Sql.bytes(fact.id().value())).toArray()),
                    sql.array("bytea", facts.stream().map(fact -> fact.meta().content()).toArray()),
                    sql.array("bytea", facts.stream().map(fact -> fact.body().content()).toArray()));
        };
    }

    /// Adds a fact; answers false and changes nothing when its id is known already.
    public boolean append(String branch, Fact fact) {
        return sql.update(APPEND, branch, fact.id(), fact.meta(), fact.body()) == 1;
    }

    /// Puts a fact's bytes back where they were damaged: only for bytes that a stream's chain proves.
    public void mend(String branch, Fact fact) {
        sql.update(MEND, branch, fact.id(), fact.meta(), fact.body());
    }

    /// The fact with an id.
    public Optional<Fact> find(String branch, EntryId id) {
        return sql.find(FIND, row -> new Fact(id, row.bytes(1), row.bytes(2)), branch, id);
    }

    /// The facts of a shift, at the till.
    public List<Fact> of(String branch, UUID shift) {
        return sql.list(OF_SHIFT, row -> new Fact(new EntryId(row.uuid(1)), row.bytes(2), row.bytes(3)), branch, shift.toString());
    }

    /// How many there are.
    public long count() {
        return sql.number(COUNT);
    }
}
