package io.evertill.command;

import io.evertill.pos.Handover;
import io.evertill.replay.Order;
import io.evertill.replay.Replay;
import io.evertill.replay.Report;
import io.evertill.stock.Decimals;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `replay`: rings up a file of sales.
@Command(name = "replay", mixinStandardHelpOptions = true,
        description = {
            "Rings up a file of sales, sends it to the centre and compares.",
            "",
            "It goes through the till's own services, on the file's own time, on several tills side by side, each with its"
                    + " own ledger in DIR/till-1, DIR/till-2 and so on.",
            "",
            "The file is CSV in UTF-8, plain or gzip, with the columns of the UCI data set Online Retail: InvoiceNo,"
                    + " StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country. What it does not have is"
                    + " generated: tills, shifts (one a day), cash tenders, a tax rate of zero, and the network.",
            "",
            "The same command goes on after any interruption and ends the same. Without --central, tills that were never"
                    + " enrolled keep their ledgers to themselves.",
        })
final class ReplayCommand implements Callable<Integer> {
    private static final int MILLIONTHS_SCALE = 6;
    private static final int WHOLE = 1_000_000;

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Where the ledgers are; made when missing.")
    private Path data = Path.of("");

    @Option(names = "--sales", required = true, paramLabel = "FILE", description = "The file of sales, .csv or .csv.gz.")
    private Path sales = Path.of("");

    @Option(names = "--tills", paramLabel = "N", description = "How many tills, 1 to " + Order.TILLS_MAX + ". Otherwise 1.")
    private int tills = 1;

    @Option(names = "--offline", paramLabel = "P",
            description = "The share of the file's time in which a till has no network, 0 to 1. Otherwise 0.")
    private String offline = "0";

    @Option(names = "--seed", paramLabel = "S",
            description = "Decides which till rings up what, and when a till has no network. Otherwise 1.")
    private long seed = 1;

    @Option(names = "--limit", paramLabel = "N",
            description = "Only the first invoices that together have N rows; the last of them is not cut.")
    private Optional<Long> limit = Optional.empty();

    @Option(names = "--from", paramLabel = "DATE", description = "Only invoices of this day (2011-01-31) and later.")
    private Optional<LocalDate> from = Optional.empty();

    @Option(names = "--to", paramLabel = "DATE", description = "Only invoices of this day and earlier.")
    private Optional<LocalDate> to = Optional.empty();

    @Option(names = "--central", paramLabel = "URL", description = "The centre's address.")
    private Optional<String> central = Optional.empty();

    @Option(names = "--code", paramLabel = "CODE",
            description = "A one-time code, once for each till in their order. A till that is enrolled ignores its code.")
    private List<String> codes = new ArrayList<>();

    @Option(names = "--json", description = "Answer in JSON; progress still goes to standard error.")
    private boolean isJson;

    ReplayCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Order order = order();
        Replay.End end;
        try (TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr(), workplace)) {
            end = new Replay(workplace.machine(), progress).run(order);
        }
        return switch (end) {
            case Replay.End.Refused(String sentence) -> throw new Refusal(ExitCode.USAGE, sentence);
            case Replay.End.Unreachable(String sentence) -> throw new Refusal(ExitCode.UNREACHABLE, sentence);
            case Replay.End.Broken(String sentence) -> throw new Refusal(ExitCode.STORAGE, sentence);
            case Replay.End.Done(Report report) -> said(report).number();
        };
    }

    private ExitCode said(Report report) {
        spec.commandLine().getOut().println(isJson ? ReplayWords.json(report) : ReplayWords.text(report));
        ExitCode left = report.left().map(Handover.End.Left::problem).map(SyncCommand::exitCode).orElse(ExitCode.WELL);
        return report.isRight() ? left : ExitCode.DIFFERENCE;
    }

    private Order order() {
        if (tills < 1 || tills > Order.TILLS_MAX) {
            throw new Refusal(ExitCode.USAGE, "--tills is 1 to " + Order.TILLS_MAX + ", not " + tills + ".");
        }
        if (limit.isPresent() && limit.get() < 0) {
            throw new Refusal(ExitCode.USAGE, "--limit is a number of rows, not " + limit.get() + ".");
        }
        if (central.isEmpty() && !codes.isEmpty()) {
            throw new Refusal(ExitCode.USAGE, "--code needs --central, the address of the centre that made the code.");
        }
        Optional<Order.CentreCodes> centre =
                central.map(url -> new Order.CentreCodes(EnrolCommand.address(url), codes));
        return new Order(data, sales, tills, millionths(), seed, new Order.Part(limit, from, to), centre);
    }

    private int millionths() {
        try {
            long share = Decimals.parse(offline, MILLIONTHS_SCALE);
            if (share >= 0 && share <= WHOLE) {
                return (int) share;
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw new Refusal(ExitCode.USAGE, "--offline is a share from 0 to 1, such as 0.3, not " + offline + ".");
    }
}
