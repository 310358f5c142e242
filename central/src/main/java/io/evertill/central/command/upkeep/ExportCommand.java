package io.evertill.central.command.upkeep;

import io.evertill.audit.Export;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `export`: a table of the ledger, to standard output or a file.
@Command(name = "export", mixinStandardHelpOptions = true,
        description = {
            "Writes a table of the ledger. Quantities and money are plain decimals with a sign, times ISO 8601 in UTC.",
            "movements has one row for each change of stock at a real place; its quantities sum to the levels.",
        })
public final class ExportCommand implements Callable<Integer> {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--what", required = true, paramLabel = "TABLE", description = "One of ${COMPLETION-CANDIDATES}, in any case.")
    private Export.What what = Export.What.MOVEMENTS;

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of ${COMPLETION-CANDIDATES}, in any case. Otherwise CSV.")
    private Export.Format format = Export.Format.CSV;

    @Option(names = "--out", paramLabel = "FILE",
            description = "The file; packed with gzip when its name ends in .gz. Otherwise standard output.")
    private Optional<Path> file = Optional.empty();

    public ExportCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            if (file.isPresent()) {
                long rows = toFile(office, file.get());
                spec.commandLine().getErr().println(rows + " rows in " + file.get());
            } else {
                PrintWriter out = spec.commandLine().getOut();
                Export.centre(office.db(), what, format, out);
                out.flush();
            }
            return 0;
        }
    }

    /// Writes beside the file and moves it into its place, so that a half table never bears its name.
    private long toFile(Office office, Path target) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            long rows;
            try (OutputStream bytes = Files.newOutputStream(part); Writer text = writer(bytes)) {
                rows = Export.centre(office.db(), what, format, text);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal(Refusal.Kind.STORAGE, "The file " + target + " cannot be written (" + e.getMessage()
                    + "). Check its folder and the space on its disk.");
        }
    }

    private Writer writer(OutputStream bytes) throws IOException {
        boolean isPacked = file.map(Path::toString).orElse("").endsWith(".gz");
        return new BufferedWriter(new OutputStreamWriter(
                isPacked ? new GZIPOutputStream(bytes, 64 * 1024) : bytes, StandardCharsets.UTF_8), 64 * 1024);
    }
}
