package io.evertill.central.command.till;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Asker;
import io.evertill.central.Centre;
import io.evertill.central.CentreOn;
import io.evertill.central.Ended;
import io.evertill.central.ShopTill;
import io.evertill.central.Shops;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Machine;
import io.evertill.central.office.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a person sees of every till, and in the figures for a machine.
class TillsCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void anOpenTillIsSilentWhenItIsNotHeardAndAClosedOneIsNot(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings); ShopTill till = Shops.till(centre, folder, "T1")) {
            till.pull();
            till.openShift();
            till.sell("MUG1");
            till.deliver();
            assertTrue(centre.settle(Shops.PATIENCE));

            Ended soon = later(Duration.ofMinutes(9), settings, "tills");
            Ended later = later(Duration.ofMinutes(25), settings, "tills");
            CentreOn.change(settings, "UPDATE till SET is_open = 0");
            Ended closed = later(Duration.ofMinutes(25), settings, "tills");

            assertFalse(soon.out().contains("TILL_SILENT"), soon.said());
            assertTrue(later.out().contains("TILL_SILENT: its shift is open, and it was not heard for 25 min."), later.said());
            assertFalse(closed.out().contains("TILL_SILENT"), closed.said());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureOfATillIsThereForAPersonAndForAMachine(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings);
                ShopTill till = Shops.till(centre, folder, "T1");
                Asker asker = new Asker(centre)) {
            till.pull();
            CentreOn.change(settings, "DELETE FROM product WHERE sku = 'MUG2'");
            till.openShift();
            till.sell("MUG1");
            till.sell("MUG2");
            till.deliver();
            assertTrue(centre.settle(Shops.PATIENCE));
            CentreOn.change(settings, "UPDATE till SET head_seq = 7, offset_ms = -90000");
            CentreOn.change(settings, "UPDATE stream SET archived_seq = 1");
            CentreOn.change(settings, """
                    INSERT INTO incident (incident, branch, terminal, kind, sentence, noticed_at, settled_by, note)
                    SELECT token_hash, branch, terminal, 'FORK', 'It forked.', 1, '', '' FROM till
                    """.replace("token_hash", on == CentreOn.SQLITE ? "zeroblob(16)" : "decode(repeat('00', 16), 'hex')"));

            JsonNode row = Ended.of(Shops.command(settings, "tills", "--json")).json().at("/tills/0");
            List<String> figures = asker.get("/metrics").text().lines()
                    .filter(line -> line.startsWith("evertill_till_") && !line.contains("heard"))
                    .map(line -> line.replaceAll("store=.*till=\"T1\"", "").replaceAll("kind=\"FORK\",|,?currency=\"GBP\",?", ""))
                    .sorted()
                    .toList();

            assertEquals(List.of("4", "3", "3", "1", "1", "0", "-90000", "2.50", "1", "true", "false"), List.of(
                    row.get("behind").asText(), row.get("accepted").asText(), row.get("applied").asText(),
                    row.get("archived").asText(), row.get("parked").asText(), row.get("conflicts").asText(),
                    row.get("offsetMs").asText(), row.at("/suspense/GBP").asText(), row.at("/incidents/FORK").asText(),
                    row.get("open").asText(), row.get("silent").asText()), row.toString());
            assertEquals(List.of(
                    "evertill_till_accepted_entries{} 3.0",
                    "evertill_till_applied_entries{} 3.0",
                    "evertill_till_archived_entries{} 1.0",
                    "evertill_till_behind_entries{} 4.0",
                    "evertill_till_clock_offset_seconds{} -90.0",
                    "evertill_till_conflicts_entries{} 0.0",
                    "evertill_till_incidents{} 1.0",
                    "evertill_till_parked_entries{} 1.0",
                    "evertill_till_parked_value{} 2.5",
                    "evertill_till_silent{} 0.0"), figures);
        }
    }

    private static Ended later(Duration by, Settings settings, String command) {
        Machine real = Machine.real();
        Machine machine = new Machine(Clock.offset(Clock.systemUTC(), by), real.nanos(), real.ids(), real.random());
        return Ended.of(new Workplace(machine, Map.of(), false), Shops.command(settings, command));
    }
}
