package io.evertill.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// One line of the table.
///
/// @param what is measured
/// @param ours what Evertill took or did
/// @param bare the same of the bare tool in the same run; empty when there is none
/// @param ratio ours to bare, or bare to ours where more is better; empty when there is none
/// @param target what it should be; empty for something that is only reported
/// @param verdict whether it is, or by how much not
record Figure(String what, String ours, String bare, String ratio, String target, String verdict) {
    private static final List<String> HEADS = List.of("figure", "ours", "bare tool, same run", "ratio", "target", "verdict");

    /// Something without a target.
    static Figure reported(String what, String ours, String bare) {
        return new Figure(what, ours, bare, "", "", "reported");
    }

    /// A value that must not be more than a limit.
    static Figure atMost(String what, double value, String unit, double limit, String bare) {
        return new Figure(what, number(value) + " " + unit, bare, "", "<= " + number(limit) + " " + unit, verdict(value, limit));
    }

    /// A ratio that must not be more than a limit.
    static Figure ratioAtMost(String what, String ours, String bare, double ratio, double limit) {
        return new Figure(what, ours, bare, number(ratio), "<= " + number(limit), verdict(ratio, limit));
    }

    /// A ratio that must not be less than a limit.
    static Figure ratioAtLeast(String what, String ours, String bare, double ratio, double limit) {
        String verdict = ratio >= limit ? "met" : "MISSED by " + percent(1 - ratio / limit);
        return new Figure(what, ours, bare, number(ratio), ">= " + number(limit), verdict);
    }

    private static String verdict(double value, double limit) {
        return value <= limit ? "met" : "MISSED by " + percent(value / limit - 1);
    }

    private static String percent(double share) {
        return Math.max(1, Math.round(share * 100)) + " %";
    }

    /// A number with as many digits as anybody reads.
    static String number(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 1_000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
    }

    /// The table, as it can stand in a README.
    static void print(List<Figure> figures, PrintStream out) {
        List<List<String>> rows = figures.stream()
                .map(figure -> List.of(
                        figure.what, figure.ours, figure.bare, figure.ratio, figure.target, figure.verdict))
                .toList();
        int[] widths = IntStream.range(0, HEADS.size())
                .map(column -> Math.max(HEADS.get(column).length(),
                        rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)))
                .toArray();
        out.println();
        out.println(line(HEADS, widths));
        out.println(line(IntStream.of(widths).mapToObj("-"::repeat).toList(), widths));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            line.append(' ').append(cells.get(column));
            line.append(" ".repeat(widths[column] - cells.get(column).length())).append(" |");
        }
        return line.toString();
    }
}
