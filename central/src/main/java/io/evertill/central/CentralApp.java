package io.evertill.central;

import io.evertill.central.command.Workplace;
import io.evertill.central.office.Machine;
import io.evertill.rule.Wiring;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.logging.LogManager;

/// The program `evertill-central`.
@Wiring
public final class CentralApp {
    private static final String LOGGING = "logback.configurationFile";

    private CentralApp() {}

    /// Runs a command and ends the process with its exit code.
    public static void main(String[] arguments) {
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "io/evertill/central/logback.xml");
        }
        // The database driver's own words go there; they are said again by us.
        LogManager.getLogManager().reset();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        boolean isTerminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        System.exit(run(new Workplace(Machine.real(), System.getenv(), isTerminal), out, err, arguments));
    }

    /// Runs a command.
    ///
    /// @return its exit code
    static int run(Workplace workplace, PrintWriter out, PrintWriter err, String... arguments) {
        return Commands.line(workplace).setOut(out).setErr(err).execute(arguments);
    }
}
