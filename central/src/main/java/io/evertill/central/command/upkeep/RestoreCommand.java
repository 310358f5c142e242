package io.evertill.central.command.upkeep;

import io.evertill.audit.CentreAudit;
import io.evertill.audit.Findings;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.FolderLock;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.central.office.Settings;
import io.evertill.db.Backups;
import io.evertill.db.Database;
import io.evertill.ingest.Awakening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `restore`: puts a centre back to a backup, keeps what was there, and begins another life of the ledger.
@Command(name = "restore", mixinStandardHelpOptions = true,
        description = {
            "Puts the centre in a data folder back to a backup. The centre must be stopped. What was there is kept beside it.",
            "The tills notice by themselves and send what the backup does not have. A PostgreSQL database is restored with its"
                    + " own tools; the centre notices that at its next start.",
        })
public final class RestoreCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup, as made by the command backup.")
    private Path from = Path.of("");

    public RestoreCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Settings settings = where.settings(workplace.environment());
        if (settings.database().isPresent()) {
            throw new Refusal(Refusal.Kind.USAGE, "A PostgreSQL database is restored with its own tools; then start the centre: it"
                    + " notices, and the tills send what is missing.");
        }
        if (!Files.isRegularFile(from)) {
            throw new Refusal(Refusal.Kind.USAGE, "There is no file " + from + ". Nothing was changed.");
        }
        Path folder = settings.folder().orElseThrow();
        Office.make(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            restore(folder);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("The backup could not be put into " + folder + ": " + e.getMessage(), e);
        } finally {
            lock.close();
        }
    }

    private void restore(Path folder) throws IOException {
        Path file = folder.resolve(Office.FILE);
        Path part = folder.resolve(Office.FILE + ".restoring");
        Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
        requireClean(part);
        Path kept = folder.resolve("centre-before-" + STAMP.format(workplace.machine().clock().instant()) + ".db");
        boolean hadOne = Files.exists(file);
        if (hadOne) {
            // The log belongs to the file: all three move together, and a crash in between leaves each whole.
            for (String end : new String[] {"-wal", "-shm", ""}) {
                if (Files.exists(folder.resolve(Office.FILE + end))) {
                    Files.move(folder.resolve(Office.FILE + end), Path.of(kept + end));
                }
            }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        try (Database db = Database.centre(file, workplace.machine().clock())) {
            new Awakening(db, workplace.machine().ids()).renew("This centre was put back to a backup by the command restore.");
            long entries = db.read(tx -> tx.facts().count());
            spec.commandLine().getOut().println("The centre is put back to a backup with " + entries + " entries."
                    + (hadOne ? " What was there is kept in " + kept + "." : "")
                    + " Start it; the tills send what is missing by themselves.");
        }
    }

    private void requireClean(Path part) throws IOException {
        boolean isClean = false;
        try (Database db = Database.centre(part, workplace.machine().clock())) {
            Findings findings = CentreAudit.of(db);
            isClean = findings.isClean();
            if (!isClean) {
                throw new Refusal(Refusal.Kind.DIFFERENCE, "The backup " + from + " is not clean: "
                        + findings.differences().getFirst().sentence() + " Nothing was changed; try an older one.");
            }
        } finally {
            // A backup of an older program was brought up to date in this copy of it, behind copies of its own.
            for (Backups.Backup older : Backups.of(part)) {
                Files.deleteIfExists(older.file());
            }
            for (String end : new String[] {"-wal", "-shm", ".updating"}) {
                Files.deleteIfExists(Path.of(part + end));
            }
            if (!isClean) {
                Files.deleteIfExists(part);
            }
        }
    }
}
