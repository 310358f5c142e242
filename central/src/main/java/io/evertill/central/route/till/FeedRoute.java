package io.evertill.central.route.till;

import io.evertill.central.office.Signal;
import io.evertill.central.route.Gate;
import io.evertill.central.route.Problem;
import io.evertill.db.Tills;
import io.evertill.feed.Feed;
import io.evertill.wire.FeedLines;
import io.evertill.wire.FeedPage;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `GET /v1/feed`: what is new behind a cursor, at once or as soon as there is something (protocol 2.11).
public final class FeedRoute implements Handler {
    /// The longest that a request waits for something new.
    static final int WAIT_SECONDS_MAX = 25;

    private final Gate gate;
    private final Feed feed;
    private final Signal published;

    /// @param published raised when rows got their numbers
    public FeedRoute(Gate gate, Feed feed, Signal published) {
        this.gate = gate;
        this.feed = feed;
        this.published = published;
    }

    @Override
    public void handle(Context context) {
        Tills.Till till = gate.reader(context);
        Optional<FeedPage.Cursor> cursor = cursor(context.queryParam("cursor"));
        long waitNanos = Duration.ofSeconds(waitSeconds(context.queryParam("wait"))).toNanos();
        switch (page(till.branch(), cursor, waitNanos)) {
            case Feed.Answer.Page(FeedPage page) ->
                    context.contentType("application/x-ndjson").result(FeedLines.write(page).content());
            case Feed.Answer.Gone _ -> throw Problem.of(410, "CURSOR",
                    "The cursor is not of this feed. Load the snapshot and go on from there.");
        }
    }

    private Feed.Answer page(String branch, Optional<FeedPage.Cursor> cursor, long waitNanos) {
        long left = waitNanos;
        while (true) {
            long seen = published.count();
            Feed.Answer answer = feed.page(branch, cursor);
            if (left <= 0 || !isNothingNew(answer, cursor)) {
                return answer;
            }
            try {
                left = published.await(seen, left);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return answer;
            }
        }
    }

    private static boolean isNothingNew(Feed.Answer answer, Optional<FeedPage.Cursor> cursor) {
        return answer instanceof Feed.Answer.Page(FeedPage page) && Optional.of(page.cursor()).equals(cursor);
    }

    private static Optional<FeedPage.Cursor> cursor(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(FeedPage.Cursor.parse(text));
        } catch (IllegalArgumentException _) {
            throw Problem.bad("CURSOR", "cursor is incarnation:number, as the last checkpoint said.");
        }
    }

    private static int waitSeconds(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1,2}s?") || Integer.parseInt(text.replace("s", "")) > WAIT_SECONDS_MAX) {
            throw Problem.bad("WAIT", "wait is 0 to " + WAIT_SECONDS_MAX + " seconds.");
        }
        return Integer.parseInt(text.replace("s", ""));
    }
}
