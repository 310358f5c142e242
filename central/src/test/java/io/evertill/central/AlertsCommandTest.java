package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlertsCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aLowShelfIsACardThatIsAcknowledgedSnoozedAndCloses(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            run(settings, "minimum", "MUG1", "3", "--store", "S1");

            Ended low = run(settings, "alerts", "--store", "S1");
            String id = run(settings, "alerts", "--json").json().at("/alerts/0/id").asText();
            Ended nameless = run(settings, "alerts", "--acknowledge", id);
            Ended seen = run(settings, "alerts", "--acknowledge", id, "--by", "Bea");
            JsonNode acknowledged = run(settings, "alerts", "--json").json();
            run(settings, "alerts", "--snooze", id, "--for", "4h");
            Ended snoozed = run(settings, "alerts");
            run(settings, "goods", "receive", "--store", "S1", "--sku", "MUG1", "--qty", "3", "--by", "Bea");
            Ended closed = run(settings, "alerts", "--snoozed");
            Ended gone = run(settings, "alerts", "--acknowledge", id, "--by", "Bea");

            assertTrue(low.out().contains("MUG1: 0 available, 0 in the store; at least 3 are wanted. Order it"), low.said());
            assertEquals(2, nameless.exitCode());
            assertEquals(0, seen.exitCode(), seen.said());
            assertEquals("Bea", acknowledged.at("/alerts/0/acknowledgedBy").asText());
            assertEquals("0 cards.", snoozed.out().strip());
            assertEquals("0 cards.", closed.out().strip(), closed.said());
            assertEquals(2, gone.exitCode());
            assertEquals(2, run(settings, "minimum", "MUG1", "-3", "--store", "S1").exitCode());
            assertTrue(centre.settle(Shops.PATIENCE));
        }
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }
}
