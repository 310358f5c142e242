package io.evertill.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.pos.KeyFile;
import io.evertill.pos.Machine;
import io.evertill.till.Action;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class KeysCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyActionIsListedWithItsKey() {
        assertEquals(0, keys(), err::toString);

        List<String> listed = out.toString().lines().skip(1).map(line -> line.replaceAll(" +", " ")).toList();
        assertEquals(Stream.of(Action.values()).map(Action::name).toList(), listed.stream().map(line -> line.split(" ", -1)[0]).toList());
        assertTrue(listed.contains("EXACT_CASH F12"), listed::toString);
    }

    /// What the manual shows is what the till understands.
    @Test
    void theExampleOfTheManualHasNoMistake() throws IOException {
        String manual = Files.readString(Path.of(System.getProperty("basedir", "."), "README.md"));
        String example = manual.split("```properties\n", -1)[1].split("```", -1)[0];
        Files.writeString(folder.resolve(KeyFile.NAME), example);

        assertEquals(0, keys("--data", folder.toString()), err::toString);
        List<String> listed = out.toString().lines().map(line -> line.replaceAll(" +", " ")).toList();
        assertTrue(listed.containsAll(List.of("EXACT_CASH CTRL+ENTER F12", "CARD CTRL+M F10", "THEME none CTRL+T")), listed::toString);
    }

    @Test
    void everyMistakeOfAFileIsSaid() throws IOException {
        Path file = folder.resolve("wanted.properties");
        Files.writeString(file, "CASH = 5\nNONSENSE = F13\nCARD = F12\n");

        assertEquals(1, keys("--check", file.toString()));
        assertEquals(4, err.toString().lines().count(), err::toString);
        assertTrue(err.toString().contains("wanted.properties: line 2: 'NONSENSE' is no action"), err::toString);
        assertTrue(err.toString().endsWith("A till with this file starts with the usual keys.\n"), err::toString);
    }

    @Test
    void aFileThatIsNotThereOrNoTextIsAMistake() throws IOException {
        Path binary = folder.resolve(KeyFile.NAME);
        Files.write(binary, new byte[] {'A', '=', (byte) 0xff, (byte) 0xfe});

        assertEquals(1, keys("--check", folder.resolve("nowhere").toString()));
        assertEquals(1, keys("--data", folder.toString()));
        assertEquals(2, err.toString().lines().filter(line -> line.contains("cannot be read")).count(), err::toString);
    }

    private int keys(String... arguments) {
        CommandLine line = Commands.line(new Workplace(Machine.real(), _ -> Optional.empty(), false));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(Stream.concat(Stream.of("keys"), Stream.of(arguments)).toArray(String[]::new));
    }
}
