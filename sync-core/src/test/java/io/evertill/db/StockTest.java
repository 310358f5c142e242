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

class StockTest {
    @TempDir
    Path folder;

    @Test
    void aPieceIsLookedForAmongTheMovementsOfItsProductOnly() throws SQLException {
        Path file = folder.resolve("till.db");
        Database.till(file, () -> Instant.EPOCH).close();
        List<String> plan = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement asked = connection.createStatement();
                ResultSet rows = asked.executeQuery("EXPLAIN QUERY PLAN " + Stock.WITH_CUSTOMERS.replace("?", "1"))) {
            while (rows.next()) {
                plan.add(rows.getString("detail"));
            }
        }

        assertEquals(1, plan.size(), plan::toString);
        assertTrue(plan.getFirst().contains("USING PRIMARY KEY (branch=? AND product=?)"), plan::toString);
    }
}
