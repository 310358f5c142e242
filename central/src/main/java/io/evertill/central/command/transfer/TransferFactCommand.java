package io.evertill.central.command.transfer;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.TransferFact;
import io.evertill.central.desk.TransferGoods;
import io.evertill.central.desk.TransferNames;
import io.evertill.central.office.Office;
import io.evertill.person.Person;
import io.evertill.transfer.Action;
import io.evertill.transfer.Route;
import io.evertill.transfer.TransferId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `transfer dispatch|receive|short|return|…`: what was done with goods.
@Command(mixinStandardHelpOptions = true)
final class TransferFactCommand implements Callable<Integer> {
    private final Workplace workplace;
    private final Action action;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "ID", description = "The transfer.")
    private String id = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "SKU=QTY", description = "The goods. A reversal takes those of the dispatch.")
    private List<String> goods = List.of();

    @Option(names = "--document", required = true, paramLabel = "TEXT",
            description = "The paper that says so, such as the delivery note; it counts once.")
    private String document = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who handled them.")
    private String by = "";

    @Option(names = "--approved-by", paramLabel = "NAME", description = "Who agreed; needed for goods that nobody sent.")
    private String approvedBy = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; TRANSIT_LOSS or THEFT for goods that were lost.")
    private String reason = "";

    @Option(names = "--store", paramLabel = "STORE", description = "The store that says so, where both can. Otherwise the target.")
    private Optional<String> store = Optional.empty();

    @Option(names = "--from", paramLabel = "STORE", description = "The source, for a transfer that the centre does not know yet.")
    private Optional<String> source = Optional.empty();

    @Option(names = "--to", paramLabel = "STORE", description = "The target, for a transfer that the centre does not know yet.")
    private Optional<String> target = Optional.empty();

    TransferFactCommand(Workplace workplace, Action action) {
        this.workplace = workplace;
        this.action = action;
    }

    @Override
    public Integer call() {
        TransferId transfer = TransferNames.id(id);
        TransferCommand.requireBy(by);
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            TransferFact fact = fact(transfer);
            office.db().write(tx -> TransferCommand.lines(tx, transfer, fact.record(tx)))
                    .forEach(spec.commandLine().getOut()::println);
            return 0;
        }
    }

    private TransferFact fact(TransferId transfer) {
        Optional<Route> given = source.flatMap(from -> target.map(to -> TransferNames.route(from, to)));
        Person person = new Person(by.strip(), by.strip());
        return new TransferFact(transfer, action, document, person, approvedBy.strip(), reason.strip(), store, given,
                TransferGoods.parse(goods));
    }
}
