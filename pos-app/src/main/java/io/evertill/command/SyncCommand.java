package io.evertill.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.outbox.Courier;
import io.evertill.outbox.Waiting;
import io.evertill.pos.Handover;
import io.evertill.pos.TillProcess;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `sync`: sends everything that waits and reads the feed to its end.
@Command(name = "sync", mixinStandardHelpOptions = true,
        description = "Sends what waits until the centre proves to hold it, and reads prices and products to the newest.")
final class SyncCommand implements Callable<Integer> {
    private static final int FAILURES_MAX = 3;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--json", description = "Answer in JSON, one object a till.")
    private boolean isJson;

    SyncCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        ExitCode worst = ExitCode.WELL;
        for (Path till : where.tills()) {
            worst = worst.or(sync(till));
        }
        return worst.number();
    }

    private ExitCode sync(Path path) {
        try (TillProcess till = opened(path)) {
            LogFile.into(path);
            Waiting before = till.waiting();
            Handover.End end = new Handover(till.database(), till.courier(), till.pull(),
                    new Handover.Patience(FAILURES_MAX, workplace.machine()::pause)).run();
            return said(till, before, end);
        }
    }

    private TillProcess opened(Path path) {
        TillProcess.Opening opening = TillProcess.open(
                Where.hold(path), Where.settings(path, workplace), workplace.machine(), _ -> {});
        return switch (opening) {
            case TillProcess.Opening.Opened(TillProcess till) -> till;
            case TillProcess.Opening.NotEnrolled(String sentence) -> throw new Refusal(ExitCode.USAGE, sentence);
        };
    }

    private ExitCode said(TillProcess till, Waiting before, Handover.End end) {
        PrintWriter out = spec.commandLine().getOut();
        String name = "Till " + till.identity().till() + " of store " + till.identity().branch();
        long waiting = till.waiting().entries();
        ObjectNode answer = Json.object()
                .put("store", till.identity().branch())
                .put("till", till.identity().till())
                .put("sent", before.entries() - waiting)
                .put("waiting", waiting);
        switch (end) {
            case Handover.End.Complete(long verified, long parked, long changes) -> {
                answer.put("verified", verified).put("parked", parked).put("changes", changes).put("complete", true);
                String text = name + ": the centre holds all " + verified + " entries (" + before.entries()
                        + " were sent now); " + changes + " rows of its lists were new."
                        + (parked == 0 ? "" : " " + parked + " entries wait for a person there.");
                out.println(isJson ? Json.canonical(answer).text() : text);
                return ExitCode.WELL;
            }
            case Handover.End.Left(Courier.Problem problem, String sentence) -> {
                answer.put("complete", false).put("problem", problem.name()).put("sentence", sentence);
                if (isJson) {
                    out.println(Json.canonical(answer).text());
                }
                spec.commandLine().getErr().println(
                        name + ": " + sentence + " " + waiting + " entries wait, safe in the ledger of this till.");
                return exitCode(problem);
            }
        }
    }

    static ExitCode exitCode(Courier.Problem problem) {
        return switch (problem) {
            case UNREACHABLE, UNAUTHORIZED, BUSY -> ExitCode.UNREACHABLE;
            case REFUSED -> ExitCode.DIFFERENCE;
        };
    }
}
