package io.evertill.command;

import io.evertill.pos.FirstStart;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `till`: opens the till's window and returns when it is closed.
@Command(name = "till", mixinStandardHelpOptions = true,
        description = {"Opens the till. It sells without a network, also after a restart.",
            "At its first start it enrols by " + FirstStart.FILE + " in the folder that the variable EVERTILL_CONF names, otherwise in the"
                    + " data folder, and asks nothing."})
final class TillCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The till's data folder.")
    private Path data = Path.of("");

    TillCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws InterruptedException {
        return new TillStart(workplace, data, spec.commandLine().getErr()).run().number();
    }
}
