package io.evertill.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/// Rows of a table as text: CSV (RFC 4180) or one JSON object a line.
///
/// In CSV a text that begins like a formula gets an apostrophe before it, so that a spreadsheet shows it instead of
/// running it. Numbers stay as they are.
final class Sheet {
    private static final String FORMULA_BEGINNINGS = "=+-@\t\r";

    private final Export.Format format;
    private final List<String> columns;
    private final Writer out;
    private long rows;

    /// A table; in CSV its first line names the columns.
    Sheet(Export.Format format, List<String> columns, Writer out) {
        this.format = format;
        this.columns = List.copyOf(columns);
        this.out = out;
        if (format == Export.Format.CSV) {
            write(String.join(",", columns));
        }
    }

    /// Adds a row.
    ///
    /// @param cells texts ([String]), numbers that travel as text ([Decimal]) and whole numbers ([Long]), as many as there
    ///     are columns
    void row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for columns " + columns);
        }
        switch (format) {
            case CSV -> csv(cells);
            case NDJSON -> json(cells);
        }
        rows++;
    }

    /// How many rows there are.
    long rows() {
        return rows;
    }

    /// A decimal number, written as it is.
    ///
    /// @param text plain decimal text
    record Decimal(String text) {}

    private void csv(Object[] cells) {
        StringBuilder line = new StringBuilder();
        for (Object cell : cells) {
            line.append(line.isEmpty() ? "" : ",");
            line.append(switch (cell) {
                case Decimal(String text) -> text;
                case Long number -> number.toString();
                case String text -> quoted(text);
                default -> throw new IllegalArgumentException("no cell: " + cell.getClass());
            });
        }
        write(line.toString());
    }

    private void json(Object[] cells) {
        ObjectNode row = Json.object();
        for (int at = 0; at < cells.length; at++) {
            switch (cells[at]) {
                case Decimal(String text) -> row.put(columns.get(at), text);
                case Long number -> row.put(columns.get(at), number);
                case String text -> row.put(columns.get(at), text);
                default -> throw new IllegalArgumentException("no cell: " + cells[at].getClass());
            }
        }
        write(Json.canonical(row).text());
    }

    /// A text as a CSV cell.
    static String quoted(String text) {
        String safe = !text.isEmpty() && FORMULA_BEGINNINGS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private void write(String line) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("The table cannot be written: " + e.getMessage(), e);
        }
    }
}
