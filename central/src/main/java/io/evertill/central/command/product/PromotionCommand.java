package io.evertill.central.command.product;

import io.evertill.central.command.Workplace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/// `promotion`: what makes goods cheaper for a time, in every store or in one.
@Command(name = "promotion", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        description = {
            "Promotions: a part or an amount off, n for the price of m, any n for a price; always or in some hours of the week.",
            "Tills have them at their next pull. The lowest price wins: a piece has at most one promotion that does not stack.",
        })
public final class PromotionCommand implements Runnable {
    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private PromotionCommand() {}

    /// The command with all that can be done to promotions.
    public static CommandLine line(Workplace workplace) {
        return new CommandLine(new PromotionCommand())
                .addSubcommand(new PromotionSetCommand(workplace))
                .addSubcommand(new PromotionWithdrawCommand(workplace))
                .addSubcommand(new PromotionListCommand(workplace))
                .addSubcommand(new PromotionPreviewCommand(workplace));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }
}
