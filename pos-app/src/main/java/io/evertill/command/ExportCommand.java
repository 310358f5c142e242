package io.evertill.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.evertill.db.Database;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `export`: writes what a till's ledger holds as rows.
@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Writes a till's entries, movements, levels or sales as CSV or as one JSON object a line."
                + " Works beside a running till.")
final class ExportCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ExportCommand.class);

    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Mixin
    private Where where = new Where();

    @Option(names = "--what", required = true, paramLabel = "ROWS", description = "One of: ${COMPLETION-CANDIDATES}.")
    private What what = What.entries;

    @Option(names = "--format", paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}. Otherwise csv.")
    private Format format = Format.csv;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write; otherwise standard output.")
    private Optional<Path> file = Optional.empty();

    ExportCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    /// What can be written.
    enum What {
        entries,
        movements,
        levels,
        sales
    }

    /// How it can be written.
    enum Format {
        csv,
        ndjson
    }

    @Override
    public Integer call() {
        List<Path> tills = where.tills();
        if (file.isPresent()) {
            toFile(tills, file.get());
        } else {
            try (Writer out = new BufferedWriter(new Kept(spec.commandLine().getOut()))) {
                write(tills, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ExitCode.WELL.number();
    }

    /// Writes beside the file and moves it into its place, so that half a table never bears its name.
    private void toFile(List<Path> tills, Path target) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                write(tills, out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("an export failed", e);
            throw new Refusal(ExitCode.STORAGE, "The file " + target
                    + " cannot be written. Check its folder, its permissions and the space on its disk.");
        }
    }

    private void write(List<Path> tills, Writer out) throws IOException {
        switch (format) {
            case csv -> {
                CsvWriter csv = CsvWriter.builder().build(out);
                csv.writeRecord(TillRows.columns(what));
                each(tills, csv::writeRecord);
                csv.flush();
            }
            case ndjson -> each(tills, row -> {
                try {
                    out.write(TillRows.json(what, row));
                    out.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private void each(List<Path> tills, Consumer<List<String>> consumer) {
        for (Path till : tills) {
            try (Database db = Where.open(till, workplace)) {
                new TillRows(db).each(what, consumer);
            }
        }
    }

    /// Standard output, which is flushed and not closed.
    private static final class Kept extends java.io.FilterWriter {
        Kept(PrintWriter out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
