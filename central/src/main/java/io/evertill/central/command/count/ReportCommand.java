package io.evertill.central.command.count;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.evertill.central.command.Phrases;
import io.evertill.central.command.Where;
import io.evertill.central.command.Workplace;
import io.evertill.central.desk.ConsolidationText;
import io.evertill.central.office.Office;
import io.evertill.central.office.Refusal;
import io.evertill.closing.ShiftProof;
import io.evertill.db.StockHistory.AsOf;
import io.evertill.entry.ShiftEntry;
import io.evertill.inventory.Consolidation;
import io.evertill.inventory.ShrinkageReport;
import io.evertill.money.Money;
import io.evertill.stock.Decimals;
import io.evertill.stock.Quantity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `report`: what the ledger tells about a store.
@Command(name = "report", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WHICH",
        description = "Reports of a store, or of all of them.")
public final class ReportCommand implements Runnable {
    private final Workplace workplace;

    @Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    public ReportCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a report: shrinkage, shifts or consolidated.");
    }

    @Command(name = "shrinkage", mixinStandardHelpOptions = true, description = {
        "What counts found missing or too much, by item, cause and counter, restated by what became known later; and the items"
                + " whose counts tell of more than chance.",
        "Goods are worth their base price: the centre keeps no cost yet.",
    })
    int shrinkage(
            @Mixin Where where,
            @Option(names = "--store", required = true, paramLabel = "STORE") String store,
            @Option(names = "--from", paramLabel = "DATE", description = "The first day, UTC. Otherwise ever.") Optional<LocalDate> from,
            @Option(names = "--to", paramLabel = "DATE", description = "The last day, UTC. Otherwise today.") Optional<LocalDate> to) {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            ShrinkageReport.Report report = office.db().read(tx -> ShrinkageReport.of(tx, store,
                    from.map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC)).orElse(Instant.EPOCH),
                    to.map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)).orElse(tx.now().plusSeconds(1))));
            report.rows().forEach(row -> say(row.product().sku().code() + "  " + (row.cause().isEmpty() ? "-" : row.cause()) + "  "
                    + row.counter() + "  " + row.counts() + " counts  "
                    + Decimals.text(row.quantity(), Quantity.SCALE) + " " + row.product().unit().code() + "  " + row.value()));
            report.signs().forEach((product, signs) -> say("Look into receiving and picking of " + product.sku().code() + ": "
                    + String.join(", ", signs.stream().map(Enum::name).sorted().toList())));
            say(report.rows().size() + " rows, " + report.signs().size() + " items to look into.");
            return 0;
        }
    }

    @Command(name = "shifts", mixinStandardHelpOptions = true, description = {
        "Compares the sales that are here of each closed shift with what its till wrote at the end: how many, what they come to, and"
                + " whether they are the same to the byte. The exit code is 1 when any differ.",
    })
    int shifts(@Mixin Where where, @Option(names = "--store", required = true, paramLabel = "STORE") String store) {
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            long[] counts = new long[2];
            office.db().read(tx -> {
                ShiftProof.each(tx, store, row -> {
                    counts[row.isMatch() ? 0 : 1]++;
                    say(sentence(row));
                });
                return counts;
            });
            say((counts[0] + counts[1]) + " shifts, " + counts[1] + " differ.");
            return counts[1] == 0 ? 0 : Refusal.Kind.DIFFERENCE.exitCode();
        }
    }

    private static String sentence(ShiftProof.Row row) {
        ShiftEntry.ShiftClosed said = row.said();
        String number = said.seal().map(seal -> "Z " + seal.number()).orElseGet(() -> "Shift " + said.shift());
        String sales = row.count() + " of " + said.expected().sales() + " sales, ";
        return number + ", closed at " + said.at() + ": " + sales + (row.isMatch()
                ? row.total() + ", match"
                : row.total() + " of " + said.expected().total()
                        + (row.isDigestEqual() ? ", DIFFERENT" : ", DIFFERENT, not the same to the byte"));
    }

    @Command(name = "consolidated", mixinStandardHelpOptions = true, description = {
        "What all stores have together, product by product: on hand (on shelves, quarantined, staged), reserved, available, in"
                + " transit, and the total; then the totals of each unit. Goods on the way are counted once.",
        "The value is what the goods on hand cost on average in each store; goods on the way are not in it. It is unknown where"
                + " nobody knows what some of the goods cost.",
        "With --as-of, what there was at a moment as far as is known now; with --known, as far as was known then. Of the past only"
                + " movements are kept, so reserved, available and value are empty.",
    })
    int consolidated(
            @Mixin Where where,
            @Option(names = "--as-of", paramLabel = "TIME", description = "Such as 2026-12-01T00:00:00Z.") Optional<String> happened,
            @Option(names = "--known", paramLabel = "TIME", description = "What the centre had recorded by then.")
                    Optional<String> known,
            @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TEXT", description = "${COMPLETION-CANDIDATES}.")
                    Format format) {
        AsOf asOf = new AsOf(happened.map(Phrases::instant), known.map(Phrases::instant));
        try (Office office = Office.find(where.settings(workplace.environment()), workplace.machine())) {
            List<Consolidation.Row> rows = office.db().read(tx -> {
                List<Consolidation.Row> all = new ArrayList<>();
                Consolidation.each(tx, asOf, all::add);
                return all;
            });
            PrintWriter out = spec.commandLine().getOut();
            switch (format) {
                case TEXT -> print(rows, out);
                case CSV -> csv(rows, out);
            }
            out.flush();
            return 0;
        }
    }

    /// How a report is written.
    enum Format {
        TEXT,
        CSV
    }

    private static void print(List<Consolidation.Row> rows, PrintWriter out) {
        out.printf("%-20s %-5s %12s %12s %12s %12s %12s %12s %12s %12s %16s%n", "product", "unit", "on hand", "shelf",
                "reserved", "available", "quarantined", "staged", "in transit", "total", "value");
        Map<String, Consolidation.Row> totals = new TreeMap<>();
        for (Consolidation.Row row : rows) {
            print(row.product().sku().code(), row, out);
            totals.merge(row.product().unit().code(), row, Consolidation.Row::plus);
        }
        totals.values().forEach(total -> print("all together", total, out));
        out.println(rows.size() + " products.");
    }

    private static void print(String name, Consolidation.Row row, PrintWriter out) {
        List<String> cells = ConsolidationText.cells(name, "", row);
        out.printf("%-20s %-5s %12s %12s %12s %12s %12s %12s %12s %12s %16s%n", cells.getFirst(), cells.get(2), cells.get(3),
                cells.get(4), cells.get(5), cells.get(6), cells.get(7), cells.get(8), cells.get(9), cells.get(10),
                row.value().map(Money::toString).orElse("unknown"));
    }

    private static void csv(List<Consolidation.Row> rows, PrintWriter out) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(ConsolidationText.COLUMNS);
            rows.forEach(row -> csv.writeRecord(
                    ConsolidationText.cells(row.product().sku().code(), row.product().name(), row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.print(text);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
