package io.evertill.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.audit.Difference;
import io.evertill.audit.Findings;
import io.evertill.audit.RepairPlan;
import io.evertill.audit.TillAudit;
import io.evertill.db.Database;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `verify`: computes again what a till's ledger says and compares.
@Command(name = "verify", mixinStandardHelpOptions = true,
        description = "Computes the hash chain, movements, levels, receipts, drawers and what waits again from the entries and"
                + " names the first difference. Works beside a running till; changes nothing.")
final class VerifyCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--json", description = "Answer in JSON, one object a till.")
    private boolean isJson;

    @Option(names = "--repair-plan", description = "Says step by step what to do about what was found; changes nothing.")
    private boolean hasPlan;

    VerifyCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        ExitCode worst = ExitCode.WELL;
        PrintWriter out = spec.commandLine().getOut();
        for (Path till : where.tills()) {
            try (Database db = Where.open(till, workplace)) {
                Findings findings = TillAudit.of(db);
                out.println(isJson ? json(till, findings) : words(till, findings));
                if (hasPlan && !isJson) {
                    List<String> steps = RepairPlan.of(findings);
                    for (int at = 0; at < steps.size(); at++) {
                        out.println("  " + (at + 1) + ". " + steps.get(at));
                    }
                }
                worst = worst.or(findings.isClean() ? ExitCode.WELL : ExitCode.DIFFERENCE);
            }
        }
        return worst.number();
    }

    private static String words(Path till, Findings findings) {
        String counted = findings.counted().stream()
                .map(each -> String.format(Locale.ROOT, "%,d %s", each.number(), each.what()))
                .collect(Collectors.joining(", "));
        return findings.first()
                .map(first -> till + ": DIFFERENCE (" + first.what() + "): " + first.sentence()
                        + (findings.differenceCount() == 1 ? "" : " And " + (findings.differenceCount() - 1) + " more; --json names them."))
                .orElse(till + ": all is as it must be. Checked: " + counted + ".");
    }

    private static String json(Path till, Findings findings) {
        ObjectNode node = Json.object()
                .put("folder", till.toString())
                .put("clean", findings.isClean())
                .put("differenceCount", findings.differenceCount());
        ObjectNode counted = node.putObject("counted");
        findings.counted().forEach(each -> counted.put(each.what(), each.number()));
        ArrayNode differences = node.putArray("differences");
        for (Difference difference : findings.differences()) {
            differences.addObject().put("what", difference.what()).put("sentence", difference.sentence());
        }
        ArrayNode plan = node.putArray("repairPlan");
        RepairPlan.of(findings).forEach(plan::add);
        return Json.canonical(node).text();
    }
}
