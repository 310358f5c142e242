package io.evertill.central.command.upkeep;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.inventory.Snapshots;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

/// `snapshot`: notes what all stock sums to now, as the running centre does each night.
@Command(name = "snapshot", mixinStandardHelpOptions = true,
        description = {
            "Takes a snapshot of all stock that changed since its last. A running centre does so each night by itself.",
            "Where a level is not what its movements say none is taken, and the exit code is 1.",
        })
public final class SnapshotCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    public SnapshotCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            Snapshots.Page taken = new Snapshots(office.db()).all();
            out.println("Snapshots taken: " + taken.taken() + ".");
            if (taken.uneven() > 0) {
                out.println("Left out, because the level is not what the movements say: " + taken.uneven()
                        + ". Run: evertill-central reconcile");
            }
            return taken.uneven() == 0 ? 0 : Refusal.Kind.DIFFERENCE.exitCode();
        }
    }
}
