package io.evertill.central.command.period;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.db.Periods.Lock;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `period list`: what was closed, by whom.
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the closed periods.")
final class PeriodListCommand implements Callable<Integer> {
    private static final int PAGE = 200;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--store", paramLabel = "STORE", description = "One store. Otherwise all of them.")
    private String store = "";

    PeriodListCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            List<Lock> page = office.db().read(tx -> tx.periods().after("", "", PAGE));
            while (!page.isEmpty()) {
                page.stream().filter(lock -> store.isEmpty() || lock.branch().equals(store)).forEach(lock -> print(lock, out));
                Lock last = page.getLast();
                page = office.db().read(tx -> tx.periods().after(last.branch(), last.through().toString(), PAGE));
            }
            return 0;
        }
    }

    private static void print(Lock lock, PrintWriter out) {
        out.println("Store " + lock.branch() + " through " + lock.through() + " (" + lock.zone() + "), closed at " + lock.closedAt()
                + " by " + lock.closedBy() + (lock.waived().isEmpty() ? "" : ", without tills " + lock.waived())
                + (lock.note().isEmpty() ? "" : ": " + lock.note()));
    }
}
