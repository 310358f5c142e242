package io.evertill.central.command.transfer;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.TransferGoods;
import io.evertill.central.desk.TransferNames;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.inventory.Transfers;
import io.evertill.transfer.Step;
import io.evertill.transfer.TransferId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `transfer approve|reject|pick|cancel|close`: a step that can be refused.
@Command(mixinStandardHelpOptions = true)
final class TransferStepCommand implements Callable<Integer> {
    private final Workplace workplace;
    private final Step step;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "ID", description = "The transfer.")
    private String id = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "SKU=QTY", description = "What is agreed to; only with approve.")
    private List<String> goods = List.of();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
    private String by = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    private String note = "";

    TransferStepCommand(Workplace workplace, Step step) {
        this.workplace = workplace;
        this.step = step;
    }

    @Override
    public Integer call() {
        TransferId transfer = TransferNames.id(id);
        Transfers.Asking asking = Transfers.Asking.of(TransferCommand.requireBy(by), note.strip());
        if (step != Step.APPROVE && !goods.isEmpty()) {
            throw new Refusal(Refusal.Kind.USAGE, "Only an approval names goods.");
        }
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            office.db().write(tx -> TransferCommand.lines(tx, transfer, step == Step.APPROVE
                            ? Transfers.approve(tx, transfer, TransferGoods.quantities(tx, TransferGoods.parse(goods)), asking)
                            : Transfers.take(tx, transfer, step, asking)))
                    .forEach(spec.commandLine().getOut()::println);
            return 0;
        }
    }
}
