package io.evertill.db;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
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
    private static final String TILL_END = "till";
    static final Migrations TILL = new Migrations(TILL_END, 26, List.of(new SearchMigration()));
    static final Migrations CENTRE = new Migrations("central", 32, List.of());

    private static final String HISTORY = "flyway_schema_history";

    /// Applies what is missing, without a copy first: for tables that are new, in memory, or on a server.
    ///
    /// @throws StorageFailure when the tables are newer than this program or cannot be brought up to date
    void apply(Connections connections, String url, Updating updating) {
        int found = found(connections);
        if (found > version) {
            throw newer(found, "Install the newer program again, or restore the backup made before the update.");
        }
        if (found < version) {
            if (found > 0 && connections.dialect() == Dialect.POSTGRESQL) {
                updating.told().accept("The tables are brought from version " + found + " to " + version
                        + ". Copies of a PostgreSQL database are made with its own tools; this program makes none.");
            }
            migrate(connections.dialect(), url);
        }
    }

    /// Says that a newer program made the tables.
    ///
    /// @param advice what to do about it
    StorageFailure newer(int found, String advice) {
        return new StorageFailure(StorageFailure.Kind.NEWER_VERSION,
                "The database has version " + found + ", this program knows up to " + version + ". Nothing was changed. " + advice);
    }

    /// The command that puts a copy from before an update back.
    String command(String folder, Path backup) {
        return end.equals(TILL_END)
                ? "evertill rollback --data " + folder
                : "evertill-central restore --from " + backup + " --data " + folder;
    }

    /// The version of the tables; 0 when there are none.
    static int found(Connections connections) {
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

    /// The version of the tables of a SQLite database; 0 when there are none.
    static int version(Sql sql) {
        return sql.number("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '" + HISTORY + "'") == 0 ? 0 : highest(sql);
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
        migrate(dialect, settings -> settings.dataSource(url, null, null));
    }

    /// Brings tables up to date: on SQLite in one transaction, so that a file has the old version or the new one and nothing between.
    ///
    /// @param source names the database
    /// @throws StorageFailure when that does not succeed
    void migrate(Dialect dialect, UnaryOperator<FluentConfiguration> source) {
        try {
            source.apply(Flyway.configure())
                    .locations("classpath:" + dialect.migrations(end))
                    .javaMigrations(programs.toArray(JavaMigration[]::new))
                    .table(HISTORY)
                    .group(dialect == Dialect.SQLITE)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StorageFailure(StorageFailure.Kind.OTHER,
                    "The database could not be brought to version " + version + ". Nothing was changed: " + e.getMessage(), e);
        }
    }
}
