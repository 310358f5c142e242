package io.evertill.central.command.transfer;

import io.evertill.central.command.Workplace;
import io.evertill.central.desk.TransferText;
import io.evertill.central.office.Refusal;
import io.evertill.db.Tx;
import io.evertill.inventory.Dossier;
import io.evertill.inventory.Transfers;
import io.evertill.transfer.Action;
import io.evertill.transfer.Step;
import io.evertill.transfer.Transfer;
import io.evertill.transfer.TransferId;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/// `transfer`: goods on their way between two stores, from the request to the last piece.
@Command(name = "transfer", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "ACTION",
        description = {
            "Moves goods between two stores: ask for them, agree, dispatch, receive, say what was lost, and close.",
            "Goods are written SKU=3, or SKU=3+1 for 3 good and 1 damaged; then ,lot=L and ,serial=S; ,was-lot=L when the batch"
                    + " turned out to be another than on the way.",
            "A document counts once for each action: typing it again changes nothing.",
        })
public final class TransferCommand implements Runnable {
    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private TransferCommand() {}

    /// The command with everything that can be done.
    public static CommandLine line(Workplace workplace) {
        CommandLine line = new CommandLine(new TransferCommand())
                .addSubcommand(new TransferRequestCommand(workplace))
                .addSubcommand(new TransferShowCommand(workplace))
                .addSubcommand(new TransferListCommand(workplace));
        step(line, workplace, "approve", Step.APPROVE, "Agrees to a request: as a whole, or to the goods that are named.");
        step(line, workplace, "reject", Step.REJECT, "Does not agree to a request.");
        step(line, workplace, "pick", Step.PICK, "Says that picking has begun.");
        step(line, workplace, "cancel", Step.CANCEL, "Gives a transfer up. What is on the way is to come back: record it with return.");
        step(line, workplace, "close", Step.CLOSE, "Ends a transfer of which nothing is on the way any more.");
        fact(line, workplace, "dispatch", Action.DISPATCH, "Goods left the source.");
        fact(line, workplace, "receive", Action.RECEIVE, "Goods arrived: SKU=GOOD+DAMAGED.");
        fact(line, workplace, "short", Action.LOST, "Goods were lost on the way: --reason TRANSIT_LOSS or THEFT.");
        fact(line, workplace, "return", Action.RETURNED, "Goods came back to the source: SKU=GOOD+DAMAGED.");
        fact(line, workplace, "never-left", Action.NEVER_LEFT, "The source found goods that it said it had sent.");
        fact(line, workplace, "sent-more", Action.SENT_MORE, "The source found that it sent more than it said; then receive it.");
        fact(line, workplace, "gain", Action.UNEXPLAINED_GAIN,
                "More arrived than was sent, and the source did not send it; instead of receive.");
        fact(line, workplace, "received-more", Action.RECEIVED_MORE,
                "The same for goods that a till received already, so that less than nothing is on the way.");
        fact(line, workplace, "relot", Action.RELOT, "The batch of goods on the way is another: SKU=3,was-lot=A,lot=B.");
        fact(line, workplace, "reverse", Action.DISPATCH_REVERSAL,
                "Takes back a dispatch that was recorded by mistake, by its document, while nothing of the transfer has arrived.");
        return line;
    }

    private static void step(CommandLine line, Workplace workplace, String name, Step step, String description) {
        add(line, name, new CommandLine(new TransferStepCommand(workplace, step)), description);
    }

    private static void fact(CommandLine line, Workplace workplace, String name, Action action, String description) {
        add(line, name, new CommandLine(new TransferFactCommand(workplace, action)), description);
    }

    private static void add(CommandLine line, String name, CommandLine command, String description) {
        command.getCommandSpec().usageMessage().description(description);
        line.addSubcommand(name, command);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name what to do with a transfer.");
    }

    /// Who did something, as named with --by.
    static String requireBy(String by) {
        if (by.isBlank()) {
            throw new Refusal(Refusal.Kind.USAGE, "Say who did it: --by NAME.");
        }
        return by.strip();
    }

    /// What a person reads of an answer.
    static List<String> lines(Tx tx, TransferId id, Transfers.Answer answer) {
        return switch (answer) {
            case Transfers.Answer.Done(Dossier dossier) -> Stream.concat(
                    Stream.of("Transfer " + id + " is " + dossier.transfer().state() + "."),
                    new TransferText(tx, dossier).lots().stream()).toList();
            case Transfers.Answer.Known() -> List.of("This was recorded before; nothing was done.");
            case Transfers.Answer.Refused(Transfer.Refusal refusal) ->
                throw new Refusal(Refusal.Kind.DIFFERENCE, refusal.sentence() + " (" + refusal.code() + ")");
        };
    }
}
