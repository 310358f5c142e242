package io.evertill.command;

import static io.evertill.command.OldFolder.change;
import static io.evertill.command.OldFolder.copies;
import static io.evertill.command.OldFolder.number;
import static io.evertill.command.OldFolder.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.evertill.command.OldFolder.Ended;
import io.evertill.db.Database;
import io.evertill.db.DatabaseFile;
import io.evertill.pos.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A ledger that a newer program updated, and a program that is older again.
class RollbackCommandTest {
    @TempDir
    Path folder;

    private Path data;
    private String copy = "";

    @BeforeEach
    void update() throws IOException, SQLException {
        data = OldFolder.ofOlderProgram(folder);
        assertEquals(0, run("status", "--data", data.toString()).exitCode());
        copy = String.valueOf(copies(data, "till-before-V" + Database.tillVersion()).getFirst().getFileName());
    }

    @Test
    void anOlderProgramNamesTheCopyAndTheCommandThatPutsItBack() throws SQLException, IOException {
        newer();

        Ended refused = run("status", "--data", data.toString());
        Ended put = run("rollback", "--data", data.toString());

        assertEquals(4, refused.exitCode(), refused::toString);
        assertTrue(refused.err().contains("put back " + copy + ", which fits this program: evertill rollback --data " + data),
                refused::err);
        assertEquals(0, put.exitCode(), put::toString);
        assertTrue(put.out().startsWith("The database is as it was at ") && put.out().contains("Nothing was recorded since."), put::out);
        assertEquals(OldFolder.VERSION, version());
        assertEquals(1, copies(data, "till-before-rollback-").size());
        assertEquals(0, run("verify", "--data", data.toString()).exitCode());
    }

    @Test
    void whatTheCentreDoesNotHaveKeepsALedgerFromBeingPutBack() throws SQLException, IOException {
        OldFolder.sell(data, 2);
        newer();
        long entries = number(data, "SELECT count(*) FROM posting");

        Ended refused = run("rollback", "--data", data.toString());

        assertEquals(1, refused.exitCode(), refused::toString);
        assertTrue(refused.err().matches("[0-9]+ entries were recorded since " + copy + " was made, and the centre does not have that\\."
                + " Nothing was changed: .*\\R"), refused::err);
        assertEquals(entries, number(data, "SELECT count(*) FROM posting"));
        assertEquals(List.of(), copies(data, "till-before-rollback-"));

        change(data, "UPDATE stream SET verified_seq = (SELECT max(seq) FROM posting)");
        Ended put = run("rollback", "--data", data.toString());
        assertEquals(0, put.exitCode(), put::toString);
        assertTrue(put.out().contains("entries recorded since are at the centre, and no longer at this till."), put::out);
    }

    @Test
    void aBasketThatWaitsKeepsALedgerFromBeingPutBack() throws SQLException {
        change(data, "INSERT INTO basket (id, content, kept_at) VALUES (1, x'7b7d', 1)");
        newer();

        Ended refused = run("rollback", "--data", data.toString());

        assertEquals(1, refused.exitCode(), refused::toString);
        assertTrue(refused.err().startsWith("1 basket was recorded since "), refused::err);
    }

    @Test
    void aLedgerThatFitsIsPutBackOnlyToACopyThatIsNamed() throws SQLException, IOException {
        Ended refused = run("rollback", "--data", data.toString());
        Ended unknown = run("rollback", "--data", data.toString(), "--to", "till-before-V1-20200101-000000-000.db");
        Ended list = run("rollback", "--data", data.toString(), "--list");
        Ended put = run("rollback", "--data", data.toString(), "--to", copy);

        assertEquals(1, refused.exitCode(), refused::toString);
        assertTrue(refused.err().contains("which this program works on. Nothing was changed."), refused::err);
        assertEquals(2, unknown.exitCode(), unknown::toString);
        assertTrue(list.out().startsWith(copy + ": made ") && list.out().contains("version " + OldFolder.VERSION), list::out);
        assertEquals(0, put.exitCode(), put::toString);
        assertEquals(OldFolder.VERSION, version());
    }

    @Test
    void aCopyOfAnotherTillIsNoChoice() throws IOException, SQLException {
        Path other = OldFolder.ofOlderProgram(Files.createDirectory(folder.resolve("other")));
        Files.copy(other.resolve("till.db"), data.resolve("till-before-V99-20990101-000000-000.db"));

        Ended list = run("rollback", "--data", data.toString(), "--list");

        assertEquals(1, list.out().lines().count(), list::out);
    }

    @Test
    void aFolderOnWhichATillRunsIsLeftAlone() {
        try (DataFolder held = Where.hold(data)) {
            Ended refused = run("rollback", "--data", held.path().toString(), "--to", copy);

            assertEquals(4, refused.exitCode(), refused::toString);
            assertTrue(refused.err().startsWith("Another till is running on the folder"), refused::err);
        }
    }

    private void newer() throws SQLException {
        change(data, "UPDATE flyway_schema_history SET version = '99' WHERE version = '" + Database.tillVersion() + "'");
    }

    private int version() {
        try (DatabaseFile found = DatabaseFile.open(data.resolve("till.db"))) {
            return found.version();
        }
    }
}
