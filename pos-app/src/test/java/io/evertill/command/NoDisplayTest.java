package io.evertill.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.evertill.pos.DataFolder;
import io.evertill.pos.Enrolling;
import io.evertill.pos.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The real command in a process of its own, where nobody set a display up.
final class NoDisplayTest {
    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems always have a display")
    void aTillWithoutADisplaySaysWhatToDo() throws Exception {
        try (DataFolder held = assertInstanceOf(DataFolder.Opening.Opened.class, DataFolder.open(folder)).folder()) {
            assertInstanceOf(Enrolling.Result.Enrolled.class, new Enrolling(held, Machine.real()).alone("S1", "T1"));
        }

        Process till = start();
        String said = new String(till.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals("There is no display to open the till's window on. Start it on a desktop, or set DISPLAY to one.",
                said.lines().filter(line -> line.contains("display")).findFirst().orElse(said));
        assertEquals(ExitCode.USAGE.number(), till.waitFor());
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), EvertillApp.class.getName(), "till", "--data", folder.toString());
        builder.environment().keySet().removeAll(Set.of("DISPLAY", "WAYLAND_DISPLAY"));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
