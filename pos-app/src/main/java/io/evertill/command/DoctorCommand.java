package io.evertill.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.db.DatabaseFile;
import io.evertill.db.StorageFailure;
import io.evertill.doctor.Check;
import io.evertill.doctor.Finding;
import io.evertill.doctor.Finding.Verdict;
import io.evertill.pos.Program;
import io.evertill.pos.Settings;
import io.evertill.wire.Json;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `doctor`: looks at everything around a till and says what is wrong and what to do.
@Command(name = "doctor", mixinStandardHelpOptions = true,
        description = "Looks at settings, disk, database, backups, centre, certificate, clock, printer, ports, display and versions. Each"
                + " is OK, WARNING or PROBLEM, with what to do. Works beside a running till and changes nothing; the exit code is 1 when"
                + " something is a PROBLEM.")
final class DoctorCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The till's data folder.")
    private Path data = Path.of("");

    @Option(names = "--json", description = "Answer in JSON, as docs/update.md describes it.")
    private boolean isJson;

    @Option(names = "--full", description = "Checks every index of the database too, which takes longer.")
    private boolean isFull;

    @Option(names = "--print", description = "Prints a test page.")
    private boolean isPrinting;

    DoctorCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(data)) {
            throw new Refusal(ExitCode.USAGE, "There is no folder " + data + ". Name the till's data folder with --data.");
        }
        Settings.Reading reading = Settings.read(data, workplace.environment());
        List<Finding> findings = new Examination(data, workplace, reading)
                .checks(isFull, isPrinting).stream().map(DoctorCommand::looked).toList();
        boolean isWell = findings.stream().noneMatch(finding -> finding.verdict() == Verdict.PROBLEM);
        PrintWriter out = spec.commandLine().getOut();
        if (isJson) {
            out.println(Json.canonical(json(findings, isWell)).text());
        } else {
            findings.forEach(finding -> out.println(words(finding)));
        }
        return (isWell ? ExitCode.WELL : ExitCode.DIFFERENCE).number();
    }

    /// One check that breaks hides no other.
    private static Finding looked(Check check) {
        try {
            return check.look();
        } catch (StorageFailure e) {
            return Finding.problem(check.name(), e.sentence(), "Check the disk and the permissions of the folder.", Json.object());
        } catch (UncheckedIOException e) {
            return Finding.problem(check.name(), "Reading or writing failed: " + e.getMessage() + ".",
                    "Check the disk and the permissions of the folder.", Json.object());
        }
    }

    private static String words(Finding finding) {
        return String.format("%-8s%-12s%s%s", finding.verdict(), finding.check(), finding.facts(),
                finding.advice().isEmpty() ? "" : System.lineSeparator() + " ".repeat(20) + "-> " + finding.advice());
    }

    private ObjectNode json(List<Finding> findings, boolean isWell) {
        ObjectNode node = Json.object().put("format", 1).put("folder", data.toString()).put("well", isWell)
                .put("program", Program.running().version()).put("sqlite", DatabaseFile.engine())
                .put("at", workplace.machine().clock().instant().toString());
        ArrayNode checks = node.putArray("checks");
        findings.forEach(finding -> checks.add(finding.json()));
        return node;
    }
}
