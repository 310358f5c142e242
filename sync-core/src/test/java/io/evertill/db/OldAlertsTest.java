package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.alert.Facts;
import io.evertill.alert.Finding;
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

/// A centre that had red cards before it told the tills of them.
class OldAlertsTest {
    private static final UUID OPEN = UUID.fromString("0190aaaa-bbbb-7ccc-8ddd-eeeeffff0001");
    private static final UUID CLOSED = UUID.fromString("0190aaaa-bbbb-7ccc-8ddd-eeeeffff0002");
    private static final UUID AWAY = UUID.fromString("0190aaaa-bbbb-7ccc-8ddd-eeeeffff0003");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theOpenOnesAreToldForTheFirstTimeAndWhatWasPutAwayStaysAway(CentreOn on) throws SQLException {
        String url = on == CentreOn.SQLITE ? "jdbc:sqlite:" + folder.resolve("old.db") : CentreOn.freshPostgresql();
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:io/evertill/db/central/" + on.name().toLowerCase(Locale.ROOT))
                .table("flyway_schema_history")
                .target("31")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url)) {
            put(connection, OPEN, "a", "NULL", "NULL");
            put(connection, CLOSED, "b", "NULL", "7");
            put(connection, AWAY, "c", "5", "NULL");
        }

        try (Database centre = on == CentreOn.SQLITE
                ? Database.centre(folder.resolve("old.db"), Clock.systemUTC())
                : Database.centre(url, Clock.systemUTC())) {
            List<Subject> due = centre.read(tx -> tx.feedDue().after(Subject.start(FeedDue.ALERT), 10));
            Alerts.Card open = centre.read(tx -> tx.alerts().find("S1", OPEN)).orElseThrow();

            assertEquals(List.of(FeedDue.alert("S1", OPEN), FeedDue.alert("S1", AWAY)), due);
            assertEquals(new Finding(Finding.Kind.LOW_STOCK, "S1", "a", "TEA is low.", "Order it.", new Facts.None()), open.finding());
            assertEquals(List.of(true, false), List.of(
                    open.told().isPresent(), centre.read(tx -> tx.alerts().find("S1", AWAY)).orElseThrow().told().isPresent()));
        }
    }

    private static void put(Connection connection, UUID card, String subject, String snoozedUntil, String closedAt) throws SQLException {
        String statement = """
                INSERT INTO alert (branch, alert, kind, subject, sentence, advice, opened_at, seen_at, acknowledged_by, snoozed_until,
                    closed_at)
                VALUES ('S1', ?, 'LOW_STOCK', ?, 'TEA is low.', 'Order it.', 1, 2, '', %s, %s)
                """.formatted(snoozedUntil, closedAt);
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            insert.setBytes(1, Sql.bytes(card));
            insert.setString(2, subject);
            insert.executeUpdate();
        }
    }
}
