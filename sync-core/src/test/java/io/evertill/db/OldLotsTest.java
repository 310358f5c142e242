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
import java.util.Locale;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A centre that knew last days of batches before it told the tills of them.
class OldLotsTest {
    private static final UUID ID = UUID.fromString("0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyLastDayIsToldForTheFirstTime(CentreOn on) throws SQLException {
        String url = on == CentreOn.SQLITE ? "jdbc:sqlite:" + folder.resolve("old.db") : CentreOn.freshPostgresql();
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:io/evertill/db/central/" + on.name().toLowerCase(Locale.ROOT))
                .table("flyway_schema_history")
                .target("29")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            put(connection, "INSERT INTO lot (product, lot, expires_on, supplier, defined_at) VALUES (?, 'L@1', '2027-01-31', '', 0)");
            put(connection, "INSERT INTO lot (product, lot, expires_on, supplier, defined_at) VALUES (?, 'L 2', NULL, '', 0)");
        }

        try (Database centre = on == CentreOn.SQLITE
                ? Database.centre(folder.resolve("old.db"), Clock.systemUTC())
                : Database.centre(url, Clock.systemUTC())) {
            List<Subject> dates = centre.read(tx -> tx.feedDue().after(Subject.start(FeedDue.LOT_DATE), 10));

            assertEquals(List.of(new Subject(FeedDue.LOT_DATE, "", ID + "@L@1")), dates);
        }
    }

    private static void put(Connection connection, String statement) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            insert.setBytes(1, Sql.bytes(ID));
            insert.executeUpdate();
        }
    }
}
