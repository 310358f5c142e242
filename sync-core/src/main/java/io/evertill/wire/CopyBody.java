package io.evertill.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.entry.TillEntry;
import io.evertill.ledger.EntryId;
import io.evertill.sale.ReceiptNumber;

/// `reprint/1`: the body about a receipt that was written once more.
final class CopyBody {
    private CopyBody() {}

    static ObjectNode write(TillEntry.Copied copied) {
        ObjectNode body = Json.object()
                .put("branch", copied.branch())
                .put("at", Fields.micros(copied.at()))
                .put("shift", copied.shift().toString())
                .put("sale", copied.sale().toString())
                .put("receipt", copied.receipt().text())
                .put("manner", copied.manner().name());
        body.set("by", Parts.person(copied.by()));
        return body;
    }

    static TillEntry.Copied copied(Fields body) {
        return new TillEntry.Copied(body.text("branch"), body.instant("at"), Parts.person(body.object("by")), body.uuid("shift"),
                EntryId.parse(body.text("sale")), new ReceiptNumber(body.text("receipt")),
                body.choice("manner", TillEntry.Copied.Manner.class));
    }
}
