package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.FeedDue.Subject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A centre that had stock before it told the tills of it.
class OldCentreTest {
    private static final UUID ID = UUID.fromString("0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everythingThereIsIsToldForTheFirstTime(CentreOn on) throws SQLException {
        String url = on == CentreOn.SQLITE ? "jdbc:sqlite:" + folder.resolve("old.db") : CentreOn.freshPostgresql();
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:io/evertill/db/central/" + on.name().toLowerCase(java.util.Locale.ROOT))
                .table("flyway_schema_history")
                .target("15")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            put(connection, "INSERT INTO level (branch, product, place, lot, qty, key_seq) VALUES ('S1', ?, 'MAIN/AVAILABLE', '', 1, 1)");
            put(connection, "INSERT INTO level (branch, product, place, lot, qty, key_seq) VALUES ('S1', ?, 'MAIN/AVAILABLE', 'L', 1, 1)");
            put(connection, "INSERT INTO level (branch, product, place, lot, qty, key_seq) VALUES ('S2', ?, 'MAIN/QUARANTINE', '', 1, 1)");
            put(connection, """
                    INSERT INTO lot_decision (product, lot, number, state, decided_at, decided_by, note)
                    VALUES (?, 'L@1', 1, 'HOLD', 0, 'bea', '')
                    """);
        }

        try (Database centre = on == CentreOn.SQLITE
                ? Database.centre(folder.resolve("old.db"), Clock.systemUTC())
                : Database.centre(url, Clock.systemUTC())) {
            List<Subject> levels = centre.read(tx -> tx.feedDue().after(Subject.start(FeedDue.LEVEL), 10));
            List<Subject> lots = centre.read(tx -> tx.feedDue().after(Subject.start(FeedDue.LOT), 10));

            assertEquals(List.of(new Subject(FeedDue.LEVEL, "S1", ID.toString())), levels);
            assertEquals(List.of(new Subject(FeedDue.LOT, "", ID + "@L@1")), lots);
        }
    }

    private static void put(Connection connection, String statement) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            insert.setBytes(1, Sql.bytes(ID));
            insert.executeUpdate();
        }
    }
}
