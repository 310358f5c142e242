package io.evertill.central.command.transfer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.TransferText;
import io.evertill.central.office.Office;
import io.evertill.db.Tx;
import io.evertill.inventory.Dossier;
import io.evertill.inventory.Transfers;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `transfer list`: the transfers that have not ended, or those that a person should look at.
@Command(name = "list", mixinStandardHelpOptions = true,
        description = "Lists the transfers that have not ended, and what is on the way.")
final class TransferListCommand implements Callable<Integer> {
    private static final int PAGE = 200;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--all", description = "Ended transfers too.")
    private boolean isAll;

    @Option(names = "--aged", description = "Only goods that are on the way for longer than expected.")
    private boolean isAged;

    @Option(names = "--slack", paramLabel = "TIME", defaultValue = "48h",
            description = "How much longer, with --aged: after the expected time, or else after the dispatch. Otherwise 48h.")
    private Duration slack = Duration.ZERO;

    @Option(names = "--out-of-order", description = "Only goods that arrived without being known to have left.")
    private boolean isOutOfOrder;

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    TransferListCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            if (isJson) {
                out.println(Json.canonical(office.db().read(this::json)).text());
            } else {
                long listed = office.db().read(tx -> {
                    long[] count = {0};
                    each(tx, dossier -> {
                        out.println(new TransferText(tx, dossier).line());
                        count[0]++;
                    });
                    return count[0];
                });
                out.println(listed + " transfers.");
            }
            return 0;
        }
    }

    private ObjectNode json(Tx tx) {
        ObjectNode node = Json.object();
        ArrayNode transfers = node.putArray("transfers");
        each(tx, dossier -> transfers.add(new TransferText(tx, dossier).json()));
        return node;
    }

    private void each(Tx tx, Consumer<Dossier> consumer) {
        Consumer<Dossier> chosen = dossier -> {
            boolean isLate = !isAged || dossier.isAged(tx.now(), slack);
            if (isLate && (!isOutOfOrder || !dossier.transfer().flags().isEmpty())) {
                consumer.accept(dossier);
            }
        };
        if (!isAll) {
            Transfers.eachOpen(tx, chosen);
            return;
        }
        List<Dossier> page = Transfers.after(tx, "", PAGE);
        while (!page.isEmpty()) {
            page.forEach(chosen);
            page = Transfers.after(tx, page.getLast().transfer().id().text(), PAGE);
        }
    }
}
