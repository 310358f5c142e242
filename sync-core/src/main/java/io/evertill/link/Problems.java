package io.evertill.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.wire.Json;
import java.nio.charset.StandardCharsets;

/// The sentence in an error's body, `{"code": "…", "message": "…"}`.
final class Problems {
    private static final int LENGTH_MAX = 500;

    private Problems() {}

    static String read(byte[] body) {
        try {
            JsonNode message = Json.parse(body).path("message");
            if (message.isTextual() && message.textValue().length() <= LENGTH_MAX) {
                return message.textValue();
            }
        } catch (IllegalArgumentException _) {
            // Whatever answered is no centre; its words are of no use to a person.
        }
        return "The centre gave no reason.";
    }

    static boolean is(byte[] body, String code) {
        return new String(body, StandardCharsets.UTF_8).contains("\"code\":\"" + code + "\"");
    }

    static boolean isReply(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).contains("\"acceptedSeq\"");
    }
}
