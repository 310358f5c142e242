package io.evertill.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.audit.Recovery;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.central.office.Settings;
import io.evertill.db.Database;
import io.evertill.outbox.Courier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups, restores and drills with the commands that a person uses, and a real till that sends what is missing.
class RestoreTest {
    @TempDir
    Path folder;

    @Test
    void aBackupIsVerifiedAndTheTillsHearHowFarTheyAreSafe() {
        Settings settings = settings();
        try (Centre centre = Shops.start(settings);
                ShopTill till = sold(centre, 2)) {
            assertInstanceOf(Courier.Round.Delivered.class, till.deliver());
            settle(centre);

            Ended backup = run(settings, "backup", "--to", file("backup.db"));

            assertEquals(0, backup.exitCode(), backup.said());
            assertTrue(backup.out().contains("holds 3 entries"), backup.out());
            assertEquals(List.of(3L), centre.office().db().read(tx -> tx.acceptedStreams().all()).stream()
                    .map(held -> held.archivedSeq()).toList());
        }
    }

    @Test
    void aDrillProvesABackupAndLeavesTheCentreAlone() {
        Settings settings = settings();
        try (Centre centre = Shops.start(settings);
                ShopTill till = sold(centre, 1)) {
            till.deliver();
            settle(centre);
            run(settings, "backup", "--to", file("backup.db"));
            till.sell("MUG1");
            till.sell("MUG1");
            till.deliver();
            settle(centre);
            UUID incarnation = incarnation(centre);

            Ended drill = run(settings, "drill", "--from", file("backup.db"));

            assertEquals(new Ended(0, "0 missing, 0 double, 2 re-sent" + System.lineSeparator(), ""), drill);
            assertEquals(incarnation, incarnation(centre));
        }
    }

    @Test
    void aCentrePutBackToABackupHasEverythingAgainAfterTheTillsWereHeard() throws IOException {
        Settings settings = settings();
        ShopTill till;
        int port;
        UUID before;
        Ended whileItRuns;
        try (Centre first = Shops.start(settings)) {
            till = sold(first, 1);
            port = first.port();
            till.deliver();
            settle(first);
            run(settings, "backup", "--to", file("backup.db"));
            till.sell("MUG1");
            till.deliver();
            settle(first);
            before = incarnation(first);
            whileItRuns = run(settings, "restore", "--from", file("backup.db"));
        }

        Ended restored = run(settings, "restore", "--from", file("backup.db"));

        assertEquals(Refusal.Kind.STORAGE.exitCode(), whileItRuns.exitCode(), whileItRuns.said());
        assertEquals(0, restored.exitCode(), restored.said());
        try (till;
                Centre again = Shops.start(settings.withPort(port))) {
            till.deliver();
            settle(again);
            Ended proof = run(settings, "drill", "--from", file("backup.db"), "--before", kept().toString());
            assertEquals("0 missing, 0 double, 1 re-sent", proof.out().strip(), proof.said());
            assertNotEquals(before, incarnation(again));
            assertTrue(kinds(settings).contains("CENTRE_RESTORED"), kinds(settings).toString());
        }
    }

    @Test
    void aDatabaseFilePutBackByHandIsNoticedAtTheNextStart() throws IOException {
        Settings settings = settings();

        UUID before = putBackByHand(settings);

        try (Centre centre = Shops.start(settings)) {
            assertNotEquals(before, incarnation(centre));
            assertEquals(List.of("CENTRE_RESTORED"), kinds(settings));
        }
    }

    @Test
    void aPostgresqlDatabasePutBackIsNoticedAtTheStartByTheCounterInTheDataFolder() {
        PutBack put = putBackPostgresql(Optional.of(folder.resolve("data")));

        try (ShopTill till = put.till(); Centre centre = Shops.start(put.settings())) {
            assertEquals(List.of("CENTRE_RESTORED"), kinds(put.settings()));
            assertNotEquals(put.incarnation(), incarnation(centre));
            till.deliver();
            settle(centre);
            assertEquals(List.of("CENTRE_RESTORED"), kinds(put.settings()));
        }

        assertEquals(new Recovery(0, 0, 2), put.recovery());
    }

    @Test
    void aPostgresqlDatabasePutBackIsToldByTheTillWhenThereIsNoDataFolder() {
        PutBack put = putBackPostgresql(Optional.empty());

        try (ShopTill till = put.till(); Centre centre = Shops.start(put.settings())) {
            assertEquals(put.incarnation(), incarnation(centre));
            till.deliver();
            till.deliver();
            settle(centre);
            assertEquals(List.of("CENTRE_RESTORED"), kinds(put.settings()));
            assertNotEquals(put.incarnation(), incarnation(centre));
        }

        assertEquals(new Recovery(0, 0, 2), put.recovery());
    }

