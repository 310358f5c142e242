package io.evertill.command;

import io.evertill.pos.Machine;
import io.evertill.rule.Wiring;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The program `evertill`.
@Wiring
public final class EvertillApp {
    private static final String LOGGING = "logback.configurationFile";

    private EvertillApp() {}

    /// Runs a command and ends the process with its exit code.
    public static void main(String[] arguments) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "io/evertill/command/logback.xml");
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        boolean isTerminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        Workplace workplace = new Workplace(
                Machine.real(), name -> Optional.ofNullable(System.getenv(name)), isTerminal);
        System.exit(run(workplace, out, err, arguments));
    }

    /// Runs a command.
    ///
    /// @return its exit code
    static int run(Workplace workplace, PrintWriter out, PrintWriter err, String... arguments) {
        return TillStart.plainly(workplace, arguments)
                .map(data -> open(new TillStart(workplace, data, err), err).number())
                .orElseGet(() -> Commands.line(workplace).setOut(out).setErr(err).execute(arguments));
    }

    private static ExitCode open(TillStart till, PrintWriter err) {
        try {
            return till.run();
        } catch (Exception e) {
            return Failures.explain(e, err);
        }
    }
}
