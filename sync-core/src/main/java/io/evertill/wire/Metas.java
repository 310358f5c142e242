package io.evertill.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Meta;
import java.util.List;
import java.util.Optional;

/// What stays readable of an entry, as canonical JSON.
public final class Metas {
    private Metas() {}

    /// The canonical bytes of a meta.
    public static Bytes write(Meta meta) {
        ObjectNode node = Json.object()
                .put("kind", meta.kind())
                .put("schema", meta.schema())
                .put("createdWallMs", meta.stamp().wallMs())
                .put("monoMs", meta.stamp().monoMs())
                .put("bootId", meta.stamp().boot().toString());
        meta.stamp().offsetMs().ifPresent(
                offset -> node.put("offsetMs", offset.aheadMs()).put("offsetAgeMs", offset.ageMs()));
        ArrayNode refs = node.putArray("refs");
        meta.refs().forEach(ref -> refs.add(ref.toString()));
        if (!meta.keys().isEmpty()) {
            ArrayNode keys = node.putArray("keys");
            meta.keys().forEach(keys::add);
        }
        ObjectNode summary = node.putObject("summary").put("lineCount", meta.summary().lineCount());
        meta.summary().total().ifPresent(total ->
                summary.put("currency", total.currency().getCurrencyCode()).put("totalMinor", total.minor()));
        meta.summary().shift().ifPresent(shift -> summary.put("shiftId", shift.toString()));
        return Json.canonical(node);
    }

    /// Reads a meta.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static Meta read(Bytes bytes) {
        return read(Json.parse(bytes.content()));
    }

    /// The keys that a description names; none when it cannot be read.
    public static List<String> keys(Bytes bytes) {
        try {
            return read(bytes).keys();
        } catch (IllegalArgumentException | ArithmeticException _) {
            return List.of();
        }
    }

    static Meta read(JsonNode node) {
        Fields fields = Fields.of(node);
        Fields summary = fields.object("summary");
        Optional<Meta.Offset> offset = fields.has("offsetMs")
                ? Optional.of(new Meta.Offset(fields.number("offsetMs"), fields.number("offsetAgeMs")))
                : Optional.empty();
        return new Meta(
                fields.text("schema"),
                new Meta.Stamp(fields.number("createdWallMs"), fields.number("monoMs"), fields.uuid("bootId"), offset),
                fields.texts("refs", Meta.REFS_MAX).stream().map(EntryId::parse).toList(),
                fields.has("keys") ? fields.texts("keys", Meta.KEYS_MAX) : List.of(),
                new Meta.Summary(
                        summary.findText("currency")
                                .map(currency -> io.evertill.money.Money.of(summary.number("totalMinor"), currency)),
                        summary.findUuid("shiftId"),
                        summary.smallNumber("lineCount")));
    }
}
