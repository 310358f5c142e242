package io.evertill.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.central.Centre;
import io.evertill.central.office.Settings;
import io.evertill.db.Tills;
import io.evertill.ledger.Bytes;
import io.evertill.pos.Machine;
import io.evertill.wire.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands of a till as a person or a script runs them.
class CommandsTest {
    private static final String COLUMNS = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String ROW = "536365,85123A,Holder,6,2010-12-01 08:26:00,2.55,17850,United Kingdom\n";

    @TempDir
    Path folder;

    /// How a command ended and what it said.
    private record Ended(int exitCode, String out, String err) {}

    @ParameterizedTest
    @ValueSource(strings = {"till", "enrol", "replay", "sync", "status", "verify", "repair", "rollback", "doctor", "export", "devices",
        "receipt", "journal", "report", "keys"})
    void everyCommandExplainsItself(String command) {
        Ended help = run(command, "--help");

        assertEquals(0, help.exitCode(), help::toString);
        assertTrue(help.out().startsWith("Usage: evertill " + command + " "), help::out);
        assertEquals("", help.err());
    }

    /// What opens at once, and what is left to the command line.
    @Test
    void onlyAPlainLineOpensTheTillAtOnce() {
        Workplace none = new Workplace(Machine.real(), _ -> Optional.empty(), false);
        Workplace packaged = new Workplace(
                Machine.real(), name -> Optional.of("/var/lib/evertill").filter(_ -> name.equals("EVERTILL_DATA")), false);
        Optional<Path> named = Optional.of(Path.of("T1"));

        assertEquals(named, TillStart.plainly(none, "till", "--data", "T1"));
        assertEquals(named, TillStart.plainly(packaged, "till", "--data", "T1"));
        assertEquals(Optional.of(Path.of("/var/lib/evertill")), TillStart.plainly(packaged, "till"));
        assertEquals(Optional.empty(), TillStart.plainly(none, "till"));
        for (List<String> line : List.of(List.<String>of(), List.of("till", "--help"), List.of("till", "--data"),
                List.of("till", "--data", "--help"), List.of("till", "--data", "T1", "--help"), List.of("till", "--data=T1"),
                List.of("till", "--dataa", "T1"), List.of("status", "--data", "T1"), List.of("status"))) {
            assertEquals(Optional.empty(), TillStart.plainly(packaged, line.toArray(String[]::new)), line::toString);
        }
    }

