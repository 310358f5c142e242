package io.evertill.command;

import io.evertill.db.Database;
import io.evertill.device.PdfPaper;
import io.evertill.outbox.SalesOnTheWay;
import io.evertill.pos.Settings;
import io.evertill.pos.StorePaper;
import io.evertill.receipt.Mark;
import io.evertill.receipt.Receipt;
import io.evertill.receipt.ReceiptLanguage;
import io.evertill.register.ShiftBook;
import io.evertill.register.Store;
import io.evertill.shift.ShiftReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `report`: what happened in a shift, made of the ledger whenever it is asked for.
@Command(name = "report", mixinStandardHelpOptions = true,
        description = "Writes the report of a shift as it is printed. Works beside a running till and changes nothing.")
final class ReportCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(paramLabel = "x|z", description = "x: the open shift so far. z: a closed one.")
    private Kind kind = Kind.X;

    @Option(names = "--shift", paramLabel = "N",
            description = "The number of a z report, whole or the last part. Without it, the newest.")
    private Optional<String> shift = Optional.empty();

    @Option(names = "--pdf", paramLabel = "FILE", description = "Write a PDF into this file instead; of one till.")
    private Optional<Path> pdf = Optional.empty();

    ReportCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    /// Which report.
    enum Kind {
        /// Of the open shift.
        X,
        /// Of a closed one.
        Z
    }

    @Override
    public Integer call() {
        if (kind == Kind.X && shift.isPresent()) {
            throw new Refusal(ExitCode.USAGE, "An x report is of the open shift; --shift goes with z.");
        }
        if (pdf.isPresent() && where.tills().size() > 1) {
            throw new Refusal(ExitCode.USAGE, "There are several tills here; --pdf writes the report of one. Name it with --data.");
        }
        PrintWriter out = spec.commandLine().getOut();
        for (Path till : where.tills()) {
            try (Database db = Where.open(till, workplace)) {
                ShiftBook book = new ShiftBook(db);
                Optional<ShiftReport> found = switch (kind) {
                    case X -> book.open();
                    case Z -> shift.map(book::find).orElseGet(book::last);
                };
                ShiftReport report = found.orElseThrow(() -> new Refusal(ExitCode.USAGE, refusal(till)));
                Store store = db.read(tx -> Store.read(tx.terms()));
                Receipt paper = StorePaper.of(store, language(till)).write(report, Mark.ORIGINAL);
                if (pdf.isPresent()) {
                    ReceiptCommand.write(pdf.get(), new PdfPaper().bytes(paper));
                } else {
                    out.print(paper.text());
                    out.print(report.closed().isPresent() ? sentence(db, book, report) + "\n" : "");
                    out.flush();
                }
            }
        }
        return ExitCode.WELL.number();
    }

    /// What both ends have of a closed shift.
    private static String sentence(Database db, ShiftBook book, ShiftReport report) {
        ShiftReport.Sum sales = report.sales().receipts();
        long waiting = SalesOnTheWay.count(db, report.shift().id());
        if (waiting > 0) {
            return "The centre: " + (sales.count() - waiting) + " of " + sales.count() + " sales there yet. The rest follows by itself.";
        }
        return book.centre(report)
                .map(centre -> "The centre: " + centre.sales() + " of " + sales.count() + " sales, " + centre.total()
                        + (centre.isSame() ? ", match." : " of " + sales.amount() + ", DIFFERENT. Nothing is lost here: run evertill"
                                + " verify, and evertill-central report shifts there."))
                .orElse("The centre was not heard about this shift yet.");
    }

    private ReceiptLanguage language(Path till) {
        return switch (Settings.read(till, workplace.environment())) {
            case Settings.Reading.Understood(Settings settings) -> settings.languages().receipt();
            case Settings.Reading.Wrong(String sentence) -> throw new Refusal(ExitCode.USAGE, sentence);
        };
    }

    private String refusal(Path till) {
        return switch (kind) {
            case X -> "No shift is open at the till in " + till + ".";
            case Z -> shift.map(number -> "The till in " + till + " has no z report " + number + ".")
                    .orElseGet(() -> "The till in " + till + " has no z report yet.");
        };
    }
}
