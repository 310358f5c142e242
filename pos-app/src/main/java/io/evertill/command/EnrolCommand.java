package io.evertill.command;

import io.evertill.db.Terminals;
import io.evertill.link.CentreAddress;
import io.evertill.pos.DataFolder;
import io.evertill.pos.Enrolling;
import io.evertill.wire.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `enrol`: makes this machine a till of a centre.
@Command(name = "enrol", mixinStandardHelpOptions = true,
        description = {"Makes a folder the till that a one-time code stands for.",
            "A till that is enrolled keeps its identity and its ledger; a fresh code for the same place renews its token."})
final class EnrolCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR",
            description = "The till's data folder; it is made when it is missing.")
    private Path data = Path.of("");

    @Option(names = "--central", required = true, paramLabel = "URL",
            description = "The centre's address, such as http://127.0.0.1:8480 on this machine, https:// elsewhere.")
    private String central = "";

    @Option(names = "--code", required = true, paramLabel = "CODE", description = "The one-time code from the centre.")
    private String code = "";

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean isJson;

    EnrolCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        String url = address(central);
        try (DataFolder folder = Where.hold(data)) {
            LogFile.into(data);
            return switch (new Enrolling(folder, workplace.machine()).again(url, code)) {
                case Enrolling.Result.Enrolled(Terminals.Identity identity) -> said(identity, "is now");
                case Enrolling.Result.Known(Terminals.Identity identity) -> said(identity, "is still");
                case Enrolling.Result.Refused(String sentence) -> throw new Refusal(ExitCode.USAGE, sentence);
                case Enrolling.Result.Unreachable(String sentence) -> throw new Refusal(ExitCode.UNREACHABLE, sentence);
                case Enrolling.Result.NotKept(String sentence) -> throw new Refusal(ExitCode.STORAGE, sentence);
            };
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
