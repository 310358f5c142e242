package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.ledger.Bytes;
import io.evertill.ledger.EntryId;
import io.evertill.ledger.Fact;
import io.evertill.ledger.Genesis;
import io.evertill.ledger.Hash;
import io.evertill.ledger.Meta;
import io.evertill.ledger.Position;
import io.evertill.ledger.Posting;
import io.evertill.ledger.StreamId;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// Uploads and their replies as JSON (protocol 2.3, `proto` 1).
public final class Frames {
    /// The version of the wire.
    public static final int PROTO = 1;

    private Frames() {}

    /// Writes an upload; the stream is named by the address that it is sent to.
    public static Bytes write(Push push) {
        ObjectNode frame = Json.object()
                .put("proto", PROTO)
                .put("requestId", push.request().toString())
                .put("terminalId", push.terminal())
                .put("bootId", push.boot().toString())
                .put("sawHigher", push.sawHigher())
                .put("firstSeq", push.before().seq() + 1)
                .put("prevHash", push.before().hash().toString())
                .put("headSeq", push.head().seq())
                .put("headHash", push.head().hash().toString())
                .put("signature", Base64.getEncoder().encodeToString(push.signature().content()));
        push.incarnationSeen().ifPresent(seen -> frame.put("serverIncarnationSeen", seen.toString()));
        frame.set("genesis", genesis(push.genesis()));
        frame.set("clock", clock(push.clock()));
        ArrayNode entries = frame.putArray("entries");
        for (Posting posting : push.postings()) {
            Fact fact = posting.fact();
            ObjectNode entry = entries.addObject()
                    .put("seq", posting.seq())
                    .put("entryId", fact.id().toString())
                    .put("hash", posting.position().hash().toString())
                    .put("body", Base64.getEncoder().encodeToString(fact.body().content()));
            switch (push.form()) {
                case PLAIN -> entry.set("meta", Json.parse(fact.meta().content()));
                case OPAQUE -> entry.put("opaqueMeta", Base64.getEncoder().encodeToString(fact.meta().content()));
            }
        }
        return Json.canonical(frame);
    }

    /// Reads an upload.
    ///
    /// @param stream the stream that the address names
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static Push push(StreamId stream, byte[] bytes) {
        Fields frame = Fields.of(Json.parse(bytes));
        if (frame.number("proto") != PROTO) {
            throw new IllegalArgumentException("$.proto is " + frame.number("proto") + ", this centre reads " + PROTO);
        }
        String terminal = frame.text("terminalId");
        Position before = new Position(stream, frame.number("firstSeq") - 1, frame.hash("prevHash"));
        return new Push(
                frame.uuid("requestId"),
                terminal,
                frame.uuid("bootId"),
                frame.findUuid("serverIncarnationSeen"),
                frame.has("sawHigher") && frame.node().get("sawHigher").asBoolean(),
                genesis(terminal, stream, frame.object("genesis")),
                before,
                new Position(stream, frame.number("headSeq"), frame.hash("headHash")),
                Bytes.of(Base64.getDecoder().decode(frame.text("signature"))),
                clock(frame.object("clock")),
                frame.list("entries", Push.POSTINGS_MAX, fields -> posting(stream, fields)));
    }

    /// Writes a reply.
    public static Bytes write(Reply reply) {
        ObjectNode frame = Json.object()
                .put("proto", PROTO)
                .put("requestId", reply.request().toString())
                .put("status", reply.status().name())
                .put("serverIncarnation", reply.incarnation().toString())
                .put("streamId", reply.stream().toString())
                .put("acceptedSeq", reply.accepted())
                .put("acceptedHash", reply.acceptedHash().toString())
                .put("archivedSeq", reply.archivedSeq())
                .put("appliedSeq", reply.appliedSeq())
                .put("feedHead", reply.feedHead())
                .put("serverTimeMs", reply.centreTimeMs())
                .put("retryAfterMs", reply.retryAfterMs())
                .put("maxEntries", reply.postingsMax())
                .put("revoked", reply.isRevoked());
        if (reply.runsTwice()) {
            frame.put("runsTwice", true);
        }
        frame.putObject("compare").put("seq", reply.compareSeq()).put("hash", reply.compareHash().toString());
        ArrayNode parked = frame.putArray("parked");
        for (Reply.Parked entry : reply.parked()) {
            parked.addObject().put("seq", entry.seq()).put("entryId", entry.entry().toString()).put("code", entry.code());
        }
        return Json.canonical(frame);
    }

    /// Reads a reply.
    ///
    /// @throws IllegalArgumentException naming the first field that is missing or wrong
    public static Reply reply(byte[] bytes) {
        Fields frame = Fields.of(Json.parse(bytes));
        Fields compare = frame.object("compare");
        return new Reply(
                frame.uuid("requestId"),
                frame.choice("status", Reply.Status.class),
                frame.uuid("serverIncarnation"),
                new StreamId(frame.uuid("streamId")),
                frame.number("acceptedSeq"),
                frame.hash("acceptedHash"),
                compare.number("seq"),
                compare.hash("hash"),
                frame.number("archivedSeq"),
                frame.number("appliedSeq"),
                frame.list("parked", Reply.PARKED_MAX, fields -> new Reply.Parked(
                        fields.number("seq"), new EntryId(fields.uuid("entryId")), fields.text("code"))),
                frame.number("feedHead"),
                frame.number("serverTimeMs"),
                frame.number("retryAfterMs"),
                frame.smallNumber("maxEntries"),
                frame.has("revoked") && frame.node().get("revoked").asBoolean(),
                frame.has("runsTwice") && frame.node().get("runsTwice").asBoolean());
    }

    private static ObjectNode genesis(Genesis genesis) {
        ObjectNode node = Json.object().put("parentSeq", genesis.parent().map(Position::seq).orElse(0L));
        node.put("parentStream", genesis.parent().map(parent -> parent.stream().toString()).orElse(null));
        node.put("parentHash", genesis.parent().map(parent -> parent.hash().toString()).orElse(null));
        return node;
    }

    private static Genesis genesis(String terminal, StreamId stream, Fields fields) {
        Optional<UUID> parent = fields.findUuid("parentStream");
        return new Genesis(terminal, stream, parent.map(id ->
                new Position(new StreamId(id), fields.number("parentSeq"), fields.hash("parentHash"))));
    }

    private static ObjectNode clock(Push.Clock clock) {
        ObjectNode node = Json.object().put("wallMs", clock.wallMs()).put("monoMs", clock.monoMs());
        clock.offset().ifPresent(offset -> node.put("offsetMs", offset.aheadMs()).put("offsetAgeMs", offset.ageMs()));
        return node;
    }

    private static Push.Clock clock(Fields fields) {
        return new Push.Clock(fields.number("wallMs"), fields.number("monoMs"), fields.has("offsetMs")
                ? Optional.of(new Meta.Offset(fields.number("offsetMs"), fields.number("offsetAgeMs")))
                : Optional.empty());
    }

    /// Reads a posting as it is written in uploads and pages.
    static Posting posting(StreamId stream, Fields fields) {
        Bytes meta = fields.has("opaqueMeta")
                ? Bytes.of(Base64.getDecoder().decode(fields.text("opaqueMeta")))
                : Json.canonical(fields.object("meta").node());
        Fact fact = new Fact(new EntryId(fields.uuid("entryId")), meta,
                Bytes.of(Base64.getDecoder().decode(fields.text("body"))));
        return new Posting(new Position(stream, fields.number("seq"), fields.hash("hash")), fact);
    }

}
