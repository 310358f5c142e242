package io.evertill.central;

import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Settings;
import io.evertill.central.office.TlsSettings;
import java.nio.file.Path;
import java.util.List;
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
                    + ", this machine only; anywhere else it speaks TLS.")
    private Optional<String> bind = Optional.empty();

    @Option(names = "--lanes", paramLabel = "NUMBER",
            description = "In how many lanes requests to reserve wait, by what they want; 0 for one crowd. Otherwise "
                    + Settings.LANES_USUALLY + ".")
    private Optional<Integer> lanes = Optional.empty();

    @Option(names = "--name", paramLabel = "HOST", split = ",",
            description = "A name or address by which tills call the centre; it stands in the certificate that the centre makes itself,"
                    + " besides the machine's own. With it TLS is spoken on this machine too.")
    private List<String> names = List.of();

    @Option(names = "--tls-certificate", paramLabel = "FILE",
            description = "A certificate of yours in PEM form, those that vouch for it behind it; with --tls-key.")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The key of the certificate, in PEM form, without a passphrase.")
    private Optional<Path> key = Optional.empty();

    ServeCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    private Settings tls(Settings settings) {
        if (certificate.isPresent() || key.isPresent()) {
            return settings.withTls(new TlsSettings(certificate, key, Where.names(String.join(",", names))));
        }
        return names.isEmpty() ? settings : settings.withTls(new TlsSettings(
                settings.tls().certificate(), settings.tls().key(), Where.names(String.join(",", names))));
    }

    @Override
    public Integer call() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Settings settings = tls(where.settings(workplace.environment(), bind, port));
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
