package io.evertill.command;

import io.evertill.db.Terminals;
import io.evertill.link.CentreAddress;
import io.evertill.link.Trust;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Enrolling;
import io.evertill.pos.FirstStart;
import io.evertill.wire.EnrolmentFile;
import io.evertill.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `enrol`: makes this machine a till of a centre.
@Command(name = "enrol", mixinStandardHelpOptions = true,
        description = {"Makes a folder the till that an enrolment file, or a one-time code, stands for.",
            "A till that is enrolled keeps its identity and its ledger; a fresh file or code for the same place renews its token."})
final class EnrolCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR",
            description = "The till's data folder; it is made when it is missing.")
    private Path data = Path.of("");

    @Option(names = "--file", paramLabel = "FILE",
            description = "The enrolment file from the centre; nothing else has to be said.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--central", paramLabel = "URL",
            description = "The centre's address, such as http://127.0.0.1:8480 on this machine, https:// elsewhere.")
    private Optional<String> central = Optional.empty();

    @Option(names = "--code", paramLabel = "CODE", description = "The one-time code from the centre.")
    private Optional<String> code = Optional.empty();

    @Option(names = "--ca", paramLabel = "FILE",
            description = "The certificates (PEM) that vouch for the centre, with --central; otherwise those count that the till has, or"
                    + " that the system knows.")
    private Optional<Path> ca = Optional.empty();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean isJson;

    EnrolCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        if (file.isPresent() && (central.isPresent() || code.isPresent() || ca.isPresent())) {
            throw new CommandLine.ParameterException(spec.commandLine(),
                    "--file says it all: leave out --central, --code and --ca, or the file.");
        }
        if (file.isEmpty() && (central.isEmpty() || code.isEmpty())) {
            throw new CommandLine.ParameterException(spec.commandLine(),
                    "Say where to enrol: --file FILE, or --central URL with --code CODE.");
        }
        return file.isPresent() ? byFile(file.get()) : byCode(address(central.orElseThrow()), code.orElseThrow());
    }

    private int byCode(String url, String word) {
        Optional<String> pem = ca.map(EnrolCommand::pem);
        try (DataFolder folder = Where.hold(data)) {
            LogFile.into(data);
            return said(new Enrolling(folder, workplace.machine()).again(url, word, pem));
        }
    }

    private int byFile(Path path) {
        EnrolmentFile understood = switch (FirstStart.read(path)) {
            case FirstStart.Reading.Understood(EnrolmentFile content) -> content;
            case FirstStart.Reading.Wrong(String sentence) -> throw new Refusal(ExitCode.USAGE, sentence);
        };
        try (DataFolder folder = Where.hold(data)) {
            LogFile.into(data);
            int exitCode = said(new Enrolling(folder, workplace.machine()).byFile(understood));
            afterwards(path).ifPresent(spec.commandLine().getErr()::println);
            return exitCode;
        }
    }

    /// A used file beside the configuration would only puzzle the next person; one elsewhere is not ours to remove.
    private Optional<String> afterwards(Path path) {
        boolean isOurs = workplace.environment().apply(TillStart.CONFIGURATION)
                .map(folder -> Path.of(folder).resolve(FirstStart.FILE).toAbsolutePath().normalize())
                .filter(path.toAbsolutePath().normalize()::equals)
                .isPresent();
        return isOurs ? FirstStart.remove(path) : Optional.of("The code in " + path + " is used: the file opens nothing any more.");
    }

    private int said(Enrolling.Result result) {
        return switch (result) {
            case Enrolling.Result.Enrolled(Terminals.Identity identity) -> said(identity, "is now");
            case Enrolling.Result.Known(Terminals.Identity identity) -> said(identity, "is still");
            case Enrolling.Result.Refused(String sentence) -> throw new Refusal(ExitCode.USAGE, sentence);
            case Enrolling.Result.Unreachable(String sentence) -> throw new Refusal(ExitCode.UNREACHABLE, sentence);
            case Enrolling.Result.NotKept(String sentence) -> throw new Refusal(ExitCode.STORAGE, sentence);
        };
    }

    private static String pem(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            String pem = new String(in.readNBytes(Trust.PEM_LENGTH_MAX + 1), StandardCharsets.ISO_8859_1);
            Trust.requirePem(pem);
            return pem;
        } catch (IOException e) {
            throw new Refusal(ExitCode.USAGE, "The file " + path + " (--ca) cannot be read: " + e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.USAGE,
                    "The file " + path + " (--ca) " + e.getMessage() + ". Name one with certificates in PEM form.");
        }
    }

    /// A centre's address.
    ///
    /// @throws Refusal when it is none
    static String address(String url) {
        try {
            return CentreAddress.written(url);
        } catch (IllegalArgumentException e) {
            throw new Refusal(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private int said(Terminals.Identity identity, String verb) {
        if (isJson) {
            spec.commandLine().getOut().println(Json.canonical(Json.object()
                    .put("store", identity.branch())
                    .put("till", identity.till())
                    .put("terminal", identity.terminal())
                    .put("central", identity.centreUrl())).text());
        } else {
            spec.commandLine().getOut().println("This folder " + verb + " till " + identity.till() + " of store "
                    + identity.branch() + " (" + identity.terminal() + "), enrolled at " + identity.centreUrl() + ".");
        }
        return ExitCode.WELL.number();
    }
}
