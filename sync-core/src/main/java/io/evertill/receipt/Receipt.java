package io.evertill.receipt;

import io.evertill.sale.Sale;
import io.evertill.shift.ShiftReport;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A receipt: finished lines from top to bottom, none wider than [#COLUMNS].
///
/// The same sale, proof, heading, language and zone always give the same lines, so a reprint differs from the original by
/// its mark alone.
///
/// @param lines ready to be printed, in order
public record Receipt(List<ReceiptLine> lines) {
    /// Glyphs in a line: the usual 42 of an 80 mm printer. A wide glyph (Chinese, Japanese, Korean) takes two.
    public static final int COLUMNS = 42;

    private static final int SYMBOL_LINES_MAX = 5;

    /// Copies the list.
    public Receipt {
        lines = List.copyOf(lines);
    }

    /// The receipt of a committed sale.
    ///
    /// @param proof where in the ledger the sale stands
    /// @param heading what the shop prints above and below
    /// @param language of words, numbers and dates
    /// @param zone of the till's wall clock
    /// @param mark which of its papers it is
    public static Receipt of(
            Sale sale, Proof proof, Heading heading, ReceiptLanguage language, ZoneId zone, Mark mark) {
        Layout layout = new Layout(language);
        layout.top(heading, mark);
        layout.occasion(sale, zone, mark);
        switch (mark) {
            case ORIGINAL, COPY -> {
                layout.lines(sale);
                layout.money(sale);
                layout.taxes(sale.taxes());
            }
            case GIFT -> layout.pieces(sale);
        }
        layout.bottom(sale.receipt(), proof, heading, mark);
        return new Receipt(layout.finished());
    }

    /// The report of a shift: X while it is open, Z once it is closed. The same report, heading, language and zone always give the
    /// same lines.
    ///
    /// @param zone of the till's wall clock
    public static Receipt of(ShiftReport report, Heading heading, ReceiptLanguage language, ZoneId zone, Mark mark) {
        Layout paper = new Layout(language);
        paper.top(heading, mark);
        ReportLayout layout = new ReportLayout(paper, language, zone);
        layout.occasion(report);
        layout.sales(report);
        layout.tenders(report);
        layout.drawer(report);
        layout.bottom(report);
        return new Receipt(paper.finished());
    }

    /// The receipt as plain text, for a file or a screen: every line ends with a line feed and has no blanks at its end.
    public String text() {
        return lines.stream()
                .flatMap(line -> switch (line.style()) {
                    case NORMAL, BOLD, LARGE -> Stream.of(line.text());
                    case SYMBOL -> symbol(line.text());
                })
                .map(text -> text.stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static Stream<String> symbol(String text) {
        return Columns.wrap("[ " + text + " ]", COLUMNS, SYMBOL_LINES_MAX).stream().map(part -> Columns.centred(part, COLUMNS));
    }
}
