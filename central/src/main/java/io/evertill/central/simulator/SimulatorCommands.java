package io.evertill.central.simulator;

import io.evertill.central.command.Period;
import io.evertill.sale.ReturnOf;
import io.evertill.stock.Unit;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What can be said to the simulator beside the commands of the centre.
@Command(name = "simulator")
final class SimulatorCommands {
    private final LedgerSimulator simulator;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private SimulatorCommands(LedgerSimulator simulator) {
        this.simulator = simulator;
    }

    /// These commands.
    ///
    /// @param explain what becomes of a mistake and of a failure
    static CommandLine line(LedgerSimulator simulator, CommandLine explain) {
        CommandLine line = new CommandLine(new SimulatorCommands(simulator));
        line.registerConverter(Duration.class, new Period());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler(explain.getExecutionExceptionHandler());
        line.setParameterExceptionHandler(explain.getParameterExceptionHandler());
        return line;
    }

    @Command(name = "product", mixinStandardHelpOptions = true, description = "Defines a product.")
    int product(
            @Parameters(paramLabel = "SKU") String sku,
            @Option(names = "--unit", defaultValue = "each", description = "each or kg.") String unit,
            @Option(names = "--price", defaultValue = "1.00", description = "For one unit.") String price) {
        simulator.define(sku, Unit.of(unit), price);
        return say("Product " + sku + " is defined.");
    }

    @Command(name = "till", mixinStandardHelpOptions = true, description = "Lets a till in and opens its shift.")
    int till(
            @Parameters(paramLabel = "TILL") String till,
            @Option(names = "--store", paramLabel = "STORE", required = true) String store) {
        simulator.enrol(till, store);
        return say("Till " + till + " of store " + store + " is open.");
    }

    @Command(name = "sell", mixinStandardHelpOptions = true, description = "A till sells goods for cash.")
    int sell(
            @Parameters(index = "0", paramLabel = "TILL") String till,
            @Parameters(index = "1", paramLabel = "SKU") String sku,
            @Parameters(index = "2", paramLabel = "AMOUNT", defaultValue = "1") String amount) {
        return say(simulator.till(till).sell(sku, amount));
    }

    @Command(name = "return", mixinStandardHelpOptions = true, description = "A till takes goods of its newest receipt back.")
    int takeBack(
            @Parameters(index = "0", paramLabel = "TILL") String till,
            @Parameters(index = "1", paramLabel = "SKU") String sku,
            @Parameters(index = "2", paramLabel = "AMOUNT", defaultValue = "1") String amount,
            @Option(names = "--condition", defaultValue = "RESALABLE", description = "${COMPLETION-CANDIDATES}.")
            ReturnOf.Condition condition) {
        return say(simulator.till(till).takeBack(sku, amount, condition));
    }

    @Command(name = "counted", mixinStandardHelpOptions = true,
            description = "Somebody counted goods on the shelf of a store now; 'count post' judges it.")
    int counted(
            @Parameters(index = "0", paramLabel = "STORE") String store,
            @Parameters(index = "1", paramLabel = "SKU") String sku,
            @Parameters(index = "2", paramLabel = "AMOUNT") String amount,
            @Option(names = "--by", paramLabel = "NAME", required = true) String counter) {
        simulator.count(store, sku, amount, counter);
        return say(counter + " counted " + amount + " of " + sku + " in store " + store + ".");
    }

    @Command(name = "offline", mixinStandardHelpOptions = true, description = "Cuts a till's line.")
    int offline(@Parameters(paramLabel = "TILL") String till) {
        simulator.till(till).cut();
        return say("Till " + till + " is cut off; it goes on selling.");
    }

    @Command(name = "online", mixinStandardHelpOptions = true, description = "Mends a till's line; it hands over what waits.")
    int online(@Parameters(paramLabel = "TILL") String till) {
        SimulatedTill cut = simulator.till(till);
        long waiting = cut.waiting();
        cut.mend();
        return say("Till " + till + " is connected again; " + waiting + " waited.");
    }

    @Command(name = "clock", mixinStandardHelpOptions = true, description = "Tells the time, or lets so much of it pass.")
    int clock(@Parameters(paramLabel = "TIME", arity = "0..1", description = "Such as 90s, 15m, 72h or 3d.") List<Duration> spans) {
        for (Duration span : spans == null ? List.<Duration>of() : spans) {
            simulator.advance(span);
        }
        return say("It is " + simulator.now() + ".");
    }

    @Command(name = "who", mixinStandardHelpOptions = true, description = "Lists the tills and what waits on them.")
    int who() {
        for (SimulatedTill till : simulator.tills()) {
            say("Till " + till.name() + " of store " + till.store() + ": " + (till.isOnline() ? "connected" : "cut off") + ", "
                    + till.waiting() + " waiting.");
        }
        return 0;
    }

    @Command(name = "rows", mixinStandardHelpOptions = true, description = "Shows every movement.")
    int rows() {
        Print.rows(simulator.state().rows(), out());
        return 0;
    }

    @Command(name = "levels", mixinStandardHelpOptions = true, description = "Shows every level, beside snapshot + movements.")
    int levels() {
        Print.sums(simulator.state().sums(), out());
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int say(String sentence) {
        out().println(sentence);
        return 0;
    }
}
