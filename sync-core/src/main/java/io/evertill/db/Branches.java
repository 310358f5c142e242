package io.evertill.db;

import io.evertill.stock.Branch;
import io.evertill.stock.Location;
import io.evertill.stock.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tables `branch` and `location` at the centre.
public final class Branches {
    private static final String PUT = """
            INSERT INTO branch (branch, name, kind, changed_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (branch) DO UPDATE SET name = excluded.name, kind = excluded.kind, changed_at = excluded.changed_at
            """;
    private static final String FIND = "SELECT branch, name, kind FROM branch WHERE branch = ?";
    private static final String AFTER = "SELECT branch, name, kind FROM branch WHERE branch > ? ORDER BY branch LIMIT ?";
    private static final String PUT_LOCATION = """
            INSERT INTO location (branch, location, aisle, shelf, changed_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (branch, location)
            DO UPDATE SET aisle = excluded.aisle, shelf = excluded.shelf, changed_at = excluded.changed_at
            """;
    private static final String LOCATION = "SELECT branch, location, aisle, shelf FROM location WHERE branch = ? AND location = ?";
    private static final String LOCATIONS = """
            SELECT branch, location, aisle, shelf FROM location WHERE (branch, location) > (?, ?)
            ORDER BY branch, location LIMIT ?
            """;

    private final Sql sql;

    Branches(Sql sql) {
        this.sql = sql;
    }

    /// Adds or replaces a branch.
    public void put(Branch branch, Instant at) {
        sql.update(PUT, branch.code(), branch.name(), branch.kind(), at);
    }

    /// The branch of a code, where somebody defined it.
    public Optional<Branch> find(String code) {
        return sql.find(FIND, Branches::branch, code);
    }

    /// Branches behind one of them; start behind an empty text.
    public List<Branch> after(String code, int limit) {
        return sql.list(AFTER, Branches::branch, code, limit);
    }

    /// Adds or replaces a location.
    public void put(Location location, Instant at) {
        sql.update(PUT_LOCATION, location.branch(), location.name(), location.aisle(), location.shelf(), at);
    }

    /// The location of a name; every branch has [Place#MAIN].
    public Optional<Location> location(String branch, String name) {
        return sql.find(LOCATION, Branches::location, branch, name)
                .or(() -> name.equals(Place.MAIN) ? Optional.of(Location.main(branch)) : Optional.empty());
    }

    /// Defined locations behind one of them; start behind two empty texts.
    public List<Location> locationsAfter(String branch, String name, int limit) {
        return sql.list(LOCATIONS, Branches::location, branch, name, limit);
    }

    private static Branch branch(Row row) {
        return new Branch(row.text(1), row.text(2), Branch.Kind.valueOf(row.text(3)));
    }

    private static Location location(Row row) {
        return new Location(row.text(1), row.text(2), row.text(3), row.text(4));
    }
}
