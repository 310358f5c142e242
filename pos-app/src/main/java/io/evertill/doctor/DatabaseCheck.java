package io.evertill.doctor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.Database;
import io.evertill.db.DatabaseFile;
import io.evertill.db.StorageFailure;
import io.evertill.db.Terminals;
import io.evertill.pos.DataFolder;
import io.evertill.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The ledger: whether SQLite finds it whole, which version its tables have, where its chain ends and what waits for the centre.
public final class DatabaseCheck implements Check {
    private static final String REPAIR = "Do not delete it: keep a copy, then run evertill verify --repair-plan, which says what to do.";

    private final Path folder;
    private final boolean isFull;

    /// The ledger of a folder.
    ///
    /// @param isFull whether indexes are compared with tables, and the whole chain is left to `verify`
    public DatabaseCheck(Path folder, boolean isFull) {
        this.folder = folder;
        this.isFull = isFull;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Finding look() {
        Path ledger = DataFolder.database(folder);
        if (!Files.isRegularFile(ledger)) {
            return Finding.warning(name(), "There is no till in " + folder + " yet.",
                    "Enrol it: evertill enrol --data " + folder + " --central URL --code CODE.", Json.object().put("exists", false));
        }
        try (DatabaseFile file = DatabaseFile.open(ledger)) {
            return judged(file, ledger);
        } catch (StorageFailure e) {
            return Finding.problem(name(), e.sentence(), REPAIR, Json.object().put("exists", true));
        }
    }

    private Finding judged(DatabaseFile file, Path ledger) {
        List<String> damage = file.damage(isFull);
        ObjectNode figures = Json.object().put("exists", true).put("whole", damage.isEmpty()).put("checkedFully", isFull);
        if (!damage.isEmpty()) {
            return Finding.problem(name(), "The database is damaged: " + damage.getFirst() + ".", REPAIR, figures);
        }
        int version = file.version();
        long waiting = file.waiting();
        long entries = file.heads().stream().mapToLong(head -> head.position().seq()).max().orElse(0);
        boolean isChained = file.isChainedAtItsEnds();
        long megabytes = size(ledger);
        figures.put("schema", version).put("schemaOfProgram", Database.tillVersion()).put("megabytes", megabytes)
                .put("waiting", waiting).put("entries", entries).put("chainEndHolds", isChained);
        file.till().ifPresent(till -> figures.put("store", till.branch()).put("till", till.till()));
        String facts = file.till().map(DatabaseCheck::name).orElse("The database") + " is whole (" + (isFull ? "full" : "quick")
                + " check), has version " + version + " and " + megabytes + " MB; its longest stream has " + entries + " entries, "
                + waiting + " wait for the centre.";
        if (!isChained) {
            return Finding.problem(name(), facts + " The chain of the last entries does not hold.", REPAIR, figures);
        }
        if (version > Database.tillVersion()) {
            return Finding.problem(name(), facts + " This program knows up to version " + Database.tillVersion() + ".",
                    "Install the newer program again, or put a copy from before the update back: evertill rollback --data " + folder + ".",
                    figures);
        }
        return version < Database.tillVersion()
                ? Finding.warning(name(), facts + " This program works on version " + Database.tillVersion() + ".",
                        "Nothing to do: the till brings it up to date at its next start, behind a copy.", figures)
                : Finding.ok(name(), facts, figures);
    }

    private static String name(Terminals.Identity till) {
        return "The database of till " + till.till() + " of store " + till.branch();
    }

    private static long size(Path ledger) {
        try {
            return Math.max(1, Files.size(ledger) / 1_000_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
