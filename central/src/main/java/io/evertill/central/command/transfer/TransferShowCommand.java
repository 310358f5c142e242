package io.evertill.central.command.transfer;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.TransferNames;
import io.evertill.central.desk.TransferText;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.inventory.Transfers;
import io.evertill.transfer.TransferId;
import io.evertill.wire.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `transfer show`: everything about one transfer.
@Command(name = "show", mixinStandardHelpOptions = true,
        description = "Shows a transfer: what was asked for, what became of the goods, and who did what.")
final class TransferShowCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "ID", description = "The transfer.")
    private String id = "";

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    TransferShowCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        TransferId transfer = TransferNames.id(id);
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            List<String> lines = office.db().read(tx -> Transfers.find(tx, transfer)
                    .map(dossier -> new TransferText(tx, dossier))
                    .map(text -> isJson ? List.of(Json.canonical(text.json()).text()) : text.lines())
                    .orElseThrow(() -> new Refusal(Refusal.Kind.USAGE,
                            "Nothing is known of transfer " + transfer + ". The command transfer list names them.")));
            lines.forEach(spec.commandLine().getOut()::println);
            return 0;
        }
    }
}
