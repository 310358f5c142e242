package io.evertill.central.command.till;

import io.evertill.central.command.Settling;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.db.Database;
import io.evertill.db.KeptPayments;
import io.evertill.inventory.Review;
import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Spec;

/// `kept-payments`: money that card terminals keep and no sale holds.
@Command(name = "kept-payments", mixinStandardHelpOptions = true,
        description = {
            "Lists the card payments that a terminal keeps although no sale holds them: the customer went before the sale was complete, and"
                    + " the terminal did not give the money back. Somebody pays it back by hand, at the terminal, by its reference.",
            "With --settle, notes who looked at a payment and what came of it. Nothing is deleted.",
        })
public final class KeptPaymentsCommand implements Callable<Integer> {
    private static final int PAGE = 500;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Mixin
    private Settling settling = new Settling();

    public KeptPaymentsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            if (!settling.settle(office, out, "payment", "kept-payments", (tx, id, settled) -> tx.keptPayments().settle(id, settled))) {
                list(office.db(), out);
            }
            return 0;
        }
    }

    private static void list(Database db, PrintWriter out) {
        int count = 0;
        List<KeptPayments.Kept> page = page(db, new UUID(0, 0));
        while (!page.isEmpty()) {
            page.forEach(kept -> out.println("store " + kept.branch() + "  " + kept.attempt() + System.lineSeparator() + "    "
                    + Review.sentence(kept)));
            count += page.size();
            page = page(db, page.getLast().attempt());
        }
        out.println(count + " card payments to be paid back by hand.");
    }

    private static List<KeptPayments.Kept> page(Database db, UUID after) {
        return db.read(tx -> tx.keptPayments().open(after, PAGE));
    }
}
