package io.evertill.central.command.upkeep;

import io.evertill.audit.Recovery;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Database;
import io.evertill.ingest.Drill;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `drill`: proves a backup by restoring it into a shadow, or a restore that was made by comparing with what was kept.
@Command(name = "drill", mixinStandardHelpOptions = true,
        description = {
            "Proves that a backup can be restored: makes a shadow of it, sends it what the tills would send again, and compares."
                    + " The centre goes on and is not touched. Ends with: 0 missing, 0 double, N re-sent.",
            "With --before, compares the centre as it is now with what was kept by the command restore.",
            "The exit code is 1 when something is missing or counts twice.",
        })
public final class DrillCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
    private Path from = Path.of("");

    @Option(names = "--before", paramLabel = "FILE", description = "What was there before a restore that was made: centre-before-….db")
    private Optional<Path> before = Optional.empty();

    public DrillCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        for (Path file : Stream.concat(Stream.of(from), before.stream()).toList()) {
            if (!Files.isRegularFile(file)) {
                throw new Refusal(Refusal.Kind.USAGE, "There is no file " + file + ".");
            }
        }
        Path folder = temporary();
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine());
                Database backup = copy(from, folder, "backup.db")) {
            Recovery recovery;
            if (before.isPresent()) {
                try (Database kept = copy(before.get(), folder, "before.db")) {
                    recovery = Recovery.of(kept, backup, office.db());
                }
            } else {
                try (Database shadow = copy(from, folder, "shadow.db")) {
                    new Drill(office.db(), shadow, workplace.machine().ids()).run();
                    recovery = Recovery.of(office.db(), backup, shadow);
                }
            }
            spec.commandLine().getOut().println(recovery.sentence());
            return recovery.isWhole() ? 0 : Refusal.Kind.DIFFERENCE.exitCode();
        } finally {
            delete(folder);
        }
    }

    private Database copy(Path file, Path folder, String name) {
        Path copy = folder.resolve(name);
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            Path log = Path.of(file + "-wal");
            if (Files.exists(log)) {
                Files.copy(log, Path.of(copy + "-wal"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " could not be copied: " + e.getMessage(), e);
        }
        return Database.centre(copy, workplace.machine().clock());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("evertill-drill-");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder can be made: " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException _) {
            // The system clears its temporary folder; nothing of the centre is in it.
            folder.toFile().deleteOnExit();
        }
    }
}
