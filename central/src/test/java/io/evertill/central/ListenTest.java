package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.command.Workplace;
import io.evertill.central.office.Machine;
import io.evertill.central.office.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where the centre listens, and where it does not.
class ListenTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            192.0.2.1       | There is no address 192.0.2.1 on this machine
            no-host.invalid | There is no address no-host.invalid on this machine
            """)
    void anAddressOfAnotherMachineIsRefused(String bind, String sentence) {
        Path data = folder.resolve("centre");

        Ended flag = Ended.of("serve", "--data", data.toString(), "--port", "0", "--bind", bind);
        Ended variable = Ended.of(new Workplace(Machine.real(), java.util.Map.of("EVERTILL_CENTRAL_BIND", bind), false),
                "serve", "--data", data.toString(), "--port", "0");

        assertEquals(2, flag.exitCode(), flag::said);
        assertTrue(flag.err().contains(sentence), flag::err);
        assertEquals(flag, variable);
        assertFalse(Files.exists(data), "nothing was made");
    }

    @Test
    void aTakenPortIsNamedAndTheFolderIsFreeAgain() {
        Path data = folder.resolve("second");
        try (Centre first = Centre.start(CentreOn.SQLITE.settings(folder))) {
            String port = Integer.toString(first.port());

            Ended taken = Ended.of("serve", "--data", data.toString(), "--port", port);

            assertEquals(3, taken.exitCode(), taken::said);
            assertTrue(taken.err().startsWith("Port " + port + " on 127.0.0.1 is taken by another program"), taken::err);
            assertTrue(taken.err().strip().endsWith("or choose another port with --port."), taken::err);
            Centre.start(Settings.in(data).withPort(0)).close();
        }
    }

    @Test
    void aSecondCentreKeepsOffTheFolder() {
        Settings settings = CentreOn.SQLITE.settings(folder);
        try (Centre _ = Centre.start(settings)) {
            Ended second = Ended.of(Shops.command(settings, "serve", "--port", "0"));

            assertEquals(4, second.exitCode(), second::said);
            assertTrue(second.err().contains("runs on " + settings.folder().orElseThrow() + " already. Stop it"), second::err);
        }
    }
}
