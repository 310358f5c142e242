package io.evertill.central.command.product;

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

/// What a product cost, asked from the command line.
class PriceHistoryCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatAppliedAtAMomentAsKnownAtAnotherIsAnswered(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill _ = Shops.till(centre, folder, "T1")) {
            run(settings, "price", "MUG1", "1.99", "--store", "S1", "--from", "2026-01-01T00:00:00Z", "--id", "sale");
            run(settings, "price", "MUG1", "1.89", "--store", "S1", "--from", "2026-01-01T00:00:00Z", "--id", "sale");
            Ended list = run(settings, "price", "history", "MUG1", "--store", "S1");
            Ended then = run(settings, "price", "history", "MUG1", "--store", "S1", "--at", "2026-01-02T00:00:00Z");
            Ended known = run(settings, "price", "history", "MUG1", "--store", "S1", "--at", "2026-01-02T00:00:00Z", "--known",
                    "2026-01-02T00:00:00Z");
            Ended elsewhere = run(settings, "price", "history", "MUG1", "--store", "S2");
            Ended unknown = run(settings, "price", "history", "NONE");
            Ended alone = run(settings, "price", "history", "MUG1", "--known", "2026-01-02T00:00:00Z");
            Ended half = run(settings, "price", "MUG1");

            assertEquals(3, list.out().lines().count(), list::said);
            assertTrue(list.out().lines().skip(1).findFirst().orElseThrow().contains(" until "), list::said);
            assertTrue(then.out().endsWith("At 2026-01-02T00:00:00Z: 1.89 GBP by rule sale\n"), then::said);
            assertTrue(known.out().contains(", as known at 2026-01-02T00:00:00Z: "), known::said);
            assertTrue(known.out().endsWith(", the base price\n"), known::said);
            assertEquals(1, elsewhere.out().lines().count(), elsewhere::said);
            assertEquals("There is no product NONE.\n", unknown.err());
            assertEquals(2, alone.exitCode());
            assertEquals(2, half.exitCode());
        }
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }
}
