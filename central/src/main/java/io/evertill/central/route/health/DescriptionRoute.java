package io.evertill.central.route.health;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// `GET /openapi.yaml`: what the centre answers, for programs that speak to it.
public final class DescriptionRoute implements Handler {
    /// The file beside this class, kept by hand.
    static final String FILE = "/io/evertill/central/openapi.yaml";

    private final byte[] description = read();

    @Override
    public void handle(Context context) {
        context.contentType("application/yaml; charset=utf-8").result(description);
    }

    /// The file's bytes.
    public static byte[] read() {
        try (InputStream in = Objects.requireNonNull(DescriptionRoute.class.getResourceAsStream(FILE), FILE)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file " + FILE + " cannot be read", e);
        }
    }
}
