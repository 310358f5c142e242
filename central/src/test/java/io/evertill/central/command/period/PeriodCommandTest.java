package io.evertill.central.command.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.ShopTill;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A store is closed through a day, from the command line.
class PeriodCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aStoreIsClosedOnceNobodyIsWaitedForAndNothingIsDatedInIt(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill _ = Shops.till(centre, folder, "T1")) {
            run(settings, "branch", "S1", "--name", "High Street", "--zone", "Pacific/Kiritimati");
            String day = LocalDate.now(ZoneOffset.UTC).minusDays(2).toString();
            String[] close = {"period", "close", "--store", "S1", "--through", day, "--by", "Bea"};

            Ended missing = run(settings, close);
            Ended closed = run(settings, "period", "close", "--store", "S1", "--through", day, "--by", "Bea", "--waive", "T1");
            Ended again = run(settings, close);
            Ended list = run(settings, "period", "list", "--store", "S1");
            Ended restatement = run(settings, "period", "restatement", "--store", "S1", "--through", day, "--all");
            Ended unknown = run(settings, "period", "restatement", "--store", "S2", "--through", day);
            Ended dated = run(settings, "goods", "receive", "--store", "S1", "--sku", "MUG1", "--qty", "2", "--by", "Bea",
                    "--at", day + "T00:00:00Z");
            Ended price = run(settings, "price", "MUG1", "2.00", "--store", "S1", "--from", day + "T00:00");
            Ended everywhere = run(settings, "price", "MUG1", "2.00", "--from", day + "T00:00");

            assertEquals(1, missing.exitCode(), missing::said);
            assertTrue(missing.err().contains(": T1. Let them send"), missing::said);
            assertEquals(0, closed.exitCode(), closed::said);
            assertTrue(closed.out().startsWith("Store S1 is closed through " + day + " (Pacific/Kiritimati)"), closed::said);
            assertEquals(1, again.exitCode());
            assertTrue(again.err().contains("is closed through " + day + " already."), again::said);
            assertTrue(list.out().contains("by Bea, without tills T1"), list::said);
            assertEquals(0, restatement.exitCode(), restatement::said);
            assertEquals(2, unknown.exitCode());
            assertEquals(2, dated.exitCode());
            assertTrue(dated.err().startsWith("Store S1 is closed through " + day), dated::said);
            assertEquals(2, price.exitCode());
            assertTrue(price.err().startsWith("Store S1 is closed through " + day), price::said);
            assertTrue(everywhere.err().contains("is another moment in each store"), everywhere::said);
            assertTrue(run(settings, "branch").out().contains("STORE S1: High Street"));
            assertEquals(0, run(settings, "verify").exitCode());
            assertEquals("0 lines of sales differ.\n", run(settings, "variances", "--store", "S1").out());
            assertTrue(centre.settle(Shops.PATIENCE));
        }
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }
}
