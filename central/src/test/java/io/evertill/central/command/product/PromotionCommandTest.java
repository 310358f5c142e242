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

/// Promotions, set and asked for from the command line.
class PromotionCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aPromotionIsSetListedPreviewedAndWithdrawn(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill _ = Shops.till(centre, folder, "T1")) {
            run(settings, "setting", "currency", "GBP");
            run(settings, "price", "MUG1", "2.00", "--store", "S1", "--from", "2026-01-01T00:00:00Z");
            Ended three = run(settings, "promotion", "set", "3for2", "--name", "Three for two", "--pieces", "3", "--pay", "2",
                    "--sku", "MUG1", "--from", "2026-01-01T00:00:00Z");
            Ended same = run(settings, "promotion", "set", "3for2", "--name", "Three for two", "--pieces", "3", "--pay", "2",
                    "--sku", "MUG1", "--from", "2026-01-01T00:00:00Z");
            Ended happy = run(settings, "promotion", "set", "happy", "--name", "Happy hour", "--amount", "0.50", "--stacks", "--store",
                    "S1", "--from", "2026-01-01T00:00", "--days", "friday,saturday", "--between", "17:00-19:00");
            Ended quiet = run(settings, "promotion", "preview", "--store", "S1", "--at", "2026-03-13T12:00:00Z", "4*MUG1");
            Ended evening = run(settings, "promotion", "preview", "--store", "S1", "--at", "2026-03-13T18:00:00Z", "4*MUG1");
            Ended here = run(settings, "promotion", "list", "--store", "S1");
            Ended elsewhere = run(settings, "promotion", "list", "--store", "S2", "--at", "2026-03-13T18:00:00Z");

            assertEquals("Added: 3for2  Three for two  3 for the price of 2 on 1 products  from 2026-01-01T00:00:00Z\n", three.said());
            assertTrue(same.out().startsWith("Unchanged: 3for2"), same::said);
            assertTrue(happy.out().startsWith("Added: happy  Happy hour  0.50 GBP off each on everything in store S1, on top of others  "),
                    happy::said);
            assertTrue(quiet.out().endsWith("Three for two (3for2): -2.00 GBP" + System.lineSeparator()
                    + "Together: 6.00 GBP, 2.00 GBP less than without promotions" + System.lineSeparator()), quiet::said);
            assertTrue(evening.out().endsWith("Happy hour (happy): -2.00 GBP" + System.lineSeparator()
                    + "Together: 4.00 GBP, 4.00 GBP less than without promotions" + System.lineSeparator()), evening::said);
            assertEquals(2, here.out().lines().count(), here::said);
            assertEquals(1, elsewhere.out().lines().count(), elsewhere::said);
            assertEquals(0, run(settings, "promotion", "withdraw", "3for2").exitCode());
            assertEquals(2, run(settings, "promotion", "withdraw", "3for2").exitCode());
            assertTrue(run(settings, "promotion", "preview", "--store", "S2", "4*MUG1").out().endsWith(" GBP\n"));
            assertEquals(0, run(settings, "verify").exitCode());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoPromotionIsRefusedWithASentence(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill _ = Shops.till(centre, folder, "T1")) {
            Ended none = run(settings, "promotion", "set", "p", "--name", "P");
            Ended two = run(settings, "promotion", "set", "p", "--name", "P", "--percent", "10", "--amount", "1");
            Ended wall = run(settings, "promotion", "set", "p", "--name", "P", "--percent", "10", "--from", "2026-01-01T00:00");
            Ended unknown = run(settings, "promotion", "set", "p", "--name", "P", "--percent", "10", "--sku", "NONE");
            Ended moved = run(settings, "promotion", "set", "p", "--name", "P", "--percent", "10", "--store", "S1");
            Ended other = run(settings, "promotion", "set", "p", "--name", "P", "--percent", "10", "--store", "S2");

            assertTrue(none.err().startsWith("This is no promotion: say one of --percent"), none::said);
            assertTrue(two.err().startsWith("This is no promotion: say one of --percent"), two::said);
            assertTrue(wall.err().contains("is another moment in each store"), wall::said);
            assertEquals("There is no product NONE.\n", unknown.err());
            assertEquals(0, moved.exitCode());
            assertTrue(other.err().contains("belongs to another store already"), other::said);
            assertEquals(2, run(settings, "promotion").exitCode());
        }
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }
}
