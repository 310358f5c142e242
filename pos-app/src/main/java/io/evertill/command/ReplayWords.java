package io.evertill.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.pos.Handover;
import io.evertill.replay.Listed;
import io.evertill.replay.Report;
import io.evertill.stock.Decimals;
import io.evertill.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/// What a replay came to, in words and tables for people and in JSON for programs.
final class ReplayWords {
    private static final int LISTED_MAX = 50;

    private ReplayWords() {}

    static String text(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("Replay of ").append(report.fileName()).append(" (SHA-256 ").append(report.digest(), 0, 16).append("…)\n");
        text.append("Generated, because the file has none: tills, shifts, cash tenders, a tax rate of zero, the network.\n");
        if (report.isCutOff()) {
            text.append("The file's last line has no end: perhaps the file was cut off.\n");
        }
        text.append('\n').append(table(report).text()).append('\n');
        text.append("Sum of the rows without rounding  ").append(report.money().exact()).append('\n');
        text.append("Sum that the ledgers charged      ").append(report.money().charged().text()).append('\n');
        text.append("Difference                        ").append(report.money().difference()).append('\n');
        if (!report.uneven().isEmpty()) {
            text.append("It comes from these rows, whose exact total has more than two decimals:\n").append(uneven(report).text());
        }
        listed(report, text);
        pace(report, text);
        for (Report.Till till : report.tills()) {
            till.left().ifPresent(left -> text.append(till.name()).append(": ").append(left.sentence())
                    .append(" What waits is safe; give the same command again, or evertill sync.\n"));
        }
        text.append(report.isRight()
                ? "Every row of the file is accounted for."
                : "DIFFERENCE: rows are missing in the ledgers, see above.");
        return text.toString();
    }

    private record Line(String name, ToLongFunction<Report.Figures> figure) {}

    private static final List<Line> LINES = List.of(
            new Line("rows of the file", Report.Figures::rows),
            new Line("  sold", Report.Figures::sold),
            new Line("  returned against a receipt", Report.Figures::withReceipt),
            new Line("  returned without a receipt", Report.Figures::withoutReceipt),
            new Line("  written off (adjustments)", Report.Figures::adjusted),
            new Line("  listed below, not rung up", Report.Figures::listed),
            new Line("services among sold and returned", Report.Figures::services),
            new Line("invoices", Report.Figures::invoices),
            new Line("entries in the ledger", Report.Figures::entries),
            new Line("movements in the ledger", Report.Figures::movements),
            new Line("entries that wait", Report.Figures::waiting),
            new Line("uploads that found no network", Report.Figures::refused));

    private static TextTable table(Report report) {
        TextTable table = new TextTable();
        List<String> head = new ArrayList<>(List.of(""));
        report.tills().forEach(till -> head.add(till.name()));
        head.add("all");
        table.add(head);
        for (Line line : LINES) {
            List<String> row = new ArrayList<>(List.of(line.name()));
            report.tills().forEach(till -> row.add(count(line.figure().applyAsLong(till.figures()))));
            row.add(count(line.figure().applyAsLong(report.all())));
            table.add(row);
        }
        List<String> offline = new ArrayList<>(List.of("share of the time offline"));
        report.tills().forEach(till -> offline.add(percent(till.figures().offlineMillionths())));
        offline.add(percent(report.all().offlineMillionths()));
        table.add(offline);
        List<String> verified = new ArrayList<>(List.of("proved at the centre / newest"));
        report.tills().forEach(till -> verified.add(till.verified() + " / " + till.head()));
        table.add(verified);
        return table;
    }

    private static TextTable uneven(Report report) {
        TextTable table = new TextTable().add(List.of("  line", "invoice", "code", "quantity", "price", "exact", "charged"));
        report.uneven().forEach(row -> table.add(List.of("  " + row.line(), row.invoice(), row.sku(), row.quantity(),
                row.price(), row.exact(), row.charged().text())));
        return table;
    }

    private static void listed(Report report, StringBuilder text) {
        if (report.listed().isEmpty()) {
            return;
        }
        text.append(count(report.listed().size())).append(" rows were not rung up:\n");
        report.listed().stream().limit(LISTED_MAX).forEach(row ->
                text.append("  line ").append(row.line()).append(": ").append(row.reason()).append('\n'));
        if (report.listed().size() > LISTED_MAX) {
            text.append("  … and ").append(count(report.listed().size() - LISTED_MAX)).append(" more; --json lists all.\n");
        }
    }

    private static void pace(Report report, StringBuilder text) {
        Report.Pace pace = report.pace();
        text.append("Rung up now: ").append(count(pace.rungRows())).append(" rows in ").append(count(pace.rungSales()))
                .append(" invoices in ").append(seconds(pace.ringMs())).append(" s (").append(count(pace.rowsPerSecond()))
                .append(" rows/s); the rest was handed over in ").append(seconds(pace.handOverMs())).append(" s.\n");
    }

    static String json(Report report) {
        ObjectNode node = Json.object()
                .put("file", report.fileName())
                .put("sha256", report.digest())
                .put("cutOff", report.isCutOff())
                .put("exact", report.money().exact())
                .put("charged", report.money().charged().text())
                .put("difference", report.money().difference())
                .put("right", report.isRight());
        node.set("all", figures(report.all()));
        ArrayNode tills = node.putArray("tills");
        for (Report.Till till : report.tills()) {
            ObjectNode one = figures(till.figures()).put("name", till.name()).put("verified", till.verified()).put("head", till.head());
            till.left().map(Handover.End.Left::sentence).ifPresent(sentence -> one.put("left", sentence));
            tills.add(one);
        }
        ArrayNode listed = node.putArray("listed");
        for (Listed row : report.listed()) {
            listed.addObject().put("line", row.line()).put("reason", row.reason());
        }
        ArrayNode uneven = node.putArray("uneven");
        for (Report.Uneven row : report.uneven()) {
            uneven.addObject().put("line", row.line()).put("invoice", row.invoice()).put("sku", row.sku())
                    .put("quantity", row.quantity()).put("price", row.price()).put("exact", row.exact())
                    .put("charged", row.charged().text());
        }
        node.putObject("pace")
                .put("rungRows", report.pace().rungRows())
                .put("rungInvoices", report.pace().rungSales())
                .put("ringMs", report.pace().ringMs())
                .put("handOverMs", report.pace().handOverMs())
                .put("rowsPerSecond", report.pace().rowsPerSecond());
        return Json.canonical(node).text();
    }

    private static ObjectNode figures(Report.Figures figures) {
        return Json.object()
                .put("rows", figures.rows())
                .put("invoices", figures.invoices())
                .put("sold", figures.sold())
                .put("returnedWithReceipt", figures.withReceipt())
                .put("returnedWithoutReceipt", figures.withoutReceipt())
                .put("adjusted", figures.adjusted())
                .put("listed", figures.listed())
                .put("services", figures.services())
                .put("entries", figures.entries())
                .put("movements", figures.movements())
                .put("waiting", figures.waiting())
                .put("offlineMillionths", figures.offlineMillionths())
                .put("refused", figures.refused());
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(long millionths) {
        return Decimals.fixed(millionths / 1_000, 1) + " %";
    }

    private static String seconds(long ms) {
        return Decimals.fixed(ms / 100, 1);
    }
}
