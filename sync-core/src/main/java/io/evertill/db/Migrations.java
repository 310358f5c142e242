package io.evertill.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.JavaMigration;

/// Brings one end's tables up to date, or refuses a database that is ahead of this program.
///
/// Looks at the version first: starting Flyway costs a quarter of a second, and at nearly every start there is nothing to
/// do.
///
/// @param end whose tables: the folder's name
/// @param version the newest migration that is shipped
/// @param programs the migrations that are more than statements
record Migrations(String end, int version, List<JavaMigration> programs) {
    static final Migrations TILL = new Migrations("till", 26, List.of(new SearchMigration()));
    static final Migrations CENTRE = new Migrations("central", 33, List.of());

    private static final String HISTORY = "flyway_schema_history";

    /// Applies what is missing.
    ///
    /// @throws StorageFailure when the tables are newer than this program or cannot be brought up to date
    void apply(Connections connections, String url) {
        int found = found(connections);
        if (found > version) {
            throw new StorageFailure(StorageFailure.Kind.NEWER_VERSION,
                    "The database has version " + found + ", this program knows up to " + version
                            + ". Nothing was changed. Install the newer program again, or restore the backup made before the update.");
        }
        if (found < version) {
            migrate(connections.dialect(), url);
        }
    }

    private static int found(Connections connections) {
        try {
            Sql sql = connections.beginWrite();
            boolean isBroken = true;
            try {
                int found = hasHistory(sql) ? highest(sql) : 0;
                connections.rollback(sql);
                isBroken = false;
                return found;
            } finally {
                connections.release(sql, true, isBroken);
            }
        } catch (SQLException e) {
            throw connections.dialect().failure(e);
        } catch (Sql.StatementFailed e) {
            throw connections.dialect().failure(e.failure());
        }
    }

    private static boolean hasHistory(Sql sql) throws SQLException {
        try (ResultSet tables = sql.connection().getMetaData().getTables(null, null, HISTORY, null)) {
            return tables.next();
        }
    }

    private static int highest(Sql sql) {
        return sql.list("SELECT version FROM " + HISTORY + " WHERE success AND version IS NOT NULL", row -> row.text(1))
                .stream()
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    private void migrate(Dialect dialect, String url) {
        try {
            Flyway.configure()
                    .dataSource(url, null, null)
                    .locations("classpath:" + dialect.migrations(end))
                    .javaMigrations(programs.toArray(JavaMigration[]::new))
                    .table(HISTORY)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StorageFailure(StorageFailure.Kind.OTHER,
                    "The database could not be brought to version " + version + ". Nothing was changed: " + e.getMessage(), e);
        }
    }
}
