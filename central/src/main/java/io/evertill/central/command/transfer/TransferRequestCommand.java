package io.evertill.central.command.transfer;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.TransferGoods;
import io.evertill.central.desk.TransferNames;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.inventory.Transfers;
import io.evertill.transfer.Route;
import io.evertill.transfer.TransferId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `transfer request`: a store asks another for goods.
@Command(name = "request", mixinStandardHelpOptions = true, description = "Asks for goods of another store, and names the transfer.")
final class TransferRequestCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(arity = "1..*", paramLabel = "SKU=QTY", description = "What is wanted.")
    private List<String> goods = List.of();

    @Option(names = "--from", required = true, paramLabel = "STORE", description = "The store that sends.")
    private String source = "";

    @Option(names = "--to", required = true, paramLabel = "STORE", description = "The store that receives.")
    private String target = "";

    @Option(names = "--id", paramLabel = "ID", description = "What the transfer is called. Otherwise it gets a name.")
    private Optional<String> id = Optional.empty();

    @Option(names = "--expected", paramLabel = "TIME", description = "When it should arrive, such as 2026-12-01T08:00:00Z.")
    private Optional<String> expected = Optional.empty();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who asks.")
    private String by = "";

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    private String note = "";

    TransferRequestCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Route route = TransferNames.route(source, target);
        Transfers.Asking asking = new Transfers.Asking(
                TransferCommand.requireBy(by), note.strip(), expected.map(TransferRequestCommand::instant));
        TransferId transfer = TransferNames.id(id.orElseGet(() -> workplace.machine().ids().get().toString()));
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            office.db().write(tx -> TransferCommand.lines(tx, transfer, Transfers.request(
                            tx, transfer, route, TransferGoods.quantities(tx, TransferGoods.parse(goods)), asking)))
                    .forEach(spec.commandLine().getOut()::println);
            return 0;
        }
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new Refusal(Refusal.Kind.USAGE, "Write the time as 2026-12-01T08:00:00Z, not '" + text + "'.");
        }
    }
}
