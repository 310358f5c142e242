package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import java.util.Base64;
import java.util.List;

/// Some postings of a stream as the centre holds them, byte for byte, for the till that made them (protocol 2.6).
///
/// @param accepted how far the centre holds the stream, without a hole
/// @param postings in order; empty behind `accepted`
public record StreamPage(Position accepted, List<Posting> postings) {
    /// The most postings of a page.
    public static final int POSTINGS_MAX = 100;

    /// Copies the list.
    public StreamPage {
        postings = List.copyOf(postings);
    }

    /// The page as canonical JSON.
    public Bytes write() {
        ObjectNode node = Json.object()
                .put("streamId", accepted.stream().toString())
                .put("acceptedSeq", accepted.seq())
                .put("acceptedHash", accepted.hash().toString());
        ArrayNode entries = node.putArray("entries");
        for (Posting posting : postings) {
            Fact fact = posting.fact();
            entries.addObject()
                    .put("seq", posting.seq())
                    .put("entryId", fact.id().toString())
                    .put("hash", posting.position().hash().toString())
                    .put("opaqueMeta", Base64.getEncoder().encodeToString(fact.meta().content()))
                    .put("body", Base64.getEncoder().encodeToString(fact.body().content()));
        }
        return Json.canonical(node);
    }

    /// Reads a page.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static StreamPage read(byte[] bytes) {
        Fields fields = Fields.of(Json.parse(bytes));
        StreamId stream = new StreamId(fields.uuid("streamId"));
        return new StreamPage(
                new Position(stream, fields.number("acceptedSeq"), fields.hash("acceptedHash")),
                fields.list("entries", POSTINGS_MAX, entry -> Frames.posting(stream, entry)));
    }
}
