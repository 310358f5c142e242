package io.evertill.central.command.product;

import io.evertill.central.command.Progress;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `import-products`: brings the products of a CSV file into the catalogue.
@Command(name = "import-products", mixinStandardHelpOptions = true,
        description = {
            "Brings the products of a CSV file into the catalogue. What is so already stays untouched, so a file can be"
                    + " imported again and again.",
            "",
            "The first line names the columns, in any order: sku, name and price must be there; currency (ISO code), unit"
                    + " (each, kg, l, m), kind (GOODS, SERVICE), tax (a tax code), track (none, lot, serial: what tills ask for where"
                    + " the scanned code does not say it) and any number of barcode may.",
            "Prices are plain decimals such as 2.50. A cell of barcodes may hold several, separated by blanks.",
            "Rows that are no products are listed, all of them with their lines, and nothing is imported. With --leave-out"
                    + " the others are imported; the exit code is then 1.",
        })
public final class ImportProductsCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(index = "0", paramLabel = "FILE", description = "The file: .csv, or .csv.gz packed with gzip.")
    private Path file = Path.of("");

    @Option(names = "--currency", paramLabel = "CODE",
            description = "Where the file names none. Otherwise the setting currency, or EUR.")
    private Optional<String> currency = Optional.empty();

    @Option(names = "--tax", paramLabel = "CODE",
            description = "Where the file names none. Otherwise the only tax there is.")
    private Optional<String> tax = Optional.empty();

    @Option(names = "--leave-out", description = "Leaves out the rows that are no products, and imports the others.")
    private boolean leavesOut;

    public ImportProductsCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr(), workplace.isTerminal(), "products");
        try (Office office = Office.open(where.settings(workplace.environment()), workplace.machine())) {
            ProductImport.Result result = new ProductImport(office).run(file,
                    new ProductImport.Choice(currency.map(ImportProductsCommand::currency), tax,
                            leavesOut ? ProductImport.Rule.LEAVE_OUT : ProductImport.Rule.WHOLE),
                    bad -> out.println("line " + bad.line() + ": " + bad.reason()), progress::at);
            progress.end();
            out.println(result.added() + " added, " + result.changed() + " changed, " + result.same() + " unchanged, "
                    + result.bad() + " left out; prices without a currency are " + result.usual().currency()
                    + result.usual().tax().map(code -> ", products without a tax have " + code).orElse("") + ".");
            return result.bad() == 0 ? 0 : Refusal.Kind.DIFFERENCE.exitCode();
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new Refusal(Refusal.Kind.USAGE, "There is no currency " + code + ".");
        }
    }
}
