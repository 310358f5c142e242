package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The settings of a machine on which the package was installed.
class MachineSettingsTest {
    @TempDir
    Path folder;

    @Test
    void theDataFolderWinsOverTheFolderOfTheMachine() throws IOException {
        Path machine = Files.createDirectories(folder.resolve("etc"));
        Path data = Files.createDirectories(folder.resolve("centre"));
        Workplace workplace = new Workplace(Machine.real(),
                Map.of("EVERTILL_CENTRAL_CONF", machine.toString(), "EVERTILL_CENTRAL_DATA", data.toString()), false);
        Files.writeString(machine.resolve(Where.FILE), "port = 70005\n");

        String ofTheMachine = Ended.of(workplace, "serve").err();
        Files.writeString(data.resolve(Where.FILE), "port = 70006\n");
        String ofTheFolder = Ended.of(workplace, "serve").err();
        Files.writeString(machine.resolve(Where.FILE), "bond = 1\n");
        String unknown = Ended.of(workplace, "serve").err();

        assertTrue(ofTheMachine.contains("70005"), ofTheMachine);
        assertTrue(ofTheFolder.contains("70006"), ofTheFolder);
        assertTrue(unknown.contains(machine.resolve(Where.FILE) + " have no bond."), unknown);
    }
}
