package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.office.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Goods, batches and pieces by the commands that managers and IT type.
class LotCommandsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aBatchIsReceivedCalledBackAndFollowed(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            Ended received = run(settings, "goods", "receive", "--store", "S1", "--sku", "MUG1", "--qty", "10", "--lot", "L-1",
                    "--document", "D-7", "--by", "Bea");
            run(settings, "goods", "damage", "--store", "S1", "--sku", "MUG1", "--qty", "2", "--lot", "L-1", "--reason", "chipped",
                    "--by", "Bea");
            run(settings, "lot", "MUG1", "L-1", "--expires", "2027-01-31", "--supplier", "Potter");

            Ended recalled = run(settings, "lot", "MUG1", "L-1", "--state", "recalled", "--by", "Bea", "--note", "handles break");
            JsonNode recall = run(settings, "recall", "MUG1", "L-1", "--json").json();

            assertTrue(received.out().startsWith("Recorded as entry 1 of the centre's stream "), received.said());
            assertEquals("MUG1 lot L-1  RECALLED  expires 2027-01-31  from Potter", recalled.out().strip(), recalled.said());
            assertEquals("[{\"place\":\"MAIN/AVAILABLE\",\"qty\":\"8\",\"store\":\"S1\"},"
                    + "{\"place\":\"MAIN/QUARANTINE\",\"qty\":\"2\",\"store\":\"S1\"}]", recall.get("left").toString());
            assertEquals("D-7", recall.at("/came/0/document").asText());
            assertTrue(recall.get("addsUp").asBoolean());
            assertEquals(0, run(settings, "verify").exitCode());
            assertTrue(centre.settle(Shops.PATIENCE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPieceHasItsHistoryAndAConflictEndsWithANameAndAReason(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            String[] scrap = {"goods", "scrap", "--store", "S1", "--sku", "MUG1", "--qty", "1", "--serial", "SN-1", "--reason",
                "fell", "--by", "Bea"};
            run(settings, scrap);

            Ended history = run(settings, "serial", "MUG1", "SN-1");
            Ended open = run(settings, "serial");
            String id = open.lines().getFirst().replaceFirst(".*  ([0-9a-f-]{36})$", "$1");
            Ended nameless = run(settings, "serial", "--settle", id);
            Ended settled = run(settings, "serial", "--settle", id, "--by", "Bea", "--note", "the note was lost");

            assertTrue(history.out().contains("  SCRAP  from store S1 MAIN/AVAILABLE to thrown away"), history.said());
            assertTrue(history.out().contains("  NEVER_RECEIVED  "), history.said());
            assertTrue(open.out().endsWith("1 open conflicts." + System.lineSeparator()), open.said());
            assertEquals(2, nameless.exitCode());
            assertEquals(0, settled.exitCode(), settled.said());
            assertTrue(run(settings, "serial").out().startsWith("0 open conflicts."));
            assertTrue(centre.settle(Shops.PATIENCE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeIsRefusedWithASentenceAndTheSameFactTwiceIsRecordedOnce(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            String[] fact = {"goods", "receive", "--store", "S1", "--sku", "MUG1", "--qty", "10", "--by", "Bea", "--id",
                "01a217c3-745d-71f3-adb9-01f487870e54"};
            run(settings, fact);

            Ended again = run(settings, fact);
            Ended half = run(settings, "goods", "receive", "--store", "S1", "--sku", "MUG1", "--qty", "0.5", "--by", "Bea");
            Ended nowhere = run(settings, "goods", "ship", "--store", "S1", "--sku", "MUG1", "--qty", "1", "--by", "Bea", "--from",
                    "MAIN/AVAILABLE");
            Ended unknown = run(settings, "goods", "receive", "--store", "S1", "--sku", "CUP", "--qty", "1", "--by", "Bea");
            Ended unexplained = run(settings, "goods", "scrap", "--store", "S1", "--sku", "MUG1", "--qty", "1", "--by", "Bea");

            assertTrue(again.out().startsWith("This was recorded before"), again.said());
            assertTrue(half.err().startsWith("This cannot be recorded: quantity 0.5 is not a multiple of 1 "), half.said());
            assertTrue(nowhere.err().startsWith("This cannot be recorded: SHIP at branch 'S1' cannot move goods from "), nowhere.said());
            assertEquals("There is no product CUP. Import it first.", unknown.err().strip());
            assertEquals(2, unexplained.exitCode());
            assertTrue(centre.settle(Shops.PATIENCE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLastDayIsSaidPutOffTakenBackAndNothingElseIsADay(CentreOn on) {
        Settings settings = on.settings(folder);
        try (Centre centre = Shops.start(settings)) {
            List<String> said = Stream.of(
                            run(settings, "lot", "MUG1", "L-1", "--expires", "2027-01-31"),
                            run(settings, "lot", "MUG1", "L-1", "--expires", "2027-02-28"),
                            run(settings, "lot", "MUG1", "L-1", "--supplier", "Potter"),
                            run(settings, "lot", "MUG1", "L-1", "--expires", "never"))
                    .map(ended -> ended.out().strip())
                    .toList();
            Ended wrong = run(settings, "lot", "MUG1", "L-1", "--expires", "31.1.2027");

            assertEquals(List.of("MUG1 lot L-1  ACTIVE  expires 2027-01-31", "MUG1 lot L-1  ACTIVE  expires 2027-02-28",
                    "MUG1 lot L-1  ACTIVE  expires 2027-02-28  from Potter", "MUG1 lot L-1  ACTIVE  from Potter"), said);
            assertEquals("This is no batch: '31.1.2027' is neither a date such as 2027-01-31 nor never", wrong.err().strip());
            assertEquals(2, wrong.exitCode());
            assertTrue(centre.settle(Shops.PATIENCE));
            assertEquals(0, run(settings, "verify").exitCode());
        }
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }
}
