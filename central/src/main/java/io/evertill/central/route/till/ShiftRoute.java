package io.evertill.central.route.till;

import io.evertill.central.route.Gate;
import io.evertill.central.route.Problem;
import io.evertill.closing.ShiftProof;
import io.evertill.db.Database;
import io.evertill.db.Tills;
import io.evertill.wire.ShiftSums;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// `GET /v1/streams/{streamId}/shifts/{shiftId}`: a till asks what of its shift is here, to hold it against its own report.
public final class ShiftRoute implements Handler {
    private final Gate gate;
    private final Database db;

    public ShiftRoute(Gate gate, Database db) {
        this.gate = gate;
        this.db = db;
    }

    @Override
    public void handle(Context context) {
        Tills.Till till = gate.admitted(context);
        long from = number(context.queryParam("from"));
        long to = number(context.queryParam("to"));
        if (to < from || to - from >= ShiftSums.ENTRIES_MAX) {
            throw range();
        }
        ShiftSums.Question question = new ShiftSums.Question(
                shift(context.pathParam("shiftId")), UploadRoute.stream(context.pathParam("streamId")), from, to);
        ShiftSums.Answer.Told told = db.read(tx -> ShiftProof.sums(tx, till.branch(), till.terminal(), question))
                .orElseThrow(() -> Problem.of(404, "STREAM", "This till has no such stream here."));
        context.contentType("application/json").result(told.write().content());
    }

    private static UUID shift(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Problem.bad("SHIFT", "The address names no shift.");
        }
    }

    private static long number(@Nullable String text) {
        if (text == null || !text.matches("[1-9][0-9]{0,17}")) {
            throw range();
        }
        return Long.parseLong(text);
    }

    private static Problem range() {
        return Problem.bad("RANGE", "from and to are numbers from 1 on, in order, and at most " + ShiftSums.ENTRIES_MAX + " apart.");
    }
}
