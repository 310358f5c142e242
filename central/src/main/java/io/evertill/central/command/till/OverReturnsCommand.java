package io.evertill.central.command.till;

import io.evertill.central.command.Settling;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.db.OverReturns;
import io.evertill.db.Tx;
import io.evertill.inventory.ReturnWatch;
import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

/// `over-returns`: receipts of which more came back than was sold.
@Command(name = "over-returns", mixinStandardHelpOptions = true,
        description = {
            "Lists the receipts of which more came back than was sold on them, each with everything that was paid back for it: tills"
                    + " that did not hear of each other took the same goods back, or the number of a receipt was noted for goods that"
                    + " are not on it.",
            "With --settle, notes who looked at a matter and what came of it. Nothing is deleted, and no sale is changed.",
        })
public final class OverReturnsCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Mixin
    private Settling settling = new Settling();

    public OverReturnsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            if (!settling.settle(office, out, "matter", "over-returns", (tx, id, settled) -> tx.overReturns().settle(id, settled))) {
                office.db().write(tx -> list(tx, out));
            }
            return 0;
        }
    }

    private static int list(Tx tx, PrintWriter out) {
        ReturnWatch.late(tx);
        int count = 0;
        List<OverReturns.Matter> page = tx.overReturns().open(new UUID(0, 0), PAGE);
        while (!page.isEmpty()) {
            for (OverReturns.Matter matter : page) {
                out.println(matter.noticedAt() + "  store " + matter.branch() + "  " + matter.id());
                out.println("    " + ReturnWatch.sentence(tx, matter.excess()));
            }
            count += page.size();
            page = tx.overReturns().open(page.getLast().id(), PAGE);
        }
        out.println(count + " receipts of which too much came back.");
        return count;
    }
}
