package io.evertill.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.pos.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The till of a machine on which a package was installed: its folder and its settings are known without being named.
class MachineTillTest {
    @TempDir
    Path folder;

    @Test
    void theMachinesTillNeedsNoNameAndOneThatIsNamedWins() {
        Map<String, String> environment = Map.of("EVERTILL_DATA", folder.resolve("machine").toString());

        List<String> said = Stream.of(
                        said(environment, "status"),
                        said(environment, "status", "--data", folder.resolve("other").toString()),
                        said(Map.of("EVERTILL_DATA", " "), "status"))
                .toList();

        assertTrue(said.get(0).startsWith("There is no till in " + folder.resolve("machine") + ". "), said::toString);
        assertTrue(said.get(1).startsWith("There is no till in " + folder.resolve("other") + ". "), said::toString);
        assertTrue(said.get(2).startsWith("Missing required option: '--data=DIR'"), said::toString);
    }

    @Test
    void aReplayMakesItsTillsOnlyWhereItIsTold() {
        Map<String, String> environment = Map.of("EVERTILL_DATA", folder.toString());

        String said = said(environment, "replay", "--sales", folder.resolve("sales.csv").toString());

        assertTrue(said.startsWith("Missing required option: '--data=DIR'"), said);
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void theFolderOfTheMachineHasSettingsToo() throws IOException {
        Path machine = Files.createDirectories(folder.resolve("etc"));
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(machine.resolve("till.properties"), "sound = loud\n");
        Map<String, String> environment = Map.of("EVERTILL_CONF", machine.toString(), "EVERTILL_DATA", data.toString());

        String wrong = said(environment, "devices", "test", "drawer");
        Files.writeString(data.resolve("till.properties"), "sound = off\n");
        String healed = said(environment, "devices", "test", "drawer");
        Files.writeString(machine.resolve("till.properties"), "louder\n");
        String unread = said(environment, "devices", "test", "drawer");

        assertTrue(wrong.startsWith("The settings in " + machine.resolve("till.properties")
                + " or the environment are wrong: sound is"), wrong);
        assertTrue(!healed.contains("are wrong"), healed);
        assertTrue(unread.startsWith("The settings in " + machine.resolve("till.properties") + " are wrong: line 1: 'louder'"), unread);
    }

    private static String said(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        EvertillApp.run(new Workplace(Machine.real(), name -> Optional.ofNullable(environment.get(name)), false),
                new PrintWriter(out, true), new PrintWriter(out, true), arguments);
        return out.toString();
    }
}
