package io.evertill.command;

import java.util.ArrayList;
import java.util.List;

/// A table of text: the first column to the left, the others to the right.
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    TextTable add(List<String> row) {
        rows.add(List.copyOf(row));
        return this;
    }

    String text() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String pad = " ".repeat(widths[column] - row.get(column).length());
                line.append(column == 0 ? row.get(column) + pad : "  " + pad + row.get(column));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
