package io.evertill.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.evertill.db.CentreOn;
import io.evertill.db.Database;
import io.evertill.db.Migrated;
import io.evertill.feed.Pull;
import io.evertill.outbox.Shop;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A till that sold a little, whole and then changed behind the program's back.
class TillAuditTest {
    @TempDir
    Path folder;

    @Test
    void whatTheProgramWroteIsClean() {
        Findings findings = audit("");

        assertEquals(List.of(), findings.differences());
        assertEquals(List.of(
                new Findings.Counted("streams", 1),
                new Findings.Counted("postings", 4),
                new Findings.Counted("waiting", 1),
                new Findings.Counted("entries", 4),
                new Findings.Counted("movements", 5),
                new Findings.Counted("levels", 3),
                new Findings.Counted("receipts", 3),
                new Findings.Counted("shifts", 1),
                new Findings.Counted("feed rows", 22)), findings.counted());
    }

    @Test
    void aTillThatWasNotSetUpIsClean() {
        try (Database db = Migrated.till(folder.resolve("till.db"), Clock.systemUTC())) {
            assertEquals(List.of(), TillAudit.of(db).differences());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE fact SET body = meta WHERE entry_id = (SELECT entry_id FROM posting WHERE seq = 2)   | chain
            UPDATE fact SET meta = body WHERE entry_id = (SELECT entry_id FROM posting WHERE seq = 4)   | chain
            DELETE FROM posting WHERE seq = 2                                                           | chain
            UPDATE stream SET verified_seq = 5                                                          | outbox
            UPDATE stream SET state = 'CLOSED'                                                          | outbox
            UPDATE movement SET qty = qty - 10000 WHERE key_seq = 2                                     | movement
            UPDATE level SET qty = qty + 10000 WHERE key_seq = 3                                        | level
            DELETE FROM receipt WHERE number = 2                                                        | receipt
            DELETE FROM receipt WHERE number = 3                                                        | receipt
            UPDATE receipt SET entry_id = (SELECT entry_id FROM receipt WHERE number = 1) WHERE number = 3 | receipt
            UPDATE shift SET cash = cash + 1                                                            | drawer
            UPDATE shift SET sales = 2                                                                  | drawer
            DELETE FROM shift                                                                           | drawer
            INSERT INTO returned (sale, line, qty, refunded) VALUES (x'00112233445566778899aabbccddeeff', 1, 1, 1) | return
            UPDATE feed_sum SET sum = 1 WHERE tbl = 'product'                                           | feed
            DELETE FROM tax                                                                             | feed
            """)
    void whatWasChangedIsNamed(String statement, String what) {
        Findings findings = audit(statement);

        assertEquals(what, findings.first().map(Difference::what).orElse("nothing"), String.valueOf(findings.differences()));
    }

    private Findings audit(String statement) {
        try (Shop shop = new Shop(folder, CentreOn.SQLITE.open(folder, Clock.systemUTC()))) {
            Pull pull = shop.pull(shop.link(), folder);
            while (!(pull.step() instanceof Pull.Step.UpToDate)) {
                shop.tick();
            }
            shop.openShift();
            shop.sell("MUG1", "MUG2");
            shop.sell("MUG1");
            shop.courier(shop.link()).round();
            shop.sell("MUG1", "MUG3");
            CentreAuditTest.change("jdbc:sqlite:" + folder.resolve("till.db"), statement);
            return TillAudit.of(shop.till);
        }
    }
}
