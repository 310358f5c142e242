package io.evertill.central.command.product;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `promotion withdraw`: takes a promotion away.
@Command(name = "withdraw", mixinStandardHelpOptions = true,
        description = "Takes a promotion away: tills forget it at their next pull. Sales keep its name.")
public final class PromotionWithdrawCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "ID", description = "The promotion's id.")
    private String id = "";

    public PromotionWithdrawCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            boolean wasThere = office.db().write(tx -> office.headOffice().withdraw(tx, id));
            if (!wasThere) {
                throw new Refusal(Refusal.Kind.USAGE, "There is no promotion " + id + ".");
            }
            spec.commandLine().getOut().println("Withdrawn: " + id);
            return 0;
        }
    }
}
