package io.evertill.command;

import static io.evertill.command.OldFolder.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.evertill.central.Centre;
import io.evertill.central.office.Settings;
import io.evertill.command.OldFolder.Ended;
import io.evertill.db.Tills;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Machine;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A till with its centre, looked at when all is well and with each thing broken.
class DoctorCommandTest {
    @TempDir
    Path folder;

    private Centre centre;
    private Path data;

    @BeforeEach
    void sell() throws IOException {
        centre = Centre.start(Settings.in(folder.resolve("centre")).withPort(0));
        String code = centre.office().admission().code(new Tills.Seat("S1", "T1"), Duration.ofMinutes(15));
        data = OldFolder.sold(folder, "--central", centre.url(), "--code", code);
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void aTillThatIsWellIsSaidToBe() throws IOException {
        Ended words = run("doctor", "--data", data.toString(), "--full");
        Map<String, JsonNode> checks = checks(Machine.real());

        assertEquals(0, words.exitCode(), words::toString);
        assertEquals(List.of("settings", "disk", "database", "backups", "centre", "certificate", "clock", "printer", "ports", "display",
                "program"), words.out().lines().filter(line -> !line.isBlank() && line.charAt(0) != ' ')
                        .map(line -> line.substring(8, 20).strip()).toList());
        for (String check : List.of("settings", "database", "backups", "centre", "certificate", "clock", "printer", "ports", "display")) {
            assertEquals("OK", checks.get(check).get("verdict").asText(), () -> checks.get(check).toString());
            assertEquals("", checks.get(check).get("advice").asText());
        }
        assertTrue(checks.get("centre").at("/figures/reachable").asBoolean());
        assertTrue(checks.get("centre").at("/figures/version").isTextual(), checks.get("centre")::toString);
        assertTrue(checks.get("database").at("/figures/chainEndHolds").asBoolean());
        assertEquals(0, checks.get("database").at("/figures/waiting").asLong(-1));
        assertEquals("S1", checks.get("database").at("/figures/store").asText());
        assertTrue(checks.get("disk").at("/figures/syncP99Micros").isIntegralNumber());
        assertTrue(checks.get("clock").at("/figures/aheadOfCentreSeconds").asLong(99) <= 5);
        assertTrue(checks.get("program").at("/figures/sqlite").asText().startsWith("3."));
        assertTrue(checks.get("program").at("/figures/javafx").isTextual());
    }

    @Test
    void nothingSecretIsSaid() throws IOException {
        String token = new ObjectMapper().readTree(Files.readAllBytes(data.resolve("token"))).path("token").asText();

        Ended json = run("doctor", "--data", data.toString(), "--json");

        assertFalse(token.isBlank());
        assertFalse(json.out().contains(token));
        for (String line : Files.readAllLines(data.resolve("key"))) {
            assertFalse(json.out().contains(line));
        }
    }

    @Test
    void itWorksBesideATillThatRunsAndChangesNothing() {
        try (DataFolder held = Where.hold(data)) {
            Ended ended = run("doctor", "--data", held.path().toString());

            assertEquals(0, ended.exitCode(), ended::toString);
        }
        assertFalse(Files.exists(data.resolve("doctor.part")));
    }

    @Test
    void aFolderWithoutATillIsLookedAtToo() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Ended ended = run("doctor", "--data", empty.toString());
        Ended none = run("doctor", "--data", folder.resolve("none").toString());

        assertEquals(0, ended.exitCode(), ended::toString);
        assertTrue(ended.out().contains("There is no till in " + empty + " yet."), ended::out);
        assertTrue(ended.out().contains("This folder knows no centre."), ended::out);
        assertEquals(2, none.exitCode(), none::toString);
    }

    @Test
    void wrongSettingsAreAProblemAndHideNothingElse() throws IOException {
        Files.writeString(data.resolve("till.properties"), "sound = loud\n");

        Map<String, JsonNode> checks = checks(Machine.real());

        assertProblem(checks, "settings", "sound is on or off: 'loud'");
        assertEquals("OK", checks.get("database").get("verdict").asText());
    }

