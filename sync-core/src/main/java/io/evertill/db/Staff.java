package io.evertill.db;

import io.evertill.ledger.Hash;
import io.evertill.person.Role;
import io.evertill.stock.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Table `staff` at the centre: people who act there over HTTP.
public final class Staff {
    private static final String COLUMNS = "name, role, made_at, revoked_at, store, expires_at";
    private static final String PUT = """
            INSERT INTO staff (name, role, token_hash, made_at, revoked_at, store, expires_at) VALUES (?, ?, ?, ?, NULL, ?, ?)
            ON CONFLICT (name) DO UPDATE SET role = excluded.role, token_hash = excluded.token_hash,
                made_at = excluded.made_at, revoked_at = NULL, store = excluded.store, expires_at = excluded.expires_at
            """;
    private static final String BY_TOKEN = "SELECT " + COLUMNS + " FROM staff WHERE token_hash = ?";
    private static final String REVOKE = "UPDATE staff SET revoked_at = ? WHERE name = ? AND revoked_at IS NULL";
    private static final String ALL = "SELECT " + COLUMNS + " FROM staff ORDER BY name";

    private final Sql sql;

    Staff(Sql sql) {
        this.sql = sql;
    }

    /// A person who may act.
    ///
    /// @param revokedAt since when that person may not any more
    /// @param store the only store in which the person may act; empty for all
    /// @param expiresAt from when the key is worth nothing; empty while it is not revoked
    public record Member(
            String name, Role role, Instant madeAt, Optional<Instant> revokedAt, Optional<String> store,
            Optional<Instant> expiresAt) {}

    /// What a person is given.
    ///
    /// @param store the only store in which the person may act; empty for all
    /// @param valid for how long, above zero; empty until it is revoked
    public record Grant(Role role, Optional<String> store, Optional<Duration> valid) {
        /// A role everywhere, for ever.
        public static Grant of(Role role) {
            return new Grant(role, Optional.empty(), Optional.empty());
        }

        /// Checks the range above.
        public Grant {
            store.filter(code -> !Place.isName(code)).ifPresent(code -> {
                throw new IllegalArgumentException("no store is called '" + code + "'");
            });
            valid.filter(time -> time.isNegative() || time.isZero()).ifPresent(time -> {
                throw new IllegalArgumentException("a key is valid for some time, not for " + time);
            });
        }
    }

    /// Gives a person a role and a key; the key before is worth nothing any more.
    public void put(String name, Grant grant, Hash tokenHash, Instant at) {
        sql.update(PUT, name, grant.role(), tokenHash, at, grant.store().orElse(""), grant.valid().map(at::plus));
    }

    /// The person whose key has this hash, revoked or not.
    public Optional<Member> find(Hash tokenHash) {
        return sql.find(BY_TOKEN, Staff::member, tokenHash);
    }

    /// Revokes a person's key; answers whether there was one to revoke.
    public boolean revoke(String name, Instant at) {
        return sql.update(REVOKE, at, name) == 1;
    }

    /// All of them, by name.
    public List<Member> all() {
        return sql.list(ALL, Staff::member);
    }

    private static Member member(Row row) {
        return new Member(row.text(1), Role.valueOf(row.text(2)), row.instant(3), row.findInstant(4),
                Optional.of(row.text(5)).filter(store -> !store.isEmpty()), row.findInstant(6));
    }
}