    /// A centre on PostgreSQL that is to start on an old copy of its database.
    ///
    /// @param incarnation that it had
    /// @param backup what it was put back to
    /// @param before what it held
    private record PutBack(Settings settings, ShopTill till, UUID incarnation, String backup, String before) {
        Recovery recovery() {
            try (Database had = open(before); Database saved = open(backup); Database has = open(settings.database().orElseThrow())) {
                return Recovery.of(had, saved, has);
            }
        }

        private static Database open(String url) {
            return Database.centre(url, Clock.systemUTC());
        }
    }

    /// Sells, stops, copies the database, sells two more, and puts the database back to the copy.
    private PutBack putBackPostgresql(Optional<Path> data) {
        String url = CentreOn.freshPostgresql();
        Settings settings = new Settings(data, Optional.of(url), Settings.BIND_USUALLY, 0);
        ShopTill till;
        try (Centre first = Shops.start(settings)) {
            settings = settings.withPort(first.port());
            till = sold(first, 1);
            till.deliver();
            settle(first);
        }
        String backup = CentreOn.copy(url);
        UUID incarnation;
        try (Centre second = Shops.start(settings)) {
            till.sell("MUG1");
            till.sell("MUG2");
            till.deliver();
            settle(second);
            incarnation = incarnation(second);
        }
        String before = CentreOn.copy(url);
        CentreOn.putBack(url, backup);
        return new PutBack(settings, till, incarnation, backup, before);
    }

    @Test
    void anOrdinaryStartBeginsNoOtherLife() {
        Settings settings = settings();
        UUID before;
        try (Centre centre = Shops.start(settings)) {
            before = incarnation(centre);
        }

        try (Centre centre = Shops.start(settings)) {
            assertEquals(before, incarnation(centre));
        }
    }

    @Test
    void anIncidentIsSettledWithANameAndANoteAndStaysOnRecord() throws IOException {
        Settings settings = settings();
        putBackByHand(settings);
        Shops.start(settings).close();
        String id = run(settings, "incidents", "--json").json().get("incidents").get(0).get("id").asText();

        Ended bare = run(settings, "incidents", "--settle", id);
        Ended settled = run(settings, "incidents", "--settle", id, "--by", "Ira", "--note", "I put it back.");
        Ended again = run(settings, "incidents", "--settle", id, "--by", "Ira", "--note", "Again.");

        assertEquals(List.of(2, 0, 2), List.of(bare.exitCode(), settled.exitCode(), again.exitCode()));
        assertEquals(List.of(), kinds(settings));
        assertTrue(run(settings, "incidents", "--all").out().contains("by Ira: I put it back."));
    }

    @Test
    void aDamagedOrMissingBackupChangesNothing() throws IOException {
        Settings settings = settings();
        Shops.start(settings).close();
        Files.writeString(folder.resolve("rubbish.db"), "this is no database, it is a text of some length to be read");

        Ended rubbish = run(settings, "restore", "--from", file("rubbish.db"));
        Ended missing = run(settings, "restore", "--from", file("missing.db"));

        assertEquals(List.of(4, 2), List.of(rubbish.exitCode(), missing.exitCode()), rubbish.said() + missing.said());
        try (Stream<Path> files = Files.list(settings.folder().orElseThrow())) {
            assertEquals(List.of(), files.map(Path::toString).filter(name -> name.contains("before")).toList());
        }
    }

    private Settings settings() {
        return Settings.in(folder.resolve("data")).withPort(0);
    }

    /// Copies an old database file over the one of a stopped centre; answers the incarnation that it had.
    private UUID putBackByHand(Settings settings) throws IOException {
        UUID before;
        try (Centre centre = Shops.start(settings)) {
            centre.office().db().copyTo(folder.resolve("copy.db"));
            before = incarnation(centre);
        }
        Shops.start(settings).close();
        Files.copy(folder.resolve("copy.db"), settings.folder().orElseThrow().resolve(Office.FILE),
                StandardCopyOption.REPLACE_EXISTING);
        return before;
    }

    private static Ended run(Settings settings, String... arguments) {
        return Ended.of(Shops.command(settings, arguments));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private ShopTill sold(Centre centre, int sales) {
        ShopTill till = Shops.till(centre, folder, "T1");
        till.pull();
        till.openShift();
        for (int sale = 0; sale < sales; sale++) {
            till.sell("MUG1");
        }
        return till;
    }

    private static void settle(Centre centre) {
        assertTrue(centre.settle(java.time.Duration.ofSeconds(30)));
    }

    private static UUID incarnation(Centre centre) {
        return centre.office().db().read(tx -> tx.centre().state().incarnation());
    }

    private Path kept() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data"))) {
            return files.filter(file -> file.getFileName().toString().matches("centre-before-.*\\.db"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> kinds(Settings settings) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode incident : run(settings, "incidents", "--json").json().get("incidents")) {
            kinds.add(incident.get("kind").asText());
        }
        return kinds;
    }
}
