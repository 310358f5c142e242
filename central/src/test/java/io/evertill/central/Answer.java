package io.evertill.central;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.ledger.Bytes;
import io.evertill.wire.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/// What a centre answered.
public record Answer(int status, HttpHeaders headers, Bytes body) {
    /// The content type, without its parameters.
    public String type() {
        return headers.firstValue("Content-Type").orElse("").replaceAll(";.*", "").strip();
    }

    public String text() {
        return new String(body.content(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.parse(body.content());
    }

    /// The code of an error; empty for any other answer.
    public String code() {
        return type().equals("application/json") ? json().path("code").asText() : "";
    }

    /// Status and code, such as `403 CODE`, for comparison.
    public String verdict() {
        return (status + " " + code()).strip();
    }

    public long retryAfterSeconds() {
        return headers.firstValueAsLong("Retry-After").orElse(0);
    }
}
