package io.evertill.central.command.upkeep;

import io.evertill.audit.CentreAudit;
import io.evertill.audit.Findings;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Database;
import io.evertill.ingest.Archive;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `backup`: copies the ledger while the centre works, verifies the copy, and only then counts it as a backup.
@Command(name = "backup", mixinStandardHelpOptions = true,
        description = {
            "Copies the centre's database while it works, computes the copy again from its bytes, and notes how far the"
                    + " entries are safe in it. The exit code is 1 when the copy is not clean.",
            "A PostgreSQL database is copied with its own tools; --copy verifies such a copy, restored somewhere, and notes it.",
        })
public final class BackupCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Target target = new Target();

    /// Where the copy goes, or where it is already.
    static final class Target {
        @Option(names = "--to", paramLabel = "FILE", description = "The new file to write.")
        Optional<Path> file = Optional.empty();

        @Option(names = "--copy", paramLabel = "FILE|URL", description = "A copy made by other means: a file, or jdbc:postgresql://…")
        Optional<String> copy = Optional.empty();
    }

    public BackupCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            String place = target.file.map(file -> written(office, file)).or(() -> target.copy).orElseThrow();
            try (Database copy = Database.centreAt(place, workplace.machine().clock())) {
                Findings findings = CentreAudit.of(copy);
                if (!findings.isClean()) {
                    throw new Refusal(Refusal.Kind.DIFFERENCE, "The copy " + place + " is not clean: "
                            + findings.differences().getFirst().sentence()
                            + " It does not count as a backup. Run: evertill-central verify");
                }
                long archived = Archive.mark(office.db(), copy);
                spec.commandLine().getOut().println("The copy is clean and holds " + archived
                        + " entries. Bring it to another place: a backup beside the original is lost with it.");
                return 0;
            }
        }
    }

    private static String written(Office office, Path file) {
        if (office.db().server().isPresent()) {
            throw new Refusal(Refusal.Kind.USAGE, "A PostgreSQL database is copied with its own tools, such as pg_basebackup or"
                    + " pg_dump. Restore the copy somewhere and name it with --copy.");
        }
        office.db().copyTo(file);
        return file.toString();
    }
}
