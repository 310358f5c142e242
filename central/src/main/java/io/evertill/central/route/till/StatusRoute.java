package io.evertill.central.route.till;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.route.Gate;
import io.evertill.db.AcceptedStreams;
import io.evertill.db.Database;
import io.evertill.db.Tills;
import io.evertill.db.Tx;
import io.evertill.wire.Json;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/// `GET /v1/status`: what the centre holds of the till that asks.
public final class StatusRoute implements Handler {
    private final Gate gate;
    private final Database db;

    public StatusRoute(Gate gate, Database db) {
        this.gate = gate;
        this.db = db;
    }

    @Override
    public void handle(Context context) {
        Tills.Till till = gate.admitted(context);
        ObjectNode status = db.read(tx -> status(tx, till));
        context.contentType("application/json").result(Json.canonical(status).content());
    }

    private static ObjectNode status(Tx tx, Tills.Till till) {
        var centre = tx.centre().state();
        ObjectNode status = Json.object()
                .put("terminalId", till.terminal())
                .put("store", till.branch())
                .put("till", till.name())
                .put("serverIncarnation", centre.incarnation().toString())
                .put("feedHead", centre.feedHead())
                .put("serverTimeMs", tx.now().toEpochMilli());
        ArrayNode streams = status.putArray("streams");
        long parked = 0;
        for (AcceptedStreams.Held held : tx.acceptedStreams().of(till.branch(), till.terminal())) {
            long waiting = tx.parked().count(held.branch(), held.id());
            parked += waiting;
            streams.addObject()
                    .put("streamId", held.id().toString())
                    .put("acceptedSeq", held.accepted().seq())
                    .put("acceptedHash", held.accepted().hash().toString())
                    .put("appliedSeq", held.appliedSeq())
                    .put("parked", waiting);
        }
        return status.put("parked", parked);
    }
}
