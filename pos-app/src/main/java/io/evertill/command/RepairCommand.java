package io.evertill.command;

import io.evertill.outbox.Repair;
import io.evertill.pos.DataFolder;
import io.evertill.pos.LedgerRepair;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

/// `repair`: puts damaged or missing entries of a till's ledger back.
@Command(name = "repair", mixinStandardHelpOptions = true,
        description = "Fetches entries that are damaged or missing here back from the centre and puts them in their places when the"
                + " hash chain proves them byte for byte, after a copy of the ledger beside it. What the centre does not have is"
                + " named, and everything else goes on in a new stream. Where only what is computed from whole entries is wrong"
                + " (movements, levels, receipts, returns, drawers), it is computed anew. No till may run on the folder.")
final class RepairCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    RepairCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        ExitCode worst = ExitCode.WELL;
        for (Path till : where.tills()) {
            try (DataFolder folder = Where.hold(till)) {
                LogFile.into(till);
                LedgerRepair.Done done = LedgerRepair.run(folder, Where.settings(till, workplace), workplace.machine())
                        .orElseThrow(() -> new Refusal(ExitCode.USAGE, "The till in " + till + " was never set up."));
                worst = worst.or(said(till, done));
            }
        }
        return worst.number();
    }

    private ExitCode said(Path till, LedgerRepair.Done done) {
        PrintWriter out = spec.commandLine().getOut();
        Repair.Report report = done.report();
        out.println(till + ": " + (report.mended() == 0 ? "no entry was put back." : entries(report.mended())
                + " put back, byte for byte, as the hash chain proves."));
        done.recounted().ifPresent(count -> out.println("  Movements, levels, receipts, returns and drawers were computed anew from "
                + count + " entries; no entry was changed for that."));
        done.copy().ifPresent(copy -> out.println("  The ledger as it was stands in " + copy + ". Keep it until all is well."));
        if (!report.lost().isEmpty()) {
            out.println("  Neither this till nor the centre has " + lost(report) + ": look for a backup of this folder or of the centre"
                    + " that has them; otherwise book their sums from the printed receipts and shift reports.");
        }
        report.moved().ifPresent(stream -> out.println("  Everything else goes on in stream " + stream + ". Run evertill sync."));
        if (report.stopped().isPresent()) {
            spec.commandLine().getErr().println(till + ": " + report.stopped().get().sentence());
            return report.stopped().get().isUnanswered() ? ExitCode.UNREACHABLE : ExitCode.DIFFERENCE;
        }
        if (done.findings().isClean()) {
            out.println("  The ledger and all figures computed from it are as they must be.");
            return ExitCode.WELL;
        }
        out.println("  Something is still different: evertill verify --repair-plan says what, and what to do.");
        return ExitCode.DIFFERENCE;
    }

    private static String entries(long count) {
        return count == 1 ? "1 entry was" : count + " entries were";
    }

    private static String lost(Repair.Report report) {
        return report.lost().stream()
                .map(range -> (range.first() == range.last() ? "entry " + range.first()
                        : "entries " + range.first() + " to " + range.last()) + " of stream " + range.stream())
                .collect(Collectors.joining(", "));
    }
}
