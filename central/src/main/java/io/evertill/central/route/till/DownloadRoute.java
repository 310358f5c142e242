package io.evertill.central.route.till;

import io.evertill.central.route.Gate;
import io.evertill.central.route.Problem;
import io.evertill.db.Tills;
import io.evertill.ingest.GiveBack;
import io.evertill.ledger.StreamId;
import io.evertill.wire.StreamPage;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.jspecify.annotations.Nullable;

/// `GET /v1/streams/{streamId}/entries`: a till reads its own entries back, to mend a damaged ledger (protocol 2.6).
public final class DownloadRoute implements Handler {
    private final Gate gate;
    private final GiveBack giveBack;

    public DownloadRoute(Gate gate, GiveBack giveBack) {
        this.gate = gate;
        this.giveBack = giveBack;
    }

    @Override
    public void handle(Context context) {
        Tills.Till till = gate.admitted(context);
        StreamId stream = UploadRoute.stream(context.pathParam("streamId"));
        long from = number(context.queryParam("from"), 1, Long.MAX_VALUE);
        int limit = (int) number(context.queryParam("limit"), StreamPage.POSTINGS_MAX, StreamPage.POSTINGS_MAX);
        StreamPage page = giveBack.page(till, stream, from, limit)
                .orElseThrow(() -> Problem.of(404, "STREAM", "This till has no such stream here."));
        context.contentType("application/json").result(page.write().content());
    }

    private static long number(@Nullable String text, long usually, long most) {
        if (text == null) {
            return usually;
        }
        if (!text.matches("[1-9][0-9]{0,17}") || Long.parseLong(text) > most) {
            throw Problem.bad("RANGE", "from is a number from 1 on, limit one from 1 to " + StreamPage.POSTINGS_MAX + ".");
        }
        return Long.parseLong(text);
    }
}
