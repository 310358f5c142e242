package io.evertill.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Hash;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The feed as lines of JSON: one line a change, then one checkpoint line (protocol 2.11).
public final class FeedLines {
    /// The version of the lines that this program writes and reads.
    public static final int VERSION = 1;
    /// The oldest version whose readers understand what this program writes.
    public static final int VERSION_OLDEST = 1;

    private FeedLines() {}

    /// One line of the feed.
    public sealed interface FeedLine {
        /// A row changed.
        record Changed(FeedPage.Change change) implements FeedLine {}

        /// Everything before is consistent.
        record Checkpoint(FeedPage.Cursor cursor, Map<String, FeedPage.Sum> tables) implements FeedLine {}
    }

    /// The hash of a row that goes into its table's sum: the first 8 bytes of SHA-256 over id, a zero byte and the row's
    /// canonical JSON.
    public static long rowHash(String id, Bytes row) {
        byte[] name = Bytes.of(id).content();
        byte[] content = new byte[name.length + 1 + row.length()];
        System.arraycopy(name, 0, content, 0, name.length);
        System.arraycopy(row.content(), 0, content, name.length + 1, row.length());
        return Hash.sha256(content).first();
    }

    /// A change as a line, without the line's end.
    public static Bytes write(FeedPage.Change change) {
        ObjectNode line = Json.object().put("t", change.table()).put("id", change.id()).put("v", change.number());
        if (change.isGone()) {
            line.put("del", true);
        } else {
            line.set("row", change.value());
        }
        return Json.canonical(line);
    }

    /// A checkpoint as a line, without the line's end.
    public static Bytes checkpoint(FeedPage.Cursor cursor, Map<String, FeedPage.Sum> tables) {
        ObjectNode line = Json.object();
        ObjectNode checkpoint = line.putObject("checkpoint").put("cursor", cursor.text());
        ObjectNode sums = checkpoint.putObject("tables");
        tables.forEach((table, sum) ->
                sums.putObject(table).put("n", sum.count()).put("sum", Long.toHexString(sum.sum())));
        return Json.canonical(line);
    }

    /// A page as bytes.
    public static Bytes write(FeedPage page) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (FeedPage.Change change : page.changes()) {
            lines.writeBytes(write(change).content());
            lines.write('\n');
        }
        lines.writeBytes(checkpoint(page.cursor(), page.tables()).content());
        lines.write('\n');
        return Bytes.of(lines.toByteArray());
    }

    /// Reads one line.
    ///
    /// @throws IllegalArgumentException when the line is neither a change nor a checkpoint
    public static FeedLine line(byte[] bytes, int offset, int length) {
        JsonNode node = Json.parse(bytes, offset, length);
        Fields fields = Fields.of(node);
        Optional<Fields> checkpoint = fields.findObject("checkpoint");
        if (checkpoint.isPresent()) {
            return checkpoint(checkpoint.get());
        }
        boolean isGone = fields.has("del");
        ObjectNode row = isGone ? Json.object() : (ObjectNode) fields.object("row").node();
        return new FeedLine.Changed(
                new FeedPage.Change(fields.text("t"), fields.text("id"), fields.number("v"), row, isGone));
    }

    /// Reads a page.
    ///
    /// @throws IllegalArgumentException when the bytes do not end with a checkpoint or have more than the allowed changes
    public static FeedPage page(byte[] bytes) {
        List<FeedPage.Change> changes = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            switch (line(bytes, start, end - start)) {
                case FeedLine.Changed(FeedPage.Change change) -> changes.add(change);
                case FeedLine.Checkpoint(FeedPage.Cursor cursor, Map<String, FeedPage.Sum> tables) -> {
                    return new FeedPage(changes, cursor, tables);
                }
            }
            if (changes.size() > FeedPage.CHANGES_MAX) {
                throw new IllegalArgumentException("a page of the feed has at most " + FeedPage.CHANGES_MAX + " changes");
            }
            start = end + 1;
        }
        throw new IllegalArgumentException("a page of the feed ended without a checkpoint");
    }

    private static FeedLine.Checkpoint checkpoint(Fields fields) {
        Map<String, FeedPage.Sum> sums = new HashMap<>();
        Fields tables = fields.object("tables");
        for (String table : (Iterable<String>) tables.node()::fieldNames) {
            Fields sum = tables.object(table);
            sums.put(table, new FeedPage.Sum(sum.number("n"), Long.parseUnsignedLong(sum.text("sum"), 16)));
        }
        return new FeedLine.Checkpoint(FeedPage.Cursor.parse(fields.text("cursor")), Map.copyOf(sums));
    }
}
