package io.evertill.wire;

import io.evertill.count.LineState;
import io.evertill.lot.Expiry;
import io.evertill.lot.Lot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How people ask over HTTP for something about counts, batches and red cards. Who asks is no part of a form.
public final class DeskForms {
    /// The most rows of a sheet that is submitted.
    public static final int ROWS_MAX = 500;

    private static final int PIECES_MAX = 2_000;
    private static final int TILLS_MAX = 1_000;

    private DeskForms() {}

    /// What a person counted, all of it or nothing.
    ///
    /// @param submission what the caller calls it: the same again changes nothing
    public record Counted(String submission, List<Row> rows) {
        /// Copies the list.
        public Counted {
            rows = List.copyOf(rows);
        }

        /// Reads a request.
        ///
        /// @throws IllegalArgumentException naming the first field that is missing or wrong
        public static Counted read(byte[] bytes) {
            Fields fields = Fields.of(Json.parse(bytes));
            return new Counted(fields.text("submission"), fields.list("rows", ROWS_MAX, row -> new Row(
                    row.findText("line").orElse(""), row.text("sku"), row.text("place"), row.findText("lot").orElse(""),
                    row.findText("counted").orElse(""), row.text("countedAt"),
                    row.has("pieces") ? Optional.of(row.texts("pieces", PIECES_MAX)) : Optional.empty())));
        }
    }

    /// What was counted of some goods, as text.
    ///
    /// @param line the line of the sheet; empty for goods that are not on it
    /// @param counted how many; empty for as many as there are numbers
    /// @param pieces the numbers of the pieces among them; empty when nobody looked at numbers
    public record Row(
            String line, String sku, String place, String lot, String counted, String countedAt, Optional<List<String>> pieces) {}

    /// A decision about a line of a count list.
    ///
    /// @param state what the line is to be
    /// @param cause what is held to be the cause, a short code; only where the count is believed
    public record Decided(LineState state, String cause, String note) {
        /// Reads a request.
        ///
        /// @throws IllegalArgumentException naming the first field that is missing or wrong
        public static Decided read(byte[] bytes) {
            Fields fields = Fields.of(Json.parse(bytes));
            LineState state = fields.choice("state", LineState.class);
            return new Decided(state, state == LineState.APPROVED ? fields.text("cause") : "", fields.text("note"));
        }
    }

    /// Reads how many lines a list has a day; empty for as many as needed.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static Optional<Integer> size(byte[] bytes) {
        Fields fields = Fields.of(Json.parse(bytes));
        return fields.has("size") ? Optional.of(fields.smallNumber("size")) : Optional.empty();
    }

    /// Reads the tills that a posting does not wait for, by name.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static List<String> waived(byte[] bytes) {
        Fields fields = Fields.of(Json.parse(bytes));
        return fields.has("waived") ? fields.texts("waived", TILLS_MAX) : List.of();
    }

    /// A decision about a batch, with what is new about it.
    public record Batch(Lot.State state, String note, Optional<Expiry> expires, Optional<String> supplier) {
        /// Reads a request.
        ///
        /// @throws IllegalArgumentException naming the first field that is missing or wrong
        public static Batch read(byte[] bytes) {
            Fields fields = Fields.of(Json.parse(bytes));
            return new Batch(fields.choice("state", Lot.State.class), fields.text("note"),
                    fields.findText("expiresOn").map(Batch::expiry), fields.findText("supplier"));
        }

        private static Expiry expiry(String text) {
            try {
                return Expiry.parse(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("$.expiresOn: " + e.getMessage(), e);
            }
        }
    }

    /// Which batch goods are of that left or came without it, as text.
    ///
    /// @param request what the caller calls it: the same again changes nothing
    /// @param place where in the store
    /// @param at when they moved; empty for the last time
    public record Named(
            String request, String sku, String place, String lot, String quantity, String reason, Optional<Instant> at) {
        /// Reads a request.
        ///
        /// @throws IllegalArgumentException naming the first field that is missing or wrong
        public static Named read(byte[] bytes) {
            Fields fields = Fields.of(Json.parse(bytes));
            return new Named(fields.text("request"), fields.text("sku"), fields.text("place"), fields.text("lot"),
                    fields.text("quantity"), fields.text("reason"), fields.findMoment("at"));
        }
    }

    /// Reads for how many seconds a card is put away.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static long seconds(byte[] bytes) {
        return Fields.of(Json.parse(bytes)).number("seconds");
    }
}
