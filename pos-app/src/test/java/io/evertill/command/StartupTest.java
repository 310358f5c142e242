package io.evertill.command;

import static io.evertill.command.OldFolder.change;
import static io.evertill.command.OldFolder.copies;
import static io.evertill.command.OldFolder.number;
import static io.evertill.command.OldFolder.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.command.OldFolder.Ended;
import io.evertill.db.Database;
import io.evertill.db.DatabaseFile;
import io.evertill.db.StorageFailure;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Machine;
import io.evertill.pos.Program;
import io.evertill.pos.Trial;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The starts of a till after its program was replaced.
class StartupTest {
    private static final Workplace WORKPLACE = new Workplace(Machine.real(), _ -> Optional.empty(), false);

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void sell() throws IOException, SQLException {
        data = OldFolder.ofOlderProgram(folder);
        new Trial(data, "0.0.9").ready();
    }

    @Test
    void anUpdateIsMadeBehindACopyAndSaid() throws SQLException, IOException {
        long entries = number(data, "SELECT count(*) FROM posting");

        String said = begin();

        assertTrue(said.startsWith("The database is brought from version " + OldFolder.VERSION + " to " + Database.tillVersion()
                + ": copying its "), said);
        assertEquals(1, copies(data, "till-before-V" + Database.tillVersion()).size());
        assertEquals(entries, number(data, "SELECT count(*) FROM posting"));
        Ended verified = run("verify", "--data", data.toString());
        assertEquals(0, verified.exitCode(), verified::toString);
        assertEquals("", begin(), "the second start has nothing to update");
    }

    @Test
    void twoStartsThatDoNotGetReadyAreUndone() throws SQLException, IOException {
        long entries = number(data, "SELECT count(*) FROM posting");
        begin();
        // It opens the ledger, which counts the start, and dies before its screen is there.
        OldFolder.sell(data, 0);
        begin();

        Refusal refused = assertThrows(Refusal.class, this::begin);

        String said = String.valueOf(refused.getMessage());
        assertEquals(ExitCode.STORAGE, refused.exitCode());
        assertTrue(said.startsWith("Version " + Program.running().version() + " of the program did not get ready 2 times."
                + " The database is put back as it was before the update, nothing was recorded since"), said);
        assertTrue(said.contains("install version 0.0.9 again (apt install ./evertill-till_0.0.9.deb)"),
                said);
        assertEquals(OldFolder.VERSION, version());
        assertEquals(entries, number(data, "SELECT count(*) FROM posting"));
        assertEquals(1, copies(data, "till-before-rollback-").size());
        assertTrue(begin().startsWith("The database is brought from version "), "one more start tries it again");
        OldFolder.sell(data, 1);
        assertEquals(2, number(data, "SELECT count(*) FROM stream"), "a ledger that was put back goes on in a new stream");
        assertEquals(0, run("verify", "--data", data.toString()).exitCode());
    }

    @Test
    void anUpdateIsNotUndoneOnceSomethingWasRecorded() throws SQLException, IOException {
        begin();
        OldFolder.sell(data, 1);
        long entries = number(data, "SELECT count(*) FROM posting");
        begin();

        String said = begin();

        assertTrue(said.contains("did not get ready 2 times. Nothing of the database has to be put back."), said);
        assertTrue(said.contains("install version 0.0.9 again"), said);
        assertEquals(Database.tillVersion(), version());
        assertEquals(entries, number(data, "SELECT count(*) FROM posting"));
        assertEquals(List.of(), copies(data, "till-before-rollback-"));
    }

    @Test
    void aProgramThatWasReadyOnceIsNotOnTrial() throws SQLException, IOException {
        begin();
        new Trial(data, Program.running().version()).ready();
        for (int start = 0; start < 4; start++) {
            assertEquals("", begin());
        }
        assertEquals(Database.tillVersion(), version());
        assertEquals(Optional.of("0.0.9"), new Trial(data, Program.running().version()).before());
    }

    @Test
    void anUpdateThatDoesNotWorkEndsWithASentenceAndTheFolderIsFree() throws SQLException, IOException {
        change(data, "CREATE TABLE customer (rank INTEGER PRIMARY KEY)");

        StorageFailure refused = assertThrows(StorageFailure.class, this::begin);
        Ended status = run("status", "--data", data.toString());

        assertTrue(refused.sentence().contains("was tried on a copy and does not work with this database"), refused::sentence);
        assertEquals(ExitCode.STORAGE.number(), status.exitCode(), status::toString);
        assertEquals(OldFolder.VERSION, version());
        assertEquals(List.of(), copies(data, "till-before-V" + Database.tillVersion()));
    }

    @Test
    void nobodyUpdatesTheDatabaseUnderATillThatRuns() {
        try (DataFolder held = Where.hold(data)) {
            Ended status = run("status", "--data", held.path().toString());

            assertEquals(ExitCode.STORAGE.number(), status.exitCode(), status::toString);
            assertTrue(status.err().contains("is of an older program and cannot be brought up to date now. Another till is running"),
                    status::err);
        }
        assertEquals(OldFolder.VERSION, version());
    }

    /// The real command, in its window.
    @Test
    void aTillSaysThatItIsReadyWhenItsScreenIsThere() throws Exception {
        assertEquals(Optional.of("0.0.9"), Trial.started(data));
        try (WatchService watch = data.getFileSystem().newWatchService()) {
            data.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            CompletableFuture<Ended> ended = CompletableFuture.supplyAsync(() -> run("till", "--data", data.toString()));
            while (Trial.started(data).filter(Program.running().version()::equals).isEmpty() && !ended.isDone()) {
                Optional.ofNullable(watch.poll(5, TimeUnit.SECONDS)).ifPresent(key -> {
                    key.pollEvents().clear();
                    assertTrue(key.reset());
                });
            }
            Platform.runLater(() -> List.copyOf(javafx.stage.Window.getWindows()).forEach(javafx.stage.Window::hide));

            assertEquals(0, ended.get(60, TimeUnit.SECONDS).exitCode(), () -> ended.join().toString());
        }
        assertEquals(Optional.of(Program.running().version()), Trial.started(data));
        assertEquals("", Files.readString(data.resolve("starting")));
    }

    /// What a start does before it opens its ledger; it then ends without getting ready.
    private String begin() {
        StringWriter err = new StringWriter();
        try (DataFolder held = Where.hold(data)) {
            Startup.prepare(held, new Trial(data, Program.running().version()), WORKPLACE, new PrintWriter(err, true));
        }
        return err.toString();
    }

    private int version() {
        try (DatabaseFile found = DatabaseFile.open(data.resolve("till.db"))) {
            return found.version();
        }
    }
}
