package io.evertill.central.command.upkeep;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.audit.CentreAudit;
import io.evertill.audit.Difference;
import io.evertill.audit.Findings;
import io.evertill.central.command.Progress;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `verify`: computes everything again that can be computed, and names the first difference.
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = {
            "Computes the ledger again from its bytes: every stream's chain, movements from entries, levels from movements,"
                    + " sales, and the sums of the feed. Names the first difference; the exit code is then 1.",
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final int NAMED_MAX = 20;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    public VerifyCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getErr(), workplace.isTerminal(), "entries checked");
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            Findings findings = CentreAudit.of(office.db(), progress::at);
            progress.end();
            if (isJson) {
                spec.commandLine().getOut().println(Json.canonical(json(findings)).text());
            } else {
                print(findings, spec.commandLine().getOut());
            }
            return findings.isClean() ? 0 : Refusal.Kind.DIFFERENCE.exitCode();
        }
    }

    private static void print(Findings findings, PrintWriter out) {
        out.println("Checked: " + findings.counted().stream()
                .map(counted -> counted.number() + " " + counted.what())
                .collect(Collectors.joining(", ")) + ".");
        if (findings.isClean()) {
            out.println("Everything holds.");
            return;
        }
        out.println("First difference: " + sentence(findings.differences().getFirst()));
        findings.differences().stream().skip(1).limit(NAMED_MAX).forEach(next -> out.println("Then: " + sentence(next)));
        out.println("Differences: " + findings.differenceCount()
                + ". Keep a copy of the database as it is before anything else.");
    }

    private static String sentence(Difference difference) {
        return "[" + difference.what() + "] " + difference.sentence();
    }

    private static ObjectNode json(Findings findings) {
        ObjectNode node = Json.object().put("clean", findings.isClean()).put("differenceCount", findings.differenceCount());
        ObjectNode counted = node.putObject("counted");
        findings.counted().forEach(each -> counted.put(each.what(), each.number()));
        var differences = node.putArray("differences");
        findings.differences().forEach(each ->
                differences.addObject().put("what", each.what()).put("sentence", each.sentence()));
        return node;
    }
}
