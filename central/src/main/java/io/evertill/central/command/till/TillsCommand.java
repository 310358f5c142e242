package io.evertill.central.command.till;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.TillFigures;
import io.evertill.central.office.Office;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `tills`: every till on one screen, and in words what is odd about it.
@Command(name = "tills", mixinStandardHelpOptions = true,
        description = {
            "Shows every till on one screen: when it was heard, what it still has, what is accepted, applied and in a verified"
                    + " backup, and how far the centre's clock is ahead of its own; below, what is odd about it.",
        })
public final class TillsCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--json", description = "Answers as one JSON object.")
    private boolean isJson;

    public TillsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            PrintWriter out = spec.commandLine().getOut();
            List<TillFigures> tills = office.db().read(TillFigures::all);
            if (isJson) {
                out.println(Json.canonical(json(tills)).text());
            } else {
                out.printf("%-8s %-12s %-12s %8s %10s %10s %10s %10s%n",
                        "store", "till", "heard", "behind", "accepted", "applied", "archived", "clock");
                tills.forEach(till -> print(till, out));
            }
            return 0;
        }
    }

    private static void print(TillFigures of, PrintWriter out) {
        out.printf("%-8s %-12s %-12s %8d %10d %10d %10d %10s%n", of.till().branch(), of.till().name(),
                of.age().map(age -> words(age) + " ago").orElse("never"), of.behind(), of.accepted(), of.applied(), of.archived(),
                of.till().offsetMs().map(offset -> String.format(Locale.ROOT, "%+.1f s", offset / 1e3)).orElse(""));
        if (of.isSilent()) {
            out.println("    TILL_SILENT: its shift is open, and it was not heard for " + of.age().map(TillsCommand::words).orElse("")
                    + ". Look whether it has power and network; what it sells meanwhile is safe on it.");
        }
        if (of.parked() > 0) {
            out.println("    " + of.parked() + " entries wait for a person" + of.suspense().values().stream()
                    .map(Object::toString).collect(Collectors.joining(", ", ": ", ""))
                    + (of.conflicts() > 0 ? "; " + of.conflicts() + " of them have the id of another" : "") + ".");
        }
        if (!of.incidents().isEmpty()) {
            out.println("    " + of.incidents().entrySet().stream()
                    .map(each -> each.getValue() + " " + each.getKey()).collect(Collectors.joining(", ")) + " so far.");
        }
        if (of.till().revokedAt().isPresent()) {
            out.println("    It is revoked.");
        }
    }

    private static ObjectNode json(List<TillFigures> tills) {
        ObjectNode node = Json.object();
        ArrayNode rows = node.putArray("tills");
        for (TillFigures of : tills) {
            ObjectNode row = rows.addObject()
                    .put("store", of.till().branch())
                    .put("till", of.till().name())
                    .put("terminal", of.till().terminal())
                    .put("revoked", of.till().revokedAt().isPresent())
                    .put("open", of.till().isOpen())
                    .put("silent", of.isSilent())
                    .put("behind", of.behind())
                    .put("accepted", of.accepted())
                    .put("applied", of.applied())
                    .put("archived", of.archived())
                    .put("parked", of.parked())
                    .put("conflicts", of.conflicts());
            of.age().ifPresent(age -> row.put("heardAt", of.till().heardAt().toString()).put("heardSeconds", age.toSeconds()));
            of.till().offsetMs().ifPresent(offset -> row.put("offsetMs", offset));
            ObjectNode suspense = row.putObject("suspense");
            of.suspense().forEach((currency, total) -> suspense.put(currency, total.text()));
            ObjectNode incidents = row.putObject("incidents");
            of.incidents().forEach(incidents::put);
        }
        return node;
    }

    private static String words(Duration age) {
        if (age.toMinutes() < 1) {
            return Math.max(0, age.toSeconds()) + " s";
        }
        return age.toHours() < 1 ? age.toMinutes() + " min" : age.toHours() + " h";
    }
}
