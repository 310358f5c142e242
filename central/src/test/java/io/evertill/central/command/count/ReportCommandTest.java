package io.evertill.central.command.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.ShopTill;
import io.evertill.central.Shops;
import io.evertill.central.office.Settings;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The till and the centre compare the sales of a shift, from the command line.
class ReportCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theSalesOfAClosedShiftAreComparedWithWhatItsTillSaid(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill till = Shops.till(centre, folder, "T1")) {
            till.pull();
            till.openShift();
            till.sell("MUG1");
            till.sell("MUG1", "MUG1");
            till.closeShift();
            Ended before = run(settings);
            till.deliver();
            till.openShift();
            till.sell("MUG1");
            till.deliver();
            Ended match = run(settings);
            CentreOn.change(settings, "DELETE FROM posting WHERE seq = 3");
            Ended missing = run(settings);

            assertEquals("0 shifts, 0 differ.\n", before.out());
            assertEquals(0, match.exitCode(), match::said);
            assertTrue(match.out().startsWith("Z S1-T1-"), match::said);
            assertTrue(match.out().contains(": 2 of 2 sales, "), match::said);
            assertTrue(match.out().endsWith(", match\n1 shifts, 0 differ.\n"), match::said);
            assertEquals(1, missing.exitCode(), missing::said);
            assertTrue(missing.out().contains(": 1 of 2 sales, "), missing::said);
            assertTrue(missing.out().endsWith(", DIFFERENT, not the same to the byte\n1 shifts, 1 differ.\n"), missing::said);
        }
    }

    private static Ended run(Settings settings) {
        return Ended.of(Shops.command(settings, "report", "shifts", "--store", "S1"));
    }
}
