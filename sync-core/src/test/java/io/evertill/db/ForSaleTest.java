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

/// Why there is as much as there is costs the same after years.
class ForSaleTest {
    @TempDir
    Path folder;

    @Test
    void theNewestMovementOfEachKeyIsFoundByItsNumber() throws SQLException {
        List<String> plan = plan(ForSale.HEADS);

        assertEquals(2, plan.size(), plan::toString);
        assertTrue(plan.get(0).startsWith("SEARCH l USING PRIMARY KEY (branch=? AND product=?)"), plan::toString);
        assertTrue(plan.get(1).startsWith("SEARCH m USING PRIMARY KEY (branch=? AND product=? AND place=? AND lot=? AND key_seq=?)"),
                plan::toString);
    }

    @Test
    void thoseBeforeItAreReadBackwardsWithoutSorting() throws SQLException {
        List<String> plan = plan(ForSale.BEFORE);

        assertEquals(1, plan.size(), plan::toString);
        assertTrue(plan.getFirst().contains("USING PRIMARY KEY (branch=? AND product=? AND place=? AND lot=? AND key_seq<?)"),
                plan::toString);
    }

    private List<String> plan(String statement) throws SQLException {
        Path file = folder.resolve("central.db");
        Database.centre(file, () -> Instant.EPOCH).close();
        List<String> plan = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement asked = connection.createStatement();
                ResultSet rows = asked.executeQuery("EXPLAIN QUERY PLAN " + statement.replace("?", "1"))) {
            while (rows.next()) {
                plan.add(rows.getString("detail"));
            }
        }
        return plan;
    }
}
