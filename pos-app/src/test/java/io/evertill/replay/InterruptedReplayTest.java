package io.evertill.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.audit.CentreAudit;
import io.evertill.audit.TillAudit;
import io.evertill.central.Centre;
import io.evertill.central.office.Settings;
import io.evertill.db.Database;
import io.evertill.db.Sales;
import io.evertill.db.Tills;
import io.evertill.money.Money;
import io.evertill.pos.Machine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A replay that is killed (`kill -9`) again and again, and then left alone, ends like one that was not.
class InterruptedReplayTest {
    private static final int TILLS = 3;

    @TempDir
    Path folder;

    @Test
    void aKilledReplayGoesOnWhereTheLedgersStand() throws IOException, InterruptedException {
        try (Centre centre = Centre.start(
                new Settings(Optional.of(folder.resolve("centre")), Optional.empty(), "127.0.0.1", 0))) {
            List<String> codes = codes(centre);
            killAt(centre, codes, "Reading the centre's lists");
            for (int rows : List.of(1, 40, 111, 250)) {
                killAt(centre, codes, "rows " + rows);
            }
            killAt(centre, codes, "Handing over");

            Replay.End end = new Replay(Machine.real(), Sample.NOBODY).run(order(centre, codes));

            Report report = assertInstanceOf(Replay.End.Done.class, end).report();
            assertTrue(report.isRight(), report.toString());
            assertEquals(Optional.empty(), report.left());
            assertEquals(284, report.all().rows());
            assertEquals(0, report.all().waiting());
            assertEquals(List.of(new Sales.Total(83, Money.of(-2359_43, "GBP"))),
                    centre.office().db().read(tx -> tx.sales().totals()));
            assertTrue(centre.settle(Duration.ofSeconds(30)));
            assertEquals(List.of(), CentreAudit.of(centre.office().db()).differences());
            for (int till = 1; till <= TILLS; till++) {
                try (Database db = Database.till(folder.resolve("tills/till-" + till + "/till.db"), Machine.real().clock())) {
                    assertEquals(List.of(), TillAudit.of(db).differences());
                }
            }
        }
    }

    private Order order(Centre centre, List<String> codes) {
        return new Order(folder.resolve("tills"), Sample.EXCERPT, TILLS, 300_000, 1, Order.Part.ALL,
                Optional.of(new Order.CentreCodes(centre.url(), codes)));
    }

    private static List<String> codes(Centre centre) {
        return IntStream.rangeClosed(1, TILLS)
                .mapToObj(till -> centre.office().admission().code(new Tills.Seat("S1", "T" + till), Duration.ofMinutes(15)))
                .toList();
    }

    /// Kills a replay when it says something that begins like this, or a number of rows as large as this.
    private void killAt(Centre centre, List<String> codes, String moment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), ReplayChild.class.getName(),
                folder.resolve("tills").toString(), centre.url()));
        command.addAll(codes);
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader said = child.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (isReached(line, moment)) {
                    break;
                }
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static boolean isReached(String line, String moment) {
        return (line.startsWith("rows ") && moment.startsWith("rows "))
                ? Long.parseLong(line.substring(5)) >= Long.parseLong(moment.substring(5))
                : line.startsWith(moment);
    }
}
