package io.evertill.central.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.central.office.Refusal;
import io.evertill.db.CommitUnknown;
import io.evertill.db.StorageFailure;
import io.evertill.wire.Json;
import java.time.Duration;
import java.util.Optional;

/// An answer other than success: a status, a code for programs and a sentence for people, as `{"code", "message"}`.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Duration STORAGE_RETRY = Duration.ofSeconds(5);

    private final int status;
    private final String code;
    private final long retryAfterSeconds;
    private final ObjectNode more;

    private Problem(int status, String code, String sentence, Optional<Duration> retryAfter) {
        this(status, code, sentence, retryAfter.map(wait -> Math.max(1, wait.plusMillis(999).toSeconds())).orElse(0L), Json.object());
    }

    private Problem(int status, String code, String sentence, long retryAfterSeconds, ObjectNode more) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfterSeconds = retryAfterSeconds;
        this.more = more;
    }

    public static Problem of(int status, String code, String sentence) {
        return new Problem(status, code, sentence, Optional.empty());
    }

    public static Problem later(int status, String code, String sentence, Duration retryAfter) {
        return new Problem(status, code, sentence, Optional.of(retryAfter));
    }

    /// A parameter or body that was not understood.
    public static Problem bad(String code, String sentence) {
        return of(400, code, sentence);
    }

    /// What a person is told whose words the centre does not understand.
    public static Problem of(Refusal refusal) {
        return of(400, "NOT_UNDERSTOOD", String.valueOf(refusal.getMessage()));
    }

    /// What a till is told when the database cannot do its part.
    public static Problem of(StorageFailure failure) {
        return switch (failure.kind()) {
            case DISK_FULL -> of(507, "DISK_FULL", "The centre's disk is full.");
            case INPUT_OUTPUT, READ_ONLY, CORRUPT, NEWER_VERSION, OTHER ->
                    later(503, "STORAGE", "The centre's database does not work. Nothing was taken.", STORAGE_RETRY);
            case BUSY -> later(503, "BUSY", "The centre's database is busy. Nothing was taken.", STORAGE_RETRY);
        };
    }

    /// What a till is told when a commit failed: it sends again, and what was kept is skipped.
    public static Problem of(CommitUnknown unknown) {
        return switch (unknown.kind()) {
            case DISK_FULL -> of(507, "DISK_FULL", "The centre's disk is full.");
            case INPUT_OUTPUT, READ_ONLY, CORRUPT, NEWER_VERSION, BUSY, OTHER -> later(503, "STORAGE",
                    "The database did not say whether the request was kept. Ask again.", STORAGE_RETRY);
        };
    }

    /// The same, and how much there is of what was asked for.
    public Problem withAvailable(String quantity) {
        return with(Json.object().put("available", quantity));
    }

    /// The same, and more for programs.
    public Problem with(ObjectNode fields) {
        return new Problem(status, code, String.valueOf(getMessage()), retryAfterSeconds, more.deepCopy().setAll(fields));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /// Seconds to wait before another try; 0 when that would be of no use.
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }

    public byte[] body() {
        return Json.canonical(more.deepCopy().put("code", code).put("message", getMessage())).content();
    }

    public static byte[] body(String code, String message) {
        return Json.canonical(Json.object().put("code", code).put("message", message)).content();
    }
}
