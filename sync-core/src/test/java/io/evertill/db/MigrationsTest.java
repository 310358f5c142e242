package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The centre's tables as they live after all migrations: the same on SQLite and on PostgreSQL.
class MigrationsTest {
    /// What a type is called on PostgreSQL; there are no others.
    private static final Map<String, String> TYPES = Map.of("INTEGER", "int8", "TEXT", "text", "BLOB", "bytea");

    @TempDir
    Path folder;

    @Test
    void bothCentresHaveTheSameTables() throws SQLException {
        Path file = folder.resolve("centre.db");
        String url = CentreOn.freshPostgresql();
        Database.centre(file, Clock.systemUTC()).close();
        Database.centre(url, Clock.systemUTC()).close();

        Map<String, Table> sqlite = tables("jdbc:sqlite:" + file);
        Map<String, Table> postgresql = tables(url);

        assertTrue(sqlite.size() > 10, sqlite.keySet().toString());
        assertEquals(sqlite.keySet(), postgresql.keySet());
        sqlite.forEach((name, table) -> assertEquals(table.onPostgresql(), postgresql.get(name), name));
    }

    /// A program that knew fewer migrations than it ships would refuse its own database at the second start.
    @Test
    void aDatabaseIsOpenedAgainByTheProgramThatMadeIt() {
        String url = CentreOn.freshPostgresql();
        for (int start = 1; start <= 2; start++) {
            Database.centre(folder.resolve("centre.db"), Clock.systemUTC()).close();
            Database.centre(url, Clock.systemUTC()).close();
            Database.till(folder.resolve("till.db"), Clock.systemUTC()).close();
        }
    }

    @Test
    void textIsOrderedByItsBytesOnBoth() throws SQLException {
        String url = CentreOn.freshPostgresql();
        Database.centre(url, Clock.systemUTC()).close();
        List<String> others = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet columns = connection.createStatement().executeQuery("""
                        SELECT table_name, column_name FROM information_schema.columns
                        WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history' AND data_type = 'text'
                            AND collation_name IS DISTINCT FROM 'C'
                        """)) {
            while (columns.next()) {
                others.add(columns.getString(1) + "." + columns.getString(2));
            }
        }

        assertEquals(List.of(), others);
    }

    /// A column by name.
    private record Column(String type, boolean isNullable) {}

    /// @param keys the primary key and every unique index, each as its columns in order
    /// @param indexes every other index
    private record Table(Map<String, Column> columns, Set<List<String>> keys, Set<List<String>> indexes) {
        Table onPostgresql() {
            Map<String, Column> renamed = new TreeMap<>();
            columns.forEach((name, column) ->
                    renamed.put(name, new Column(TYPES.getOrDefault(column.type(), column.type()), column.isNullable())));
            return new Table(renamed, keys, indexes);
        }
    }

    private static Map<String, Table> tables(String url) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            DatabaseMetaData meta = connection.getMetaData();
            String schema = url.contains("sqlite") ? null : "public";
            try (ResultSet names = meta.getTables(null, schema, "%", new String[] {"TABLE"})) {
                while (names.next()) {
                    String name = names.getString("TABLE_NAME");
                    if (!name.startsWith("sqlite_") && !name.equals("flyway_schema_history")) {
                        tables.put(name, table(meta, name));
                    }
                }
            }
        }
        return tables;
    }

    private static Table table(DatabaseMetaData meta, String name) throws SQLException {
        Map<String, Column> columns = new TreeMap<>();
        try (ResultSet rows = meta.getColumns(null, null, name, "%")) {
            while (rows.next()) {
                columns.put(rows.getString("COLUMN_NAME"), new Column(rows.getString("TYPE_NAME"),
                        rows.getInt("NULLABLE") == DatabaseMetaData.columnNullable));
            }
        }
        Map<String, Map<Integer, String>> unique = new TreeMap<>();
        Map<String, Map<Integer, String>> other = new TreeMap<>();
        try (ResultSet rows = meta.getIndexInfo(null, null, name, false, true)) {
            while (rows.next()) {
                if (rows.getString("COLUMN_NAME") != null) {
                    (rows.getBoolean("NON_UNIQUE") ? other : unique)
                            .computeIfAbsent(rows.getString("INDEX_NAME"), _ -> new TreeMap<>())
                            .put(rows.getInt("ORDINAL_POSITION"), rows.getString("COLUMN_NAME"));
                }
            }
        }
        Map<Integer, String> primary = new TreeMap<>();
        try (ResultSet rows = meta.getPrimaryKeys(null, null, name)) {
            while (rows.next()) {
                primary.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        Set<List<String>> keys = lists(unique);
        if (!primary.isEmpty()) {
            keys.add(List.copyOf(primary.values()));
        }
        return new Table(columns, keys, lists(other));
    }

    private static Set<List<String>> lists(Map<String, Map<Integer, String>> indexes) {
        Set<List<String>> lists = new TreeSet<>((one, two) -> one.toString().compareTo(two.toString()));
        indexes.values().forEach(columns -> lists.add(List.copyOf(columns.values())));
        return lists;
    }
}
