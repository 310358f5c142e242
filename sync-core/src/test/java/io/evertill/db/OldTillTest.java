package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldTillTest {
    @TempDir
    Path folder;

    @Test
    void aTillFindsItsProductsByTheSearchOfANewerProgram() throws SQLException {
        Path file = folder.resolve("till.db");
        migrate(file, 16);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement sql = connection.createStatement()) {
            sql.executeUpdate("""
                    INSERT INTO product (product, sku, name, unit, step, kind, tax, price, currency)
                    VALUES (x'01900000000070008000000000000001', 'T1', 'Grüner Tee', 'EACH', 10000, 'GOODS', 'STD', 25000, 'EUR')
                    """);
            sql.executeUpdate("INSERT INTO barcode VALUES ('05000358917369', x'01900000000070008000000000000001')");
            sql.executeUpdate("INSERT INTO product_search (rowid, pieces) VALUES (1, '^g ^gr ^gru gru')");
        }

        try (Database till = Database.till(file, Clock.systemUTC())) {
            for (String typed : List.of("gruner tee", "rune", "5000358", "8917")) {
                assertEquals(List.of("T1"), till.read(tx -> tx.catalogue().search(typed, 5)).stream()
                        .map(product -> product.sku().code()).toList(), typed);
            }
        }
    }

    @Test
    void aTillOfTheFirstVersionKeepsWhatItKnows() throws SQLException {
        Path file = folder.resolve("till.db");
        migrate(file, 1);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file); Statement sql = connection.createStatement()) {
            sql.executeUpdate("""
                    INSERT INTO terminal (id, terminal, branch, till, centre_url, incarnation_seen, applied_seq, parked, replied_at,
                        offset_ms, is_revoked, lost_incarnation)
                    VALUES (1, 't-1', 'S1', 'T1', 'https://centre.example', NULL, 7, 0, 0, NULL, 0, NULL)
                    """);
            sql.executeUpdate("""
                    INSERT INTO feed_cursor (id, incarnation, number, read_at, mismatches)
                    VALUES (1, x'01900000000070008000000000000001', 88, 0, 3)
                    """);
            sql.executeUpdate("INSERT INTO feed_sum (tbl, n, sum) VALUES ('product', 5, 6), ('price', 0, 0)");
        }

        try (Database till = Database.till(file, Clock.systemUTC())) {
            assertEquals(Optional.of(new Terminals.Identity("t-1", "S1", "T1", "https://centre.example")),
                    till.read(tx -> tx.terminal().identity()));
            assertEquals(Optional.of(7L), till.read(tx -> tx.terminal().heard()).map(Terminals.Heard::appliedSeq));
            assertEquals(false, till.read(tx -> tx.terminal().needsUpdate()));
            assertEquals(Optional.of(3L), till.read(tx -> tx.feedState().read()).map(FeedState.Read::mismatches));
            assertEquals(List.of("alert", "count", "count_result", "customer", "elsewhere", "level", "lot", "lot_date", "product",
                            "reservation", "transfer"),
                    till.read(tx -> tx.feedState().wrong()), "what the old program passed over is loaded, also of single products");
        }
    }

    private static void migrate(Path file, int version) {
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:io/evertill/db/till/sqlite")
                .table("flyway_schema_history")
                .target(Integer.toString(version))
                .load()
                .migrate();
    }
}
