package io.evertill.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.wire.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What a centre says when it is asked how it is.
public sealed interface CentreHealth {
    /// It answered.
    ///
    /// @param isUp whether it takes entries
    /// @param sentence in its own words
    /// @param version of its program; empty for one that does not tell
    /// @param at its clock, to the second; empty when it does not tell
    record Heard(boolean isUp, String sentence, Optional<String> version, Optional<Instant> at) implements CentreHealth {}

    /// It did not answer.
    ///
    /// @param cause why, in words that can stand in a sentence
    record Silent(String cause) implements CentreHealth {}

    /// Reads the answer to `GET /health`.
    ///
    /// @param date the header of this name; may be empty
    static CentreHealth read(int status, String date, byte[] body) {
        try {
            JsonNode tree = Json.parse(body);
            if ((status != 200 && status != 503) || !tree.path("status").isTextual()) {
                return new Silent("what answers there is no Evertill centre (it answered " + status + ").");
            }
            return new Heard(status == 200, tree.path("message").asText(),
                    Optional.of(tree.path("version").asText()).filter(text -> !text.isEmpty()), instant(date));
        } catch (IllegalArgumentException _) {
            return new Silent("what answers there is no Evertill centre.");
        }
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
