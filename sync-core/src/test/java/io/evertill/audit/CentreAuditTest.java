package io.evertill.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.db.Database;
import io.evertill.feed.Pull;
import io.evertill.outbox.Shop;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Both audits on a shop that sold a little, whole and then changed behind the program's back.
class CentreAuditTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatTheProgramWroteIsClean(CentreOn on) {
        Findings findings = audit(on, "");

        assertEquals(List.of(
                new Findings.Counted("streams", 1),
                new Findings.Counted("postings", 4),
                new Findings.Counted("entries", 4),
                new Findings.Counted("movements", 5),
                new Findings.Counted("levels", 3),
                new Findings.Counted("sales", 3),
                new Findings.Counted("parked", 0),
                new Findings.Counted("feed rows", 22),
                new Findings.Counted("definitions", 21)), findings.counted());
        assertEquals(List.of(), findings.differences());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE fact SET body = meta WHERE entry_id = (SELECT entry_id FROM posting WHERE seq = 2)   | chain
            UPDATE posting SET hash = (SELECT accepted_hash FROM stream) WHERE seq = 3                  | chain
            DELETE FROM posting WHERE seq = 2                                                           | chain
            DELETE FROM posting WHERE seq = 4                                                           | chain
            UPDATE stream SET accepted_seq = 3                                                          | chain
            UPDATE movement SET qty = qty - 10000 WHERE key_seq = 2                                     | movement
            UPDATE movement SET actor = 'eve' WHERE key_seq = 2                                         | movement
            DELETE FROM movement WHERE key_seq = 2                                                      | movement
            UPDATE level SET qty = qty + 10000 WHERE key_seq = 3                                        | level
            UPDATE level SET key_seq = 4 WHERE key_seq = 3                                              | level
            DELETE FROM level WHERE key_seq = 3                                                         | level
            UPDATE movement SET key_seq = 7 WHERE key_seq = 3                                           | level
            UPDATE sale SET total = total + 1 WHERE seq = 2                                             | sale
            DELETE FROM sale WHERE seq = 2                                                              | sale
            UPDATE feed_sum SET sum = sum + 1 WHERE tbl = 'product'                                     | feed
            UPDATE feed_sum SET n = n + 1 WHERE tbl = 'tax'                                             | feed
            DELETE FROM feed_sum WHERE tbl = 'tax'                                                      | feed
            UPDATE feed_row SET row_hash = 1 WHERE tbl = 'tax'                                          | feed
            DELETE FROM feed_row WHERE tbl = 'tax'                                                      | feed
            UPDATE tax SET definition = (SELECT content FROM feed_row WHERE number = 5)                 | feed
            """)
    void whatWasChangedIsNamed(String statement, String what) {
        for (CentreOn on : CentreOn.values()) {
            Findings findings = audit(on, statement);

            assertEquals(what, findings.first().map(Difference::what).orElse("nothing"), on + " " + findings.differences());
        }
    }

    private Findings audit(CentreOn on, String statement) {
        return audit(on.open(folder, Clock.systemUTC()), on.address(folder), statement);
    }

    private Findings audit(Database db, String url, String statement) {
        return inAShop(db, shop -> {
            change(url, statement);
            return CentreAudit.of(shop.centre);
        });
    }

    private Findings inAShop(Database db, Function<Shop, Findings> audit) {
        Path own = folder.resolve("shop-" + db.dialect());
        own.toFile().mkdirs();
        try (Shop shop = new Shop(own, db)) {
            Pull pull = shop.pull(shop.link(), own);
            while (!(pull.step() instanceof Pull.Step.UpToDate)) {
                shop.tick();
            }
            shop.openShift();
            shop.sell("MUG1", "MUG2");
            shop.sell("MUG1");
            shop.sell("MUG1", "MUG3");
            shop.courier(shop.link()).round();
            shop.applyAll();
            return audit.apply(shop);
        }
    }

    static void change(String url, String statement) {
        if (statement.isEmpty()) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(url); Statement sql = connection.createStatement()) {
            int changed = sql.executeUpdate(statement);
            assertEquals(true, changed > 0, "the statement changes something: " + statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
