package io.evertill.central.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evertill.wire.Json;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How requests are read and answered, the same for many routes.
public final class Exchange {
    /// The most bytes of a form, unpacked.
    private static final int FORM_BYTES_MAX = 256 * 1024;

    private Exchange() {}

    /// A parameter's text; empty when it was left out.
    public static String text(@Nullable String parameter) {
        return parameter == null ? "" : parameter;
    }

    /// A parameter's moment; empty when it was left out.
    ///
    /// @throws Problem 400 when it is none
    public static Optional<Instant> instant(@Nullable String parameter) {
        try {
            return Optional.ofNullable(parameter).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException _) {
            throw Problem.bad("TIME", "A time is written like 2026-12-01T00:00:00Z.");
        }
    }

    /// A parameter's id; empty when it was left out.
    ///
    /// @throws Problem 400 when it is none
    public static Optional<UUID> id(@Nullable String parameter) {
        if (parameter != null && !parameter.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Problem.bad("ID", "An id is written like 0191f5e0-0000-7000-8000-000000000000.");
        }
        return Optional.ofNullable(parameter).map(UUID::fromString);
    }

    /// Reads a form; an empty body is an empty form.
    ///
    /// @param reader throws [IllegalArgumentException] naming what is missing or wrong
    /// @throws Problem 400, 413 or 415
    public static <T> T form(Context context, Function<byte[], T> reader) {
        byte[] bytes = Intake.read(context, FORM_BYTES_MAX);
        try {
            return reader.apply(bytes.length == 0 ? Json.canonical(Json.object()).content() : bytes);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("UNREADABLE", "The request cannot be read: " + e.getMessage());
        }
    }

    /// Answers with an object.
    public static void answer(Context context, ObjectNode node) {
        context.contentType("application/json").result(Json.canonical(node).content());
    }
}
