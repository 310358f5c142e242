package io.evertill.central.command.till;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.db.Tills;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `revoke`: a lost or retired till may hand over what it has recorded, nothing else.
@Command(name = "revoke", mixinStandardHelpOptions = true,
        description = "Revokes a till: it may still hand over what it has recorded, and nothing else.")
public final class RevokeCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--store", required = true, paramLabel = "STORE", description = "The store's code.")
    private String store = "";

    @Option(names = "--till", required = true, paramLabel = "TILL", description = "The till's name in the store.")
    private String till = "";

    public RevokeCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            int count = office.admission().revoke(new Tills.Seat(store, till));
            if (count == 0) {
                throw new Refusal(Refusal.Kind.USAGE, "There is no till " + till + " in store " + store
                        + " that could be revoked. The command status lists the tills.");
            }
            spec.commandLine().getOut().println("Till " + till + " in store " + store
                    + " is revoked. What it has recorded and not sent is still taken.");
            return 0;
        }
    }
}
