package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked with every upload reads no ledger from its beginning.
class ParkedTest {
    @TempDir
    Path folder;

    @Test
    void whereAnEntryStandsNowIsReadFromAShortStretchOfTheStream() throws SQLException {
        Path file = folder.resolve("central.db");
        Database.centre(file, () -> Instant.EPOCH).close();
        List<String> plan = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement asked = connection.createStatement();
                ResultSet rows = asked.executeQuery("EXPLAIN QUERY PLAN " + Parked.MOVED.replace("?", "1"))) {
            while (rows.next()) {
                plan.add(rows.getString("detail"));
            }
        }

        assertTrue(plan.contains("SEARCH p USING PRIMARY KEY (branch=? AND stream=? AND seq>? AND seq<?)"), plan::toString);
        assertEquals(List.of(), plan.stream().filter(step -> step.matches("SCAN (p|posting|parked).*")).toList(), plan::toString);
    }
}