    /// Both ways say the same of a folder without a till.
    @Test
    void theShortWayFailsAsTheCommandLineDoes() {
        String data = folder.resolve("none").toString();

        Ended plain = run("till", "--data", data);

        assertEquals(run("till", "--data=" + data), plain);
        assertEquals(2, plain.exitCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                                                                      | Name a command.
            foo                                                       | Unmatched argument at index 0: 'foo'
            status                                                    | Missing required option: '--data=DIR'
            status --data HERE --bogus                                 | Unknown option: '--bogus'
            status --data HERE                                         | There is no till in HERE. Set one up with: evertill enrol
            sync --data HERE                                           | There is no till in HERE. Set one up with: evertill enrol
            verify --data HERE                                         | There is no till in HERE. Set one up with: evertill enrol
            repair --data HERE                                         | There is no till in HERE. Set one up with: evertill enrol
            export --data HERE --what sales                            | There is no till in HERE. Set one up with: evertill enrol
            export --data HERE --what all                              | Invalid value for option '--what'
            receipt 17 --data HERE                                     | There is no till in HERE. Set one up with: evertill enrol
            till --data HERE                                           | The till in HERE was never set up. Get a one-time code
            enrol --data HERE --code ABCD2345                          | Say where to enrol: --file FILE, or --central URL with --code
            enrol --data HERE --code ABCD2345 --file x.json            | --file says it all: leave out --central, --code and --ca
            enrol --data HERE --file no-such.json                      | The enrolment file no-such.json cannot be read:
            enrol --data HERE --code A --central http://127.0.0.1:9 --ca no.pem | The file no.pem (--ca) cannot be read:
            enrol --data HERE --code ABCD2345 --central nonsense       | 'nonsense' is no address of a centre.
            enrol --data HERE --code ABCD2345 --central http://192.0.2.1 | The centre at 192.0.2.1 would be spoken to in clear text.
            replay --data HERE --sales x.csv --tills 0                 | --tills is 1 to
            replay --data HERE --sales x.csv --offline 2               | --offline is a share from 0 to 1, such as 0.3, not 2.
            replay --data HERE --sales x.csv --limit -1                | --limit is a number of rows, not -1.
            replay --data HERE --sales x.csv --from soon               | Invalid value for option '--from'
            replay --data HERE --sales x.csv --code ABCD2345           | --code needs --central, the address of the centre
            """)
    void misuseIsToldInASentence(String line, String sentence) {
        String data = folder.resolve("till").toString();
        String[] arguments = line == null ? new String[0]
                : Arrays.stream(line.split(" +")).map(word -> word.equals("HERE") ? data : word).toArray(String[]::new);

        Ended ended = run(arguments);

        assertEquals(2, ended.exitCode(), ended::toString);
        assertTrue(ended.err().startsWith(sentence.replace("HERE", data)), ended::err);
        assertTrue(ended.err().lines().count() <= 2, ended::err);
        assertEquals("", ended.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                      | is no file of sales: it is empty. Nothing was rung up.
            sku,name,price                          | is no file of sales: its first line is 'sku,name,price' and should be
            COLUMNS536365,85123A,Holder,6,2010-12-0 | is no file of sales: line 2 has 5 columns instead of 8: it was cut off there.
            """)
    void aFileThatIsNoFileOfSalesIsRefused(String content, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("sales.csv"), content.replace("COLUMNS", COLUMNS));

        Ended ended = run("replay", "--data", folder.resolve("tills").toString(), "--sales", file.toString());

        assertEquals(2, ended.exitCode(), ended::toString);
        assertTrue(ended.err().contains("sales.csv " + sentence), ended::err);
        assertFalse(Files.exists(folder.resolve("tills")), "nothing was made");
    }

    @Test
    void aCentreThatIsDownIsToldAndNothingIsLost() throws IOException {
        String nowhere = "http://127.0.0.1:" + freePort();
        Path data = folder.resolve("till");
        Path file = Files.writeString(folder.resolve("sales.csv"), COLUMNS + ROW);

        Ended enrol = run("enrol", "--data", data.toString(), "--central", nowhere, "--code", "ABCD2345");
        Ended replay = run("replay", "--data", folder.resolve("tills").toString(), "--sales", file.toString(),
                "--central", nowhere, "--code", "ABCD2345");

        String sentence = "The centre at " + nowhere + "/ cannot be reached: nothing answers there. Nothing was enrolled;"
                + " check the address and that the centre runs, then try again.";
        assertEquals(new Ended(3, "", sentence + System.lineSeparator()), enrol);
        assertEquals(3, replay.exitCode(), replay::toString);
        assertEquals(sentence, replay.err().lines().toList().getLast());
    }

    @Test
    void aTillWaitsForItsCentreAndAWrongCodeChangesNothing() {
        Path data = folder.resolve("till");
        Ended wrong;
        Ended enrolled;
        Ended taken;
        try (Centre centre = Centre.start(Settings.in(folder.resolve("centre")).withPort(0))) {
            String code = centre.office().admission().code(new Tills.Seat("S1", "T1"), Duration.ofMinutes(15));
            wrong = run("enrol", "--data", data.toString(), "--central", centre.url(), "--code", "WRNG2345");
            enrolled = run("enrol", "--data", data.toString(), "--central", centre.url(), "--code", code);
            taken = run("enrol", "--data", folder.resolve("other").toString(), "--central", centre.url(), "--code", code);
        }

        Ended down = run("sync", "--data", data.toString());

        assertEquals(List.of(2, 0, 2), List.of(wrong.exitCode(), enrolled.exitCode(), taken.exitCode()));
        assertTrue(wrong.err().startsWith("The code is wrong, used or expired. Ask for a fresh one:"), wrong::err);
        assertEquals(wrong.err(), taken.err());
        assertEquals(new Ended(3, "", "Till T1 of store S1: The centre cannot be reached: nothing answers there."
                + " 0 entries wait, safe in the ledger of this till." + System.lineSeparator()), down);
        assertTrue(Stream.of(wrong, enrolled, taken, down).noneMatch(each -> each.toString().contains("token")));
    }

