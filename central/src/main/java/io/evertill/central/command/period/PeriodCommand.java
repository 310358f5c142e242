package io.evertill.central.command.period;

import io.evertill.central.command.Workplace;
import io.evertill.central.office.Refusal;
import io.evertill.db.Periods.Lock;
import io.evertill.db.Tx;
import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/// `period`: closes a store's books through a day, and shows what became known later.
@Command(name = "period", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "ACTION",
        description = {
            "Closes a store's books through a day, by the clock of its zone. The figures of a closed period never change.",
            "A fact of a till that comes later is posted with its true moment and counts on the first open day; restatement shows"
                    + " what was closed beside what happened.",
        })
public final class PeriodCommand implements Runnable {
    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private PeriodCommand() {}

    /// The command with everything that can be done.
    public static CommandLine line(Workplace workplace) {
        return new CommandLine(new PeriodCommand())
                .addSubcommand(new PeriodCloseCommand(workplace))
                .addSubcommand(new PeriodListCommand(workplace))
                .addSubcommand(new PeriodRestatementCommand(workplace));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name what to do with a period.");
    }

    /// The day that a person means.
    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new Refusal(Refusal.Kind.USAGE, "Write a day like 2026-12-31, not '" + text + "'.");
        }
    }

    /// The closed period of a store that ends with a day.
    static Lock find(Tx tx, String store, LocalDate through) {
        return tx.periods().find(store, through).orElseThrow(() -> new Refusal(Refusal.Kind.USAGE,
                "Store " + store + " was not closed through " + through + ". The command period list shows what was."));
    }
}
