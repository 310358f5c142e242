package io.evertill.command;

import io.evertill.db.Database;
import io.evertill.device.PdfPaper;
import io.evertill.pos.Settings;
import io.evertill.pos.StorePaper;
import io.evertill.receipt.Mark;
import io.evertill.receipt.Proof;
import io.evertill.receipt.Receipt;
import io.evertill.register.Register;
import io.evertill.register.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `receipt`: writes a receipt again, from the ledger, as text or as a PDF.
@Command(name = "receipt", mixinStandardHelpOptions = true,
        description = "Writes a receipt of this till again, from its ledger, marked as a copy. Works beside a running till.")
final class ReceiptCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Parameters(paramLabel = "NUMBER", description = "What stands below its barcode, or only the number at its end.")
    private String number = "";

    @Option(names = "--gift", description = "Without prices, for whoever is given the goods.")
    private boolean isGift;

    @Option(names = "--pdf", paramLabel = "FILE", description = "Write a PDF there; otherwise text to standard output.")
    private Optional<Path> pdf = Optional.empty();

    ReceiptCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        if (where.tills().size() > 1) {
            throw new Refusal(ExitCode.USAGE, "There are several tills in " + where.data + ": name the folder of one.");
        }
        Path till = where.tills().getFirst();
        try (Database db = Where.open(till, workplace)) {
            Receipt receipt = receipt(db, Where.settings(till, workplace));
            if (pdf.isPresent()) {
                write(pdf.get(), new PdfPaper().bytes(receipt));
            } else {
                spec.commandLine().getOut().print(receipt.text());
                spec.commandLine().getOut().flush();
            }
        }
        return ExitCode.WELL.number();
    }

    private Receipt receipt(Database db, Settings settings) {
        Register register = new Register(db, _ -> {
            throw new IllegalStateException("a receipt is read: nothing is recorded");
        }, workplace.machine().ids());
        Register.Recorded recorded = register.number(number)
                .flatMap(register::recorded)
                .orElseThrow(() -> new Refusal(ExitCode.USAGE, "Receipt " + number + " is not known at this till."
                        + " Its number stands below the barcode; export --what sales lists them all."));
        Store store = db.read(tx -> Store.read(tx.terms()));
        return StorePaper.of(store, settings.languages().receipt()).write(recorded.sale(),
                new Proof(recorded.position().seq(), recorded.position().hash().brief()), isGift ? Mark.GIFT : Mark.COPY);
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new Refusal(ExitCode.STORAGE, "The file " + file + " cannot be written: " + e.getMessage());
        }
    }
}
