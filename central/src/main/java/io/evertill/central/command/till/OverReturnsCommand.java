package io.evertill.central.command.till;

import io.evertill.central.command.Settling;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.db.Database;
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
                office.db().run(ReturnWatch::late);
                list(office.db(), out);
            }
            return 0;
        }
    }

    /// Nothing is printed inside a transaction: whoever reads slowly would keep the others waiting.
    private static void list(Database db, PrintWriter out) {
        int count = 0;
        Page page = db.read(tx -> page(tx, new UUID(0, 0)));
        while (!page.said().isEmpty()) {
            page.said().forEach(out::println);
            count += page.said().size();
            UUID last = page.last();
            page = db.read(tx -> page(tx, last));
        }
        out.println(count + " receipts of which too much came back.");
    }

    private record Page(List<String> said, UUID last) {}

    private static Page page(Tx tx, UUID after) {
        List<OverReturns.Matter> matters = tx.overReturns().open(after, PAGE);
        return new Page(
                matters.stream()
                        .map(matter -> matter.noticedAt() + "  store " + matter.branch() + "  " + matter.id()
                                + System.lineSeparator() + "    " + ReturnWatch.sentence(tx, matter.excess()))
                        .toList(),
                matters.isEmpty() ? after : matters.getLast().id());
    }
}
