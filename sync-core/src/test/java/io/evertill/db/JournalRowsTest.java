package io.evertill.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The journal costs the same after years: no question walks a table.
class JournalRowsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"PAGE, USING PRIMARY KEY", "AT, USING PRIMARY KEY", "ENTRY, posting_by_entry", "SHIFT, fact_by_shift",
        "PRODUCT, USING PRIMARY KEY", "COPIES, fact_by_copied"})
    void everyQuestionGoesThroughAnIndex(String question, String index) throws SQLException {
        List<String> plan = plan(switch (question) {
            case "PAGE" -> JournalRows.BEFORE;
            case "AT" -> JournalRows.AT;
            case "ENTRY" -> JournalRows.OF_ENTRY;
            case "SHIFT" -> JournalRows.OF_SHIFT;
            case "PRODUCT" -> JournalRows.OF_PRODUCT;
            default -> JournalRows.COPIES;
        });

        assertTrue(plan.getFirst().contains(index), plan::toString);
        assertFalse(plan.stream().anyMatch(step -> step.startsWith("SCAN")), plan::toString);
    }

    /// Of shifts there is one a day.
    @Test
    void aTotalIsLookedForShiftByShift() throws SQLException {
        List<String> plan = plan(JournalRows.OF_TOTAL);

        assertTrue(plan.get(0).startsWith("SCAN s"), plan::toString);
        assertTrue(plan.get(1).contains("fact_by_shift (branch=? AND <expr>=? AND <expr>=?)"), plan::toString);
        assertFalse(plan.stream().skip(1).anyMatch(step -> step.startsWith("SCAN")), plan::toString);
    }

    @Test
    void aPageNeedsNoSorting() throws SQLException {
        List<String> plan = plan(JournalRows.BEFORE);

        assertEquals(2, plan.size(), plan::toString);
    }

    @Test
    void whereFewRowsAreWantedTheStreamIsNotWalked() throws SQLException {
        for (String statement : List.of(JournalRows.OF_SHIFT, JournalRows.OF_PRODUCT)) {
            List<String> plan = plan(statement);

            assertTrue(plan.get(1).contains("posting_by_entry (branch=? AND entry_id=?)"), plan::toString);
        }
    }

    private List<String> plan(String statement) throws SQLException {
        Path file = folder.resolve("till.db");
        Database.till(file, () -> Instant.EPOCH).close();
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
