package io.evertill.central.command.count;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.inventory.ShrinkageReport;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `report`: what the ledger tells about a store.
@Command(name = "report", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WHICH",
        description = "Reports of a store.")
public final class ReportCommand implements Runnable {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public ReportCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a report: shrinkage.");
    }

    @Command(name = "shrinkage", mixinStandardHelpOptions = true, description = {
        "What counts found missing or too much, by item, cause and counter, restated by what became known later; and the items"
                + " whose counts tell of more than chance.",
        "Goods are worth their base price: the centre keeps no cost yet.",
    })
    int shrinkage(
            @Mixin Where where,
            @Option(names = "--store", required = true, paramLabel = "STORE") String store,
            @Option(names = "--from", paramLabel = "DATE", description = "The first day, UTC. Otherwise ever.") Optional<LocalDate> from,
            @Option(names = "--to", paramLabel = "DATE", description = "The last day, UTC. Otherwise today.") Optional<LocalDate> to) {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            ShrinkageReport.Report report = office.db().read(tx -> ShrinkageReport.of(tx, store,
                    from.map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC)).orElse(Instant.EPOCH),
                    to.map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)).orElse(tx.now().plusSeconds(1))));
            report.rows().forEach(row -> say(row.product().sku().code() + "  " + (row.cause().isEmpty() ? "-" : row.cause()) + "  "
                    + row.counter() + "  " + row.counts() + " counts  "
                    + Decimals.text(row.quantity(), Quantity.SCALE) + " " + row.product().unit().code() + "  " + row.value()));
            report.signs().forEach((product, signs) -> say("Look into receiving and picking of " + product.sku().code() + ": "
                    + String.join(", ", signs.stream().map(Enum::name).sorted().toList())));
            say(report.rows().size() + " rows, " + report.signs().size() + " items to look into.");
            return 0;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