    @Test
    void aLedgerOfANewerProgramIsRefused() throws SQLException {
        Path data = soldAlone();
        change(data, """
                INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (99, '99', 'later', 'SQL', 'V99', 1, 'later', 1, true)
                """);

        for (String command : List.of("status", "verify", "sync", "export --what sales")) {
            Ended ended = run((command + " --data " + data).split(" "));

            assertEquals(4, ended.exitCode(), ended::toString);
            assertTrue(ended.err().startsWith("The database has version 99, this program knows up to"), ended::err);
        }
    }

    @Test
    void anExportComesWholeOrNotAtAll() throws IOException {
        Path data = soldAlone();
        Path file = folder.resolve("sales.out");
        Path nowhere = folder.resolve("none").resolve("sales.out");

        Ended written = run("export", "--what", "sales", "--data", data.toString(), "--out", file.toString());
        Ended refused = run("export", "--what", "sales", "--data", data.toString(), "--out", nowhere.toString());

        assertEquals(new Ended(0, "", ""), written);
        assertEquals(2, Files.readString(file).lines().count());
        assertEquals(new Ended(4, "", "The file " + nowhere
                + " cannot be written. Check its folder, its permissions and the space on its disk." + System.lineSeparator()), refused);
        try (Stream<Path> left = Files.list(folder)) {
            assertTrue(left.noneMatch(each -> each.toString().endsWith(".part")));
        }
    }

    @Test
    void aReceiptIsWrittenAgainAsTextOrPdf() throws IOException {
        Path data = soldAlone();
        Path file = folder.resolve("receipt.pdf");

        Ended text = run("receipt", "1", "--data", data.toString());
        Ended gift = run("receipt", "1", "--gift", "--data", data.toString());
        Ended pdf = run("receipt", "1", "--pdf", file.toString(), "--data", data.toString());
        Ended unknown = run("receipt", "99", "--data", data.toString());

        assertTrue(text.out().contains("*** COPY ***") && text.out().contains("TOTAL"), text::toString);
        assertTrue(gift.out().contains("*** GIFT RECEIPT ***") && !gift.out().contains("TOTAL"), gift::toString);
        assertEquals(new Ended(0, "", ""), pdf);
        assertEquals("%PDF", new String(Files.readAllBytes(file), 0, 4, StandardCharsets.ISO_8859_1));
        assertEquals(2, unknown.exitCode(), unknown::toString);
        assertTrue(unknown.err().startsWith("Receipt 99 is not known at this till."), unknown::err);
    }

    @Test
    void theJournalSaysHowFarASaleHasCome() throws SQLException {
        Path data = soldAlone();
        Ended saved = run("journal", "--data", data.toString());
        change(data, "UPDATE stream SET verified_seq = 99");
        Ended accepted = run("journal", "holder", "--data", data.toString());
        change(data, "UPDATE terminal SET applied_seq = 99, replied_at = 1");
        Ended applied = run("journal", "15.30", "--data", data.toString());
        Ended none = run("journal", "1.00", "--data", data.toString());
        Ended wrong = run("journal", "--limit", "0", "--data", data.toString());

        assertTrue(saved.out().contains("15.30") && saved.out().contains("on this till only"), saved::toString);
        assertTrue(saved.out().endsWith("The centre never answered yet.\n"), saved::toString);
        assertTrue(accepted.out().contains("with the centre"), accepted::toString);
        assertTrue(applied.out().contains("applied at the centre") && applied.out().contains("As the centre said 1970"), applied::toString);
        assertTrue(none.out().startsWith("Nothing about '1.00'."), none::toString);
        assertEquals(2, wrong.exitCode(), wrong::toString);
    }

