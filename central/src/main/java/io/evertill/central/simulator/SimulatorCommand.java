package io.evertill.central.simulator;

import io.evertill.central.command.Workplace;
import io.evertill.central.office.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `simulator`: try the ledger out without touching one.
@Command(name = "simulator", mixinStandardHelpOptions = true,
        description = {
            "Tries the ledger out: a centre and tills with the real program on ledgers in memory, driven by lines. After each line"
                    + " the new movements (+) and levels (=) are shown; a level is shown beside its newest snapshot + the movements"
                    + " since. Nothing is kept.",
            "A line is a command of this program without its name (goods, count, transfer, reserve, snapshot, stock, history, …),"
                    + " or one of: product SKU, till TILL --store STORE, sell TILL SKU AMOUNT, return TILL SKU AMOUNT, offline TILL,"
                    + " online TILL, clock 2h, who, rows, levels. # begins a remark.",
        })
public final class SimulatorCommand implements Callable<Integer> {
    private final Supplier<UUID> ids;
    private final Function<Workplace, CommandLine> centre;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The lines. Otherwise they are read from the terminal.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT",
            description = "Listens on this machine instead: POST /lines takes a line as text, GET /state answers with everything.")
    private Optional<Integer> port = Optional.empty();

    /// @param ids tell one ledger in memory from another
    /// @param centre makes the commands of the centre
    public SimulatorCommand(Supplier<UUID> ids, Function<Workplace, CommandLine> centre) {
        this.ids = ids;
        this.centre = centre;
    }

    @Override
    public Integer call() {
        Path folder = temporary();
        try (LedgerSimulator simulator = new LedgerSimulator(ids.get().toString(), folder, centre)) {
            if (port.isPresent()) {
                try (SimulatorServer server = new SimulatorServer(simulator, port.get())) {
                    out().println("The simulator listens on " + server.url() + ". End it with Ctrl-C.");
                    out().flush();
                    server.join();
                }
                return 0;
            }
            return file.isPresent() ? script(simulator, file.get()) : talk(simulator);
        } finally {
            remove(folder);
        }
    }

    private int script(LedgerSimulator simulator, Path path) {
        List<String> lines;
        try {
            lines = Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            String why = Files.exists(path)
                    ? "cannot be read (" + e.getMessage() + "). Is it a text file that you may read?"
                    : "is not there.";
            throw new Refusal(Refusal.Kind.USAGE, "The file " + path + " " + why + " Name a file with one line a command, or leave it"
                    + " out and type the lines: evertill-central simulator");
        }
        int worst = 0;
        for (String line : lines) {
            out().println("> " + line);
            worst = Math.max(worst, run(simulator, line));
        }
        return worst;
    }

    private int talk(LedgerSimulator simulator) {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String line = in.readLine(); line != null && !line.strip().equals("quit"); line = in.readLine()) {
                run(simulator, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The lines cannot be read", e);
        }
        return 0;
    }

    private int run(LedgerSimulator simulator, String line) {
        LedgerSimulator.Answer answer = simulator.run(line);
        out().print(answer.said());
        Print.rows(answer.state().rows(), out());
        Print.sums(answer.state().sums(), out());
        out().flush();
        return answer.exit();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("evertill-simulator-");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder can be made", e);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder " + folder + " cannot be removed", e);
        }
    }
}
