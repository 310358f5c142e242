package io.evertill.pos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.db.Terminals;
import io.evertill.entry.Entry;
import io.evertill.money.Money;
import io.evertill.outbox.Waiting;
import io.evertill.person.Person;
import io.evertill.register.Outcome;
import io.evertill.shift.Shift;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TillProcessTest {
    private static final Person ANNA = new Person("anna", "Anna");

    @TempDir
    Path folder;

    private final Machine machine = Machine.real().at(InstantSource.fixed(Instant.parse("2026-01-05T09:00:00Z")));

    @Test
    void aTillThatWasNeverSetUpSaysWhatToDo() {
        TillProcess.Opening opening = TillProcess.open(DataFolderTest.opened(folder), settings(), machine, _ -> {});

        String sentence = assertInstanceOf(TillProcess.Opening.NotEnrolled.class, opening).sentence();
        assertTrue(sentence.contains("evertill enrol --data " + folder), sentence);
        DataFolderTest.opened(folder).close();
    }

    @Test
    void aTillWithoutACentreRecordsAndIsTheSameAfterARestart() {
        Terminals.Identity identity = alone();
        try (TillProcess till = open()) {
            till.start();
            assertInstanceOf(Outcome.Saved.class, till.keep(register -> register.openShift(shift())).join());
        }

        try (TillProcess till = open()) {
            assertEquals(identity, till.identity());
            Waiting waiting = till.waiting();
            assertEquals(1, waiting.entries());
            assertEquals(Optional.of(shift()), till.database().read(tx -> tx.shifts().open()));
        }
    }

    @Test
    void aTillIsSetUpOnce() {
        Terminals.Identity identity = alone();

        try (DataFolder held = DataFolderTest.opened(folder)) {
            assertEquals(new Enrolling.Result.Known(identity), new Enrolling(held, machine).alone("S2", "T9"));
            Enrolling.Result moved = new Enrolling(held, machine).atCentre("http://127.0.0.1:9", "CODE");
            assertInstanceOf(Enrolling.Result.Refused.class, moved);
        }
    }

    @Test
    void aCentreThatIsNotThereEnrolsNobody() {
        try (DataFolder held = DataFolderTest.opened(folder)) {
            Enrolling.Result result = new Enrolling(held, machine).atCentre("http://127.0.0.1:9", "CODE");

            assertInstanceOf(Enrolling.Result.Unreachable.class, result);
            assertEquals(Optional.empty(), held.grant());
        }
    }

    @Test
    void anEntryCarriesTheClocks() {
        alone();
        try (TillProcess till = open()) {
            Outcome outcome = till.keep(register -> register.openShift(shift())).join();

            Entry entry = assertInstanceOf(Outcome.Saved.class, outcome).entry();
            assertEquals(Instant.parse("2026-01-05T09:00:00Z"), entry.at());
        }
    }

    @Test
    void aLedgerThatWasPutBackGoesOnInANewStreamBeforeItSells() throws IOException {
        alone();
        open().close();
        Files.copy(DataFolder.database(folder), folder.resolve("old"));
        open().close();
        Files.copy(folder.resolve("old"), DataFolder.database(folder), StandardCopyOption.REPLACE_EXISTING);

        try (TillProcess till = open()) {
            assertEquals(2, till.database().read(tx -> tx.streams().all()).size());
        }
        try (TillProcess till = open()) {
            assertEquals(2, till.database().read(tx -> tx.streams().all()).size());
        }
    }

    private Terminals.Identity alone() {
        try (DataFolder held = DataFolderTest.opened(folder)) {
            return assertInstanceOf(Enrolling.Result.Enrolled.class, new Enrolling(held, machine).alone("S1", "T1")).identity();
        }
    }

    private TillProcess open() {
        TillProcess.Opening opening = TillProcess.open(DataFolderTest.opened(folder), settings(), machine, _ -> {});
        return assertInstanceOf(TillProcess.Opening.Opened.class, opening).till();
    }

    private Settings settings() {
        return Settings.in(folder);
    }

    private static Shift shift() {
        return new Shift(new UUID(5, 5), LocalDate.parse("2026-01-05"), Instant.parse("2026-01-05T09:00:00Z"), ANNA,
                Money.of(50_00, "GBP"));
    }
}