    @Test
    void statusSaysHowTheClockStandsHowFreshTheListsAreAndWhatIsFree() throws SQLException {
        Path data = soldAlone();
        Ended unheard = run("status", "--data", data.toString());
        change(data, "UPDATE terminal SET offset_ms = -90000, replied_at = 1");
        change(data, "INSERT INTO feed_cursor (id, incarnation, number, read_at, mismatches) VALUES (1, zeroblob(16), 5, 1, 2)");

        Ended words = run("status", "--data", data.toString());
        JsonNode json = Json.parse(Bytes.of(run("status", "--data", data.toString(), "--json").out()).content());

        assertTrue(unheard.out().matches("(?s).*\\R[1-9][0-9]* MB are free on its disk\\.\\R"), unheard::toString);
        assertTrue(words.out().matches("(?s).* products are known, as of [0-9]+ d [0-9]+ h ago\\. 2 times a list [^\n]+\\R"
                + "Its clock is 1 min ahead of the centre's\\. [1-9][0-9]* MB are free on its disk\\.\\R"), words::toString);
        assertEquals(-90_000, json.get("offsetMs").asLong());
        assertTrue(json.get("freeBytes").asLong() > 0, json::toString);
        assertEquals(2, json.get("feedMismatches").asLong());
        assertTrue(json.get("feedSeconds").asLong() > 0, json::toString);
        assertTrue(json.at("/waiting/oldestSeconds").asLong() > 0, json::toString);
    }

    @Test
    void statusSaysWhenTheProgramIsTooOldForTheCentre() throws SQLException {
        Path data = soldAlone();
        Ended before = run("status", "--data", data.toString());
        change(data, "UPDATE terminal SET needs_update = 1");

        Ended words = run("status", "--data", data.toString());
        Ended json = run("status", "--json", "--data", data.toString());

        assertFalse(before.out().contains("Update needed"), before::out);
        assertTrue(words.out().contains("Update needed: this program is too old"), words::out);
        assertTrue(json.out().contains("\"needsUpdate\":true"), json::out);
    }

    @Test
    void statusSaysWhenATillRunsTwice() throws SQLException {
        Path data = soldAlone();
        Ended before = run("status", "--data", data.toString());
        change(data, "UPDATE terminal SET runs_twice = 1");

        Ended words = run("status", "--data", data.toString());
        Ended json = run("status", "--json", "--data", data.toString());

        assertFalse(before.out().contains("runs twice"), before::out);
        assertTrue(words.out().contains("This till runs twice: two programs with its key take turns."), words::out);
        assertTrue(json.out().contains("\"runsTwice\":true"), json::out);
    }

    @Test
    void statusCountsListsThatWereMended() throws SQLException {
        Path data = soldAlone();
        Ended before = run("status", "--data", data.toString());
        change(data, "INSERT INTO feed_cursor (id, incarnation, number, read_at, mismatches) VALUES (1, zeroblob(16), 7, 0, 2)");

        Ended words = run("status", "--data", data.toString());
        Ended json = run("status", "--json", "--data", data.toString());

        assertFalse(before.out().contains("loaded again"), before::out);
        assertTrue(words.out().contains("2 times a list of this till was not the centre's and was loaded again"), words::out);
        assertTrue(json.out().contains("\"feedMismatches\":2"), json::out);
    }

    @Test
    void verifyNamesTheFirstDifference() throws SQLException {
        Path data = soldAlone();
        Ended before = run("verify", "--data", data.toString());
        change(data, "UPDATE level SET qty = qty + 10000");

        Ended after = run("verify", "--data", data.toString());

        assertEquals(0, before.exitCode(), before::toString);
        assertEquals(1, after.exitCode(), after::toString);
        assertTrue(after.out().startsWith(data + ": DIFFERENCE (level): "), after::out);
    }

    /// A till without a centre that rang up one invoice.
    private Path soldAlone() {
        try {
            Path file = Files.writeString(folder.resolve("sales.csv"), COLUMNS + ROW, StandardCharsets.UTF_8);
            Ended ended = run("replay", "--data", folder.resolve("tills").toString(), "--sales", file.toString());
            assertEquals(0, ended.exitCode(), ended::toString);
            return folder.resolve("tills").resolve("till-1");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void change(Path data, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("till.db"));
                Statement sql = connection.createStatement()) {
            sql.executeUpdate(statement);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Workplace workplace = new Workplace(Machine.real(), _ -> Optional.empty(), false);
        int exitCode = EvertillApp.run(workplace, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
