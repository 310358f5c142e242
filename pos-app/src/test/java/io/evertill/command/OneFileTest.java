package io.evertill.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.Centre;
import io.evertill.central.office.Settings;
import io.evertill.central.office.TlsSettings;
import io.evertill.db.Database;
import io.evertill.db.Terminals;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Enrolling;
import io.evertill.pos.FirstStart;
import io.evertill.pos.Machine;
import io.evertill.wire.EnrolmentFile;
import io.evertill.wire.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One file from the centre makes a machine a till, over TLS and with the real commands of both ends.
class OneFileTest {
    private static final long SECONDS_MAX = 60;
    private static final Duration AT_ONCE = Duration.ofMillis(20);

    @TempDir
    Path folder;

    /// How a command ended and what it said.
    private record Ended(int exitCode, String out, String err) {}

    @Test
    void oneFileEnrolsATillThatThenKnowsItsCentre() throws IOException {
        try (Centre centre = Centre.start(settings(0))) {
            Path file = file(centre, "T1");
            Path data = folder.resolve("till");

            Ended enrolled = run("enrol", "--file", file.toString(), "--data", data.toString());
            Ended synced = run("sync", "--data", data.toString());
            Ended status = run("status", "--data", data.toString());
            Ended elsewhere = run("enrol", "--file", file.toString(), "--data", folder.resolve("second").toString());

            assertEquals(0, enrolled.exitCode(), enrolled::toString);
            assertTrue(enrolled.out().startsWith("This folder is now till T1 of store S1 ("), enrolled::out);
            assertTrue(enrolled.err().contains("is used: the file opens nothing any more."), enrolled::err);
            assertTrue(Files.exists(file), "a file that lies anywhere is left to its owner");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("ca.pem"))));
            assertEquals(0, synced.exitCode(), synced::toString);
            assertTrue(status.out().contains("It is known by the certificates in ca.pem, until 20"), status::out);
            assertEquals(2, elsewhere.exitCode(), elsewhere::toString);
            assertTrue(elsewhere.err().startsWith("The code is wrong, used or expired."), elsewhere::err);

            Ended again = run("enrol", "--file", file.toString(), "--data", data.toString());
            assertEquals(0, again.exitCode(), again::toString);
            assertEquals(0, run("sync", "--data", data.toString()).exitCode(), "the same machine may ask again");
        }
    }

    @Test
    void aTillWhoseCertificatesAreDamagedSellsOnAndAFreshFileMendsIt() throws IOException {
        try (Centre centre = Centre.start(settings(0))) {
            Path data = folder.resolve("till");
            assertEquals(0, run("enrol", "--file", file(centre, "T1").toString(), "--data", data.toString()).exitCode());
            Files.writeString(data.resolve("ca.pem"), "garbage");

            Ended alone = run("sync", "--data", data.toString());
            Ended mended = run("enrol", "--file", file(centre, "T1").toString(), "--data", data.toString());

            assertEquals(3, alone.exitCode(), alone::toString);
            assertTrue(alone.err().contains("by which this till knows it, holds no certificate"), alone::err);
            assertTrue(alone.err().contains("wait, safe in the ledger of this till."), alone::err);
            assertEquals(0, mended.exitCode(), mended::toString);
            assertEquals(0, run("sync", "--data", data.toString()).exitCode());
        }
    }

    @Test
    void theFileOfAnotherTillIsRefusedAndItsCodeIsStillGood() throws IOException {
        try (Centre centre = Centre.start(settings(0))) {
            Path data = folder.resolve("till");
            assertEquals(0, run("enrol", "--file", file(centre, "T1").toString(), "--data", data.toString()).exitCode());
            Path other = file(centre, "T2");

            Ended refused = run("enrol", "--file", other.toString(), "--data", data.toString());

            assertEquals(2, refused.exitCode(), refused::toString);
            assertTrue(refused.err().startsWith("The enrolment file is for till T2 of store S1, this folder is till T1 of store S1"),
                    refused::err);
            assertEquals(0, run("enrol", "--file", other.toString(), "--data", folder.resolve("second").toString()).exitCode());
        }
    }

    @Test
    void aFileWhosePlaceWasChangedIsRefused() throws IOException {
        try (Centre centre = Centre.start(settings(0))) {
            EnrolmentFile file = EnrolmentFile.read(Files.readAllBytes(file(centre, "T1")));
            Path changed = folder.resolve("changed.json");
            Files.write(changed, new EnrolmentFile(file.url(), file.caPem(), file.code(), "S1", "T9").write().content());

            Ended refused = run("enrol", "--file", changed.toString(), "--data", folder.resolve("till").toString());

            assertEquals(2, refused.exitCode(), refused::toString);
            assertTrue(refused.err().startsWith("The enrolment file says till T9 of store S1, but its code stands for till T1"),
                    refused::err);
            assertFalse(Files.exists(folder.resolve("till").resolve("token")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hello       | It cannot be read as JSON (
            [1]         | It is JSON, but not an object with the fields
            {"url":"x"} | It has no 'caPem'. Copy it again from the centre.
            """)
    void whatIsNoEnrolmentFileIsSaid(String content, String sentence) throws IOException {
        assertWrong(content, sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            url     | 1                    | Its 'url' is not text.
            version | 2                    | It has 'version', which this version does not know
            url     | " "                  | Its url is empty
            code    | ""                   | Its code is no one-time code
            store   | "S-1"                | Its store or till is no name that a receipt can carry
            till    | ""                   | Its store or till is no name that a receipt can carry
            url     | "http://c.example"   | would be spoken to in clear text. Use https://
            url     | "nonsense"           | The url of the enrolment file, nonsense, cannot be used.
            caPem   | "x"                  | The caPem of the enrolment file holds no certificate
            """)
    void everyWrongFieldIsOneSentence(String field, String value, String sentence) throws IOException {
        ObjectNode content = (ObjectNode) Json.parse(
                new EnrolmentFile("https://c.example", "", "ABCD2345", "S1", "T1").write().content());
        content.set(field, Json.parse(value.getBytes(StandardCharsets.UTF_8)));
        assertWrong(Json.canonical(content).text(), sentence);
    }

    private void assertWrong(String content, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("file.json"), content);

        Ended ended = run("enrol", "--file", file.toString(), "--data", folder.resolve("till").toString());

        assertEquals(2, ended.exitCode(), ended::toString);
        assertTrue(ended.err().contains(sentence), ended::err);
        assertEquals(1, ended.err().lines().count(), ended::err);
        assertFalse(Files.exists(folder.resolve("till").resolve("till.db")), "nothing was made");
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("file.json"), " ".repeat(EnrolmentFile.BYTES_MAX + 1));

        Ended ended = run("enrol", "--file", file.toString(), "--data", folder.resolve("till").toString());

        assertTrue(ended.err().strip().endsWith("It is larger than 131072 bytes, which no enrolment file is."), ended::err);
    }

    @Test
    void aFirstStartWaitsForTheCentreAndRemovesTheFile() throws Exception {
        Path configuration = Files.createDirectories(folder.resolve("etc"));
        int port;
        try (Centre centre = Centre.start(settings(0))) {
            port = centre.port();
            Files.move(file(centre, "T1"), configuration.resolve(FirstStart.FILE));
        }
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (DataFolder held = held("till")) {
            FirstStart first = new FirstStart(held, configuration, Machine.real(), told::add);
            assertTrue(first.isDue());
            CompletableFuture<Optional<Terminals.Identity>> done = started(first);
            heard(told, sentence -> sentence.contains("cannot be reached: nothing answers there."));
            try (Centre _ = Centre.start(settings(port))) {
                assertEquals("T1", done.get(SECONDS_MAX, TimeUnit.SECONDS).orElseThrow().till());
            }
            heard(told, sentence -> sentence.startsWith("This is till T1 of store S1 from now on, enrolled at https://localhost:"));
            assertEquals(List.of(), List.copyOf(told), "each sentence once");
            assertFalse(Files.exists(configuration.resolve(FirstStart.FILE)));
            assertFalse(first.isDue());
        }
    }

    @Test
    void aRefusedFileIsNotTriedTwiceAndTheNextOneIs() throws Exception {
        Path configuration = Files.createDirectories(folder.resolve("etc"));
        Path place = configuration.resolve(FirstStart.FILE);
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (Centre centre = Centre.start(settings(0)); DataFolder held = held("till")) {
            Path used = file(centre, "T1");
            assertEquals(0, run("enrol", "--file", used.toString(), "--data", folder.resolve("first").toString()).exitCode());
            Files.copy(used, place);
            FirstStart first = new FirstStart(held, configuration, Machine.real(), told::add);
            CompletableFuture<Optional<Terminals.Identity>> done = started(first);
            heard(told, sentence -> sentence.startsWith("The code is wrong, used or expired.")
                    && sentence.endsWith("it is taken up by itself."));

            Path fresh = file(centre, "T2");
            Files.move(fresh, place, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

            assertEquals("T2", done.get(SECONDS_MAX, TimeUnit.SECONDS).orElseThrow().till());
        }
    }

    @Test
    void aFirstStartThatIsGivenUpEndsAndCanBeDoneAgain() throws Exception {
        Path configuration = Files.createDirectories(folder.resolve("etc"));
        Files.writeString(configuration.resolve(FirstStart.FILE), "hello");
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        try (DataFolder held = held("till")) {
            FirstStart first = new FirstStart(held, configuration, Machine.real(), told::add);
            CompletableFuture<Optional<Terminals.Identity>> done = started(first);
            heard(told, sentence -> sentence.contains("cannot be read as JSON"));

            first.giveUp();

            assertEquals(Optional.empty(), done.get(SECONDS_MAX, TimeUnit.SECONDS));
            assertTrue(first.isDue());
        }
    }

    /// The power fails between what the centre granted and what the ledger says: the next start needs no centre.
    @Test
    void anEnrolmentThatWasInterruptedGoesOnWithoutTheCentre() throws Exception {
        Path configuration = Files.createDirectories(folder.resolve("etc"));
        Path data = folder.resolve("till");
        try (Centre centre = Centre.start(settings(0))) {
            Path file = file(centre, "T1");
            Files.copy(file, configuration.resolve(FirstStart.FILE));
            assertEquals(0, run("enrol", "--file", file.toString(), "--data", data.toString()).exitCode());
        }
        Files.delete(data.resolve("till.db"));
        Database.till(data.resolve("till.db"), Machine.real().clock()).close();
        try (DataFolder held = held("till")) {
            FirstStart first = new FirstStart(held, configuration, Machine.real(), _ -> {});

            assertTrue(first.isDue());
            assertEquals("T1", first.run(AT_ONCE).orElseThrow().till());
            assertFalse(new Enrolling(held, Machine.real()).isNobody());
        }
    }

    @Test
    void theTillsFirstStartNeedsTheFileAndNoQuestion() throws Exception {
        Path configuration = Files.createDirectories(folder.resolve("etc"));
        Path data = folder.resolve("till");
        try (Centre centre = Centre.start(settings(0))) {
            Files.move(file(centre, "T1"), configuration.resolve(FirstStart.FILE));
            CompletableFuture<Ended> till = CompletableFuture.supplyAsync(() -> run(
                    Map.of("EVERTILL_CONF", configuration.toString(), "EVERTILL_SOUND", "off"), "till", "--data", data.toString()));

            Stage selling = shown(till);
            Platform.runLater(selling::hide);
            Ended ended = till.get(SECONDS_MAX, TimeUnit.SECONDS);

            assertEquals(0, ended.exitCode(), ended::toString);
            assertTrue(ended.err().contains("This is till T1 of store S1 from now on"), ended::err);
            assertFalse(Files.exists(configuration.resolve(FirstStart.FILE)));
            assertEquals(0, run("status", "--data", data.toString()).exitCode());
        }
    }

    /// The till's own window, once it is there.
    private static Stage shown(CompletableFuture<Ended> till) throws Exception {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(SECONDS_MAX) && !till.isDone()) {
            if (isRunning()) {
                CompletableFuture<Optional<Stage>> found = new CompletableFuture<>();
                Platform.runLater(() -> found.complete(Window.getWindows().stream()
                        .filter(window -> window.isShowing() && window.getScene().getRoot().lookup("#setup-what") == null)
                        .flatMap(window -> window instanceof Stage stage ? Stream.of(stage) : Stream.empty())
                        .findFirst()));
                Optional<Stage> stage = found.get(SECONDS_MAX, TimeUnit.SECONDS);
                if (stage.isPresent()) {
                    return stage.get();
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no window: " + (till.isDone() ? till.get() : "it still waits"));
    }

    private static boolean isRunning() {
        try {
            Platform.runLater(() -> {});
            return true;
        } catch (IllegalStateException _) {
            return false;
        }
    }

    private static CompletableFuture<Optional<Terminals.Identity>> started(FirstStart first) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return first.run(AT_ONCE);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void heard(BlockingQueue<String> told, Predicate<String> awaited) throws InterruptedException {
        for (String next = next(told); !awaited.test(next); next = next(told)) {
            assertFalse(next.isEmpty(), "it was never told");
        }
    }

    private static String next(BlockingQueue<String> told) throws InterruptedException {
        String next = told.poll(SECONDS_MAX, TimeUnit.SECONDS);
        return next == null ? "" : next;
    }

    private DataFolder held(String name) {
        return switch (DataFolder.open(folder.resolve(name))) {
            case DataFolder.Opening.Opened(DataFolder held) -> held;
            case DataFolder.Opening.Refused(String sentence) -> throw new IllegalStateException(sentence);
        };
    }

    private Settings settings(int port) {
        return Settings.in(folder.resolve("centre")).withPort(port)
                .withTls(new TlsSettings(Optional.empty(), Optional.empty(), List.of("localhost")));
    }

    /// A file by the command of the centre.
    private Path file(Centre centre, String till) throws IOException {
        Path file = Files.createTempDirectory(folder, "out").resolve("enrolment.json");
        StringWriter err = new StringWriter();
        int exitCode = io.evertill.central.Commands
                .line(new io.evertill.central.command.Workplace(io.evertill.central.office.Machine.real(), Map.of(), false))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err, true))
                .execute("enrolment-file", "--data", folder.resolve("centre").toString(), "--store", "S1", "--till", till,
                        "--url", "https://localhost:" + centre.port(), "--out", file.toString());
        assertEquals(0, exitCode, err::toString);
        return file;
    }

    private static Ended run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private static Ended run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Workplace workplace = new Workplace(Machine.real(), name -> Optional.ofNullable(environment.get(name)), false);
        int exitCode = EvertillApp.run(workplace, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
