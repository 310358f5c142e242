package io.evertill.central.command.period;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.closing.Closing;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `period close`: no figure of the period changes any more.
@Command(name = "close", mixinStandardHelpOptions = true,
        description = "Closes a store's books through a day. Everything of its tills must be known, and the transfers on the way reviewed.")
final class PeriodCloseCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--store", paramLabel = "STORE", required = true, description = "The store.")
    private String store = "";

    @Option(names = "--through", paramLabel = "DAY", required = true, description = "The last day, such as 2026-12-31.")
    private String through = "";

    @Option(names = "--waive", paramLabel = "TILL", split = ",", description = "Tills that nobody waits for, such as T1,T2.")
    private List<String> waived = List.of();

    @Option(names = "--transfers-reviewed", description = "Somebody has looked at the transfers that are on the way.")
    private boolean isReviewed;

    @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who closes it.")
    private String by = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Why so, when tills are waived.")
    private String note = "";

    PeriodCloseCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Closing.Order order = new Closing.Order(
                store, PeriodCommand.day(through), by.strip(), Set.copyOf(waived), isReviewed, note.strip());
        if (order.by().isBlank()) {
            throw new Refusal(Refusal.Kind.USAGE, "Say who closes it: --by NAME.");
        }
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            return switch (office.db().write(tx -> Closing.close(tx, order))) {
                case Closing.Outcome.Closed(var lock) -> {
                    spec.commandLine().getOut().println("Store " + store + " is closed through " + lock.through() + " (" + lock.zone()
                            + "), up to " + lock.endsAt() + ". Hash of the figures: " + lock.hash().brief());
                    yield 0;
                }
                case Closing.Outcome.Refused(var sentences) -> throw new Refusal(Refusal.Kind.DIFFERENCE,
                        String.join(System.lineSeparator(), sentences));
            };
        }
    }
}
