package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.StreamId;

/// `gap/1`: the body of what a till could not move.
final class GapBody {
    private GapBody() {}

    static ObjectNode write(TillEntry.HistoryMissed missed) {
        ObjectNode body = Json.object()
                .put("branch", missed.branch())
                .put("at", Fields.micros(missed.at()))
                .put("stream", missed.stream().toString())
                .put("firstSeq", missed.first())
                .put("lastSeq", missed.last());
        body.set("by", Parts.person(missed.by()));
        return body;
    }

    static TillEntry.HistoryMissed missed(Fields body) {
        return new TillEntry.HistoryMissed(
                body.text("branch"),
                body.instant("at"),
                Parts.person(body.object("by")),
                new StreamId(body.uuid("stream")),
                body.number("firstSeq"),
                body.number("lastSeq"));
    }
}
