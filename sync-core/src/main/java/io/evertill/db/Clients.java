package io.evertill.db;

import io.evertill.ledger.Hash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Table `client` at the centre: web shops and other programs that may reserve.
public final class Clients {
    private static final String COLUMNS = "name, made_at, revoked_at";
    private static final String PUT = """
            INSERT INTO client (name, token_hash, made_at, revoked_at) VALUES (?, ?, ?, NULL)
            ON CONFLICT (name) DO UPDATE SET token_hash = excluded.token_hash, made_at = excluded.made_at, revoked_at = NULL
            """;
    private static final String BY_TOKEN = "SELECT " + COLUMNS + " FROM client WHERE token_hash = ?";
    private static final String REVOKE = "UPDATE client SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL";
    private static final String ALL = "SELECT " + COLUMNS + " FROM client ORDER BY name";

    private final Sql sql;

    Clients(Sql sql) {
        this.sql = sql;
    }

    /// A program that may reserve.
    ///
    /// @param revokedAt since when it may not any more
    public record Client(String name, Instant madeAt, Optional<Instant> revokedAt) {}

    /// Gives a client a token; the one before is worth nothing any more.
    public void put(String name, Hash tokenHash, Instant at) {
        sql.update(PUT, name, tokenHash, at);
    }

    /// The client whose token has this hash, revoked or not.
    public Optional<Client> find(Hash tokenHash) {
        return sql.find(BY_TOKEN, Clients::client, tokenHash);
    }

    /// Revokes a client; answers whether there was one to revoke.
    public boolean revoke(String name, Instant at) {
        return sql.update(REVOKE, at, name) == 1;
    }

    /// All clients, by name.
    public List<Client> all() {
        return sql.list(ALL, Clients::client);
    }

    private static Client client(Row row) {
        return new Client(row.text(1), row.instant(2), row.findInstant(3));
    }
}
