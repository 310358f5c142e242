package io.evertill.central;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Settings;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `serve`: runs the centre until the process is told to end.
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Runs the centre until it is stopped.")
final class ServeCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--port", paramLabel = "PORT",
            description = "The port to listen on, 0 for any that is free. Otherwise " + Settings.PORT_USUALLY + ".")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--bind", paramLabel = "ADDRESS",
            description = "The address to listen on. Otherwise " + Settings.BIND_USUALLY
                    + ", this machine only; clear text is refused anywhere else.")
    private Optional<String> bind = Optional.empty();

    @Option(names = "--lanes", paramLabel = "NUMBER",
            description = "In how many lanes requests to reserve wait, by what they want; 0 for one crowd. Otherwise "
                    + Settings.LANES_USUALLY + ".")
    private Optional<Integer> lanes = Optional.empty();

    ServeCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Settings settings = where.settings(workplace.environment(), bind, port);
        Centre centre = Centre.start(lanes.map(settings::withLanes).orElse(settings), workplace.machine());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            centre.close();
            ended.countDown();
            // A process that was told to end and did so is no failure; left alone it would end with the signal's number.
            Runtime.getRuntime().halt(0);
        }, "centre-stop"));
        spec.commandLine().getOut().println("The centre listens at " + centre.url() + ". Stop it with Ctrl-C.");
        ended.await();
        return 0;
    }
}