    @Test
    void aClockThatIsFarOffIsAProblem() throws IOException {
        Machine real = Machine.real();

        Map<String, JsonNode> checks = checks(real.at(() -> real.clock().instant().plus(Duration.ofMinutes(20))));

        assertProblem(checks, "clock", "ahead of the centre's.");
        assertTrue(checks.get("clock").at("/figures/aheadOfCentreSeconds").asLong() >= 1_190);
    }

    @Test
    void aCentreThatIsGoneIsAWarningBecauseTheTillSellsOn() throws IOException {
        centre.close();

        Ended ended = run("doctor", "--data", data.toString());
        JsonNode check = checks(Machine.real()).get("centre");

        assertEquals(0, ended.exitCode(), ended::toString);
        assertEquals("WARNING", check.get("verdict").asText());
        assertTrue(check.get("facts").asText().contains("cannot be reached: nothing answers there."), check::toString);
        assertFalse(check.at("/figures/reachable").asBoolean(true));
    }

    @Test
    void aPrinterThatIsGoneAndAScaleWithoutAPortAreProblems() throws IOException {
        Files.writeString(data.resolve("till.properties"),
                "printer = tcp:127.0.0.1:" + freePort() + "\nscale = serial:/dev/none7:9600\n");

        Map<String, JsonNode> checks = checks(Machine.real());

        assertProblem(checks, "printer", "does not work");
        assertProblem(checks, "ports", "The scale at serial:/dev/none7:9600 is not there: the system knows no such port.");
    }

    @Test
    void aPrinterThatIsOutOfPaperIsAProblemAndNothingIsPrinted() throws Exception {
        try (var printer = new io.evertill.device.FakePrinter()) {
            Files.writeString(data.resolve("till.properties"), "printer = tcp:127.0.0.1:" + printer.port() + "\n");
            JsonNode well = checks(Machine.real()).get("printer");
            printer.is(io.evertill.device.FakePrinter.Mood.NO_PAPER);

            Map<String, JsonNode> checks = checks(Machine.real());

            assertEquals("OK", well.get("verdict").asText(), well::toString);
            assertProblem(checks, "printer", "is out of paper");
            assertEquals("", new String(printer.paper(), StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aDamagedDatabaseIsAProblem() throws IOException {
        Path ledger = data.resolve("till.db");
        try (RandomAccessFile bytes = new RandomAccessFile(ledger.toFile(), "rw")) {
            for (long page = 2; page < bytes.length() / 2_048; page += 2) {
                bytes.seek(page * 2_048);
                bytes.write(new byte[] {77, 77, 77, 77, 77, 77, 77, 77});
            }
        }

        Ended ended = run("doctor", "--data", data.toString());
        JsonNode check = checks(Machine.real()).get("database");

        assertEquals(1, ended.exitCode(), ended::toString);
        assertEquals("PROBLEM", check.get("verdict").asText());
        assertTrue(check.get("advice").asText().contains("verify --repair-plan"), check::toString);
    }

    private static void assertProblem(Map<String, JsonNode> checks, String name, String facts) {
        JsonNode check = checks.get(name);
        assertEquals("PROBLEM", check.get("verdict").asText(), check::toString);
        assertTrue(check.get("facts").asText().contains(facts), check::toString);
        assertFalse(check.get("advice").asText().isEmpty(), check::toString);
        assertEquals(1, check.get("facts").asText().lines().count());
    }

    private Map<String, JsonNode> checks(Machine machine) throws IOException {
        Ended ended = run(new Workplace(machine, _ -> Optional.empty(), false), "doctor", "--data", data.toString(), "--json");
        JsonNode report = new ObjectMapper().readTree(ended.out());
        assertEquals(1, report.get("format").asInt());
        Map<String, JsonNode> checks = new HashMap<>();
        List<String> verdicts = new ArrayList<>();
        for (JsonNode check : report.get("checks")) {
            checks.put(check.get("check").asText(), check);
            verdicts.add(check.get("verdict").asText());
        }
        assertEquals(!verdicts.contains("PROBLEM"), report.get("well").asBoolean());
        assertEquals(verdicts.contains("PROBLEM") ? 1 : 0, ended.exitCode(), ended::toString);
        return checks;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
