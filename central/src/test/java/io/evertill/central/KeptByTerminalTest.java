package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.office.Settings;
import io.evertill.entry.TillEntry;
import io.evertill.entry.TillEntry.PaymentAttempted.Phase;
import io.evertill.money.Money;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Money that a card terminal keeps without a sale (experience E9).
class KeptByTerminalTest {
    private static final UUID KEPT = new UUID(3, 1);
    private static final UUID UNDONE = new UUID(3, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatACardTerminalKeepsIsAMatterUntilSomebodyHasPaidItBack(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill till = Shops.till(centre, folder, "T1")) {
            till.pull();
            till.openShift();
            for (Phase phase : List.of(Phase.ASKED, Phase.APPROVED, Phase.UNDOING, Phase.KEPT)) {
                attempted(till, KEPT, phase, phase == Phase.KEPT ? "Auth 0042" : "");
            }
            for (Phase phase : List.of(Phase.ASKED, Phase.APPROVED, Phase.UNDOING, Phase.UNDONE)) {
                attempted(till, UNDONE, phase, "taken back");
            }
            till.deliver();
            assertTrue(centre.settle(Shops.PATIENCE));

            String told = Ended.of(Shops.command(settings, "kept-payments")).out();

            assertTrue(told.startsWith("store S1  " + KEPT + System.lineSeparator() + "    A card terminal keeps 5.00 GBP of payment "
                    + KEPT + " (reference Auth 0042), which no sale holds; noted by Anna at "), told);
            assertTrue(told.endsWith(System.lineSeparator() + "1 card payments to be paid back by hand." + System.lineSeparator()), told);
            assertTrue(Ended.of(Shops.command(settings, "alerts")).out().contains("CARD_KEPT  store S1"));
            assertEquals("The payment is settled." + System.lineSeparator(), Ended.of(Shops.command(
                    settings, "kept-payments", "--settle", KEPT.toString(), "--by", "Bea", "--note", "paid back at the terminal")).out());
            assertEquals("0 card payments to be paid back by hand." + System.lineSeparator(),
                    Ended.of(Shops.command(settings, "kept-payments")).out());
            assertTrue(!Ended.of(Shops.command(settings, "alerts")).out().contains("CARD_KEPT"));
        }
    }

    private static void attempted(ShopTill till, UUID attempt, Phase phase, String told) {
        till.register.record(till.register.entryId(), (tx, branch) -> new TillEntry.PaymentAttempted(branch, tx.now(), ShopTill.ANNA,
                tx.shifts().open().orElseThrow().id(), attempt, Money.of(500, "GBP"), phase, List.of(), Optional.of(told)));
    }
}
