package io.evertill.central.route.till;

import io.evertill.central.route.Gate;
import io.evertill.central.route.Intake;
import io.evertill.central.route.Problem;
import io.evertill.db.Tills;
import io.evertill.ingest.Reception;
import io.evertill.ledger.StreamId;
import io.evertill.wire.Frames;
import io.evertill.wire.PushReply;
import io.evertill.wire.Reply;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// `POST /v1/streams/{streamId}/entries`: a till hands over its next postings (protocol 2.3 to 2.5).
public final class UploadRoute implements Handler {
    /// The most uploads that are worked on at once: fewer than there are connections to a database server.
    static final int AT_ONCE_MAX = 7;

    private static final Duration TURN_WAIT_MAX = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Gate gate;
    private final Reception reception;
    private final Runnable accepted;
    private final Semaphore turns = new Semaphore(AT_ONCE_MAX, true);

    /// @param accepted runs after something was taken
    public UploadRoute(Gate gate, Reception reception, Runnable accepted) {
        this.gate = gate;
        this.reception = reception;
        this.accepted = accepted;
    }

    @Override
    public void handle(Context context) {
        Tills.Till till = gate.known(context);
        StreamId stream = stream(context.pathParam("streamId"));
        byte[] bytes = Intake.read(context, Intake.BYTES_MAX);
        answer(context, inTurn(till, stream, bytes));
    }

    private PushReply inTurn(Tills.Till till, StreamId stream, byte[] bytes) {
        try {
            if (!turns.tryAcquire(TURN_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return new PushReply.Overloaded(RETRY.toMillis());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new PushReply.Overloaded(RETRY.toMillis());
        }
        try {
            return reception.push(till, stream, bytes);
        } finally {
            turns.release();
        }
    }

    private void answer(Context context, PushReply answer) {
        switch (answer) {
            case PushReply.Answered(Reply reply) -> {
                accepted.run();
                context.status(status(reply)).contentType("application/json").result(Frames.write(reply).content());
            }
            case PushReply.Unparsable(String cause) -> throw Problem.bad("UNREADABLE", "The upload cannot be read: " + cause);
            case PushReply.Unauthorized(String cause) -> throw Problem.of(401, "UNAUTHORIZED", cause);
            case PushReply.TooLarge _ -> throw Problem.of(413, "TOO_LARGE", "The upload is too large. Send less at once.");
            case PushReply.TimedOut _ -> throw Problem.later(503, "STORAGE", "The database gave no answer in time.", RETRY);
            case PushReply.Overloaded(long retryAfterMs) -> throw Problem.later(503, "OVERLOADED",
                    "The centre has too much to do at the moment. Nothing was taken.", Duration.ofMillis(retryAfterMs));
            case PushReply.CentreFull _ -> throw Problem.of(507, "DISK_FULL", "The centre's disk is full.");
            case PushReply.Unreachable(String cause) -> throw Problem.later(503, "STORAGE", cause, RETRY);
        }
    }

    private static int status(Reply reply) {
        if (reply.isRevoked()) {
            return 403;
        }
        return switch (reply.status()) {
            case OK -> 200;
            case GAP, FORK -> 409;
        };
    }

    /// The stream that an address names.
    static StreamId stream(String text) {
        try {
            return StreamId.parse(text);
        } catch (IllegalArgumentException _) {
            throw Problem.bad("STREAM", "The address names no stream: a stream is a UUID.");
        }
    }
}
