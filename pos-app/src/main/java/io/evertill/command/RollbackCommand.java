package io.evertill.command;

import io.evertill.db.DatabaseFile;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Program;
import io.evertill.pos.Rollback;
import io.evertill.pos.Trial;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `rollback`: puts a till's ledger back to a copy from before an update.
@Command(name = "rollback", mixinStandardHelpOptions = true,
        description = "Puts the database back to the copy that was made before an update: the newest that this program works on, or the one"
                + " named. What stood there is kept beside it. Refused when something was recorded since that the centre does not have."
                + " No till may run on the folder.")
final class RollbackCommand implements Callable<Integer> {
    private static final long MEGABYTE = 1_000_000;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The till's data folder.")
    private Path data = Path.of("");

    @Option(names = "--list", description = "Names the copies and what was recorded since; changes nothing.")
    private boolean isList;

    @Option(names = "--to", paramLabel = "NAME", description = "The copy to put back, as --list names it.")
    private Optional<String> name = Optional.empty();

    RollbackCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        if (!DataFolder.holdsTill(data)) {
            throw new Refusal(ExitCode.USAGE, "There is no till in " + data + ". Nothing was changed.");
        }
        if (isList) {
            return listed(Rollback.choices(data));
        }
        try (DataFolder folder = Where.hold(data)) {
            LogFile.into(data);
            Rollback rollback = new Rollback(folder, workplace.machine());
            Rollback.Result result = name.isPresent() ? rollback.to(named(name.get())) : rollback.toFitting();
            return switch (result) {
                case Rollback.Result.Done done -> {
                    new Trial(data, Program.running().version()).forget();
                    yield said(done);
                }
                case Rollback.Result.Refused(String sentence) -> throw new Refusal(ExitCode.DIFFERENCE, sentence);
            };
        }
    }

    private Rollback.Choice named(String wanted) {
        return Rollback.choices(data).stream()
                .filter(choice -> String.valueOf(choice.backup().file().getFileName()).equals(wanted)
                        || choice.backup().file().equals(Path.of(wanted).toAbsolutePath()))
                .findFirst()
                .orElseThrow(() -> new Refusal(ExitCode.USAGE,
                        "There is no copy " + wanted + " of this till in " + data + ". Nothing was changed; --list names those that are."));
    }

    private int said(Rollback.Result.Done done) {
        PrintWriter out = spec.commandLine().getOut();
        long entries = done.choice().since().entries();
        out.println("The database is as it was at " + done.choice().backup().at() + " (version " + done.choice().version() + ")."
                + (entries == 0 ? " Nothing was recorded since."
                        : " The " + entries + " entries recorded since are at the centre, and no longer at this till."));
        out.println("  What stood there is kept in " + done.kept() + ". At its next start the till goes on in a new stream by itself.");
        return ExitCode.WELL.number();
    }

    private int listed(List<Rollback.Choice> choices) {
        PrintWriter out = spec.commandLine().getOut();
        if (choices.isEmpty()) {
            out.println("No copy from before an update stands in " + data + ".");
        }
        for (Rollback.Choice choice : choices) {
            out.println(choice.backup().file().getFileName() + ": made " + choice.backup().at() + ", version " + choice.version() + ", "
                    + Math.max(1, choice.backup().bytes() / MEGABYTE) + " MB. " + since(choice.since())
                    + (choice.isFit() ? "" : " It is of a newer program than this one."));
        }
        return ExitCode.WELL.number();
    }

    private static String since(DatabaseFile.Since since) {
        if (since.isNothing()) {
            return "Nothing was recorded since.";
        }
        String recorded = "Since then " + since.entries() + " entries were recorded, " + since.unsent() + " of them not at the centre";
        return recorded + (since.baskets() + since.customers() == 0 ? "."
                : "; " + since.baskets() + " baskets and " + since.customers() + " customers are of later, too.");
    }
}
