package io.evertill.central;

import com.fasterxml.jackson.databind.JsonNode;
import io.evertill.ledger.Bytes;
import io.evertill.wire.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/// What a centre answered.
record Answer(int status, HttpHeaders headers, Bytes body) {
    /// The content type, without its parameters.
    String type() {
        return headers.firstValue("Content-Type").orElse("").replaceAll(";.*", "").strip();
    }

    String text() {
        return new String(body.content(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return Json.parse(body.content());
    }

    /// The code of an error; empty for any other answer.
    String code() {
        return type().equals("application/json") ? json().path("code").asText() : "";
    }

    /// Status and code, such as `403 CODE`, for comparison.
    String verdict() {
        return (status + " " + code()).strip();
    }

    long retryAfterSeconds() {
        return headers.firstValueAsLong("Retry-After").orElse(0);
    }
}
