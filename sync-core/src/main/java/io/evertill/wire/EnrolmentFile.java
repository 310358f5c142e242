package io.evertill.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.ledger.Bytes;
import io.evertill.sale.ReceiptNumber;
import io.evertill.stock.Wording;
import java.util.List;
import java.util.TreeSet;

/// What a machine needs to become a till without a question: where the centre is, whom to believe to be it, and a one-time code
/// (protocol 2.12).
///
/// @param url the centre's address, as tills reach it
/// @param caPem the certificates that vouch for the centre, as PEM; empty where those do that the system knows
/// @param code the one-time code
/// @param store the store's code
/// @param till the till's name in the store
public record EnrolmentFile(String url, String caPem, String code, String store, String till) {
    /// The most bytes that are read as such a file.
    public static final int BYTES_MAX = 128 * 1024;

    private static final List<String> FIELDS = List.of("url", "caPem", "code", "store", "till");
    private static final int BRIEF = 60;

    /// The file's bytes.
    public Bytes write() {
        return Json.canonical(Json.object()
                .put("url", url)
                .put("caPem", caPem)
                .put("code", code)
                .put("store", store)
                .put("till", till));
    }

    /// Reads [#write] back, strictly: whether the address and the certificates can be used is for others to say.
    ///
    /// @throws IllegalArgumentException with a sentence about the first mistake
    public static EnrolmentFile read(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new IllegalArgumentException("It is larger than " + BYTES_MAX + " bytes, which no enrolment file is.");
        }
        JsonNode tree = tree(bytes);
        if (!tree.isObject()) {
            throw new IllegalArgumentException("It is JSON, but not an object with the fields " + String.join(", ", FIELDS) + ".");
        }
        TreeSet<String> unknown = new TreeSet<>();
        tree.fieldNames().forEachRemaining(unknown::add);
        FIELDS.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("It has '" + Wording.brief(unknown.first(), BRIEF) + "', which this version does not know;"
                    + " it knows " + String.join(", ", FIELDS) + ". If the centre is newer, update this till first.");
        }
        EnrolmentFile file = new EnrolmentFile(
                text(tree, "url"), text(tree, "caPem"), text(tree, "code"), text(tree, "store"), text(tree, "till"));
        file.requireUsable();
        return file;
    }

    /// Without the code, which must not get into a log.
    @Override
    public String toString() {
        return "EnrolmentFile[" + url + ", " + store + ", " + till + "]";
    }

    private void requireUsable() {
        if (url.isBlank()) {
            throw new IllegalArgumentException("Its url is empty; it is the centre's address, such as https://centre.example:8480.");
        }
        if (!code.matches("[A-Za-z0-9 -]{1,40}")) {
            throw new IllegalArgumentException("Its code is no one-time code, which is 8 letters and digits.");
        }
        try {
            ReceiptNumber.of(store, till, "0000", 1);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Its store or till is no name that a receipt can carry (" + e.getMessage() + ").", e);
        }
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            return Json.parse(bytes);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("It cannot be read as JSON (" + e.getMessage() + "). Copy it again from the centre.", e);
        }
    }

    private static String text(JsonNode tree, String name) {
        JsonNode value = tree.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw new IllegalArgumentException("It has no '" + name + "'. Copy it again from the centre.");
        }
        if (!value.isTextual() || !Wording.isStorable(value.textValue())) {
            throw new IllegalArgumentException("Its '" + name + "' is not text. Copy it again from the centre.");
        }
        return value.textValue();
    }
}
